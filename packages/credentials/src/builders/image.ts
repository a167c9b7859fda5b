import { CredentialsError } from '../errors.js'
import type { Image } from '../model/index.js'
import { isUri } from '../validate/formats.js'

/** Options of {@link image}. */
export interface ImageOptions {
  /** Text that stands for the picture where it cannot be seen. Default: none. */
  readonly caption?: string | undefined
}

/**
 * Returns an Image: of an address (an absolute URI, `data:` included) or of the bytes of a PNG or SVG file, which become
 * a data URI. Which of the two they are is told by the bytes; nothing else about the picture is looked at.
 *
 * What is at an address is no part of what is signed, and may change. Bytes are signed with the credential and cost
 * four thirds of their size in each: keep them below about 100 kB. Documents of more than 16 MiB are not read.
 *
 * @throws {@link CredentialsError} `ERR_INVALID_OPTION` for a relative address, and for bytes of any other kind.
 * @see [Open Badges 3.0, Image](https://www.imsglobal.org/spec/ob/v3p0/#image)
 * @example
 * ```ts
 * import { image } from '@testamur/credentials'
 *
 * export const seal = image('https://university.example/seal.png', { caption: 'A lion with a book' })
 *
 * const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle r="1"/></svg>'
 * console.log(image(new TextEncoder().encode(drawing)).id.slice(0, 26)) // data:image/svg+xml;base64,
 * ```
 */
export function image(source: string | Uint8Array, options: ImageOptions = {}): Image {
  const { caption } = options
  return {
    id: typeof source === 'string' ? address(source) : dataUri(source),
    type: 'Image',
    ...(caption && { caption }),
  }
}

function address(text: string): string {
  if (isUri(text)) return text
  const advice = 'Write it in full, such as `https://university.example/badge.png`, or pass the bytes of the picture'
  throw new CredentialsError('ERR_INVALID_OPTION', 'The address of the image is not absolute', { advice })
}

function dataUri(bytes: Uint8Array): string {
  const mediaType = bytes instanceof Uint8Array ? mediaTypeOf(bytes) : undefined
  if (mediaType === undefined) {
    const advice = 'Badges are shown as PNG or SVG: convert the picture, or pass its address as a string'
    throw new CredentialsError('ERR_INVALID_OPTION', 'The bytes are neither a PNG nor an SVG image', { advice })
  }
  return `data:${mediaType};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}

/** PNG signature (PNG, Third Edition §5.2). */
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What may stand before the root element: a declaration, comments, a document type. No branch can read as another. */
const svg =
  /^\s*(?:<\?(?:(?!\?>)[^])*\?>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE\s[^<>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:\w+:)?svg[\s/>]/

function mediaTypeOf(bytes: Uint8Array): string | undefined {
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return 'image/png'
  return svg.test(new TextDecoder().decode(bytes)) ? 'image/svg+xml' : undefined
}
