export { didKeyDocument, didKeyResolver } from './did-key.js'
export type { DidResolverOptions } from './did-resolver.js'
export { didResolver } from './did-resolver.js'
export { didWebResolver, didWebUrl } from './did-web.js'
export type { FetchJsonLimits, FetchJsonOptions } from './fetch-json.js'
export { fetchJsonFrom } from './fetch-json.js'
export type {
  DidResolutionResult,
  DidResolver,
  FetchJson,
  FetchJsonResult,
  KeyConfirmation,
  ResolvedVerificationMethod,
} from './interface.js'
export type { ResolveVerificationMethodOptions } from './resolve-verification-method.js'
export { resolveVerificationMethod } from './resolve-verification-method.js'
