import { Refusal } from './refusal.js'

/** How many bytes of a document are searched for its root element. */
const prologBytes = 64 * 1024

/** What may stand before the root element: white space, the declaration and other instructions, comments, a DOCTYPE. */
const prologPart = /\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[\]>"']|"[^"]*"|'[^']*'|\[[^\]]*\])*>/y
const svgRoot = /<(?:[^\s<>/:]+:)?svg[\s/>]/y

/** True for XML whose root element is called `svg`, by its first 64 KiB; whether it is well-formed is not looked at. */
export function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, prologBytes))
  if (!/^\s*</.test(text)) return false
  let position = 0
  for (;;) {
    prologPart.lastIndex = position
    if (!prologPart.test(text)) break
    position = prologPart.lastIndex
  }
  svgRoot.lastIndex = position
  return svgRoot.test(text)
}

/**
 * Returns the text of an SVG, without its byte order mark: UTF-8, or UTF-16 with a mark. Other encodings would have to
 * be guessed from what the document declares; where that makes a difference, they are refused. Throws a
 * {@link Refusal}.
 */
export function decodeSvg(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw malformedSvg(`it holds bytes that are not ${encoding.toUpperCase()}`)
  }
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase() ?? encoding
  const isAsDeclared = encoding.startsWith(declared) || declared === 'utf8'
  // oxlint-disable-next-line no-control-regex
  if (!isAsDeclared && /[^\x00-\x7f]/.test(text)) throw malformedSvg('its encoding is not the one that it declares')
  return text
}

/** By the byte order mark; without one, UTF-8. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The problem of an SVG that breaks its format. */
export function malformedSvg(fact: string): Refusal {
  return new Refusal('svg-malformed', `The SVG image cannot be read: ${fact}. Ask for the file as it was issued.`)
}
