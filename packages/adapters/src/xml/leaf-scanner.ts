import type { KnownName, LocalNames } from './local-names.js'

const lineFeed = 0x0a
const [solidus, lessThan, greaterThan] = [0x2f, 0x3c, 0x3e]

/** What does not stand for itself in a text, or not everywhere: markup, references, other lines, what is no character. */
// oxlint-disable-next-line no-control-regex
const notPlain = /[&\]\u0000-\u001f\ud800-\uffff]/

/**
 * Finds elements with nothing but text in them, `<Name>text</Name>`, in one slice of a document. Most elements of data are
 * like that, and to find them so is much faster than to parse each character. Anything else is not taken: markup of other
 * kinds, attributes, references, texts of several lines, anything that might not be well-formed, an end that has not
 * arrived, names that were not met before.
 */
export class LeafScanner {
  readonly #names: LocalNames
  /** Local name. */
  name = ''
  text = ''
  /** Where its start tag begins, and where the document goes on. */
  start = 0
  end = 0
  /** Line feeds in front of the start tag, and where the last of them ends, if there are any. */
  lines = 0
  lastLine = 0
  /** Siblings are indented alike: blanks that were looked at need not be looked at again. */
  #blanks = ''
  #lines = 0
  #afterLine = 0
  /** What follows a name mostly follows it again. */
  readonly #followers = new Map<string, KnownName>()
  #expected: KnownName | undefined

  constructor(names: LocalNames) {
    this.#names = names
  }

  /** Returns whether such an element stands next in `xml` from `at` on, after blanks; then the members say what it is. */
  find(xml: string, at: number): boolean {
    const start = this.#skipBlanks(xml, at)
    if (start < 0 || start + 1 >= xml.length || xml.charCodeAt(start + 1) === solidus) return false
    const known = this.#nameAt(xml, start + 1)
    if (known === undefined) return false
    const textStart = start + known.qualified.length + 2
    const textEnd = xml.indexOf('<', textStart)
    const end = textEnd + known.qualified.length + 3
    if (textEnd < 0 || end > xml.length) return false
    if (xml.charCodeAt(textEnd + 1) !== solidus || xml.charCodeAt(end - 1) !== greaterThan) return false
    if (!xml.startsWith(known.qualified, textEnd + 2)) return false
    const text = xml.slice(textStart, textEnd)
    if (notPlain.test(text)) return false
    if (this.#expected !== known) this.#followers.set(this.name, known)
    this.#expected = this.#followers.get(known.local)
    this.name = known.local
    this.text = text
    this.start = start
    this.end = end
    this.lines = this.#lines
    this.lastLine = at + this.#afterLine
    return true
  }

  /** Returns the name that stands in a start tag without attributes. */
  #nameAt(xml: string, at: number): KnownName | undefined {
    const expected = this.#expected
    if (expected !== undefined) {
      const end = at + expected.qualified.length
      if (end >= xml.length) return undefined
      if (xml.charCodeAt(end) === greaterThan && xml.startsWith(expected.qualified, at)) return expected
    }
    const end = xml.indexOf('>', at)
    return end < 0 ? undefined : this.#names.known(xml.slice(at, end))
  }

  /** Returns where the first character that is not blank stands, if it begins a tag; else -1. */
  #skipBlanks(xml: string, at: number): number {
    const expected = at + this.#blanks.length
    const { length } = xml
    if (expected < length && xml.charCodeAt(expected) === lessThan && xml.startsWith(this.#blanks, at)) return expected
    this.#blanks = ''
    this.#lines = 0
    this.#afterLine = 0
    // Reading behind the end of a string would be as right, and make V8 throw away the code it made.
    for (let start = at; start < length; start++) {
      const code = xml.charCodeAt(start)
      if (code === lessThan) {
        this.#blanks = xml.slice(at, start)
        return start
      }
      if (code === lineFeed) {
        this.#lines++
        this.#afterLine = start + 1 - at
      } else if (code !== 0x20 && code !== 0x09) break
    }
    this.#blanks = ''
    this.#lines = 0
    this.#afterLine = 0
    return -1
  }
}
