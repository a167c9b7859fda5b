import type { JsonObject, Problem } from '@testamur/documents'
import type { PublicKey } from '../keys/interface.js'

/** Result of resolving a DID; the shape of DID Resolution 0.3 and of the `did-resolver` package. */
export interface DidResolutionResult {
  readonly didResolutionMetadata: {
    /** Absent when the DID was resolved; otherwise `notFound`, `invalidDid` and so on. */
    readonly error?: string | undefined
    /** Why, from Testamur's own resolvers. */
    readonly problem?: Problem | undefined
    readonly [member: string]: unknown
  }
  /** Never looked at beside an `error`. */
  readonly didDocument: object | null
  readonly didDocumentMetadata: { readonly deactivated?: boolean | undefined; readonly [member: string]: unknown }
}

/** Resolves DIDs; a `Resolver` of the `did-resolver` package fits. */
export interface DidResolver {
  resolve(did: string): Promise<DidResolutionResult>
}

/** Fetches a JSON document by https URL, guarded and bounded; the caller decides where from. */
export type FetchJson = (url: string) => Promise<FetchJsonResult>
/** The document, or the problem that kept it away. */
export type FetchJsonResult =
  | {
      readonly ok: true
      readonly document: JsonObject
      /** Where the document came from after redirects; absent when there were none. */
      readonly url?: string | undefined
    }
  | { readonly ok: false; readonly problem: Problem }

/** How the issuer vouches for a key. */
export type KeyConfirmation =
  /** The issuer's DID document, or its profile or JWKS on its own origin, lists the key; or the issuer is the key. */
  | 'issuer'
  /** Nobody but the credential itself says that the key is the issuer's. */
  | 'self-asserted'

/** What resolving a verification method came to. */
export type ResolvedVerificationMethod =
  | { readonly ok: true; readonly id: string; readonly publicKey: PublicKey; readonly confirmation: KeyConfirmation }
  | {
      readonly ok: false
      /** `unobtainable`: could not be fetched, try again. `refused`: fetched or known, and not acceptable. */
      readonly reason: 'unobtainable' | 'refused'
      readonly problem: Problem
    }

/** What one place that may list an issuer's keys says about one key. */
export type KeyLookup =
  | { readonly outcome: 'listed'; readonly publicKey: PublicKey }
  | { readonly outcome: 'not-listed' }
  | { readonly outcome: 'refused' | 'unobtainable'; readonly problem: Problem }
