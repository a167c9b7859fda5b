import { ProofsError } from '../errors.js'
import { BoundedCache } from '../platform/bounded-cache.js'
import type { Verifier } from '../platform/interface.js'
import type { PublicKey, SignatureAlgorithm } from './interface.js'
import { keyAlgorithm } from './key-algorithm.js'
import { decodeMultikey } from './multikey.js'

/** What {@link verifySignature} checks against. */
export interface VerifySignatureOptions {
  /**
   * The raw signature: for EdDSA and ES256 64 bytes, for ES384 96 (r‖s; see {@link rawSignatureFromDer}), for RS256 as
   * many as the modulus has.
   */
  readonly signature: Uint8Array
  readonly publicKey: PublicKey
}

/** A key that is ready to check signatures. */
interface ReadyKey {
  readonly algorithm: SignatureAlgorithm
  readonly verify: Verifier
}

/**
 * Keys by their Multikey. A state issues with a handful; to decode one and to make a key object of it costs as much as
 * half a verification.
 */
const readyKeys = new BoundedCache<ReadyKey | undefined>(512)

/**
 * True when the signature is the key's over `data`; false also when it has the wrong length, and when the bytes of an
 * elliptic-curve key are no point of its curve. ES256, ES384 and RS256 hash the data themselves. Says nothing about
 * whose key it is.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when the Multikey is malformed or for another algorithm than the key says;
 * `ERR_ALGORITHM_UNSUPPORTED`, also for RS256 in a browser without WebCrypto (a page not loaded over https).
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
  const multikey = publicKey.publicKeyMultibase
  const key = readyKeys.getOrMake(multikey, () => readyKey(multikey))
  if (key?.algorithm !== publicKey.algorithm) {
    throw new ProofsError('ERR_INVALID_KEY', `publicKeyMultibase is no key for ${publicKey.algorithm}`, {
      advice: 'Give the key in Multikey form: for Ed25519 a text that starts with z6Mk',
    })
  }
  return key.verify(signature, data)
}

function readyKey(multikey: string): ReadyKey | undefined {
  const decoded = decodeMultikey(multikey)
  return decoded && { algorithm: decoded.algorithm, verify: keyAlgorithm(decoded.algorithm).verifier(decoded.bytes) }
}
