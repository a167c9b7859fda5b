import { base64url } from 'multiformats/bases/base64'

/** Returns base64url text without padding (RFC 7515 §2). */
export function encodeBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes).slice(1)
}

/**
 * Returns the bytes of base64url text, or `undefined` when it is none, padded, or not the one encoding of its bytes.
 */
export function decodeBase64url(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !/^[\w-]+$/.test(text)) return undefined
  try {
    return base64url.decode(`u${text}`)
  } catch {
    return undefined
  }
}
