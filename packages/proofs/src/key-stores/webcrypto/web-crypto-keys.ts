import { ProofsError } from '../../errors.js'
import type { PublicKey, SignatureAlgorithm, Signer } from '../../keys/interface.js'
import { publicKeyFromJwk } from '../../keys/jwk.js'
import { verifySignature } from '../../keys/signature.js'

/** What WebCrypto calls the keys and signatures of each algorithm. */
const parameters: Readonly<Record<SignatureAlgorithm, { readonly key: object; readonly signature: Algorithm }>> = {
  EdDSA: { key: { name: 'Ed25519' }, signature: { name: 'Ed25519' } },
  ES256: { key: { name: 'ECDSA', namedCurve: 'P-256' }, signature: ecdsa('SHA-256') },
  ES384: { key: { name: 'ECDSA', namedCurve: 'P-384' }, signature: ecdsa('SHA-384') },
  RS256: {
    key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) },
    signature: { name: 'RSASSA-PKCS1-v1_5' },
  },
}

function ecdsa(hash: string): Algorithm & { readonly hash: string } {
  return { name: 'ECDSA', hash }
}

/** A key pair of WebCrypto whose private key is not extractable, and its public key as we know it. */
export interface WebCryptoKeyPair {
  readonly privateKey: CryptoKey
  readonly publicKey: PublicKey
}

/**
 * Makes a key pair.
 * @throws {ProofsError} `ERR_ALGORITHM_UNSUPPORTED`
 */
export async function generateWebCryptoKeyPair(algorithm: SignatureAlgorithm): Promise<WebCryptoKeyPair> {
  const key = parameters[algorithm]?.key
  try {
    const pair = await subtle().generateKey(key as EcKeyGenParams, false, ['sign', 'verify'])
    return await checkedWebCryptoKeyPair(pair)
  } catch (cause) {
    if (ProofsError.isInstance(cause)) throw cause
    throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `WebCrypto makes no keys for ${algorithm} here`, {
      advice: 'Ask for ES256, which every engine knows',
      cause,
    })
  }
}

/**
 * Returns a key pair that somebody else made.
 * @throws {ProofsError} `ERR_INVALID_KEY` when its private key can be exported or does not sign, its kind is not known, or
 * its halves do not belong together
 */
export async function checkedWebCryptoKeyPair({
  privateKey,
  publicKey: half,
}: CryptoKeyPair): Promise<WebCryptoKeyPair> {
  if (privateKey.extractable) {
    throw new ProofsError('ERR_INVALID_KEY', 'The private key can be exported, so it could leave the store', {
      advice: 'Make it with extractable: false',
    })
  }
  const publicKey = await subtle()
    .exportKey('jwk', half)
    .then((jwk) => publicKeyFromJwk({ ...jwk }))
    .catch(() => undefined)
  const data = crypto.getRandomValues(new Uint8Array(32))
  const signature = publicKey && (await signWith(privateKey, publicKey.algorithm, data).catch(() => undefined))
  if (publicKey && signature && (await verifySignature(data, { signature, publicKey })))
    return { privateKey, publicKey }
  throw new ProofsError('ERR_INVALID_KEY', 'These are no two halves of one key that signs here', {
    advice: 'Give a pair for Ed25519, ECDSA on P-256 or P-384, or RSASSA-PKCS1-v1_5 with SHA-256, with the usage sign',
  })
}

/** Returns what signs with a private key. */
export function webCryptoSign(privateKey: CryptoKey, algorithm: SignatureAlgorithm): Signer['sign'] {
  return (data) => signWith(privateKey, algorithm, data)
}

async function signWith(key: CryptoKey, algorithm: SignatureAlgorithm, data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle().sign(parameters[algorithm].signature, key, data as BufferSource))
}

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (found !== undefined) return found
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', 'WebCrypto is not there', {
    advice: 'Browsers have it on pages that were loaded over https only',
  })
}
