import { compressPoint, decompressPoint, type NistCurve, p256Curve, p384Curve } from '../platform/nist-curve.js'
import { algorithmOfIdentifier } from './asn1-algorithm.js'
import { derContent, derTypes, readDer } from './der.js'
import type { PublicKey, SignatureAlgorithm } from './interface.js'
import { encodeMultikey } from './multikey.js'
import { derFromPem } from './pem.js'

/**
 * Returns the public key of a `SubjectPublicKeyInfo` (RFC 5280 §4.1), as PEM text (`BEGIN PUBLIC KEY`) or as its DER
 * bytes. Undefined when it is none of Ed25519, P-256, P-384 and RSA, not in DER, no point of its curve, or an RSA key that
 * {@link decodeMultikey} would refuse. Key services and tokens give public keys in this form.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { publicKeyFromSpki } from '@testamur/proofs/keys'
 *
 * const { publicKey } = generateKeyPairSync('ed25519')
 * const key = publicKeyFromSpki(publicKey.export({ format: 'pem', type: 'spki' }).toString())
 * console.log(key?.algorithm) // EdDSA
 * ```
 */
export function publicKeyFromSpki(spki: string | Uint8Array): PublicKey | undefined {
  const der = typeof spki === 'string' ? derFromPem(spki, 'PUBLIC KEY') : spki
  const content = der && derContent(der, derTypes.sequence)
  const identifier = content && readDer(content, derTypes.sequence)
  const bits = identifier && derContent(identifier.rest, derTypes.bitString)
  const algorithm = identifier && algorithmOfIdentifier(identifier.content)
  // The first byte of a BIT STRING counts the bits that are left over at its end.
  if (algorithm === undefined || bits?.[0] !== 0) return undefined
  const bytes = rawKey(bits.subarray(1), algorithm)
  return bytes && encodeMultikey(algorithm, bytes)
}

/** Returns the raw bytes of a Multikey: as they are, but for points of NIST curves, which are compressed there. */
function rawKey(bytes: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array | undefined {
  if (algorithm === 'ES256') return compressed(bytes, p256Curve)
  if (algorithm === 'ES384') return compressed(bytes, p384Curve)
  return bytes
}

/** SEC 1 §2.3.3: 04 stands before both coordinates; 02 or 03 before the first alone. */
function compressed(bytes: Uint8Array, curve: NistCurve): Uint8Array | undefined {
  if (bytes[0] !== 4) return decompressPoint(curve, bytes) && bytes
  const half = 1 + curve.fieldBytes
  return compressPoint(curve, { x: bytes.subarray(1, half), y: bytes.subarray(half) })
}
