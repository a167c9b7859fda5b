import { crc32 } from '@testamur/documents/inflate'
import type { FullUnbakeLimits } from './interface.js'
import { Refusal } from './refusal.js'

/** PNG (Third Edition) §5.2: how every PNG begins. */
const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** One chunk of a PNG (§5.3). */
export interface PngChunk {
  /** Four letters, such as `iTXt`. */
  readonly type: string
  readonly data: Uint8Array
}

/** True for bytes that begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * Returns the chunks of a PNG, each with its CRC checked, from IHDR to IEND (§5.6). Nothing may follow IEND: a reader
 * that searches the whole file would find there what others do not. Throws a {@link Refusal}.
 */
export function readPngChunks(bytes: Uint8Array, { maxChunks }: FullUnbakeLimits): readonly PngChunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  let position = signature.length
  while (chunks.at(-1)?.type !== 'IEND') {
    if (chunks.length >= maxChunks) throw new Refusal('image-too-large', `The image has more than ${maxChunks} chunks.`)
    const chunk = readChunk(bytes, view, position)
    if ((chunks.length === 0) !== (chunk.type === 'IHDR')) throw malformed('its header (IHDR) is not its first chunk')
    chunks.push(chunk)
    position += chunkOverhead + chunk.data.length
  }
  if (position < bytes.length) throw malformed(`${bytes.length - position} bytes follow its end (IEND)`)
  return chunks
}

/** Length and type before the data, and the CRC after it. */
const chunkOverhead = 12

function readChunk(bytes: Uint8Array, view: DataView, position: number): PngChunk {
  if (position + chunkOverhead > bytes.length) throw malformed('it is cut off')
  const length = view.getUint32(position)
  const dataStart = position + 8
  if (length > bytes.length - position - chunkOverhead) throw malformed(`its chunk at byte ${position} is cut off`)
  const named = bytes.subarray(position + 4, dataStart + length)
  if (view.getUint32(dataStart + length) !== crc32(named)) {
    throw malformed(`its chunk at byte ${position} is damaged (its CRC does not fit)`)
  }
  const type = String.fromCharCode(...named.subarray(0, 4))
  if (!/^[A-Za-z]{4}$/.test(type)) throw malformed(`its chunk at byte ${position} has no type`)
  return { type, data: named.subarray(4) }
}

/** The problem of a PNG that breaks its format. */
export function malformed(fact: string): Refusal {
  return new Refusal('png-malformed', `The PNG image is damaged: ${fact}. Ask for the file as it was issued.`)
}
