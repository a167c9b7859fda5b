import type { Cryptosuite } from './interface.js'
import { selectiveDisclosureCryptosuite } from './selective-disclosure-cryptosuite.js'

/**
 * ECDSA with selective disclosure (VC Data Integrity ECDSA Cryptosuites 1.0 §3.6), by the package
 * `@digitalbazaar/ecdsa-sd-2023-cryptosuite`, which has to be installed. Signing makes a base proof that always discloses
 * what it must and lets the holder choose the rest; `addBaseProof` of `@testamur/proofs/selective-disclosure` can ask for
 * more. Only derived proofs are verified: a base proof is between issuer and holder.
 *
 * @example
 * ```ts
 * import { ecdsaSd2023 } from '@testamur/proofs/cryptosuites'
 *
 * console.log(ecdsaSd2023.algorithms) // [ 'ES256' ]
 * ```
 */
export const ecdsaSd2023: Cryptosuite = selectiveDisclosureCryptosuite({ id: 'ecdsa-sd-2023', algorithms: ['ES256'] })
