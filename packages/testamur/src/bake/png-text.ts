import { inflate } from '@testamur/documents/inflate'
import type { PngChunk } from './png-chunks.js'
import { malformed } from './png-chunks.js'
import { Refusal } from './refusal.js'

/** Compressed text of more bytes than this is not unpacked; a credential of a megabyte packs to far less. */
const maxPackedBytes = 1024 * 1024

const textChunkTypes = ['tEXt', 'zTXt', 'iTXt']

/** The keyword of a chunk of text (§11.3.3), undefined for other chunks: all before the first zero byte, in Latin-1. */
export function keywordOf({ type, data }: PngChunk): string | undefined {
  if (!textChunkTypes.includes(type)) return undefined
  const end = data.indexOf(0)
  // §11.3.3.1: keywords have at most 79 bytes.
  return end < 0 || end > 79 ? undefined : String.fromCharCode(...data.subarray(0, end))
}

/**
 * Returns the text of a chunk that has a keyword. `tEXt` and `zTXt` should hold Latin-1, but what bakes credentials
 * writes UTF-8 there too; so they are read as UTF-8 where they are valid UTF-8, which Latin-1 text with letters beyond
 * ASCII hardly ever is. Throws a {@link Refusal}.
 */
export async function readPngText({ type, data }: PngChunk, maxBytes: number): Promise<string> {
  const afterKeyword = data.subarray(data.indexOf(0) + 1)
  if (type === 'tEXt') return decodeText(afterKeyword)
  if (type === 'zTXt') return decodeText(await unpack(afterKeyword[0], afterKeyword.subarray(1), maxBytes))
  // §11.3.3.4: compression flag and method, language tag, translated keyword, text.
  const [flag, method] = afterKeyword
  const languageEnd = afterKeyword.indexOf(0, 2)
  const start = afterKeyword.indexOf(0, languageEnd + 1) + 1
  if (languageEnd < 0 || start === 0 || (flag !== 0 && flag !== 1))
    throw malformed('its text chunk (iTXt) is malformed')
  const packed = afterKeyword.subarray(start)
  const text = decodeUtf8(flag === 1 ? await unpack(method, packed, maxBytes) : packed)
  if (text === undefined) throw malformed('its text chunk (iTXt) is not UTF-8')
  return text
}

async function unpack(method: number | undefined, packed: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (method !== 0) throw malformed('its text chunk is compressed by an unknown method')
  if (packed.length > maxPackedBytes) {
    throw new Refusal(
      'image-too-large',
      `The credential in the image is compressed to more than ${maxPackedBytes} bytes.`,
    )
  }
  const inflated = await inflate(packed, { format: 'zlib', maxBytes })
  if (inflated.ok) return inflated.bytes
  throw inflated.reason === 'too-large'
    ? new Refusal('image-too-large', `The credential in the image unpacks to more than ${maxBytes} bytes.`)
    : malformed('the compressed text in it cannot be unpacked')
}

function decodeText(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? decodeLatin1(bytes)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Latin-1 as PNG means it; what `TextDecoder` calls so is windows-1252. */
function decodeLatin1(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return text
}
