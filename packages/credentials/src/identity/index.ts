export type { IdentityInput, IdentityOptions } from './identity-object.js'
export { identityObject, matchesIdentity } from './identity-object.js'
export type { RandomSource } from './random.js'
export { platformRandom } from './random.js'
