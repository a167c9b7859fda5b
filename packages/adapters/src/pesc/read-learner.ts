import type { AgencyIdentifier, Learner, PersonName } from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { elementTable } from './element-table.js'

const learnerTable = elementTable<Learner>({ schoolAssignedId: 'SchoolAssignedPersonID' })
const nameTable = elementTable<PersonName>({
  given: 'FirstName',
  middle: ['MiddleName'],
  family: 'LastName',
  suffix: 'NameSuffix',
  composite: 'CompositeName',
})
const agencyIdentifierTable = elementTable<AgencyIdentifier>({
  value: 'AgencyAssignedID',
  agencyCode: 'AgencyCode',
  agencyName: 'AgencyName',
  countryCode: 'CountryCode',
  regionCode: 'StateProvinceCode',
})

/** Reads of a `Person` what can identify the learner; everything else there is left where it is. */
export function readLearner(source: ElementSource, element: XmlElement): Learner {
  return source.node(element, learnerTable, {
    name: source.one(element, 'Name', (child) => source.node(child, nameTable, {})),
    agencyIdentifiers: source.each(element, 'AgencyIdentifier', (child) =>
      source.node(child, agencyIdentifierTable, {}),
    ),
  })
}
