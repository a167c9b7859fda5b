import { parseJson } from '@testamur/documents/json'
import { type AdaptersErrorCode, SourceDocumentError } from '../errors.js'
import { defaultXmlLimits, type XmlElement, type XmlReadOptions, type XmlRecord } from '../xml/index.js'
import { elementsFromJson } from './json-elements.js'

/** Largest document in JSON unless the caller sets a limit: it is read as a whole, also from a stream. */
const maxJsonBytes = 64 * 1024 * 1024

/** Our codes for what can be wrong with JSON. */
const codes: ReadonlyMap<string, AdaptersErrorCode> = new Map([
  ['json-encoding', 'ERR_JSON_ENCODING'],
  ['json-too-deep', 'ERR_JSON_TOO_DEEP'],
  ['json-too-large', 'ERR_JSON_TOO_LARGE'],
])

/** Elements of which one tells what message it is that JSON holds without its name. */
const messageByPart = [
  ['LearningRecordDetail', 'LearningRecord'],
  ['TestStudent', 'TestScoreReport'],
  // The schemas of PESC JSON have this form for high schools only.
  ['Student', 'HighSchoolTranscript'],
] as const

/**
 * Returns the records of a document in JSON that arrives in pieces, as {@link readJsonRecords} does of a whole one: they
 * are put together first.
 */
export async function streamJsonRecords(
  input: AsyncIterable<string | Uint8Array>,
  options: XmlReadOptions,
): Promise<XmlRecord[]> {
  const maxBytes = options.limits?.maxBytes ?? maxJsonBytes
  const pieces: (string | Uint8Array)[] = []
  let length = 0
  for await (const piece of input) {
    length += piece.length
    if (length > maxBytes) throw refused('json-too-large', '')
    pieces.push(piece)
  }
  if (pieces.every((piece) => typeof piece === 'string')) return readJsonRecords(pieces.join(''), options)
  const encoder = new TextEncoder()
  const all = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece))
  const bytes = new Uint8Array(all.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of all) {
    bytes.set(piece, at)
    at += piece.length
  }
  return readJsonRecords(bytes, options)
}

/** True when a document begins like JSON, in UTF-8 or UTF-16, with or without a byte-order mark. */
export function beginsLikeJson(start: string | Uint8Array): boolean {
  const text = typeof start === 'string' ? start : String.fromCharCode(...start.subarray(0, 256))
  return /^(\uFEFF|\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?[\s\0]*[{[]/.test(text)
}

/** Returns the records of a document in JSON, with what stands outside them: the same as `readXmlRecords` of its XML. */
export function readJsonRecords(input: string | Uint8Array, options: XmlReadOptions): XmlRecord[] {
  const limits = { ...defaultXmlLimits, maxBytes: maxJsonBytes, ...definedLimits(options.limits) }
  const json = typeof input === 'string' ? input : decode(input)
  // An element is an object, and often one of a list.
  const parsed = parseJson(json, { maxBytes: limits.maxBytes, maxDepth: 2 * limits.maxDepth + 2 })
  if (!parsed.ok) throw refused(parsed.problem.code, parsed.problem.detail)
  const roots = withMessageName(elementsFromJson(json.replace(/^\uFEFF/, ''), { limits, isRecord: options.isRecord }))
  for (const { name, line } of roots) options.checkRoot?.(name, { line, column: 1 })
  const records: { element: XmlElement; outside: XmlElement[] }[] = []
  let outside: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    if (options.isRecord(element.name)) {
      records.push({ element, outside })
      outside = []
    } else if (holdsRecord(element, options)) for (const child of element.children) visit(child)
    else outside.push(element)
  }
  for (const root of roots) visit(root)
  records.at(-1)?.outside.push(...outside)
  return records
}

function holdsRecord({ children }: XmlElement, options: XmlReadOptions): boolean {
  return children.some((child) => options.isRecord(child.name) || holdsRecord(child, options))
}

/** The members of a message can also stand at the top, without its name around them. */
function withMessageName(roots: readonly XmlElement[]): readonly XmlElement[] {
  const [, name] = messageByPart.find(([part]) => roots.some((root) => root.name === part)) ?? []
  if (name === undefined) return roots
  const message = { name, line: 1, parent: undefined, ordinal: undefined, attributes: {}, text: '', isRead: false }
  const children: XmlElement[] = []
  const root: XmlElement = { ...message, children }
  for (const child of roots) children.push(Object.assign(child, { parent: root }))
  return [root]
}

function decode(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new SourceDocumentError('ERR_JSON_ENCODING', `the document holds bytes that are not ${label.toUpperCase()}`, {
      advice: 'Save it as UTF-8',
      cause,
    })
  }
}

/** The details of the problem may quote the document: of them only the place is kept. */
function refused(problemCode: string, detail: string): SourceDocumentError {
  const code = codes.get(problemCode) ?? 'ERR_JSON_NOT_WELL_FORMED'
  const [, line, column] = /^Line (\d+), column (\d+)/.exec(detail) ?? []
  const position = line === undefined ? undefined : { line: Number(line), column: Number(column) }
  return new SourceDocumentError(code, `the document cannot be read as JSON (${problemCode})`, {
    advice: 'Ask the sender to export it again, or raise the limit if it is a limit that you trust it beyond',
    position,
  })
}

function definedLimits(limits: XmlReadOptions['limits'] = {}): Partial<typeof defaultXmlLimits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}
