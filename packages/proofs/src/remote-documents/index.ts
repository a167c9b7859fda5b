export type { FetchBudgetLimits } from './fetch-budget.js'
export type {
  FetchDocument,
  FetchDocumentOptions,
  FetchDocumentResult,
  FetchJson,
  FetchJsonResult,
  KeptFetchResult,
  RemoteDocumentCache,
  RemoteDocumentRequest,
  RemoteDocuments,
} from './interface.js'
export type { RemoteDocumentCacheOptions } from './remote-document-cache.js'
export { remoteDocumentCache } from './remote-document-cache.js'
export type { RemoteDocumentsOptions } from './remote-documents.js'
export { fetchJsonFrom, remoteDocumentsFrom } from './remote-documents.js'
