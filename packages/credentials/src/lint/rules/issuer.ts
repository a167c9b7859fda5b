import type { JsonValue } from '@testamur/documents/json'
import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, isObject, memberOf, objectsAt } from '../../validate/located.js'
import type { LintRecord, LintReport, LintRule, LintSettings } from '../interface.js'
import { textAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'issuer-name-missing'
  | 'issuer-url-missing'
  | 'issuer-image-missing'
  | 'institution-identifier-missing'
  | 'accreditation-missing'

/** An issuer by its id, and every profile in the record that says something about it. */
interface Issuer {
  readonly id: JsonValue | undefined
  /** Where it is named first. */
  readonly pointer: string
  readonly profiles: readonly Located[]
}

/** Q08: the issuer says who it is, in terms that others know too. */
export const issuer: LintRule<Code> = {
  id: 'Q08',
  title: 'The issuer says who it is',
  why: 'A record is worth as much as its issuer: readers want to recognise it, and to look it up.',
  source: sources.profile,
  level: 'warning',
  codes: {
    'issuer-name-missing': {},
    'issuer-url-missing': {},
    'issuer-image-missing': {},
    'institution-identifier-missing': {
      why: 'Names are alike and change; offices that receive records know institutions by the code of a register.',
      source: sources.clrGuide,
    },
    'accreditation-missing': {
      why: 'Admission and transfer offices ask first whether the institution is accredited, and by whom.',
      source: sources.microcredentials,
    },
  },
  check: (record, report) => {
    const endorsed = new Set(record.instancesOf('EndorsementSubject').map(({ value }) => memberOf(value, 'id')))
    for (const each of issuersOf(record)) {
      checkPresentation(each, report)
      if (!each.profiles.some((profile) => hasInstitutionIdentifier(profile, record.settings))) {
        const message =
          'The issuer has no identifier of a public register: add its OPEID, IPEDS, ROR or other code as `otherIdentifier`.'
        report('institution-identifier-missing', each.pointer, message)
      }
      if ((each.id !== undefined && endorsed.has(each.id)) || each.profiles.some(statesAccreditation)) continue
      const message =
        'The issuer says nothing of accreditation: name the accreditor in `description`, or add its `endorsement`.'
      report('accreditation-missing', each.pointer, message)
    }
  },
}

/** The issuers of what is awarded and of the records, each once: what one credential leaves out another may say. */
function issuersOf({ awards, learnerRecords, instancesOf }: LintRecord): Issuer[] {
  const profilesById = new Map<JsonValue | undefined, Located[]>()
  for (const profile of instancesOf('Profile')) {
    const id = memberOf(profile.value, 'id')
    const known = profilesById.get(id)
    if (known === undefined) profilesById.set(id, [profile])
    else known.push(profile)
  }
  const issuers = new Map<JsonValue | undefined, Issuer>()
  for (const { credential } of [...learnerRecords, ...awards]) {
    const held = memberOf(credential.value, 'issuer')
    const id = isObject(held) ? memberOf(held, 'id') : held
    if (held === undefined || issuers.has(id)) continue
    // An issuer without an id is nobody else's profile.
    const profiles = id === undefined ? objectsAt(credential, 'issuer') : (profilesById.get(id) ?? [])
    issuers.set(id, { id, pointer: childPointer(credential.pointer, 'issuer'), profiles })
  }
  return [...issuers.values()]
}

function checkPresentation({ id, pointer, profiles }: Issuer, report: LintReport<Code>): void {
  const has = (member: string): boolean => profiles.some((profile) => hasMember(profile, member))
  if (!has('name')) report('issuer-name-missing', pointer, 'The issuer has no `name`: write what it is called.')
  if (!has('url')) report('issuer-url-missing', pointer, 'The issuer has no `url`: write the address of its web site.')
  if (has('image') || (typeof id === 'string' && id.startsWith('did:'))) return
  const message =
    'The issuer has neither an `image` nor a DID as its `id`: add the one or the other to recognise it by.'
  report('issuer-image-missing', pointer, message)
}

/** True for an identifier of one of the types, and for one of any type whose form says what it is. */
function hasInstitutionIdentifier(profile: Located, settings: LintSettings): boolean {
  const names = objectsAt(profile, 'otherIdentifier').some((entry) => {
    const type = textAt(entry, 'identifierType').toLowerCase().replace(/^ext:/, '')
    return settings.institutionIdentifiers.includes(type) || isRegisterEntry(textAt(entry, 'identifier'))
  })
  if (names || isRegisterEntry(textAt(profile, 'id'))) return true
  return objectsAt(profile, 'parentOrg').some((parent) => hasInstitutionIdentifier(parent, settings))
}

/** A ROR address, or a CTID. */
const isRegisterEntry = (text: string): boolean =>
  /^https:\/\/ror\.org\/\w|(?:^|\/)ce-[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)

function statesAccreditation(profile: Located): boolean {
  if (['endorsement', 'endorsementJwt'].some((member) => hasMember(profile, member))) return true
  if (Object.keys(profile.value).some((member) => /accredit/i.test(member))) return true
  return /accredit/i.test(textAt(profile, 'description')) || objectsAt(profile, 'parentOrg').some(statesAccreditation)
}
