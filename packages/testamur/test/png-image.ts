import { deflateSync } from 'node:zlib'
import { crc32 } from '@testamur/documents/inflate'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Joins bytes and texts, the latter in UTF-8. */
export function joinBytes(...parts: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? utf8(part) : part)]))
}

/** One chunk of a PNG with its length and CRC. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(utf8(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}

export const pngSignature: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** One pixel of 8-bit grey. */
export const headerChunk: Uint8Array = pngChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0))
export const dataChunk: Uint8Array = pngChunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 0x80))))
export const endChunk: Uint8Array = pngChunk('IEND', new Uint8Array())

/** A picture of one pixel with more chunks in it. */
export function pngImage(...chunks: readonly Uint8Array[]): Uint8Array {
  return joinBytes(pngSignature, headerChunk, ...chunks, dataChunk, endChunk)
}

export function tEXt(keyword: string, text: Uint8Array | string): Uint8Array {
  return pngChunk('tEXt', joinBytes(keyword, [0], text))
}

export function zTXt(keyword: string, text: Uint8Array | string): Uint8Array {
  return pngChunk('zTXt', joinBytes(keyword, [0, 0], deflateSync(joinBytes(text))))
}

export function iTXt(keyword: string, text: Uint8Array | string): Uint8Array {
  return pngChunk('iTXt', joinBytes(keyword, [0, 0, 0, 0, 0], text))
}

export function compressedITXt(keyword: string, text: Uint8Array | string): Uint8Array {
  return pngChunk('iTXt', joinBytes(keyword, [0, 1, 0], 'de\0Ausweis\0', deflateSync(joinBytes(text))))
}
