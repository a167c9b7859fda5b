export { canonicalizationCache } from './canonicalization-cache.js'
export type {
  CanonicalizationCache,
  CanonicalizeOptions,
  CanonicalizeResult,
  Canonicalizer,
  HashAlgorithm,
} from './interface.js'
export { canonicalizeByReference } from './reference.js'
