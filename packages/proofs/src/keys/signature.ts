import { ProofsError } from '../errors.js'
import type { PublicKey } from './interface.js'
import { keyAlgorithm } from './key-algorithm.js'
import { decodeMultikey } from './multikey.js'

/** What {@link verifySignature} checks against. */
export interface VerifySignatureOptions {
  /** The raw signature; for EdDSA 64 bytes. */
  readonly signature: Uint8Array
  readonly publicKey: PublicKey
}

/**
 * True when the signature is the key's over `data`. Says nothing about whose key it is.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when the Multikey is malformed or for another algorithm than the key says;
 * `ERR_ALGORITHM_UNSUPPORTED`.
 * @example
 * ```ts
 * import { generatePrivateJwk, keyPairFromJwk, verifySignature } from '@testamur/proofs/keys'
 *
 * const { publicKey, sign } = await keyPairFromJwk(await generatePrivateJwk())
 * const data = new TextEncoder().encode('to whom it may concern')
 * console.log(await verifySignature(data, { signature: await sign(data), publicKey })) // true
 * ```
 */
export async function verifySignature(data: Uint8Array, options: VerifySignatureOptions): Promise<boolean> {
  const { signature, publicKey } = options
  const decoded = decodeMultikey(publicKey.publicKeyMultibase)
  if (decoded?.algorithm !== publicKey.algorithm) {
    throw new ProofsError('ERR_INVALID_KEY', `publicKeyMultibase is no key for ${publicKey.algorithm}`, {
      advice: 'Give the key in Multikey form: for Ed25519 a text that starts with z6Mk',
    })
  }
  return keyAlgorithm(publicKey.algorithm).verify(signature, data, decoded.bytes)
}
