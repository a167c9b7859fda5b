import type {
  Accreditation,
  Contact,
  Email,
  LocalIdentifier,
  Organization,
  OrganizationIdentifiers,
  Phone,
  PostalAddress,
  School,
  WebAddress,
} from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { elementTable } from './element-table.js'

const identifierTable = elementTable<OrganizationIdentifiers>({
  OPEID: 'OPEID',
  NCHELPID: 'NCHELPID',
  IPEDS: 'IPEDS',
  ATP: 'ATP',
  FICE: 'FICE',
  ACT: 'ACT',
  CCD: 'CCD',
  PSS: 'PSS',
  CEEBACT: 'CEEBACT',
  CSIS: 'CSIS',
  USIS: 'USIS',
  ESIS: 'ESIS',
  PSIS: 'PSIS',
  DUNS: 'DUNS',
  MutuallyDefined: 'MutuallyDefined',
  APAS: 'APAS',
  GEOCode: 'GEOCode',
})
const localIdentifierTable = elementTable<LocalIdentifier>({
  code: 'LocalOrganizationIDCode',
  qualifier: 'LocalOrganizationIDQualifier',
})
const organizationTable = elementTable<Organization>({ names: ['OrganizationName'], notes: ['NoteMessage'] })
const schoolTable = elementTable<School>({
  names: ['OrganizationName'],
  overrideCode: 'SchoolOverrideCode',
  level: 'SchoolLevel',
  localAffiliation: 'LocalAffiliation',
  notes: ['NoteMessage'],
})
const accreditationTable = elementTable<Accreditation>({
  bodyCode: 'AccreditingBodyCode',
  bodyName: 'AccreditingBodyName',
  notes: ['NoteMessage'],
})
const contactTable = elementTable<Contact>({ notes: ['NoteMessage'] })
const addressTable = elementTable<PostalAddress>({
  lines: ['AddressLine'],
  city: 'City',
  regionCode: 'StateProvinceCode',
  region: 'StateProvince',
  postalCode: 'PostalCode',
  countryCode: 'CountryCode',
  notes: ['NoteMessage'],
})
const phoneTable = elementTable<Phone>({
  countryPrefix: 'CountryPrefixCode',
  areaCode: 'AreaCityCode',
  number: 'PhoneNumber',
  extension: 'PhoneNumberExtension',
  notes: ['NoteMessage'],
})
const emailTable = elementTable<Email>({ address: 'EmailAddress', notes: ['NoteMessage'] })
const webAddressTable = elementTable<WebAddress>({ address: 'URLAddress', notes: ['NoteMessage'] })

/** Reads an `Organization`. */
export function readOrganization(source: ElementSource, element: XmlElement): Organization {
  return source.node(element, organizationTable, readOrganizationParts(source, element))
}

/** Reads a `School` or `CourseOverrideSchool`. */
export function readSchool(source: ElementSource, element: XmlElement): School {
  return source.node(element, schoolTable, readOrganizationParts(source, element))
}

/** Reads a `URL` or `FrameworkSourceReference`. */
export function readWebAddress(source: ElementSource, element: XmlElement): WebAddress {
  return source.node(element, webAddressTable, {})
}

function readOrganizationParts(
  source: ElementSource,
  element: XmlElement,
): Pick<Organization, 'identifiers' | 'localIdentifier' | 'contacts' | 'accreditation'> {
  return {
    identifiers: source.node(element, identifierTable, {}),
    localIdentifier: source.one(element, 'LocalOrganizationID', (child) =>
      source.node(child, localIdentifierTable, {}),
    ),
    contacts: source.each(element, 'Contacts', (child) => readContact(source, child)),
    accreditation: source.one(element, 'Accreditation', (child) => source.node(child, accreditationTable, {})),
  }
}

function readContact(source: ElementSource, element: XmlElement): Contact {
  return source.node(element, contactTable, {
    addresses: source.each(element, 'Address', (child) => source.node(child, addressTable, {})),
    phones: source.each(element, 'Phone', (child) => source.node(child, phoneTable, {})),
    emails: source.each(element, 'Email', (child) => source.node(child, emailTable, {})),
    urls: source.each(element, 'URL', (child) => readWebAddress(source, child)),
  })
}
