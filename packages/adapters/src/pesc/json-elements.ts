import { type AdaptersErrorCode, SourceDocumentError } from '../errors.js'
import type { defaultXmlLimits, XmlElement } from '../xml/index.js'

/** An element while it is read. */
type OpenElement = { -readonly [Member in keyof XmlElement]: XmlElement[Member] } & {
  readonly children: XmlElement[]
  attributes: Record<string, string>
}

/** What JSON is read into elements with. */
export interface JsonElementOptions {
  readonly limits: typeof defaultXmlLimits
  /** True for an element that is one record, for which limits count anew. */
  readonly isRecord: (name: string) => boolean
}

/**
 * Returns the elements that the members of a JSON document stand for, by their local names: items of a list are elements
 * of one name, an empty list and `null` an empty element, `@name` is an attribute, `#text` the text beside elements.
 * Numbers keep the digits they are written with, and lines are those of the JSON. The text must be well-formed JSON
 * without duplicate members, as `parseJson` finds. Throws `ERR_JSON_TOO_DEEP` and `ERR_JSON_TOO_LARGE` at limits.
 */
export function elementsFromJson(json: string, options: JsonElementOptions): readonly XmlElement[] {
  const reader = new JsonReader(json, options)
  const document = newElement('', 1, undefined)
  reader.value(document, 'document', 0)
  const [top] = document.children
  return (top?.children ?? []).map((element) => Object.assign(element, { parent: undefined }))
}

class JsonReader {
  readonly #json: string
  readonly #options: JsonElementOptions
  #at = 0
  #line = 1
  #elements = 0
  #isInRecord = false

  constructor(json: string, options: JsonElementOptions) {
    this.#json = json
    this.#options = options
  }

  /** Reads a value, which becomes an element of this name in `parent`, or several. */
  value(parent: OpenElement, name: string, depth: number): void {
    const start = this.#peek()
    if (start === '[') this.#list(parent, name, depth)
    else if (start !== '{') this.#element(parent, name, depth).text = this.#scalar()
    else if (this.#isInRecord || !this.#options.isRecord(name)) this.#object(this.#element(parent, name, depth), depth)
    else {
      this.#isInRecord = true
      this.#elements = 0
      this.#object(this.#element(parent, name, depth), depth)
      this.#isInRecord = false
      this.#elements = 0
    }
  }

  #list(parent: OpenElement, name: string, depth: number): void {
    this.#at++
    if (this.#peek() === ']') this.#element(parent, name, depth)
    while (this.#peek() !== ']') {
      this.value(parent, name, depth)
      this.#skipComma()
    }
    this.#at++
  }

  #object(element: OpenElement, depth: number): void {
    this.#at++
    while (this.#peek() !== '}') {
      const member = this.#string()
      this.#peek()
      this.#at++
      this.#member(element, member, depth + 1)
      this.#skipComma()
    }
    this.#at++
  }

  #member(element: OpenElement, member: string, depth: number): void {
    const isStructure = /[{[]/.test(this.#peek())
    if (isStructure || !/^[@#$]/.test(member)) this.value(element, member.slice(member.lastIndexOf(':') + 1), depth)
    else if (member === '#text') element.text = this.#scalar()
    else element.attributes = { ...element.attributes, [member.slice(1)]: this.#scalar() }
  }

  #element(parent: OpenElement, name: string, depth: number): OpenElement {
    const { maxDepth, maxElements } = this.#options.limits
    // The document itself is no element.
    if (depth > maxDepth) throw this.#error('ERR_JSON_TOO_DEEP', `values are nested deeper than ${maxDepth} levels`)
    if (++this.#elements > maxElements) throw this.#tooLarge('maxElements')
    const element = newElement(name, this.#line, parent)
    parent.children.push(element)
    return element
  }

  /** Text of a string, or of anything that is neither list nor object. */
  #scalar(): string {
    if (this.#peek() === '"') return this.#string()
    const start = this.#at
    while (/[\w.+-]/.test(this.#json[this.#at] ?? '')) this.#at++
    const literal = this.#json.slice(start, this.#at)
    return literal === 'null' ? '' : literal
  }

  #string(): string {
    const start = this.#at
    let end = this.#json.indexOf('"', start + 1)
    while (isEscaped(this.#json, end)) end = this.#json.indexOf('"', end + 1)
    this.#at = end + 1
    if (end - start > this.#options.limits.maxTextLength) throw this.#tooLarge('maxTextLength')
    return JSON.parse(this.#json.slice(start, end + 1)) as string
  }

  /** Returns the next character that is not blank. */
  #peek(): string {
    for (;;) {
      const character = this.#json[this.#at] ?? ''
      if (character === '\n') this.#line++
      else if (character !== ' ' && character !== '\t' && character !== '\r') return character
      this.#at++
    }
  }

  #skipComma(): void {
    if (this.#peek() === ',') this.#at++
  }

  #tooLarge(limit: 'maxElements' | 'maxTextLength'): SourceDocumentError {
    const message = `the document exceeds the limit ${limit} of ${this.#options.limits[limit]}`
    return this.#error('ERR_JSON_TOO_LARGE', message, 'Raise the limit if the document comes from a source you trust')
  }

  #error(code: AdaptersErrorCode, message: string, advice?: string): SourceDocumentError {
    return new SourceDocumentError(code, message, { advice, position: { line: this.#line, column: 1 } })
  }
}

/** True for a quotation mark after an odd number of backslashes. */
function isEscaped(json: string, at: number): boolean {
  let start = at
  while (json[start - 1] === '\\') start--
  return (at - start) % 2 === 1
}

function newElement(name: string, line: number, parent: XmlElement | undefined): OpenElement {
  return { name, line, parent, ordinal: undefined, attributes: {}, children: [], text: '', isRead: false }
}
