import { SaxesParser } from 'saxes'
import type { BakedCredential, BakedFormat, FullUnbakeLimits } from './interface.js'
import { bakedTwice, nothingInside } from './refusal.js'
import { decodeSvg, malformedSvg } from './svg-text.js'

/** The element of each format, by namespace and local name; its prefix is the issuer's choice. */
const formats: ReadonlyMap<string, BakedFormat> = new Map([
  ['http://openbadges.org assertion', 'open-badges-2'],
  ['https://purl.imsglobal.org/ob/v3p0 credential', 'open-badges-3'],
  ['https://purl.imsglobal.org/clr/v2p0 credential', 'clr-2'],
])

/** Reads the credential in an SVG, wherever in it the element stands. Throws a `Refusal`. */
export function unbakeSvg(bytes: Uint8Array, limits: FullUnbakeLimits): BakedCredential {
  const reader = new SvgReader(limits.maxElementDepth)
  return reader.read(decodeSvg(bytes))
}

/** An element with a credential: in its `verify` attribute, or in its text. */
interface BakedElement {
  readonly format: BakedFormat
  readonly verify: string
  text: string
}

/** An element that is not closed yet. */
interface OpenElement {
  /** Namespaces that it declares, by prefix; '' is the one of names without prefix. */
  readonly namespaces: ReadonlyMap<string, string>
  readonly baked: BakedElement | undefined
}

/**
 * Namespaces are resolved here, and only for names that matter: the parser's own resolution takes time that grows with
 * the square of the depth.
 */
class SvgReader {
  readonly #parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  readonly #maxDepth: number
  readonly #open: OpenElement[] = []
  #baked: BakedElement | undefined

  constructor(maxElementDepth: number) {
    this.#maxDepth = maxElementDepth
    const parser = this.#parser
    parser.on('error', (error) => {
      // saxes writes "line:column: " in front of its reason.
      throw malformedSvg(`it is not well-formed XML (${error.message.replace(/\.$/, '').slice(0, 120)})`)
    })
    // Drawing programs write the public identifier of SVG 1.1. It is never fetched; but declarations inside the document
    // could give its text another meaning.
    parser.on('doctype', (doctype) => {
      if (doctype.replace(/"[^"]*"|'[^']*'/g, '').includes('[')) throw malformedSvg('its DOCTYPE makes declarations')
    })
    // Without namespace processing the values are strings, though the types of saxes do not say so here.
    parser.on('opentag', (tag) => this.#openElement(tag.name, tag.attributes as Record<string, string>))
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
    parser.on('closetag', () => this.#open.pop())
  }

  read(text: string): BakedCredential {
    this.#parser.write(text).close()
    if (this.#baked === undefined) throw nothingInside()
    const { format } = this.#baked
    return { format, content: contentOf(this.#baked) }
  }

  #openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#open.at(-1)
    if (this.#open.length >= this.#maxDepth) throw malformedSvg(`its elements are nested deeper than ${this.#maxDepth}`)
    if (parent?.baked !== undefined) throw malformedSvg('there are elements inside the credential in it')
    const local = name.slice(name.indexOf(':') + 1)
    if (parent === undefined && local !== 'svg') throw malformedSvg('its root element is not svg')
    const element = { namespaces: declaredNamespaces(attributes), baked: undefined }
    this.#open.push(element)
    if (local !== 'credential' && local !== 'assertion') return

    const namespace = this.#namespace(name === local ? '' : name.slice(0, name.indexOf(':')))
    const format = formats.get(`${namespace} ${local}`)
    if (format === undefined) return
    if (this.#baked !== undefined) throw bakedTwice('The image has several elements with a credential.')
    this.#baked = { format, verify: attributes['verify']?.trim() ?? '', text: '' }
    this.#open[this.#open.length - 1] = { ...element, baked: this.#baked }
  }

  #namespace(prefix: string): string | undefined {
    return this.#open.findLast(({ namespaces }) => namespaces.has(prefix))?.namespaces.get(prefix)
  }

  #text(text: string): void {
    const baked = this.#open.at(-1)?.baked
    if (baked !== undefined) baked.text += text
  }
}

const none: ReadonlyMap<string, string> = new Map()

function declaredNamespaces(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const declarations = Object.keys(attributes).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'))
  return declarations.length === 0
    ? none
    : new Map(declarations.map((name) => [name.slice('xmlns:'.length), attributes[name] ?? '']))
}

/**
 * A token stands in `verify` and a JSON credential in the text, never both. Only Open Badges 2 has an address in `verify`
 * beside the assertion.
 */
function contentOf({ format, verify, text }: BakedElement): string {
  const body = text.trim()
  if (verify === '' && body === '') throw nothingInside()
  if (verify === '' || body === '') return verify + body
  const isAddress = format === 'open-badges-2' && /^https?:/i.test(verify)
  if (!isAddress) throw bakedTwice('The image has a credential in an attribute and another one in the text beside it.')
  return body
}
