import { ProofsError } from '../errors.js'
import { ed25519Keys } from './ed25519.js'
import type { KeyAlgorithm, SignatureAlgorithm } from './interface.js'

/** The algorithms whose keys Testamur itself can make, hold and check. */
const algorithms: { readonly [algorithm in SignatureAlgorithm]?: KeyAlgorithm } = {
  EdDSA: ed25519Keys,
}

/**
 * Returns what Testamur can do with keys of an algorithm.
 * @throws {ProofsError} `ERR_ALGORITHM_UNSUPPORTED`
 */
export function keyAlgorithm(algorithm: SignatureAlgorithm): KeyAlgorithm {
  const found = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined
  if (found !== undefined) return found
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `Keys for the algorithm ${algorithm} are not supported`, {
    advice: `Supported: ${Object.keys(algorithms).join(', ')}`,
  })
}
