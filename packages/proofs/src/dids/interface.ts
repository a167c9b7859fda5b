import type { Problem } from '@testamur/documents'
import type { PublicKey, VerificationKey } from '../keys/interface.js'

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

/** What a key is listed for (Controlled Identifiers 1.0 §2.3): issuing credentials, or presenting as their holder. */
export type VerificationRelationship = 'assertionMethod' | 'authentication'

/** How the issuer vouches for a key. */
export type KeyConfirmation =
  /** The issuer's DID document, or its profile or JWKS on its own origin, lists the key; or the issuer is the key. */
  | 'issuer'
  /** Nobody but the credential itself says that the key is the issuer's. */
  | 'self-asserted'

/** What resolving a verification method, or the key in the header of a token, came to. */
export type ResolvedVerificationMethod<Key extends VerificationKey = VerificationKey> =
  | {
      readonly ok: true
      /** URL of the key; for a key that only the header of a token holds, its did:key. */
      readonly id: string
      readonly publicKey: Key
      readonly confirmation: KeyConfirmation
      /** Beside `self-asserted`: why the issuer, who may well confirm the key, could not be asked. */
      readonly unobtainable?: Problem | undefined
    }
  | {
      readonly ok: false
      /** `unobtainable`: could not be fetched, try again. `refused`: fetched or known, and not acceptable. */
      readonly reason: 'unobtainable' | 'refused'
      readonly problem: Problem
    }

/** Which of an issuer's keys is looked for. */
export type KeyQuery =
  /** The key of that URL. */
  | { readonly id: string }
  /** That very key, under whatever name. */
  | { readonly publicKey: PublicKey }

/** How messages call a key, and who must control it. */
export interface KeyNames {
  /** Follows "the key": its id, or words such as "of the presentation". */
  readonly key: string
  /** An id, or words such as "the holder". */
  readonly controller: string
}

/** What one place that may list an issuer's keys says about one key. */
export type KeyLookup =
  | { readonly outcome: 'listed'; readonly publicKey: VerificationKey }
  | { readonly outcome: 'not-listed' }
  | { readonly outcome: 'refused' | 'unobtainable'; readonly problem: Problem }
