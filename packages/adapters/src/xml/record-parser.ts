import { SaxesParser } from 'saxes'
import { type AdaptersErrorCode, type DocumentPosition, SourceDocumentError } from '../errors.js'
import { defaultXmlLimits, type XmlElement, type XmlLimits, type XmlReadOptions, type XmlRecord } from './interface.js'

/** An element while it is read. */
type OpenElement = { -readonly [Member in keyof XmlElement]: XmlElement[Member] } & { children: XmlElement[] }

/** Text goes to the parser in slices of this length, so that limits hold also inside one endless token. */
const sliceLength = 64 * 1024

/**
 * Reads text into records as it arrives and keeps only the record being read, so memory does not grow with the
 * document. It refuses what makes XML dangerous: any DOCTYPE (so there are no entities but XML's own five), deep
 * nesting, and every size beyond its limit. Breaking a rule throws a {@link SourceDocumentError} at that place.
 */
export class XmlRecordParser {
  readonly #parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  readonly #limits: Required<{ [K in keyof XmlLimits]: number }>
  readonly #options: XmlReadOptions
  readonly #open: OpenElement[] = []
  /** How many children of each name an open element outside the records has had: records are not kept to be counted. */
  readonly #ordinals: Map<string, number>[] = [new Map()]
  readonly #ancestors = new WeakSet<OpenElement>()
  #records: XmlRecord[] = []
  #outside: XmlElement[] = []
  #recordDepth: number | undefined
  #recordStart = 0
  #elements = 0
  #attributes = 0
  #lastEvent = 0
  #hasContent = false
  #isEnding = false

