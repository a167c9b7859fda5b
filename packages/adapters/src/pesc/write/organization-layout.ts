import type { PostalAddress } from '../../transcript/index.js'
import {
  accreditationTable,
  addressTable,
  contactTable,
  emailTable,
  localIdentifierTable,
  organizationTable,
  phoneTable,
  schoolTable,
  webAddressTable,
} from '../organization-tables.js'
import { codeLists } from './code-lists.js'
import { type Layout, layout, nodes, type Row, type TextRow, text } from './layout.js'
import { code, exact, geoCode, note, prose } from './value-type.js'

/** The notes that most elements end with. */
export const notes: TextRow = text('NoteMessage', note)

const required = { required: true }

export const webAddress: Layout = layout(webAddressTable, [text('URLAddress', exact(512), required), notes])
const email: Layout = layout(emailTable, [text('EmailAddress', exact(128), required), notes])
const phone: Layout = layout(phoneTable, [
  text('CountryPrefixCode', exact(3)),
  text('AreaCityCode', exact(5)),
  text('PhoneNumber', exact(11), required),
  text('PhoneNumberExtension', exact(5)),
  notes,
])

const street = [text('AddressLine', prose(40), { required: true, max: 3 }), text('City', exact(30, 2), required)]
const domesticAddress: Layout = layout(addressTable, [
  ...street,
  text('StateProvinceCode', code(codeLists.StateProvince), required),
  text('PostalCode', exact(17), required),
  notes,
])

const foreignAddress: Layout = layout(addressTable, [
  ...street,
  text('StateProvince', exact(30, 2)),
  text('PostalCode', exact(17)),
  text('CountryCode', code(codeLists.Country), required),
  notes,
])

const contact: Layout = layout(contactTable, [
  nodes('Address', (address: PostalAddress) =>
    address.regionCode === undefined || address.postalCode === undefined ? foreignAddress : domesticAddress,
  ),
  nodes('Phone', phone),
  nodes('Email', email),
  nodes('URL', webAddress),
  notes,
])

const identifiers: readonly Row[] = [
  text('OPEID', exact(8, 3)),
  text('NCHELPID', exact(8, 3)),
  text('IPEDS', exact(6, 6)),
  text('ATP', exact(6, 6)),
  text('FICE', exact(6, 6)),
  text('ACT', exact(4, 4)),
  text('CCD', exact(12, 12)),
  text('PSS', exact(8, 8)),
  text('CEEBACT', exact(6, 6)),
  text('CSIS', exact(6, 6)),
  text('USIS', exact(6, 6)),
  text('ESIS', exact(8, 8)),
  text('PSIS', exact(8, 8)),
  text('DUNS', exact(9, 9)),
  text('MutuallyDefined', exact(60)),
  text('APAS', exact(12, 2)),
  text('GEOCode', geoCode, { since: '1.8' }),
]
const localIdentifier: Layout = layout(localIdentifierTable, [
  text('LocalOrganizationIDCode', exact(35), required),
  text('LocalOrganizationIDQualifier', code(codeLists.LocalQualifier), required),
])

const accreditation: Layout = layout(accreditationTable, [
  text('AccreditingBodyCode', code(codeLists.AccreditingBody)),
  text('AccreditingBodyName', prose(80)),
  notes,
])

/** An institution as sender or receiver. */
export const organization: Layout = layout(organizationTable, [
  ...identifiers,
  nodes('LocalOrganizationID', localIdentifier),
  text('OrganizationName', prose(60)),
  nodes('Contacts', contact),
  nodes('Accreditation', accreditation),
  notes,
])

/** An institution where something was learned: its name comes first. */
export const school: Layout = layout(schoolTable, [
  text('OrganizationName', prose(60), { required: true, max: 1 }),
  ...identifiers,
  nodes('LocalOrganizationID', localIdentifier),
  text('SchoolOverrideCode', code(codeLists.SchoolOverride)),
  text('SchoolLevel', code(codeLists.SchoolLevel)),
  nodes('Contacts', contact),
  notes,
])
