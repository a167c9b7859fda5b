import { childPointer, type JsonObject, type Problem } from '@testamur/documents'
import { describeUrl, listOf } from '@testamur/documents/json'
import { describeDid } from '@testamur/proofs/dids'
import {
  parseStatusEntry,
  readRevocationList,
  readStatus,
  type StatusEntry,
  type StatusVerdict,
  statusVerdict,
} from '@testamur/proofs/status'
import { issuerIdOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, notApplicable, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'
import { bitstringAt, revocationListAt, type VerifyStatusList } from '../status-lists.js'

/** What the entries came to: refusals reject, doubts leave the status open. */
interface Findings {
  readonly refusals: Problem[]
  readonly doubts: Problem[]
  readonly warnings: Problem[]
  /** Why lists do not count as the issuer's own. */
  readonly issuerDoubts: Problem[]
  /** Whether a list was there to ask who issued it. */
  hasList: boolean
}

/** There is no status to ask for. */
export const noStatus: readonly [CheckResult, CheckResult] = [notApplicable('status'), notApplicable('status-issuer')]

/**
 * The checks `status` and `status-issuer`: revocation and suspension by every status entry that the credential has. It
 * fails closed: what cannot be fetched, is not known or not current leaves the status undetermined, never "fine".
 */
export async function checkStatus(
  credential: JsonObject,
  verification: Verification,
  verifyList: VerifyStatusList,
): Promise<readonly [CheckResult, CheckResult]> {
  const member = credential['credentialStatus']
  const entries = listOf(member)
  if (entries.length === 0) return noStatus
  const found: Findings = { refusals: [], doubts: [], warnings: [], issuerDoubts: [], hasList: false }
  for (const [index, entry] of entries.entries()) {
    const pointer = Array.isArray(member) ? childPointer('/credentialStatus', index) : '/credentialStatus'
    const parsed = parseStatusEntry(entry, pointer)
    if (parsed.ok) await judgeEntry(parsed.entry, found, credential, verification, verifyList)
    else found.doubts.push(parsed.problem)
  }
  return [statusResult(found), statusIssuerResult(found)]
}

async function judgeEntry(
  entry: StatusEntry,
  found: Findings,
  credential: JsonObject,
  verification: Verification,
  verifyList: VerifyStatusList,
): Promise<void> {
  const { listUrl, pointer } = entry
  if (entry.kind === '1EdTechRevocationList') {
    const obtained = await revocationListAt(listUrl, verification)
    if (!obtained.ok) return leaveOpen(obtained.problem, pointer, found)
    judgeIssuer(obtained.issuer, entry, found, credential, verification)
    return add(found, readRevocationList(obtained.list, { credentialId: credential['id'], entry }))
  }
  const obtained = await bitstringAt(listUrl, verification, verifyList)
  if (!obtained.ok) return leaveOpen(obtained.problem, pointer, found)
  judgeIssuer(obtained.issuer, entry, found, credential, verification)
  const read = readStatus(obtained.list, entry)
  if (!read.ok) return leaveOpen(read.problem, pointer, found)
  found.warnings.push(...read.warnings)
  add(found, statusVerdict(read.value, entry))
}

function leaveOpen(problem: Problem, pointer: string, { doubts }: Findings): void {
  doubts.push({ ...problem, pointer })
}

function add(found: Findings, { refusals, doubts, warnings }: StatusVerdict): void {
  found.refusals.push(...refusals)
  found.doubts.push(...doubts)
  found.warnings.push(...warnings)
}

/** A list speaks for the credentials of its own issuer, and for others only where the caller says so. */
function judgeIssuer(
  listIssuer: string | undefined,
  { pointer, kind }: StatusEntry,
  found: Findings,
  credential: JsonObject,
  { options }: Verification,
): void {
  found.hasList = true
  // A 1EdTech revocation list may leave out who issued it.
  const speaks = listIssuer === issuerIdOf(credential) || (listIssuer === undefined && kind === '1EdTechRevocationList')
  if (speaks || (listIssuer !== undefined && options.trustedStatusIssuers?.includes(listIssuer))) return
  const detail = `The status list is by ${issuerText(listIssuer)}, not by the issuer of the credential. Name it in trustedStatusIssuers if it may speak for this issuer.`
  found.issuerDoubts.push(problem('status-issuer-differs', pointer, detail))
}

/** As a message may repeat it. */
function issuerText(issuer: string | undefined): string {
  if (issuer === undefined) return 'nobody'
  return issuer.startsWith('did:') ? describeDid(issuer) : describeUrl(issuer)
}

function statusResult({ refusals, doubts, warnings }: Findings): CheckResult {
  if (refusals.length > 0) return failed('status', refusals, [...doubts, ...warnings])
  return doubts.length > 0 ? undetermined('status', doubts, warnings) : passed('status', warnings)
}

function statusIssuerResult({ issuerDoubts, hasList }: Findings): CheckResult {
  return issuerDoubts.length > 0 || !hasList ? undetermined('status-issuer', issuerDoubts) : passed('status-issuer')
}