  constructor(options: XmlReadOptions) {
    this.#options = options
    this.#limits = { ...defaultXmlLimits, ...definedLimits(options.limits) }
    const parser = this.#parser
    parser.on('error', (error) => this.#fail(error))
    parser.on('doctype', () => {
      throw this.#error('ERR_XML_DOCTYPE', 'the document declares a document type, which is never read', {
        advice: 'Remove the DOCTYPE; it can define entities that read files or grow without end',
      })
    })
    // Without namespace processing the values are strings, though the types of saxes do not say so here.
    parser.on('opentagstart', (tag) => this.#openElement(tag.name, tag.attributes as Record<string, string>))
    parser.on('attribute', ({ value }) => this.#attribute(value))
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
    parser.on('comment', () => this.#advance())
    parser.on('processinginstruction', () => this.#advance())
    parser.on('closetag', () => this.#closeElement())
  }

  /** Where the parser stands. */
  get position(): DocumentPosition {
    return { line: this.#parser.line, column: Math.max(1, this.#parser.column) }
  }

  /** Reads the next text and returns the records that are complete by now. */
  write(text: string): XmlRecord[] {
    this.#checkStart(text)
    for (let start = 0; start < text.length; start += sliceLength) {
      this.#parser.write(text.slice(start, start + sliceLength))
      if (this.#parser.position - this.#lastEvent > this.#limits.maxTextLength) throw this.#tooLarge('maxTextLength')
    }
    return this.#takeRecords()
  }

  /**
   * Ends the document: returns what stood outside the records since the last one. Throws if the document is incomplete.
   */
  end(): readonly XmlElement[] {
    if (!this.#hasContent) throw new SourceDocumentError('ERR_XML_EMPTY', 'the document is empty')
    this.#isEnding = true
    this.#parser.close()
    return this.#outside
  }

  #checkStart(text: string): void {
    if (this.#hasContent) return
    const first = /[^\s\uFEFF]/.exec(text)?.[0]
    if (first === undefined) return
    this.#hasContent = true
    if (first !== '<') throw notXml()
  }

  #openElement(qualifiedName: string, attributes: Readonly<Record<string, string>>): void {
    this.#advance()
    const { maxDepth, maxElements } = this.#limits
    if (this.#open.length >= maxDepth) {
      throw this.#error('ERR_XML_TOO_DEEP', `elements are nested deeper than ${maxDepth} levels`)
    }
    if (++this.#elements > maxElements) throw this.#tooLarge('maxElements')
    this.#attributes = 0
    const name = qualifiedName.slice(qualifiedName.lastIndexOf(':') + 1)
    const parent = this.#open.at(-1)
    if (parent === undefined) this.#options.checkRoot?.(name, this.position)
    let ordinal: number | undefined
    if (this.#recordDepth === undefined) {
      const isRecord = this.#options.isRecord(name)
      ordinal = this.#nextOrdinal(name)
      // The first of its name needs no position, unless it is a record of several that no one keeps.
      if (parent === undefined || (ordinal === 1 && !isRecord)) ordinal = undefined
      if (isRecord) this.#startRecord()
    }
    this.#open.push({ name, line: this.#parser.line, parent, ordinal, attributes, children: [], text: '' })
  }

  #nextOrdinal(name: string): number {
    const counts = this.#ordinals[this.#open.length] ?? new Map<string, number>()
    this.#ordinals.length = this.#open.length
    const ordinal = (counts.get(name) ?? 0) + 1
    this.#ordinals.push(counts.set(name, ordinal), new Map())
    return ordinal
  }

  #startRecord(): void {
    this.#recordDepth = this.#open.length
    this.#recordStart = this.#parser.position
    this.#elements = 1
    // What the record's ancestors hold so far stands outside the records; they themselves stay open and empty.
    for (const ancestor of this.#open) {
      this.#ancestors.add(ancestor)
      this.#setOutside(ancestor)
    }
  }

  #setOutside(ancestor: OpenElement): void {
    if (ancestor.text.trim() !== '') this.#outside.push({ ...ancestor, children: [] })
    this.#outside.push(...ancestor.children)
    ancestor.children = []
    ancestor.text = ''
  }

  #closeElement(): void {
    this.#advance()
    const element = this.#open.pop()
    if (element === undefined) return
    if (this.#open.length === this.#recordDepth) {
      this.#records.push({ element, outside: this.#outside })
      this.#recordDepth = undefined
      this.#recordStart = this.#parser.position
      this.#elements = 0
      this.#outside = []
      return
    }
    const parent = this.#open.at(-1)
    if (parent === undefined || this.#ancestors.has(element)) this.#setOutside(element)
    else parent.children.push(element)
  }

  #attribute(value: string): void {
    this.#advance()
    if (++this.#attributes > this.#limits.maxAttributes) throw this.#tooLarge('maxAttributes')
    this.#checkText(value)
  }

  #text(text: string): void {
    this.#advance()
    const element = this.#open.at(-1)
    if (element === undefined) return
    this.#checkText(text)
    element.text += text
  }

  /**
   * A text stands between two events, so its length is checked as the distance; a half surrogate pair is no character.
   */
  #checkText(text: string): void {
    if (/[\uD800-\uDFFF]/u.test(text)) {
      throw this.#error('ERR_XML_ENCODING', 'the text holds half of a surrogate pair, which is no character')
    }
  }

  #advance(): void {
    const { position } = this.#parser
    if (position - this.#lastEvent > this.#limits.maxTextLength) throw this.#tooLarge('maxTextLength')
    if (position - this.#recordStart > this.#limits.maxRecordLength) throw this.#tooLarge('maxRecordLength')
    this.#lastEvent = position
  }

  #takeRecords(): XmlRecord[] {
    const records = this.#records
    this.#records = []
    return records
  }

  #tooLarge(limit: keyof XmlLimits): SourceDocumentError {
    const message = `the document exceeds the limit ${limit} of ${this.#limits[limit]}`
    return this.#error('ERR_XML_TOO_LARGE', message, {
      advice: 'Raise the limit if the document comes from a source you trust',
    })
  }

  #fail(error: Error): never {
    if (this.#isEnding) throw this.#error('ERR_XML_TRUNCATED', 'the document ends before its root element is closed')
    // saxes writes "line:column: " in front of its reason.
    const reason = error.message
      .replace(/^\d+:\d+: /, '')
      .replace(/\.$/, '')
      .slice(0, 120)
    throw this.#error('ERR_XML_NOT_WELL_FORMED', `the document is not well-formed XML: ${reason}`)
  }

  #error(code: AdaptersErrorCode, message: string, options: { advice?: string } = {}): SourceDocumentError {
    return new SourceDocumentError(code, message, { ...options, position: this.position })
  }
}

/** The error for content that does not begin with an angle bracket. */
export function notXml(): SourceDocumentError {
  return new SourceDocumentError('ERR_XML_NOT_XML', 'the document is not XML: it does not begin with "<"')
}

function definedLimits(limits: XmlLimits = {}): Partial<Required<{ [K in keyof XmlLimits]: number }>> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}
