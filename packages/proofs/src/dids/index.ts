export type {
  FetchBudgetLimits,
  FetchDocument,
  FetchDocumentOptions,
  FetchDocumentResult,
  FetchJson,
  FetchJsonResult,
  KeptFetchResult,
  RemoteDocumentCache,
  RemoteDocumentCacheOptions,
  RemoteDocumentRequest,
  RemoteDocuments,
  RemoteDocumentsOptions,
} from '../remote-documents/index.js'
export { fetchJsonFrom, remoteDocumentCache, remoteDocumentsFrom } from '../remote-documents/index.js'
export { describeDid } from './describe-did.js'
export { didJwkDocument, didJwkResolver } from './did-jwk.js'
export { didKeyDocument, didKeyResolver } from './did-key.js'
export type { DidResolverOptions } from './did-resolver.js'
export { didResolver } from './did-resolver.js'
export { didWebResolver, didWebUrl } from './did-web.js'
export type {
  DidResolutionResult,
  DidResolver,
  KeyConfirmation,
  ResolvedVerificationMethod,
  VerificationRelationship,
} from './interface.js'
export type { ResolveVerificationMethodOptions } from './issuer-key.js'
export type { TokenHeaderKey } from './resolve-header-key.js'
export { resolveHeaderKey } from './resolve-header-key.js'
export { resolveVerificationMethod } from './resolve-verification-method.js'
