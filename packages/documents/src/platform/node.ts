// What `#platform` means on Node.
import { createHash } from 'node:crypto'

export { nodeTransport as transport } from './node-transport.js'

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export async function sha256Hex(text: string): Promise<string> {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
