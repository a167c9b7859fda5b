// What `#platform` means in browsers and other runtimes with Web APIs.
import { fetchTransport } from './fetch-transport.js'
import type { Transport } from './interface.js'

/** The global `fetch`, read at the time of the call. */
export const transport: Transport = (url, request) => fetchTransport(globalThis.fetch)(url, request)

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
