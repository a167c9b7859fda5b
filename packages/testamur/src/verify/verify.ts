import { contextSource, type JsonObject, jsonValueProblem, parseJson } from '@testamur/documents'
import { didResolver, fetchJsonFrom } from '@testamur/proofs/dids'
import type { VerificationReport } from './interface.js'
import type { Verification, VerifyLimits, VerifyOptions } from './options.js'
import { unreadableReport } from './report.js'
import { verifyDocument } from './verify-document.js'

const defaultLimits: Verification['limits'] = {
  maxBytes: 16 * 1024 * 1024,
  maxDepth: 128,
  maxInnerCredentials: 10_000,
  maxInnerDepth: 4,
  maxProofs: 8,
  maxRemoteDocuments: 64,
  maxRemoteDocumentsPerHost: 16,
  maxFetchTimeMs: 30_000,
}

/**
 * Returns what a credential is worth: `verified`, `rejected` or `undetermined`, with every check and its reason, for
 * the credential and for every credential and endorsement inside it, each on its own bytes. Never throws for a bad
 * document.
 *
 * Takes JSON as text, as bytes of UTF-8, or parsed; parsed input cannot be checked for members that were given twice.
 * Fetches only what confirms keys (DID documents, issuer profiles, key sets), guarded, and nothing with `offline:
 * true`.
 *
 * `verified` says who said it and that nobody changed it since. It does not say that the issuer is who you think, is
 * accredited, or is right. Not covered by the proof, and so not by the report: the order of most lists, and how the
 * JSON is laid out.
 *
 * Status lists and refresh services are not read: a credential with a status is `undetermined`.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { verify } from 'testamur'
 *
 * const report = await verify(await readFile('clr.json'))
 * if (!report.verified) console.error(report.outcome, report.errors)
 * ```
 */
export async function verify(
  input: string | Uint8Array | object,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const asked = { ...defaultLimits, ...defined(options.limits ?? {}) }
  const limits = { ...asked, maxDepth: Math.min(asked.maxDepth, defaultLimits.maxDepth) }
  const read = readInput(input, limits)
  if (!read.ok) return unreadableReport({ problem: read.problem, outcome: 'failed', isJwt: false }, '')
  const verification = prepare(options, limits)
  return verifyDocument(read.value, { pointer: '', depth: 0, holder: undefined }, verification)
}

function readInput(input: string | Uint8Array | object, limits: Verification['limits']): ReturnType<typeof parseJson> {
  if (typeof input === 'string' || input instanceof Uint8Array) {
    return looksLikeJws(input) && input.length <= limits.maxBytes
      ? { ok: true, value: textOf(input).trim() }
      : parseJson(input, limits)
  }
  const problem = jsonValueProblem(input, limits)
  if (problem !== undefined) return { ok: false, problem }
  // A copy: what is verified must not change on the way, nor differ from what JSON text would have said.
  return { ok: true, value: JSON.parse(JSON.stringify(input)) as JsonObject }
}

const textOf = (input: string | Uint8Array): string =>
  typeof input === 'string' ? input : new TextDecoder().decode(input)

/** A JWS begins with its header, the base64url text of `{"`, as no JSON does (RFC 7515 §7.1). */
const looksLikeJws = (input: string | Uint8Array): boolean => /^\s*eyJ/.test(textOf(input.slice(0, 64)))

function prepare(options: VerifyOptions, limits: Verification['limits']): Verification {
  const { documents, offline, fetch, signal } = options
  const fetchJson = fetchJsonFrom({ documents, offline, fetch, signal, limits })
  return {
    options,
    limits,
    now: typeof options.now === 'function' ? options.now() : (options.now ?? new Date()),
    contexts: contextSource({ documents }),
    resolver: didResolver({ fetchJson, fallback: options.resolver }),
    fetchJson,
    budget: { innerCredentials: limits.maxInnerCredentials },
  }
}

/** The limits that are set; `undefined` means the default. */
function defined(limits: VerifyLimits): Partial<Verification['limits']> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}
