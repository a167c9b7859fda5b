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
import { type ElementTable, elementTable, nodeFrom, nodesFrom, partOf } from './element-table.js'

// Elements of institutions, and of ways to reach them.

export const identifierTable: ElementTable<OrganizationIdentifiers> = elementTable<OrganizationIdentifiers>(
  {
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
  },
  {},
  (blank) => ({ ...blank }),
)

export const localIdentifierTable: ElementTable<LocalIdentifier> = elementTable<LocalIdentifier>({
  code: 'LocalOrganizationIDCode',
  qualifier: 'LocalOrganizationIDQualifier',
})

export const accreditationTable: ElementTable<Accreditation> = elementTable<Accreditation>({
  bodyCode: 'AccreditingBodyCode',
  bodyName: 'AccreditingBodyName',
  notes: ['NoteMessage'],
})

export const addressTable: ElementTable<PostalAddress> = elementTable<PostalAddress>({
  lines: ['AddressLine'],
  city: 'City',
  regionCode: 'StateProvinceCode',
  region: 'StateProvince',
  postalCode: 'PostalCode',
  countryCode: 'CountryCode',
  notes: ['NoteMessage'],
})

export const phoneTable: ElementTable<Phone> = elementTable<Phone>({
  countryPrefix: 'CountryPrefixCode',
  areaCode: 'AreaCityCode',
  number: 'PhoneNumber',
  extension: 'PhoneNumberExtension',
  notes: ['NoteMessage'],
})

export const emailTable: ElementTable<Email> = elementTable<Email>({ address: 'EmailAddress', notes: ['NoteMessage'] })

/** A `URL`, `FrameworkSourceReference` or `PerformanceEvidence`. */
export const webAddressTable: ElementTable<WebAddress> = elementTable<WebAddress>({
  address: 'URLAddress',
  notes: ['NoteMessage'],
})

export const contactTable: ElementTable<Contact> = elementTable<Contact>(
  { notes: ['NoteMessage'] },
  {
    addresses: nodesFrom(['Address', addressTable]),
    phones: nodesFrom(['Phone', phoneTable]),
    emails: nodesFrom(['Email', emailTable]),
    urls: nodesFrom(['URL', webAddressTable]),
  },
)

const organizationNodes = {
  identifiers: partOf(identifierTable),
  localIdentifier: nodeFrom('LocalOrganizationID', localIdentifierTable),
  contacts: nodesFrom(['Contacts', contactTable]),
  accreditation: nodeFrom('Accreditation', accreditationTable),
}

/** An `Organization` or `Department`. */
export const organizationTable: ElementTable<Organization> = elementTable<Organization>(
  {
    names: ['OrganizationName'],
    notes: ['NoteMessage'],
  },
  organizationNodes,
  (blank) => ({ ...blank }),
)

/** A `School` or `CourseOverrideSchool`. */
export const schoolTable: ElementTable<School> = elementTable<School>(
  {
    names: ['OrganizationName'],
    overrideCode: 'SchoolOverrideCode',
    level: 'SchoolLevel',
    localAffiliation: 'LocalAffiliation',
    notes: ['NoteMessage'],
  },
  organizationNodes,
  (blank) => ({ ...blank }),
)
