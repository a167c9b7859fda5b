import { parseUrl } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { FetchJson } from '../remote-documents/interface.js'
import { keyOfDidIssuer } from './did-issuer.js'
import { keyOfHttpsIssuer } from './https-issuer.js'
import type {
  DidResolver,
  KeyLookup,
  KeyNames,
  KeyQuery,
  ResolvedVerificationMethod,
  VerificationRelationship,
} from './interface.js'

/** What {@link resolveVerificationMethod} and {@link resolveHeaderKey} work with. */
export interface ResolveVerificationMethodOptions {
  /** Who must control the key: the `id` of a credential's issuer, or of a presentation's holder. */
  readonly issuer: string
  /** Resolves the DID of the issuer; see {@link didResolver}. */
  readonly resolver: DidResolver
  /** Fetches from the origin of an https issuer; see {@link fetchJsonFrom}. */
  readonly fetchJson: FetchJson
  /** When the key must be in use. Default: the time of the call. */
  readonly now?: Date | undefined
  /**
   * What the issuer must list the key for: `assertionMethod` for credentials, `authentication` for presentations.
   * Default `assertionMethod`.
   */
  readonly relationship?: VerificationRelationship | undefined
}

/** The same, with every default in place. */
export type IssuerKeyOptions = Required<{
  [K in keyof ResolveVerificationMethodOptions]: NonNullable<ResolveVerificationMethodOptions[K]>
}>

/** The same for one key, with what messages call it. */
export type NamedKeyOptions = IssuerKeyOptions & { readonly names: KeyNames }

/** Returns the options with their defaults. */
export function withDefaults(options: ResolveVerificationMethodOptions): IssuerKeyOptions {
  return { ...options, now: options.now ?? new Date(), relationship: options.relationship ?? 'assertionMethod' }
}

/** Returns what the issuer says about a key, wherever its kind of id keeps its keys; one that is no place has none. */
export async function keyOfIssuer(query: KeyQuery, options: NamedKeyOptions): Promise<KeyLookup> {
  const { issuer } = options
  if (hasCredentials(issuer)) {
    const detail = 'The URL of the issuer has a user name or password in front of its host.'
    return { outcome: 'refused', problem: problem('verification-method-invalid', '', detail) }
  }
  if (issuer.startsWith('did:')) return keyOfDidIssuer(query, options)
  return originOf(issuer) === undefined ? { outcome: 'not-listed' } : keyOfHttpsIssuer(query, options)
}

/** The origin of an https URL. */
export function originOf(url: string): string | undefined {
  const parsed = parseUrl(url)
  return parsed?.protocol === 'https:' ? parsed.origin : undefined
}

/** `https://uni.example@other.example/` is a URL of other.example, however it looks. */
function hasCredentials(url: string): boolean {
  const { username = '', password = '' } = parseUrl(url) ?? {}
  return username !== '' || password !== ''
}

/** A key that may not be used. */
export function refusedKey(
  code: 'verification-method-invalid' | 'key-not-issuers' | 'key-malformed' | 'key-unsupported' | 'jwt-header',
  detail: string,
): ResolvedVerificationMethod & { readonly ok: false } {
  return { ok: false, reason: 'refused', problem: problem(code, '', detail) }
}
