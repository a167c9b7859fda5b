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
} from '../model/index.js'
import type { NodeShape } from './node-shape.js'

// Institutions at run time: the compiler sees that no field is missing, and that each holds what is said here.

const notes = { notes: 'texts' } as const

export const webAddress: NodeShape<WebAddress> = { address: 'text', ...notes }
export const email: NodeShape<Email> = { address: 'text', ...notes }
export const phone: NodeShape<Phone> = {
  countryPrefix: 'text',
  areaCode: 'text',
  number: 'text',
  extension: 'text',
  ...notes,
}
export const postalAddress: NodeShape<PostalAddress> = {
  lines: 'texts',
  city: 'text',
  regionCode: 'text',
  region: 'text',
  postalCode: 'text',
  countryCode: 'text',
  ...notes,
}
export const contact: NodeShape<Contact> = {
  addresses: [() => postalAddress],
  phones: [() => phone],
  emails: [() => email],
  urls: [() => webAddress],
  ...notes,
}
export const accreditation: NodeShape<Accreditation> = { bodyCode: 'text', bodyName: 'text', ...notes }
export const localIdentifier: NodeShape<LocalIdentifier> = { code: 'text', qualifier: 'text' }
export const organizationIdentifiers: NodeShape<OrganizationIdentifiers> = {
  OPEID: 'text',
  NCHELPID: 'text',
  IPEDS: 'text',
  ATP: 'text',
  FICE: 'text',
  ACT: 'text',
  CCD: 'text',
  PSS: 'text',
  CEEBACT: 'text',
  CSIS: 'text',
  USIS: 'text',
  ESIS: 'text',
  PSIS: 'text',
  DUNS: 'text',
  MutuallyDefined: 'text',
  APAS: 'text',
  GEOCode: 'text',
}
export const organization: NodeShape<Organization> = {
  names: 'texts',
  identifiers: { required: () => organizationIdentifiers },
  localIdentifier: { optional: () => localIdentifier },
  contacts: [() => contact],
  accreditation: { optional: () => accreditation },
  ...notes,
}
export const school: NodeShape<School> = {
  ...organization,
  overrideCode: 'text',
  level: 'text',
  localAffiliation: 'text',
}
