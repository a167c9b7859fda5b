import { childPointer, type JsonObject, type Problem } from '@testamur/documents'
import { describeUrl, listOf } from '@testamur/documents/json'
import { describeDid } from '@testamur/proofs/dids'
import {
  parseStatusEntry,
  readRevocationList,
  readStatus,
  type StatusEntry,
  statusVerdict,
} from '@testamur/proofs/status'
import { issuerIdOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, notApplicable, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'
import { bitstringAt, revocationListAt, type VerifyStatusList } from '../status-lists.js'

/** What one entry came to: refusals reject, doubts leave the status open. */
interface EntryVerdict {
  readonly refusals: readonly Problem[]
  readonly doubts: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** Why the list does not count as the issuer's own; undefined when it does, or was not reached. */
  readonly issuerDoubt?: Problem | undefined
  /** Whether a list was there to ask who issued it. */
  readonly hasList: boolean
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
  const verdicts: EntryVerdict[] = []
  for (const [index, entry] of entries.entries()) {
    const pointer = Array.isArray(member) ? childPointer('/credentialStatus', index) : '/credentialStatus'
    const parsed = parseStatusEntry(entry, pointer)
    verdicts.push(
      parsed.ok
        ? await judgeEntry(parsed.entry, credential, verification, verifyList)
        : unknown(parsed.problem, parsed.problem.pointer),
    )
  }
  return [statusResult(verdicts), statusIssuerResult(verdicts)]
}

async function judgeEntry(
  entry: StatusEntry,
  credential: JsonObject,
  verification: Verification,
  verifyList: VerifyStatusList,
): Promise<EntryVerdict> {
  if (entry.kind === '1EdTechRevocationList') {
    const obtained = await revocationListAt(entry.listUrl, verification)
    if (!obtained.ok) return unknown(obtained.problem, entry.pointer)
    const verdict = readRevocationList(obtained.list, { credentialId: credential['id'], entry })
    return { ...verdict, ...issuerOf(obtained.issuer, entry, credential, verification) }
  }
  const obtained = await bitstringAt(entry.listUrl, verification, verifyList)
  if (!obtained.ok) return unknown(obtained.problem, entry.pointer)
  const issuer = issuerOf(obtained.issuer, entry, credential, verification)
  const read = readStatus(obtained.list, entry)
  if (!read.ok) return { ...unknown(read.problem, entry.pointer), ...issuer }
  const { refusals, doubts, warnings } = statusVerdict(read.value, entry)
  const { issuerDoubt, hasList } = issuer
  return { refusals, doubts, warnings: [...read.warnings, ...warnings], issuerDoubt, hasList }
}

const unknown = (found: Problem, pointer: string): EntryVerdict => ({
  refusals: [],
  doubts: [{ ...found, pointer }],
  warnings: [],
  hasList: false,
})

/** A list speaks for the credentials of its own issuer, and for others only where the caller says so. */
function issuerOf(
  listIssuer: string | undefined,
  { pointer, kind }: StatusEntry,
  credential: JsonObject,
  { options }: Verification,
): Pick<EntryVerdict, 'issuerDoubt' | 'hasList'> {
  // A 1EdTech revocation list may leave out who issued it.
  const speaks = listIssuer === issuerIdOf(credential) || (listIssuer === undefined && kind === '1EdTechRevocationList')
  if (speaks || (listIssuer !== undefined && options.trustedStatusIssuers?.includes(listIssuer))) {
    return { issuerDoubt: undefined, hasList: true }
  }
  const detail = `The status list is by ${issuerText(listIssuer)}, not by the issuer of the credential. Name it in trustedStatusIssuers if it may speak for this issuer.`
  return { issuerDoubt: problem('status-issuer-differs', pointer, detail), hasList: true }
}

/** As a message may repeat it. */
function issuerText(issuer: string | undefined): string {
  if (issuer === undefined) return 'nobody'
  return issuer.startsWith('did:') ? describeDid(issuer) : describeUrl(issuer)
}

function statusResult(verdicts: readonly EntryVerdict[]): CheckResult {
  const refusals = verdicts.flatMap(({ refusals }) => refusals)
  const doubts = verdicts.flatMap(({ doubts }) => doubts)
  const warnings = verdicts.flatMap(({ warnings }) => warnings)
  if (refusals.length > 0) return failed('status', refusals, [...doubts, ...warnings])
  return doubts.length > 0 ? undetermined('status', doubts, warnings) : passed('status', warnings)
}

function statusIssuerResult(verdicts: readonly EntryVerdict[]): CheckResult {
  const doubts = verdicts.flatMap(({ issuerDoubt }) => issuerDoubt ?? [])
  if (doubts.length > 0) return undetermined('status-issuer', doubts)
  if (!verdicts.some(({ hasList }) => hasList)) return undetermined('status-issuer', [])
  return passed('status-issuer')
}
