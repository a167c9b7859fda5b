export { canonicalizationCache } from './canonicalization-cache.js'
export { canonicalize } from './canonicalize.js'
export { type RefusedEngineOption, refusedEngineOption } from './engine-options.js'
export type { CanonicalizeFastOptions, FastResult } from './fast.js'
export { canonicalizeFast } from './fast.js'
export type {
  CanonicalizationCache,
  CanonicalizeOptions,
  CanonicalizeResult,
  Canonicalizer,
  EngineOptions,
  FallbackLimits,
  HashAlgorithm,
} from './interface.js'
export { canonicalizeByReference } from './reference.js'
export { statementProblems } from './statement-problems.js'
