import { type AdaptersErrorCode, SourceDocumentError } from '../errors.js'
import { type defaultXmlLimits, newAttributes, noAttributes, type XmlElement } from '../xml/index.js'

/** An element while it is read. */
export type OpenElement = { -readonly [Member in Exclude<keyof XmlElement, 'children'>]: XmlElement[Member] } & {
  children: OpenElement[]
}

/** What a document is called that has no name. */
export const documentName = 'document'

/** Members that hold the text of an element: converters of XML each have their own, and no element has such a name. */
const textMembers: ReadonlySet<string> = new Set(['#text', '$', '$t', '_'])

/** What JSON is read into elements with. */
export interface JsonElementOptions {
  readonly limits: typeof defaultXmlLimits
  /** True for an element that is one record, for which limits count anew. */
  readonly isRecord: (name: string) => boolean
}

/**
 * Returns an element without a name that holds one element for a JSON document, or for each item of the list that it is.
 * Members stand for elements, by their local names: items of a list are elements of one name, an empty list and `null` an
 * empty element, `@name` is an attribute; `#text`, `$`, `$t` and `_` are the text of the element itself. Numbers keep the
 * digits they are written with, and lines are those of the JSON. The text must be well-formed JSON without duplicate
 * members, as `parseJson` finds. Throws `ERR_JSON_TOO_DEEP` and `ERR_JSON_TOO_LARGE` at limits.
 */
export function elementFromJson(json: string, options: JsonElementOptions): OpenElement {
  const top = newElement('', 1, undefined)
  new JsonReader(json, options).value(top, documentName, 0)
  return top
}

class JsonReader {
  readonly #json: string
  readonly #options: JsonElementOptions
  #at = 0
  #line = 1
  #elements = 0
  /** Attributes of the elements counted. */
  #attributes = 0
  #isInRecord = false

  constructor(json: string, options: JsonElementOptions) {
    this.#json = json
    this.#options = options
  }

  /** Reads a value, which becomes an element of this name in `parent`, or several. */
  value(parent: OpenElement, name: string, depth: number): void {
    const start = this.#peek()
    // Each document is a transcript, or holds some.
    if (depth === 0) this.#countAnew()
    if (start === '[') this.#list(parent, name, depth)
    else if (start !== '{') this.#element(parent, name, depth).text = this.#scalar()
    else if (this.#isInRecord || !this.#options.isRecord(name)) this.#object(this.#element(parent, name, depth), depth)
    else {
      this.#isInRecord = true
      this.#countAnew()
      this.#object(this.#element(parent, name, depth), depth)
      this.#isInRecord = false
      this.#countAnew()
    }
  }

  #countAnew(): void {
    this.#elements = 0
    this.#attributes = 0
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
    let attributes: Record<string, string> | undefined
    let count = 0
    this.#at++
    while (this.#peek() !== '}') {
      const member = this.#string()
      this.#peek()
      this.#at++
      const isStructure = /[{[]/.test(this.#peek())
      if (isStructure) this.value(element, localName(member), depth + 1)
      else if (textMembers.has(member)) element.text += this.#scalar()
      else if (!/^[@#$]/.test(member)) this.value(element, localName(member), depth + 1)
      else {
        this.#checkAttributes(++count)
        attributes ??= newAttributes()
        attributes[member.slice(1)] = this.#scalar()
        element.attributes = attributes
      }
      this.#skipComma()
    }
    this.#at++
  }

  #checkAttributes(ofElement: number): void {
    const { maxAttributes, maxElements } = this.#options.limits
    if (ofElement > maxAttributes) throw this.#tooLarge('maxAttributes')
    if (++this.#attributes > maxElements) throw this.#tooLarge('maxElements')
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

  #tooLarge(limit: 'maxAttributes' | 'maxElements' | 'maxTextLength'): SourceDocumentError {
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

function localName(member: string): string {
  return member.slice(member.lastIndexOf(':') + 1)
}

function newElement(name: string, line: number, parent: XmlElement | undefined): OpenElement {
  return { name, line, parent, ordinal: undefined, attributes: noAttributes, children: [], text: '', isRead: false }
}
