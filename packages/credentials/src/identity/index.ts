export { identityObject, matchesIdentity } from './identity-object.js'
export type { IdentityInput, IdentityOptions, RandomSource } from './interface.js'
export { randomSource } from './random-source.js'
