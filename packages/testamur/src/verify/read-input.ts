import { type Problem, parseJson } from '@testamur/documents'
import { copyJson } from '@testamur/documents/json'
import { bakedMediaType, unbake } from '../bake/index.js'
import { problem } from '../problems.js'
import type { Verification } from './options.js'

/** What was handed over, as far as it is JSON or a token. */
export type Input =
  | { readonly ok: true; readonly value: unknown; readonly mediaType?: string | undefined }
  | {
      readonly ok: false
      readonly problem: Problem
      readonly outcome: 'failed' | 'undetermined'
      readonly mediaType: string
    }

/** Reads what was handed over: parsed JSON, or text or bytes of JSON, of a token, or of an image that holds either. */
export async function readInput(
  input: string | Uint8Array | ArrayBuffer | object,
  limits: Verification['limits'],
): Promise<Input> {
  if (input instanceof ArrayBuffer) return readBytes(new Uint8Array(input), limits)
  if (input instanceof Uint8Array) return readBytes(input, limits)
  // An SVG is text too.
  if (typeof input === 'string') {
    return /^\s*</.test(input) ? readBytes(new TextEncoder().encode(input), limits) : readText(input, limits)
  }
  // A copy: what is verified must not change on the way, nor differ from what JSON text would have said.
  const copy = copyJson(input, limits)
  return copy.ok ? copy : unreadable(copy.problem)
}

async function readBytes(bytes: Uint8Array, limits: Verification['limits']): Promise<Input> {
  const mediaType = bakedMediaType(bytes)
  return mediaType === undefined ? readText(bytes, limits) : readImage(bytes, mediaType, limits)
}

async function readImage(image: Uint8Array, mediaType: string, limits: Verification['limits']): Promise<Input> {
  const baked = await unbake(image, limits)
  if (!baked.ok) return { ok: false, problem: baked.problem, outcome: 'failed', mediaType }
  if (baked.format === 'open-badges-2' && !isCredential(baked.content)) {
    const detail = 'The image holds an Open Badge of version 2 or earlier, which is not a verifiable credential.'
    return { ok: false, problem: problem('open-badges-2', '', detail), outcome: 'undetermined', mediaType }
  }
  return { ...readText(baked.content, limits), mediaType }
}

/** Some bake credentials of version 3 the way of version 2. */
function isCredential(content: string): boolean {
  const [, payload] = content.split('.', 2)
  const text = content.startsWith('eyJ') && payload !== undefined ? textOfBase64url(payload) : content
  return text.includes('VerifiableCredential')
}

function textOfBase64url(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}

function readText(text: string | Uint8Array, limits: Verification['limits']): Input {
  if (looksLikeJws(text) && text.length <= limits.maxBytes) return { ok: true, value: textOf(text).trim() }
  const parsed = parseJson(text, limits)
  if (parsed.ok) return parsed
  const otherKind = kindOf(text)
  if (otherKind === undefined) return unreadable(parsed.problem)
  const detail = `This is ${otherKind}. Ask for the credential as JSON, as VC-JWT, or as the PNG or SVG image that holds it.`
  return unreadable(problem('format-unknown', '', detail))
}

/** What a file that is no credential is, by its first bytes. */
const otherKinds: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF', 'a PDF file'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['<', 'a web page or XML'],
  ['http:', 'a web address'],
  ['https:', 'a web address'],
]

function kindOf(text: string | Uint8Array): string | undefined {
  const start = typeof text === 'string' ? text.slice(0, 64) : String.fromCharCode(...text.subarray(0, 64))
  return otherKinds.find(([signature]) => start.trimStart().startsWith(signature))?.[1]
}

const unreadable = (found: Problem): Input => ({
  ok: false,
  problem: found,
  outcome: 'failed',
  mediaType: 'application/vc',
})

const textOf = (input: string | Uint8Array): string =>
  typeof input === 'string' ? input : new TextDecoder().decode(input)

/** A JWS begins with its header, the base64url text of `{"`, as no JSON does (RFC 7515 §7.1). */
function looksLikeJws(input: string | Uint8Array): boolean {
  if (typeof input === 'string') return /^\s*eyJ/.test(input)
  const first = input.findIndex((byte) => byte > 0x20)
  return first >= 0 && textOf(input.subarray(first, first + 3)) === 'eyJ'
}
