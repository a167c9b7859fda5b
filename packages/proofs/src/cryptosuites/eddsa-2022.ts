import type { Cryptosuite } from './interface.js'
import { rdfcCryptosuite } from './rdfc-cryptosuite.js'

/**
 * What drafts called `eddsa-rdfc-2022`: the same steps, and a proof that keeps the old name. Some records in circulation
 * have it; new ones are better signed under the new name.
 *
 * @example
 * ```ts
 * import { eddsa2022 } from '@testamur/proofs/cryptosuites'
 *
 * console.log(eddsa2022.algorithms) // [ 'EdDSA' ]
 * ```
 */
export const eddsa2022: Cryptosuite = rdfcCryptosuite({ id: 'eddsa-2022', algorithms: ['EdDSA'] })
