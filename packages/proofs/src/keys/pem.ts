import { decodeBase64 } from './base64.js'

/** An RSA key of 8192 bits takes less than half of it. */
const maxCharacters = 16_384

/** Returns the label of a PEM text (RFC 7468 §2), such as `PRIVATE KEY`, or `undefined` when it is none. */
export function pemLabel(text: string): string | undefined {
  return /^\s*-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1]
}

/**
 * Returns the bytes of a PEM text with that label, or `undefined` when it is none: another label, headers, text before it
 * or behind it, more than 16,384 characters.
 */
export function derFromPem(text: string, label: string): Uint8Array | undefined {
  if (text.length > maxCharacters) return undefined
  const [, body = ''] = new RegExp(`^\\s*-----BEGIN ${label}-----([^-]+)-----END ${label}-----\\s*$`).exec(text) ?? []
  return decodeBase64(body.replaceAll(/[\t\n\v\f\r ]/g, ''))
}
