import type { Cryptosuite } from './interface.js'
import { selectiveDisclosureCryptosuite } from './selective-disclosure-cryptosuite.js'

/**
 * BBS with selective disclosure (VC Data Integrity BBS Cryptosuites 1.0), by the package
 * `@digitalbazaar/bbs-2023-cryptosuite`, which has to be installed. It verifies derived proofs. BBS signs lists of
 * messages, which no `Signer` does: base proofs are made by `addBaseProof` of
 * `@testamur/proofs/selective-disclosure`, with a `BbsSigner`.
 *
 * @example
 * ```ts
 * import { bbs2023 } from '@testamur/proofs/cryptosuites'
 *
 * console.log(bbs2023.algorithms) // [ 'BBS' ]
 * ```
 */
export const bbs2023: Cryptosuite = selectiveDisclosureCryptosuite({ id: 'bbs-2023', algorithms: ['BBS'] })
