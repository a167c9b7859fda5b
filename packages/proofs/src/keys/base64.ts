import { decodeBase64url } from '../platform/base64url.js'

/** As many bytes as engines certainly take as parameters at once. */
const chunkBytes = 8192

/** Returns base64 text with padding (RFC 4648 §4). Records as tokens can have megabytes, so the engine does it. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkBytes))
  }
  return btoa(binary)
}

/** Returns the bytes of base64 text with padding, or `undefined` when it is none, or not the one encoding of its bytes. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  return decodeBase64url(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'))
}
