import type { Problem } from '@testamur/documents'
import type { Loss } from '../../transcript/index.js'
import type { ReadCase, ReadCasePackage } from '../interface.js'
import type {
  CfAssociation,
  CfAssociationGrouping,
  CfConcept,
  CfDocument,
  CfItem,
  CfItemAssociations,
  CfItemType,
  CfLicense,
  CfRubric,
  CfSubject,
} from '../model/index.js'

/** Credentials for a token by the client credentials grant (RFC 6749 §4.4). */
export interface ClientCredentials {
  /** Token endpoint of the authorization server. */
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Scopes to ask for. Default: none named. */
  readonly scope?: string | undefined
}

/** Options of `caseClient`; all but `baseUrl` are optional, and safe by default. */
export interface CaseClientOptions {
  /** Where the service is: `https://frameworks.example`, or with the path of a version: `…/ims/case/v1p0`. */
  readonly baseUrl: string
  /** Version of CASE to ask for. Default: that in the path of `baseUrl`, else `1.1`. */
  readonly version?: '1.0' | '1.1' | undefined
  /** Transport of all requests, those for tokens included. Default: the global `fetch`, read at the time of each call. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** What to get tokens with. They are sent to the service's own origin only. Default: none are sent. */
  readonly clientCredentials?: ClientCredentials | undefined
  /** Ends every call of the client early; its reason is thrown. */
  readonly signal?: AbortSignal | undefined
  /** Longest time for one attempt, redirects and body included; at most 2^31 - 1. Default 30,000. */
  readonly timeoutMs?: number | undefined
  /** Largest answer in bytes. Default 256 MiB. */
  readonly maxBytes?: number | undefined
  /** Most documents of one listing. Default 100,000. */
  readonly maxDocuments?: number | undefined
  /** Most attempts for one request that fails by 429, 5xx, the network or half an answer. Default 4. */
  readonly maxAttempts?: number | undefined
  /**
   * Longest wait before another attempt, at most 2^31 - 1; a service that wants a longer one is `ERR_CASE_BUSY`. Default
   * 60,000.
   */
  readonly maxWaitMs?: number | undefined
  /** Current time in milliseconds since 1970, for `Retry-After` and the age of tokens. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Waits before another attempt. Default: a timer that the signal ends. */
  readonly wait?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
  /** Permits plain http, for service and token endpoint. Default false. */
  readonly allowHttp?: boolean | undefined
}

/** Options of a single call. */
export interface CaseCallOptions {
  /** Ends the call early; its reason is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** Name of a member of documents. */
export type CaseField = keyof CfDocument

/** Name of a member, or the way to one below it: `licenseURI.title`. */
export type CaseFieldPath = CaseField | `${CaseField}.${string}`

/** A comparison of a member with a value; upper and lower case are the same to services. */
export interface CaseCondition {
  readonly field: CaseFieldPath
  /** `~` means: contains. For members with several values `=` is about all of them, `~` about any. */
  readonly is: '=' | '!=' | '>' | '>=' | '<' | '<=' | '~'
  /** Text without single quotes: the binding has no way to write them. */
  readonly value: string
}

/** One comparison, or two of which both or either must hold. */
export type CaseFilter =
  | CaseCondition
  | { readonly and: readonly [CaseCondition, CaseCondition] }
  | { readonly or: readonly [CaseCondition, CaseCondition] }

/** Which documents to list, and in which order. */
export interface ListDocumentsOptions extends CaseCallOptions {
  /** Documents per request. Default 100. */
  readonly limit?: number | undefined
  /** Documents to pass over. Default 0. */
  readonly offset?: number | undefined
  /** Member to sort by. A service that cannot sort by it keeps its own order. */
  readonly sort?: CaseFieldPath | undefined
  readonly orderBy?: 'asc' | 'desc' | undefined
  readonly filter?: CaseFilter | undefined
  /**
   * Members to return, `identifier` always among them. What the specification demands and is left out gets a stand-in.
   * Default: all.
   */
  readonly fields?: readonly CaseField[] | undefined
  /**
   * Asks on after a page that is shorter than `limit`, until one is empty: there are services that give fewer documents
   * than they are asked for, and neither a link to the next page nor a total. `false` saves the last request with services
   * that keep to `limit`. Default true.
   */
  readonly untilEmpty?: boolean | undefined
}

/** One page of documents. */
export interface DocumentPage extends ReadCase<readonly CfDocument[]> {
  /** Entries of the page, those included that cannot be read. */
  readonly count: number
  /** Number of all documents, as the service claims (`X-Total-Count`). */
  readonly total: number | undefined
  /** True when the service links to a next page. */
  readonly hasNext: boolean
}

/**
 * Documents of a service, read as they are asked for. What is odd about one comes with it; what is odd about the list
 * itself is here, as far as one has gone through it. Places are those in the list that all pages are parts of.
 */
export interface DocumentListing extends AsyncGenerator<ReadCase<CfDocument>, void, undefined> {
  /** Entries that are no document, and why; `case-listing-incomplete` when there are fewer than the service says. */
  readonly problems: readonly Problem[]
  /** The entries that are no document. */
  readonly losses: readonly Loss[]
}

/**
 * Asks a CASE service. Every call throws a `CaseServiceError` when it gets no answer, and returns what is odd about an
 * answer as problems. Identifiers are those of the objects.
 */
export interface CaseClient {
  /** Address that the paths of operations follow. */
  readonly serviceUrl: string
  /**
   * Goes through the documents, page by page as they are asked for; each document once.
   *
   * Stops at an empty page, and at one that the pages before it had whole; a total or a link alone never ends it.
   */
  listDocuments(options?: ListDocumentsOptions): DocumentListing
  /** Returns one page of documents. */
  getDocumentPage(options?: ListDocumentsOptions): Promise<DocumentPage>
  getDocument(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfDocument>>
  /**
   * Returns a whole framework: by the identifier of its document, or for a document from where it says, if that is at the
   * service's own origin.
   */
  getPackage(document: string | CfDocument, options?: CaseCallOptions): Promise<ReadCasePackage>
  getItem(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfItem>>
  /** Returns an item and the associations that it is an end of. */
  getItemAssociations(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfItemAssociations>>
  getAssociation(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfAssociation>>
  getAssociationGrouping(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfAssociationGrouping>>
  getRubric(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfRubric>>
  getLicense(identifier: string, options?: CaseCallOptions): Promise<ReadCase<CfLicense>>
  /** Returns the concept that was asked for, then its children. */
  getConcepts(identifier: string, options?: CaseCallOptions): Promise<ReadCase<readonly CfConcept[]>>
  /** Returns the subject that was asked for, then its children. */
  getSubjects(identifier: string, options?: CaseCallOptions): Promise<ReadCase<readonly CfSubject[]>>
  /** Returns the type that was asked for, then its children. */
  getItemTypes(identifier: string, options?: CaseCallOptions): Promise<ReadCase<readonly CfItemType[]>>
  /** Returns the service's description of itself: an OpenAPI document, as it is. */
  getServiceDescription(options?: CaseCallOptions): Promise<object>
}
