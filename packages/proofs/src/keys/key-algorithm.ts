import { ProofsError } from '../errors.js'
import { es256Keys, es384Keys } from './ecdsa.js'
import { ed25519Keys } from './ed25519.js'
import type { KeyAlgorithm, SignatureAlgorithm } from './interface.js'
import { rs256Keys } from './rsa.js'

/** The algorithms whose keys Testamur itself can make, hold and check. */
export const keyAlgorithms: readonly KeyAlgorithm[] = [ed25519Keys, es256Keys, es384Keys, rs256Keys]

/**
 * Returns what Testamur can do with keys of an algorithm.
 * @throws {ProofsError} `ERR_ALGORITHM_UNSUPPORTED`
 */
export function keyAlgorithm(algorithm: SignatureAlgorithm): KeyAlgorithm {
  const found = keyAlgorithms.find((known) => known.algorithm === algorithm)
  if (found !== undefined) return found
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `Keys for the algorithm ${algorithm} are not supported`, {
    advice: `Supported: ${keyAlgorithms.map((known) => known.algorithm).join(', ')}`,
  })
}
