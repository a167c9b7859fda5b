import type { Cryptosuite } from './interface.js'
import { jcsCryptosuite } from './jcs-cryptosuite.js'

/**
 * ECDSA over canonical JSON (VC Data Integrity ECDSA Cryptosuites 1.0 §3.3): what `eddsa-jcs-2022` is for Ed25519. The
 * key decides on the hash, SHA-256 with P-256 and SHA-384 with P-384. Signatures are r‖s.
 *
 * @example
 * ```ts
 * import { ecdsaJcs2019 } from '@testamur/proofs/cryptosuites'
 *
 * console.log(ecdsaJcs2019.algorithms) // [ 'ES256', 'ES384' ]
 * ```
 */
export const ecdsaJcs2019: Cryptosuite = jcsCryptosuite({ id: 'ecdsa-jcs-2019', algorithms: ['ES256', 'ES384'] })
