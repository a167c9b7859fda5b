import { SaxesParser } from 'saxes'
import { type AdaptersErrorCode, type DocumentPosition, SourceDocumentError } from '../errors.js'
import { defaultXmlLimits, type XmlElement, type XmlLimits, type XmlReadOptions, type XmlRecord } from './interface.js'
import { LeafScanner } from './leaf-scanner.js'
import { LocalNames } from './local-names.js'
import { addChild, newAttributes, newElement, noAttributes, noChildren, type OpenElement } from './open-element.js'
import { SkippedText } from './skipped-text.js'

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
  /** Open elements that hold records. */
  readonly #ancestors = new Set<OpenElement>()
  readonly #names = new LocalNames()
  #records: XmlRecord[] = []
  #outside: XmlElement[] = []
  #recordDepth: number | undefined
  #recordStart = 0
  #elements = 0
  /** Attributes of the elements counted. */
  #attributes = 0
  #lastEvent = 0
  /** How much the parser was given, and where in it the last tag ended: if there is nothing after it, it is between tags. */
  #written = 0
  #tagEnd = -1
  readonly #skipped = new SkippedText()
  readonly #leaf = new LeafScanner(this.#names)
  /** Attributes of the tag that is being read, which comes after them. */
  #pending: Record<string, string> | undefined
  #pendingCount = 0
  #hasContent = false
  #isEnding = false

  constructor(options: XmlReadOptions) {
    this.#options = options
    this.#limits = { ...defaultXmlLimits, ...definedLimits(options.limits) }
    const parser = this.#parser
    // Seven handlers and no more: an eighth would make V8 keep the parser's members in a dictionary, and parse at a fifth
    // of the speed.
    parser.on('error', (error) => this.#fail(error))
    parser.on('doctype', () => {
      throw this.#error('ERR_XML_DOCTYPE', 'the document declares a document type, which is never read', {
        advice: 'Remove the DOCTYPE; it can define entities that read files or grow without end',
      })
    })
    parser.on('opentag', (tag) => this.#openTag(tag.name))
    parser.on('attribute', ({ name, value }) => this.#attribute(name, value))
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
    parser.on('closetag', () => this.#closeTag())
  }

  /** Where the parser stands. */
  get position(): DocumentPosition {
    return this.#skipped.position(this.#parser)
  }

  /** The error for half of a surrogate pair where the parser stands. */
  halfCharacter(): SourceDocumentError {
    return this.#error('ERR_XML_ENCODING', 'the text holds half of a surrogate pair, which is no character')
  }

  /** Reads the next text and returns the records that are complete by now. */
  write(text: string): XmlRecord[] {
    this.#checkStart(text)
    for (let start = 0; start < text.length; start += sliceLength) {
      this.#writeSlice(text.slice(start, start + sliceLength))
      const length = this.#written + this.#skipped.length - this.#lastEvent
      if (length > this.#limits.maxTextLength) throw this.#tooLarge('maxTextLength')
    }
    return this.#takeRecords()
  }

  /** Elements with only text are taken in passing; the parser gets what stands between them, tag by tag. */
  #writeSlice(slice: string): void {
    let least = 0
    for (let at = 0; at < slice.length; ) {
      if (this.#tagEnd === this.#written) at = this.#takeLeaves(slice, at)
      const end = slice.indexOf('>', at + least) + 1 || slice.length
      this.#written += end - at
      this.#parser.write(slice.slice(at, end))
      // In a comment, a text or an attribute a ">" ends nothing: ever more is written at once, until a tag ends.
      least = this.#tagEnd === this.#written ? 0 : 2 * least + 64
      at = end
    }
  }

  /** Takes the elements with only text that stand next, and returns where something else does. */
  #takeLeaves(slice: string, start: number): number {
    const { maxDepth, maxElements, maxTextLength } = this.#limits
    const parent = this.#open.at(-1)
    const leaf = this.#leaf
    let at = start
    if (parent === undefined || this.#recordDepth === undefined || this.#open.length >= maxDepth) return at
    while (leaf.find(slice, at) && leaf.end - at <= maxTextLength && this.#elements < maxElements) {
      this.#elements++
      if (parent.children.length === 0) parent.text += slice.slice(at, leaf.start)
      const line = this.#parser.line + this.#skipped.lines + leaf.lines
      addChild(parent, newElement(leaf.name, line, parent, leaf.text))
      this.#skipped.add(leaf, at, this.#parser)
      at = leaf.end
      this.#advance(this.#written + this.#skipped.length)
    }
    return at
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

  #openTag(qualifiedName: string): void {
    this.#tagEnd = this.#parser.position
    this.#advanceHere()
    const { maxDepth, maxElements } = this.#limits
    const depth = this.#open.length
    if (depth >= maxDepth) {
      throw this.#error('ERR_XML_TOO_DEEP', `elements are nested deeper than ${maxDepth} levels`)
    }
    if (++this.#elements > maxElements) throw this.#tooLarge('maxElements')
    const name = this.#names.of(qualifiedName)
    const parent = this.#open[depth - 1]
    if (parent === undefined) this.#options.checkRoot?.(name, this.position)
    const ordinal = this.#recordDepth === undefined ? this.#openOutside(name, parent) : undefined
    const line = this.#parser.line + this.#skipped.lines
    const element = newElement(name, line, parent, '')
    element.ordinal = ordinal
    element.attributes = this.#pending ?? noAttributes
    this.#pending = undefined
    this.#pendingCount = 0
    this.#open.push(element)
  }

  /** Takes note of an element outside the records, which may begin one; returns its position if it needs one. */
  #openOutside(name: string, parent: XmlElement | undefined): number | undefined {
    const isRecord = this.#options.isRecord(name)
    const ordinal = this.#nextOrdinal(name)
    if (isRecord) this.#startRecord()
    // The first of its name needs no position, unless it is a record of several that no one keeps.
    return parent === undefined || (ordinal === 1 && !isRecord) ? undefined : ordinal
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
    this.#recordStart = this.#lastEvent
    this.#elements = 1
    this.#attributes = this.#pendingCount
    // What the record's ancestors hold so far stands outside the records; they themselves stay open and empty.
    for (const ancestor of this.#open) {
      this.#ancestors.add(ancestor)
      this.#setOutside(ancestor)
    }
  }

  #setOutside(ancestor: OpenElement): void {
    if (ancestor.text.trim() !== '') this.#outside.push({ ...ancestor, children: noChildren })
    for (const child of ancestor.children) this.#outside.push(child)
    ancestor.children = noChildren
    ancestor.text = ''
  }

  #closeTag(): void {
    this.#tagEnd = this.#parser.position
    this.#advanceHere()
    const element = this.#open.pop()
    if (element === undefined) return
    if (this.#open.length === this.#recordDepth) {
      this.#records.push({ element, outside: this.#outside })
      this.#recordDepth = undefined
      this.#recordStart = this.#lastEvent
      this.#elements = 0
      this.#attributes = 0
      this.#outside = []
      return
    }
    const parent = this.#open.at(-1)
    if (parent === undefined || this.#ancestors.delete(element)) this.#setOutside(element)
    else addChild(parent, element)
  }

  #attribute(name: string, value: string): void {
    this.#advanceHere()
    if (++this.#pendingCount > this.#limits.maxAttributes) throw this.#tooLarge('maxAttributes')
    if (++this.#attributes > this.#limits.maxElements) throw this.#tooLarge('maxElements')
    this.#pending ??= newAttributes()
    this.#pending[name] = value
  }

  #text(text: string): void {
    this.#advanceHere()
    const element = this.#open.at(-1)
    // Between children there are blanks, which mean nothing.
    if (element === undefined || (element.children.length > 0 && isBlank(text))) return
    element.text = element.text === '' ? text : element.text + text
  }

  #advanceHere(): void {
    this.#advance(this.#parser.position + this.#skipped.length)
  }

  /** Whatever stands between two events is one token, so its length is checked as their distance. */
  #advance(position: number): void {
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
    // saxes writes "line:column: " in front of its reason, and the name that it met behind it, which may be anything.
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/(: .*|\.)$/s, '')
    throw this.#error('ERR_XML_NOT_WELL_FORMED', `the document is not well-formed XML: ${reason}`)
  }

  #error(code: AdaptersErrorCode, message: string, options: { advice?: string } = {}): SourceDocumentError {
    return new SourceDocumentError(code, message, { ...options, position: this.position })
  }
}

/** True for white space as XML has it. */
function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return false
  return true
}

/** The error for content that does not begin with an angle bracket. */
export function notXml(): SourceDocumentError {
  return new SourceDocumentError('ERR_XML_NOT_XML', 'the document is not XML: it does not begin with "<"')
}

function definedLimits(limits: XmlLimits = {}): Partial<Required<{ [K in keyof XmlLimits]: number }>> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}
