export { bundledContext, bundledContexts, contextSource, contextUrls } from './contexts/index.js'
export type { BundledContext, ContextDocument, ContextSource } from './contexts/interface.js'
export type { ContextMember, Proof, VerifiableCredential } from './envelope.js'
export type { DocumentsErrorCode, TestamurErrorOptions } from './errors.js'
export { TestamurError } from './errors.js'
export type { GuardedFetchOptions, GuardedFetchResult, LookupAddresses } from './fetch/index.js'
export { guardedFetch } from './fetch/index.js'
export type { JsonLimits, JsonObject, JsonValue, ParseJsonResult } from './json/index.js'
export {
  canonicalJson,
  childPointer,
  defaultJsonLimits,
  jsonValueProblem,
  parseJson,
  valueAtPointer,
} from './json/index.js'
export type { LinkedDataOptions, Quad, QuadsResult, RdfTerm } from './json-ld/index.js'
export { quadsFromDocument } from './json-ld/index.js'
export type { Problem, ProblemCatalog, ProblemFactory, ProblemTypeName } from './problem.js'
export { problemFactory, problemTypes } from './problem.js'
export type { DocumentsProblemCode } from './problems.js'
export type { TermFault, TermFaultCode, UndefinedTermsOptions } from './terms/index.js'
export { undefinedTerms } from './terms/index.js'
