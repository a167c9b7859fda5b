// Not by way of a pool of buffers: what is decoded may be a private key.

/** Returns base64url text without padding. */
export const base64urlFromBytes = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('base64url')

/** Returns the bytes of a text that is known to be base64url without padding. */
export function bytesFromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  Buffer.from(bytes.buffer).write(text, 'base64url')
  return bytes
}
