import { contextSource } from '@testamur/documents'
import {
  didResolver,
  type FetchDocument,
  type FetchJson,
  type RemoteDocuments,
  remoteDocumentsFrom,
} from '@testamur/proofs/dids'
import { problem } from '../problems.js'
import { checkOptions, ownOptions } from './check-options.js'
import type { VerificationReport } from './interface.js'
import { limitsOf } from './limits.js'
import type { Verification, VerifyOptions } from './options.js'
import { readInput } from './read-input.js'
import { unreadableReport } from './report.js'
import { verifyDocument } from './verify-document.js'

/**
 * Returns what a credential or presentation is worth: `verified`, `rejected` or `undetermined`, with every check and its
 * reason, for the document and for every credential and endorsement inside it, each on its own bytes. Never throws for a
 * bad document.
 *
 * Takes JSON or a compact JWS as text or as bytes of UTF-8, PNG and SVG images with a credential baked in as bytes, and
 * parsed JSON, which cannot be checked for members that were given twice. Secured by Data Integrity proofs, by
 * Ed25519Signature2020, or as VC-JWT.
 *
 * Fetches what confirms keys (DID documents, issuer profiles, key sets), status lists, and newer versions from refresh
 * services; guarded, within limits, and nothing with `offline: true`.
 *
 * `verified` says who said it and that nobody changed it since. It does not say that the issuer is who you think, is
 * accredited, or is right. Not covered by a proof over linked data, and so not by the report: the order of most lists,
 * and how the JSON is laid out.
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
  input: string | Uint8Array | ArrayBuffer | object,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const own = ownOptions(options)
  const now = checkOptions(own)
  const limits = limitsOf(own.limits)
  const read = await readInput(input, limits)
  if (!read.ok) return unreadableReport(read, '')
  const verification = prepare(own, limits, now)
  const report = await verifyDocument(read.value, { pointer: '', depth: 0, holder: undefined }, verification)
  const answered = read.mediaType === undefined ? report : { ...report, mediaType: read.mediaType }
  return asksForPresentation(own) ? refuseBareCredential(answered) : answered
}

const asksForPresentation = ({ challenge, domain }: VerifyOptions): boolean =>
  challenge !== undefined || domain !== undefined

/** Who sets a challenge would take a credential alone for an answer to it. */
function refuseBareCredential(report: VerificationReport): VerificationReport {
  if (/^application\/vp\b/.test(report.mediaType) || report.outcome === 'rejected') return report
  const detail = 'A presentation was expected, since a challenge or domain was set; this is a credential alone.'
  const found = problem('presentation-expected', '', detail)
  return {
    ...report,
    outcome: 'rejected',
    verified: false,
    checks: report.checks.map((check) =>
      check.id === 'parse' ? { id: 'parse', outcome: 'failed', problem: found } : check,
    ),
    errors: [found, ...report.errors],
  }
}

function prepare(options: VerifyOptions, limits: Verification['limits'], now: Date): Verification {
  const { documents, offline, fetch, cache, signal } = options
  let made: RemoteDocuments | undefined
  // Most records need nothing that is elsewhere.
  const remote = (): RemoteDocuments =>
    (made ??= remoteDocumentsFrom({ documents, offline, fetch, cache, signal, limits }))
  const fetchJson: FetchJson = (url) => remote().fetchJson(url)
  const fetchDocument: FetchDocument = (url, asked) => remote().fetchDocument(url, asked)
  return {
    options,
    limits,
    now,
    contexts: contextSource({ documents }),
    resolver: didResolver({ fetchJson, fallback: options.resolver }),
    fetchJson,
    fetchDocument,
    statusLists: { bitstrings: new Map(), revocationLists: new Map() },
    budget: { innerCredentials: limits.maxInnerCredentials },
  }
}
