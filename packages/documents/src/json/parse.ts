import type { Problem } from '../problem.js'
import { problem } from '../problems.js'
import { excerpt } from './excerpt.js'
import { defaultJsonLimits, type JsonLimits, type JsonObject, type JsonValue, maxNameLength } from './interface.js'
import { childPointer } from './pointer.js'

/** The value, or why the text is not one JSON document. */
export type ParseJsonResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Returns the value of a JSON text (RFC 8259), or the problem with its pointer, line and column.
 *
 * Stricter than `JSON.parse`, because two readers must never see two documents: a member given twice, a member named
 * `__proto__`, bytes that are not UTF-8 and lone surrogates are refused; size and depth are bounded, and so are names, to
 * 4096 characters. A byte order mark is skipped. Never throws for a text. Problem codes: `json-empty`, `json-encoding`, `json-syntax`,
 * `json-duplicate-key`, `json-forbidden-key`, `json-too-large`, `json-too-deep`.
 *
 * @example
 * ```ts
 * import { parseJson } from '@testamur/documents/json'
 *
 * const parsed = parseJson('{"name":"A","name":"B"}')
 * if (!parsed.ok) console.log(parsed.problem.detail) // line 1, column 13: "name" is given twice …
 * ```
 */
export function parseJson(input: string | Uint8Array, limits: JsonLimits = {}): ParseJsonResult {
  const { maxBytes = defaultJsonLimits.maxBytes, maxDepth = defaultJsonLimits.maxDepth } = limits
  // A UTF-16 code unit is at most three bytes of UTF-8, so a string can only be too long above a third of the limit.
  const size =
    typeof input === 'string' && input.length > maxBytes / 3 ? new TextEncoder().encode(input).length : input.length
  if (size > maxBytes) {
    return {
      ok: false,
      problem: problem('json-too-large', '', `The document has ${size} bytes; at most ${maxBytes} are read.`),
    }
  }
  let text: string
  try {
    text =
      typeof input === 'string' ? input.replace(/^\uFEFF/, '') : new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch {
    return { ok: false, problem: problem('json-encoding', '', 'The bytes are not UTF-8. Save the document as UTF-8.') }
  }
  try {
    return { ok: true, value: new Parser(text, maxDepth).document() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Unwinds the parser with the problem that it found. */
class Refusal extends Error {
  readonly problem: Problem
  constructor(found: Problem) {
    super(found.detail)
    this.problem = found
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// A run of string content that needs no decoding: no quote, no backslash, no control character.
// oxlint-disable-next-line no-control-regex
const plainPattern = /[^"\\\u0000-\u001f]*/y
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class Parser {
  private readonly text: string
  private readonly maxDepth: number
  private position = 0
  private readonly path: (string | number)[] = []

  constructor(text: string, maxDepth: number) {
    this.text = text
    this.maxDepth = maxDepth
  }

  document(): JsonValue {
    this.skipBlanks()
    if (this.position === this.text.length) this.refuse('json-empty', 'there is nothing to read')
    const value = this.value()
    this.skipBlanks()
    if (this.position < this.text.length) this.refuse('json-syntax', 'the document goes on after its end')
    return value
  }

  private value(): JsonValue {
    switch (this.text[this.position]) {
      case '{':
        return this.object()
      case '[':
        return this.array()
      case '"':
        return this.string()
      case 't':
        return this.literal('true', true)
      case 'f':
        return this.literal('false', false)
      case 'n':
        return this.literal('null', null)
      default:
        return this.number()
    }
  }

  private object(): JsonObject {
    const object: JsonObject = {}
    this.enter()
    this.skipBlanks()
    while (this.text[this.position] !== '}') {
      const start = this.position
      if (this.text[start] !== '"') this.refuse('json-syntax', 'a member name in double quotes, or }, was expected')
      const name = this.string()
      if (name === '__proto__') this.refuse('json-forbidden-key', 'a member may not be named "__proto__"', start)
      if (name.length > maxNameLength) {
        this.refuse('json-forbidden-key', `a member name has more than ${maxNameLength} characters`, start)
      }
      this.path.push(name)
      if (Object.hasOwn(object, name)) {
        this.refuse(
          'json-duplicate-key',
          `${JSON.stringify(excerpt(name))} is given twice; readers would disagree on which one counts`,
          start,
        )
      }
      this.skipBlanks()
      this.expect(':')
      this.skipBlanks()
      object[name] = this.value()
      this.path.pop()
      this.separator('}')
    }
    this.leave()
    return object
  }

  private array(): JsonValue[] {
    const array: JsonValue[] = []
    this.enter()
    this.skipBlanks()
    while (this.text[this.position] !== ']') {
      this.path.push(array.length)
      array.push(this.value())
      this.path.pop()
      this.separator(']')
    }
    this.leave()
    return array
  }

  private depth = 0
  private enter(): void {
    this.depth += 1
    if (this.depth > this.maxDepth) this.refuse('json-too-deep', `more than ${this.maxDepth} levels are nested`)
    this.position += 1
  }
  private leave(): void {
    this.depth -= 1
    this.position += 1
  }

  /** After a member or element: a comma that something follows, or the end. */
  private separator(end: '}' | ']'): void {
    this.skipBlanks()
    if (this.text[this.position] === end) return
    this.expect(',', end)
    this.skipBlanks()
    if (this.text[this.position] === end) this.refuse('json-syntax', `nothing follows the comma before ${end}`)
  }

  private string(): string {
    let result = ''
    this.position += 1
    for (;;) {
      plainPattern.lastIndex = this.position
      plainPattern.test(this.text)
      result += this.text.slice(this.position, plainPattern.lastIndex)
      this.position = plainPattern.lastIndex
      const character = this.text[this.position]
      if (character === '"') break
      if (character !== '\\')
        this.refuse(
          'json-syntax',
          character === undefined
            ? 'the text ends inside a string'
            : 'a control character stands unescaped in a string',
        )
      result += this.escape()
    }
    this.position += 1
    if (!result.isWellFormed()) this.refuse('json-encoding', 'a string holds half of a surrogate pair')
    return result
  }

  private escape(): string {
    const letter = this.text[this.position + 1] ?? ''
    if (letter === 'u') {
      const hex = this.text.slice(this.position + 2, this.position + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.refuse('json-syntax', '\\u needs four hexadecimal digits')
      this.position += 6
      return String.fromCharCode(Number.parseInt(hex, 16))
    }
    const character = escapes[letter]
    if (character === undefined) this.refuse('json-syntax', 'an unknown escape follows a backslash')
    this.position += 2
    return character
  }

  private number(): number {
    numberPattern.lastIndex = this.position
    const lexical = numberPattern.exec(this.text)?.[0]
    if (lexical === undefined)
      this.refuse('json-syntax', this.position < this.text.length ? 'a value was expected' : 'the text ends too early')
    const value = Number(lexical)
    if (!Number.isFinite(value)) this.refuse('json-syntax', 'a number is too large')
    this.position = numberPattern.lastIndex
    return value
  }

  private literal<T extends boolean | null>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.position)) this.refuse('json-syntax', 'a value was expected')
    this.position += word.length
    return value
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.position += 1
    }
  }

  private expect(character: string, alternative = ''): void {
    if (this.text[this.position] !== character) {
      const wanted = alternative === '' ? character : `${character} or ${alternative}`
      this.refuse(
        'json-syntax',
        this.position < this.text.length ? `${wanted} was expected` : `the text ends where ${wanted} was expected`,
      )
    }
    this.position += 1
  }

  private refuse(code: Parameters<typeof problem>[0], reason: string, at: number = this.position): never {
    const before = this.text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    const pointer = this.path.reduce<string>(childPointer, '')
    throw new Refusal(problem(code, pointer, `Line ${line}, column ${column}: ${reason}.`))
  }
}
