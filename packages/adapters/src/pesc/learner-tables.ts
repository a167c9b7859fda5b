import type { AgencyIdentifier, Learner, PersonName } from '../transcript/index.js'
import { type ElementTable, elementTable, nodeFrom, nodesFrom } from './element-table.js'

// Elements of what can identify a learner; everything else about the person is left where it is.

export const nameTable: ElementTable<PersonName> = elementTable<PersonName>({
  given: 'FirstName',
  middle: ['MiddleName'],
  family: 'LastName',
  suffix: 'NameSuffix',
  composite: 'CompositeName',
})

export const agencyIdentifierTable: ElementTable<AgencyIdentifier> = elementTable<AgencyIdentifier>({
  value: 'AgencyAssignedID',
  agencyCode: 'AgencyCode',
  agencyName: 'AgencyName',
  countryCode: 'CountryCode',
  regionCode: 'StateProvinceCode',
})

/** A `Person`, or the `StudentIdentification` of a `TestPerson`. */
export const learnerTable: ElementTable<Learner> = elementTable<Learner>(
  { schoolAssignedId: 'SchoolAssignedPersonID' },
  { name: nodeFrom('Name', nameTable), agencyIdentifiers: nodesFrom(['AgencyIdentifier', agencyIdentifierTable]) },
)
