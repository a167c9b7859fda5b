import type { JsonObject } from '@testamur/documents/json'
import type { OrganizationIdentifiers } from '../model/index.js'
import { type ClrSource, nodesIn } from './clr-source.js'
import type { Put } from './credential-view.js'

/** Fields of a transcript for the identifier types of organizations. The first College Board code is read as that of a college, a second as that of a school. */
const identifierFields: Readonly<Record<string, keyof OrganizationIdentifiers>> = {
  'ext:OPEID': 'OPEID',
  'ext:NCHELPID': 'NCHELPID',
  'ext:IPEDS': 'IPEDS',
  'ext:CEEB': 'ATP',
  'ext:FICE': 'FICE',
  'ext:ACT': 'ACT',
  'ext:CCD': 'CCD',
  'ext:PSS': 'PSS',
  'ext:CSIS': 'CSIS',
  'ext:USIS': 'USIS',
  'ext:ESIS': 'ESIS',
  'ext:PSIS': 'PSIS',
  'ext:DUNS': 'DUNS',
  'ext:MutuallyDefined': 'MutuallyDefined',
  'ext:APAS': 'APAS',
  'ext:GEOCode': 'GEOCode',
}

const addressFields = [
  ['addressLocality', 'city'],
  ['postalCode', 'postalCode'],
  ['addressCountryCode', 'countryCode'],
] as const

/** Reads an organization out of a profile. */
export function readOrganization(source: ClrSource, profile: JsonObject, put: Put): void {
  put('names[1]', source.text(profile, 'name'))
  const entries = nodesIn(profile, 'otherIdentifier')
  const [, ...schoolCodes] = entries.filter(({ identifierType }) => identifierType === 'ext:CEEB')
  for (const entry of entries) readIdentifier(source, entry, put, schoolCodes.includes(entry))
  const [body, code] = source.groups(profile, 'description', /^Accredited by (.+?)(?: \(([^()]+)\))?$/)
  put('accreditation/bodyName', body)
  put('accreditation/bodyCode', code)
  const [address] = nodesIn(profile, 'address')
  const street = source.text(address, 'streetAddress')?.split(', ') ?? []
  for (const [index, line] of street.entries()) put(`contacts[1]/addresses[1]/lines[${index + 1}]`, line)
  for (const [member, field] of addressFields) put(`contacts[1]/addresses[1]/${field}`, source.text(address, member))
  const region = source.text(address, 'addressRegion')
  put(`contacts[1]/addresses[1]/${/^[A-Z]{2}$/.test(region ?? '') ? 'regionCode' : 'region'}`, region)
  const phone = source.groups(profile, 'phone', /^(?:\+(\d+)-)?(?:(\d+)-)?(\d[\d-]*?)(?: ext\. (.+))?$/)
  for (const [index, field] of ['countryPrefix', 'areaCode', 'number', 'extension'].entries()) {
    put(`contacts[1]/phones[1]/${field}`, phone[index])
  }
  put('contacts[1]/emails[1]/address', source.text(profile, 'email'))
  put('contacts[1]/urls[1]/address', source.text(profile, 'url'))
}

function readIdentifier(source: ClrSource, entry: JsonObject, put: Put, isSchoolCode: boolean): void {
  const type = entry['identifierType']
  const value = entry['identifier']
  if (typeof type !== 'string' || typeof value !== 'string') return
  const field = isSchoolCode ? 'CEEBACT' : Object.hasOwn(identifierFields, type) ? identifierFields[type] : undefined
  if (field !== undefined) put(`identifiers/${field}`, value)
  else if (type === 'ext:LocalOrganizationID') {
    const [qualifier, ...code] = value.split(':')
    put('localIdentifier/qualifier', code.length > 0 ? qualifier : undefined)
    put('localIdentifier/code', code.length > 0 ? code.join(':') : qualifier)
  } else return
  for (const member of ['identifier', 'identifierType']) source.use(entry, member)
}
