import { sha256 as nobleSha256, sha384 as nobleSha384 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Ecdsa, Ed25519, HashedData, Rsa } from './interface.js'
import { p256Curve, p384Curve } from './nist-curve.js'
import { webEcdsa } from './web/ecdsa.js'
import { webEd25519 } from './web/ed25519.js'
import { webRsa } from './web/rsa.js'

export { base64urlFromBytes, bytesFromBase64url } from './web/base64url.js'

const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined

/** Ed25519 of the engine this runs in. */
export const ed25519: Ed25519 = webEd25519(subtle)

/** ES256 of the engine this runs in. */
export const p256: Ecdsa = webEcdsa(subtle, p256Curve)

/** ES384 of the engine this runs in. */
export const p384: Ecdsa = webEcdsa(subtle, p384Curve)

/** RS256 of the engine this runs in. */
export const rsa: Rsa = webRsa(subtle)

/** Returns the SHA-256 digest of bytes, or of the UTF-8 of a text; WebCrypto's is slower for what a record needs. */
export function sha256(data: HashedData): Uint8Array {
  return nobleSha256(bytesOf(data))
}

/** Returns the SHA-384 digest of bytes, or of the UTF-8 of a text. */
export function sha384(data: HashedData): Uint8Array {
  return nobleSha384(bytesOf(data))
}

/** Returns the digest of the UTF-8 of a text, in hexadecimal digits. */
export function hexDigest(hash: 'SHA-256' | 'SHA-384', text: string): string {
  return bytesToHex(hash === 'SHA-256' ? sha256(text) : sha384(text))
}

const bytesOf = (data: HashedData): Uint8Array =>
  data instanceof Uint8Array ? data : new TextEncoder().encode(typeof data === 'string' ? data : data.join(''))
