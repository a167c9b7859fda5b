import type { BakedMediaType, FullUnbakeLimits, UnbakeLimits, UnbakeResult } from './interface.js'
import { isPng } from './png-chunks.js'
import { nothingInside, Refusal } from './refusal.js'
import { isSvg } from './svg-text.js'
import { unbakePng } from './unbake-png.js'

const defaultLimits: FullUnbakeLimits = {
  maxBytes: 16 * 1024 * 1024,
  maxSvgBytes: 4 * 1024 * 1024,
  maxChunks: 65_536,
  maxElementDepth: 128,
}

/**
 * Returns which image bytes are, if they are one that credentials are baked into: PNG by its signature, SVG as XML whose
 * root element is `svg`, in UTF-8 or UTF-16 with a byte order mark, within its first 64 KiB. Nothing else is looked at.
 *
 * @example
 * ```ts
 * import { bakedMediaType } from 'testamur'
 *
 * console.log(bakedMediaType(new TextEncoder().encode('<svg/>'))) // image/svg+xml
 * ```
 */
export function bakedMediaType(bytes: Uint8Array): BakedMediaType | undefined {
  if (isPng(bytes)) return 'image/png'
  return isSvg(bytes) ? 'image/svg+xml' : undefined
}

/**
 * Returns the text of the credential that is baked into a PNG or SVG image (Open Badges 3.0, Baked Badge; Open Badges 2.0
 * Baking; for CLR 2.0 as 1EdTech's validator reads it), or the problem: `png-malformed`, `svg-malformed`,
 * `image-too-large`, `baked-twice`, `no-credential-inside`. Never rejects for a bad image.
 *
 * Strict, so that no two readers see two credentials: every chunk's CRC must fit, nothing may follow the end of a PNG,
 * and an image with two credentials is refused, also with the same one twice. Lenient where nothing depends on it: any
 * kind of PNG text chunk, compressed or not, is read; so is an SVG's element at any place, under any prefix. An SVG may
 * have a DOCTYPE, but no declarations in it.
 *
 * The credential is not looked at, and the pictures are not compared: anybody can bake a good credential into another
 * image.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { unbake } from 'testamur'
 *
 * const baked = await unbake(await readFile('badge.png'))
 * console.log(baked.ok ? baked.content : baked.problem.detail)
 * ```
 */
export async function unbake(image: Uint8Array, limits: UnbakeLimits = {}): Promise<UnbakeResult> {
  const full = {
    maxBytes: limits.maxBytes ?? defaultLimits.maxBytes,
    maxSvgBytes: limits.maxSvgBytes ?? defaultLimits.maxSvgBytes,
    maxChunks: limits.maxChunks ?? defaultLimits.maxChunks,
    maxElementDepth: limits.maxElementDepth ?? defaultLimits.maxElementDepth,
  }
  try {
    const mediaType = bakedMediaType(image)
    if (mediaType === undefined) throw nothingInside()
    const most = mediaType === 'image/png' ? full.maxBytes : Math.min(full.maxBytes, full.maxSvgBytes)
    if (image.length > most) {
      throw new Refusal('image-too-large', `The image has ${image.length} bytes; at most ${most} are read.`)
    }
    if (mediaType === 'image/png') return { ok: true, mediaType, ...(await unbakePng(image, full)) }
    // Loaded when the first SVG comes: most callers never need a reader of XML.
    const { unbakeSvg } = await import('./unbake-svg.js')
    return { ok: true, mediaType, ...unbakeSvg(image, full) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}
