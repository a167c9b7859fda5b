import type { ContextSource, JsonObject } from '@testamur/documents'
import type { EngineOptions } from '@testamur/proofs'
import type { DidResolver, FetchDocument, FetchJson, RemoteDocumentCache } from '@testamur/proofs/dids'
import type { StatusLists } from './status-lists.js'

/** Bounds that one call of {@link verify} keeps. */
export interface VerifyLimits {
  /** Largest document in bytes. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /** Deepest nesting of arrays and objects. Default, and at most, 128. */
  readonly maxDepth?: number | undefined
  /** Most credentials and endorsements inside a document, at all depths together. Default 10,000. */
  readonly maxInnerCredentials?: number | undefined
  /** How deep credentials may stand inside one another. Default 4. */
  readonly maxInnerDepth?: number | undefined
  /** Most proofs on one credential. Default 8. */
  readonly maxProofs?: number | undefined
  /** Most documents that one call fetches. Default 64. */
  readonly maxRemoteDocuments?: number | undefined
  /** Most documents that one call fetches from one host. Default 16. */
  readonly maxRemoteDocumentsPerHost?: number | undefined
  /** Most bytes that a status list unpacks to. Default 16 MiB: 134,217,728 entries of one bit. */
  readonly maxStatusListBytes?: number | undefined
  /** Longest time that all fetching of one call takes together, in milliseconds. Default 30,000. */
  readonly maxFetchTimeMs?: number | undefined
}

/** Options of {@link verify}; safe by default. With `engine: 'both'`, `ERR_ENGINES_DIFFER` is thrown when they differ. */
export interface VerifyOptions extends EngineOptions {
  /**
   * Documents by URL, read instead of the network: DID documents, issuer profiles, key sets, contexts that are not
   * bundled.
   */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /** Never use the network; what is not in `documents` cannot be obtained. Default false. */
  readonly offline?: boolean | undefined
  /** Resolves DID methods other than did:key, did:jwk and did:web. */
  readonly resolver?: DidResolver | undefined
  /** Replaces the transport of guarded fetching. Default: the platform's, connected to the address that was checked. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Keeps what is fetched for later calls; see `remoteDocumentCache`. Default: nothing is kept. */
  readonly cache?: RemoteDocumentCache | undefined
  /** The time to judge validity at. Default: the time of the call. */
  readonly now?: Date | (() => Date) | undefined
  /** Ends fetching early; what was not fetched is then undetermined. */
  readonly signal?: AbortSignal | undefined
  /** Bounds against hostile documents. */
  readonly limits?: VerifyLimits | undefined
  /** Count a key that only the credential itself says is the issuer's, with a warning. Default false: rejected. */
  readonly acceptSelfAssertedKeys?: boolean | undefined
  /** Accept inline contexts that rename or redefine known terms. Default false: rejected. */
  readonly allowInlineContexts?: boolean | undefined
  /** What a schema violation does: `reject` (default), or `warn`. */
  readonly schema?: 'reject' | 'warn' | undefined
  /** Refuse a token that leaves out a claim the specification asks for. Default false: a warning. */
  readonly requireClaims?: boolean | undefined
  /**
   * Who may issue status lists for others, by issuer id. Default none: a list of another issuer than the credential's
   * leaves the status undetermined.
   */
  readonly trustedStatusIssuers?: readonly string[] | undefined
  /** Validators for schemas that are not 1EdTech's, by the `id` of the `credentialSchema`. Default none. */
  readonly schemaValidators?: Readonly<Record<string, SchemaValidator>> | undefined
  /** Who shows the credential: it must be about this person. Default: not checked. */
  readonly recipient?: Recipient | undefined
  /** The challenge that a presentation must answer. Default: any, with a warning. */
  readonly challenge?: string | undefined
  /** The domain that a presentation must be meant for (a token: among others). Default: any. */
  readonly domain?: string | undefined
}

/** Returns what is wrong with a credential by a schema that the caller knows; nothing when it fits. */
export type SchemaValidator = (
  credential: JsonObject,
) => readonly SchemaViolation[] | Promise<readonly SchemaViolation[]>

/** One way in which a credential breaks a schema. */
export interface SchemaViolation {
  /** JSON Pointer into the credential. */
  readonly pointer: string
  readonly message: string
}

/** What is known about the person who shows a credential: at least one of the two. */
export interface Recipient {
  /** The id of the subject, for instance the DID of a wallet. */
  readonly id?: string | undefined
  /** Identifiers by their type, such as `{ emailAddress: 'a@example.com' }`; compared as they are, case included. */
  readonly identifiers?: Readonly<Record<string, string>> | undefined
}

/** What one call of verify works with, at every depth. */
export interface Verification {
  readonly options: VerifyOptions
  readonly limits: { readonly [K in keyof VerifyLimits]-?: number }
  readonly now: Date
  readonly contexts: ContextSource
  readonly resolver: DidResolver
  readonly fetchJson: FetchJson
  readonly fetchDocument: FetchDocument
  readonly statusLists: StatusLists
  /** How many inner credentials may still be looked at. */
  readonly budget: { innerCredentials: number }
}
