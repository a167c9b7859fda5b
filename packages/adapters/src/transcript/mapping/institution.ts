import type { ProfileInput } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { LocalIdentifier, Organization, OrganizationIdentifiers } from '../model/index.js'

/** Open Badges has no type for these code systems, so they are extensions. Both College Board codes are CEEB codes. */
export const identifierTypes: Readonly<Record<keyof OrganizationIdentifiers, `ext:${string}`>> = {
  OPEID: 'ext:OPEID',
  NCHELPID: 'ext:NCHELPID',
  IPEDS: 'ext:IPEDS',
  ATP: 'ext:CEEB',
  FICE: 'ext:FICE',
  ACT: 'ext:ACT',
  CCD: 'ext:CCD',
  PSS: 'ext:PSS',
  CEEBACT: 'ext:CEEB',
  CSIS: 'ext:CSIS',
  USIS: 'ext:USIS',
  ESIS: 'ext:ESIS',
  PSIS: 'ext:PSIS',
  DUNS: 'ext:DUNS',
  MutuallyDefined: 'ext:MutuallyDefined',
  APAS: 'ext:APAS',
  GEOCode: 'ext:GEOCode',
}
export const identifierNames = Object.keys(identifierTypes) as (keyof OrganizationIdentifiers)[]
export const localIdentifierType = 'ext:LocalOrganizationID'

/** Codes that many institutions have: that of the place, and whatever two parties agreed on. */
const weakTypes: ReadonlySet<string> = new Set([identifierTypes.MutuallyDefined, identifierTypes.GEOCode])
const strongTypes: ReadonlySet<string> = new Set(Object.values(identifierTypes).filter((type) => !weakTypes.has(type)))

/** What tells which institution one is. */
interface Institution {
  readonly name: string | undefined
  /** Its codes, each by its identifier type; an institution can have several of one type. */
  readonly codes: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  readonly local: LocalIdentifier | undefined
}

/** Returns what tells which institution an organization of a transcript is. */
export function institutionOf({ names, identifiers, localIdentifier }: Organization): Institution {
  const entries = identifierNames.map((name) => [identifierTypes[name], identifiers[name]] as const)
  return institution(names[0], entries, localIdentifier)
}

/** Returns what tells which institution a profile is. */
export function institutionOfProfile({ name, otherIdentifier }: ProfileInput): Institution {
  const entries = (otherIdentifier ?? []).map((each) => [each.identifierType, each.identifier] as const)
  const local = entries.find(([type]) => type === localIdentifierType)?.[1]
  const [, qualifier, code] = /^(?:([^:]*):)?(.*)$/s.exec(local ?? '') ?? []
  return institution(name ?? undefined, entries, local === undefined ? undefined : { code, qualifier })
}

function institution(
  name: string | undefined,
  entries: readonly (readonly [type: string, code: string | undefined])[],
  local: LocalIdentifier | undefined,
): Institution {
  const known = entries.filter(([type, code]) => code !== undefined && strongTypes.has(type))
  return {
    name,
    codes: new Set(known.map((entry) => entry.join(' '))),
    types: new Set(known.map(([type]) => type)),
    local: local?.code === undefined ? undefined : local,
  }
}

/**
 * True when two institutions are one. Codes decide: all types that both have must agree. Where they share none, the
 * numbers that a state or district gave them do; and where those do not tell either, the names must be equal.
 */
export function isSameInstitution(one: Institution, other: Institution): boolean {
  return agree(one, other) ?? isSameName(one.name, other.name)
}

/** True when two names are equal, however they are written. */
export function isSameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) === plain(other)
}

/**
 * True when the issuer is the institution that sent the transcript: because the caller says so, or because codes or names
 * agree, or because the caller gives no name.
 */
export function isIssuer(sender: Organization, { issuer, issuerIsSender }: ClrFromTranscriptOptions): boolean {
  if (issuerIsSender !== undefined) return issuerIsSender
  const [one, other] = [institutionOfProfile(issuer), institutionOf(sender)]
  return agree(one, other) ?? (one.name === undefined || isSameName(one.name, other.name))
}

/** Whether codes say that two institutions are one; `undefined` when they do not tell. */
function agree(one: Institution, other: Institution): boolean | undefined {
  const shared = [...one.types].filter((type) => other.types.has(type))
  if (shared.length === 0) return agreeLocally(one.local, other.local)
  const equal = [...one.codes].filter((code) => other.codes.has(code))
  return shared.every((type) => equal.some((code) => code.startsWith(`${type} `)))
}

/** Numbers without a qualifier can tell two institutions apart; that they are one takes who gave the number. */
function agreeLocally(one: LocalIdentifier | undefined, other: LocalIdentifier | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return undefined
  const isQualified = one.qualifier !== undefined && other.qualifier !== undefined
  if (isQualified && one.qualifier !== other.qualifier) return undefined
  if (one.code !== other.code) return false
  return isQualified ? true : undefined
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toUpperCase()
}
