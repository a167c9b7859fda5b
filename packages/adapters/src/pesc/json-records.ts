import { parseJson } from '@testamur/documents/json'
import { type AdaptersErrorCode, SourceDocumentError } from '../errors.js'
import { defaultXmlLimits, type XmlElement, type XmlReadOptions, type XmlRecord } from '../xml/index.js'
import { documentName, elementFromJson, type OpenElement } from './json-elements.js'

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
  const top = elementFromJson(json.replace(/^\uFEFF/, ''), { limits, isRecord: options.isRecord })
  const documents = top.children
  const roots = documents.flatMap(rootsOf)
  for (const { name, line } of roots) options.checkRoot?.(name, { line, column: 1 })
  // What a document says beside its roots would otherwise be lost silently; that it is empty without them says nothing.
  const asides = documents
    .filter(saysMore)
    .map((document): OpenElement => ({ ...document, children: [], isRead: document.text === '' }))
  top.children = roots.concat(asides)
  for (const child of top.children) child.parent = top
  return recordsIn(top.children, options)
}

function recordsIn(roots: readonly XmlElement[], options: XmlReadOptions): XmlRecord[] {
  const records: XmlRecord[] = []
  let outside: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    if (options.isRecord(element.name)) {
      records.push({ element, outside })
      outside = []
    } else if (holdsRecord(element, options)) for (const child of element.children) visit(child)
    else outside.push(element)
  }
  for (const root of roots) visit(root)
  const last = records.pop()
  return last === undefined ? [] : [...records, { ...last, outside: last.outside.concat(outside) }]
}

function holdsRecord({ children }: XmlElement, options: XmlReadOptions): boolean {
  return children.some((child) => options.isRecord(child.name) || holdsRecord(child, options))
}

/** The roots in a document. The members of a message can also stand at the top, without its name around them. */
function rootsOf(document: OpenElement): readonly OpenElement[] {
  const [, name] = messageByPart.find(([part]) => document.children.some((child) => child.name === part)) ?? []
  return name === undefined ? document.children : [Object.assign(document, { name })]
}

/** True for a document, not a root itself, with text or attributes of its own. */
function saysMore({ name, text, attributes }: OpenElement): boolean {
  return name === documentName && (text !== '' || Object.keys(attributes).length > 0)
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
