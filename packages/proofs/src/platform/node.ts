import { createHash, hash as digest } from 'node:crypto'

import type { HashedData } from './interface.js'

export { base64urlFromBytes, bytesFromBase64url } from './node/base64url.js'
export { p256, p384 } from './node/ecdsa.js'
export { ed25519 } from './node/ed25519.js'
export { rsa } from './node/rsa.js'

/** Returns the SHA-256 digest of bytes, or of the UTF-8 of a text or its pieces. */
export function sha256(data: HashedData): Uint8Array {
  return bytesOf(binaryDigest('sha256', data))
}

/** Returns the SHA-384 digest of bytes, or of the UTF-8 of a text or its pieces. */
export function sha384(data: HashedData): Uint8Array {
  return bytesOf(binaryDigest('sha384', data))
}

function binaryDigest(algorithm: string, data: HashedData): string {
  if (typeof data === 'string' || data instanceof Uint8Array) return digest(algorithm, data, 'binary')
  const hash = createHash(algorithm)
  for (const piece of data) hash.update(piece)
  return hash.digest('binary')
}

/** The bytes of a text that has one character for each: made in half the time that node:crypto takes for a Buffer. */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

const nodeNames = { 'SHA-256': 'sha256', 'SHA-384': 'sha384' } as const

/** Returns the digest of the UTF-8 of a text, in hexadecimal digits. */
export function hexDigest(hash: 'SHA-256' | 'SHA-384', text: string): string {
  return digest(nodeNames[hash], text)
}
