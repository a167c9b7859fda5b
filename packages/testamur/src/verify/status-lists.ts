import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { describeUrl, isObject } from '@testamur/documents/json'
import { type BitstringStatusList, decodeStatusList } from '@testamur/proofs/status'
import { issuerIdOf } from '../nesting/credential-parts.js'
import { problem } from '../problems.js'
import { fetchedContent } from './fetched-content.js'
import { type GoodProofs, goodProofsOf } from './good-proofs.js'
import type { CheckId, VerificationReport } from './interface.js'
import type { Verification } from './options.js'
import { firstDoubt } from './report.js'

/** Reads and verifies a status list that stands as a credential of its own. */
export type VerifyStatusList = (list: FetchedList) => Promise<VerificationReport>

/** What a status list holds, as JSON or as the text of a token, and which of its proofs are known to be good. */
export interface FetchedList {
  readonly content: JsonValue
  readonly goodProofs: GoodProofs | undefined
}

/** A list of bits, or a 1EdTech revocation list, or why there is none. */
export type ObtainedList<List> =
  | { readonly ok: true; readonly issuer: string | undefined; readonly list: List }
  | { readonly ok: false; readonly problem: Problem }

/** What one verification has read of status lists, by URL: each is fetched, verified and unpacked once. */
export interface StatusLists {
  readonly bitstrings: Map<string, Promise<ObtainedList<BitstringStatusList>>>
  readonly revocationLists: Map<string, Promise<ObtainedList<JsonObject>>>
}

/** Returns the list of bits at a URL; it is a credential, and one that is not verified is not returned. */
export function bitstringAt(
  url: string,
  verification: Verification,
  verifyList: VerifyStatusList,
): Promise<ObtainedList<BitstringStatusList>> {
  return once(verification.statusLists.bitstrings, url, async () => {
    const fetched = await fetchList(url, verification)
    if (!fetched.ok) return fetched
    const report = await verifyList(fetched)
    const doubt = doubtOf(report, url)
    const { credential } = report
    if (doubt !== undefined || credential === undefined) return doubt ?? unverified(url)
    // No list unpacks to nothing, so one byte is as little as none.
    const decoded = await decodeStatusList(credential, { maxBytes: verification.limits.maxStatusListBytes || 1 })
    return decoded.ok ? { ok: true, issuer: issuerIdOf(credential), list: decoded.list } : decoded
  })
}

/** Returns the 1EdTech revocation list at a URL. It is not signed: it speaks by its address alone. */
export function revocationListAt(url: string, verification: Verification): Promise<ObtainedList<JsonObject>> {
  return once(verification.statusLists.revocationLists, url, async () => {
    const fetched = await fetchList(url, verification)
    if (!fetched.ok) return fetched
    const { content } = fetched
    return isObject(content)
      ? { ok: true, issuer: issuerIdOf(content), list: content }
      : unusable('status-list-unverified', `What ${describeUrl(url)} holds is no revocation list.`)
  })
}

function once<Result>(
  results: Map<string, Promise<Result>>,
  url: string,
  make: () => Promise<Result>,
): Promise<Result> {
  const result = results.get(url) ?? make()
  results.set(url, result)
  return result
}

type FetchResult = ({ readonly ok: true } & FetchedList) | (ObtainedList<never> & { readonly ok: false })

async function fetchList(url: string, { fetchDocument, limits, options }: Verification): Promise<FetchResult> {
  const fetched = await fetchDocument(url, { accept: acceptedTypes, maxBytes: limits.maxStatusListBytes })
  if (!fetched.ok) return unusable('status-unobtainable', `The status list was not obtained: ${fetched.problem.detail}`)
  const { content: document, keptAs } = fetched
  // A copy, since the caller's cache may write over its own while the list is verified.
  const bytes = document instanceof Uint8Array ? new Uint8Array(document) : undefined
  const content = fetchedContent(bytes ?? document)
  return content === undefined
    ? unusable('status-list-unverified', `What ${describeUrl(url)} holds is no status list.`)
    : { ok: true, content, goodProofs: bytes && goodProofsOf(bytes, keptAs, options) }
}

const acceptedTypes =
  'application/vc, application/vc+jwt, application/vc+ld+json, application/ld+json, application/json'

/** The checks that decide whether a list may be relied on. */
const decisive: ReadonlySet<CheckId> = new Set(['parse', 'context', 'proof', 'claims', 'issuer', 'validity'])

function doubtOf(report: VerificationReport, url: string): (ObtainedList<never> & { readonly ok: false }) | undefined {
  const check = firstDoubt(report, decisive)
  if (check === undefined) return undefined
  const reason = check.problem === undefined ? '' : ` ${check.problem.detail}`
  return check.id === 'validity'
    ? unusable('status-list-expired', `The status list ${describeUrl(url)} is not current.${reason}`)
    : unverified(url, reason)
}

const unverified = (url: string, reason: string = ''): ObtainedList<never> & { readonly ok: false } =>
  unusable('status-list-unverified', `The status list ${describeUrl(url)} could not be verified.${reason}`)

function unusable(
  code: 'status-unobtainable' | 'status-list-unverified' | 'status-list-expired',
  detail: string,
): ObtainedList<never> & { readonly ok: false } {
  return { ok: false, problem: problem(code, '', detail) }
}
