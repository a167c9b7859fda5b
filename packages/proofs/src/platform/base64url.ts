/** Returns base64url text without padding (RFC 7515 §2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Returns the bytes of base64url text, or `undefined` when it is none, padded, or not the one encoding of its bytes.
 */
export function decodeBase64url(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  // By hand: `Uint8Array.from` takes fifty times as long, and whole tokens and status lists pass through.
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index)
  // Bits of the last character that no byte needs must be zero.
  return text.length % 4 === 0 || encodeBase64url(bytes.slice(-(bytes.length % 3))) === text.slice(-(text.length % 4))
    ? bytes
    : undefined
}
