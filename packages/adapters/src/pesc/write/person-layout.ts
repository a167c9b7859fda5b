import { elementTable, nodeFrom, nodesFrom } from '../element-table.js'
import { agencyIdentifierTable } from '../learner-tables.js'
import { codeLists } from './code-lists.js'
import type { PescPerson, PescPersonName } from './interface.js'
import { type Layout, layout, nodes, text } from './layout.js'
import { code, date, digits, exact, monthDay } from './value-type.js'

// A person has more elements than a transcript model holds: what is not there the caller supplies.

const required = { required: true }

const nameTable = elementTable<PescPersonName>({
  prefix: 'NamePrefix',
  given: 'FirstName',
  middle: ['MiddleName'],
  family: 'LastName',
  suffix: 'NameSuffix',
  composite: 'CompositeName',
})
const name: Layout = layout(nameTable, [
  text('NamePrefix', exact(30)),
  text('FirstName', exact(35)),
  text('MiddleName', exact(35), { max: 10 }),
  text('LastName', exact(35)),
  text('NameSuffix', code(codeLists.NameSuffix)),
  text('CompositeName', exact(45)),
])
const agencyIdentifier: Layout = layout(agencyIdentifierTable, [
  text('AgencyAssignedID', exact(30), required),
  text('AgencyCode', code(codeLists.Agency), required),
  text('AgencyName', exact(60)),
  text('CountryCode', code(codeLists.Country)),
  text('StateProvinceCode', code(codeLists.StateProvince)),
])

type Birth = Pick<PescPerson, 'birthDate' | 'birthday'>
type Gender = Pick<PescPerson, 'gender'>
const birth: Layout = layout(elementTable<Birth>({ birthDate: 'BirthDate', birthday: 'Birthday' }), [
  text('BirthDate', date),
  text('Birthday', monthDay),
])
const gender: Layout = layout(elementTable<Gender>({ gender: 'GenderCode' }), [
  text('GenderCode', code(codeLists.Gender)),
])
/** The elements Birth and Gender are of fields of the person itself. */
const itself = { of: (person: PescPerson): readonly PescPerson[] => [person] }

const personTable = elementTable<Omit<PescPerson, keyof (Birth & Gender)>>(
  {
    schoolAssignedId: 'SchoolAssignedPersonID',
    sin: 'SIN',
    recipientAssignedId: 'RecipientAssignedID',
    ssn: 'SSN',
    partialSsn: 'PartialSSN',
  },
  {
    name: nodeFrom('Name', nameTable),
    agencyIdentifiers: nodesFrom(['AgencyIdentifier', agencyIdentifierTable]),
  },
)

/** A learner. */
export const person: Layout = layout(personTable, [
  text('SchoolAssignedPersonID', exact(20)),
  text('SIN', exact(9, 9)),
  nodes('AgencyIdentifier', agencyIdentifier),
  text('RecipientAssignedID', exact(20)),
  text('SSN', digits(9)),
  text('PartialSSN', digits(4)),
  nodes('Birth', birth, itself),
  nodes('Name', name, required),
  nodes('Gender', gender, itself),
])
