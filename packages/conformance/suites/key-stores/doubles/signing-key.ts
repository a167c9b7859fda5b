import { constants, generateKeyPairSync, type KeyObject, privateEncrypt, sign } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'

/** A key inside a double of a key service: node:crypto's, but for ECDSA over digests, which only noble makes. */
export interface SigningKey {
  readonly algorithm: SignatureAlgorithm
  readonly publicKey: KeyObject
  readonly created: Date
  /** Signs a message: Ed25519. */
  signMessage(message: Uint8Array): Uint8Array
  /** Signs a digest: ECDSA as DER or r‖s, RSA with PKCS #1. */
  signDigest(digest: Uint8Array, form?: 'der' | 'compact'): Uint8Array
}

/** What stands before a SHA-256 digest (RFC 8017 §9.2, note 1). */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** Makes a key. RSA keys have 2048 bits, whatever they are called, and there are only four: they take long to make. */
export function newSigningKey(algorithm: SignatureAlgorithm): SigningKey {
  const { publicKey, privateKey } = newPair(algorithm)
  return {
    algorithm,
    publicKey,
    created: new Date(),
    signMessage: (message) => sign(null, message, privateKey),
    signDigest(digest, form = 'der') {
      const bytes = algorithm === 'ES384' ? 48 : 32
      // What the services do when the digest does not fit the key.
      if (digest.length !== bytes) throw new Error('this is no digest for the key')
      if (algorithm === 'RS256') {
        const key = { key: privateKey, padding: constants.RSA_PKCS1_PADDING }
        return privateEncrypt(key, Buffer.concat([digestInfo, digest]))
      }
      const scalar = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')
      return (algorithm === 'ES384' ? p384 : p256).sign(digest, scalar, { prehash: false, lowS: false, format: form })
    },
  }
}

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** The RSA keys, the least recently used first. */
const rsaPairs: Pair[] = []

function newPair(algorithm: SignatureAlgorithm): Pair {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519')
  if (algorithm === 'RS256') {
    if (rsaPairs.length < 4) rsaPairs.push(generateKeyPairSync('rsa', { modulusLength: 2048 }))
    else rsaPairs.push(rsaPairs.shift() as Pair)
    return rsaPairs.at(-1) as Pair
  }
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'ES384' ? 'P-384' : 'P-256' })
}
