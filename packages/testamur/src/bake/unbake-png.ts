import type { BakedCredential, BakedFormat, FullUnbakeLimits } from './interface.js'
import { readPngChunks } from './png-chunks.js'
import { keywordOf, readPngText } from './png-text.js'
import { bakedTwice, nothingInside } from './refusal.js'

/** The keyword of each format's chunk; by the specifications an iTXt chunk without compression. */
const formats: ReadonlyMap<string, BakedFormat> = new Map([
  ['openbadges', 'open-badges-2'],
  ['openbadgecredential', 'open-badges-3'],
  ['clrcredential', 'clr-2'],
])

/** Reads the credential in a PNG, from whichever kind of text chunk has its keyword. Throws a `Refusal`. */
export async function unbakePng(bytes: Uint8Array, limits: FullUnbakeLimits): Promise<BakedCredential> {
  const baked = readPngChunks(bytes, limits).flatMap((chunk) => {
    const format = formats.get(keywordOf(chunk) ?? '')
    return format === undefined ? [] : [{ chunk, format }]
  })
  if (baked.length > 1) throw bakedTwice(`The image has ${baked.length} text chunks with a credential.`)
  const [only] = baked
  if (only === undefined) throw nothingInside()
  const content = (await readPngText(only.chunk, limits.maxBytes)).trim()
  if (content === '') throw nothingInside()
  return { format: only.format, content }
}
