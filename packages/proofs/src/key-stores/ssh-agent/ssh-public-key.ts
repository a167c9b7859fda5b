import type { PublicKey } from '../../keys/interface.js'
import { encodeMultikey } from '../../keys/multikey.js'
import { derFromRsaPublicKey } from '../../keys/rsa-public-key.js'
import { compressPoint, type NistCurve, p256Curve, p384Curve } from '../../platform/nist-curve.js'
import { type WireReader, wireReader } from './wire.js'

/** Returns the public key in an SSH key blob; undefined when it is malformed or of a kind that signs nothing here. */
export function publicKeyFromSshBlob(blob: Uint8Array): PublicKey | undefined {
  const reader = wireReader(blob)
  const publicKey = readers.get(reader.text() ?? '')?.(reader)
  return reader.isAtEnd() ? publicKey : undefined
}

const readers: ReadonlyMap<string, (reader: WireReader) => PublicKey | undefined> = new Map([
  ['ssh-ed25519', ed25519],
  ['ecdsa-sha2-nistp256', (reader) => ecdsa(reader, 'ES256', 'nistp256', p256Curve)],
  ['ecdsa-sha2-nistp384', (reader) => ecdsa(reader, 'ES384', 'nistp384', p384Curve)],
  ['ssh-rsa', rsa],
])

/** RFC 8709 §4. */
function ed25519(reader: WireReader): PublicKey | undefined {
  const bytes = reader.bytes()
  return bytes && encodeMultikey('EdDSA', bytes)
}

/** RFC 5656 §3.1: the name of the curve, and the point as SEC 1 §2.3.3 has it, uncompressed. */
function ecdsa(
  reader: WireReader,
  algorithm: 'ES256' | 'ES384',
  curveName: string,
  curve: NistCurve,
): PublicKey | undefined {
  const { fieldBytes } = curve
  if (reader.text() !== curveName) return undefined
  const point = reader.bytes()
  if (point?.length !== 1 + 2 * fieldBytes || point[0] !== 4) return undefined
  const [x, y] = [point.subarray(1, 1 + fieldBytes), point.subarray(1 + fieldBytes)]
  const compressed = compressPoint(curve, { x, y })
  return compressed && encodeMultikey(algorithm, compressed)
}

/** RFC 4253 §6.6. */
function rsa(reader: WireReader): PublicKey | undefined {
  const exponent = reader.integer()
  const modulus = reader.integer()
  return exponent && modulus && encodeMultikey('RS256', derFromRsaPublicKey({ modulus, exponent }))
}
