export type { CanonicalizeOptions, CanonicalizeResult, Canonicalizer } from './interface.js'
export { canonicalizeByReference } from './reference.js'
