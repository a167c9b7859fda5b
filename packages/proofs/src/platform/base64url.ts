import { base64urlFromBytes, bytesFromBase64url } from '#platform'

/** Returns base64url text without padding (RFC 7515 §2). */
export const encodeBase64url = (bytes: Uint8Array): string => base64urlFromBytes(bytes)

/**
 * Returns the bytes of base64url text, or `undefined` when it is none, padded, or not the one encoding of its bytes.
 */
export function decodeBase64url(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !/^[\w-]+$/.test(text)) return undefined
  // Bits of the last character that no byte needs must be zero.
  const lastCharacters = possibleEnds[text.length % 4]
  return lastCharacters?.includes(text.at(-1) as string) === false ? undefined : bytesFromBase64url(text)
}

/** What a text can end with, by how many characters it has beyond multiples of four; `undefined` for anything. */
const possibleEnds = [undefined, '', 'AQgw', 'AEIMQUYcgkosw048']
