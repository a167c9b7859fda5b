import type { JsonObject } from '@testamur/documents'
import { listOf } from '@testamur/documents/json'
import { withoutProof } from '../nesting/credential-parts.js'
import { problem } from '../problems.js'
import { type CheckResult, notApplicable, passed } from './check-result.js'
import { checkRecipient } from './checks/recipient.js'
import { checkSecured } from './checks/secured.js'
import { checkStatus, noStatus } from './checks/status.js'
import { checkEndorsed, checkSubject } from './checks/subject.js'
import { checkClaims } from './checks/token.js'
import { checkValidity } from './checks/validity.js'
import { type Examined, type ExaminedInner, examine, isHandedOver, type Place } from './examine.js'
import type { CoveredDocument, VerificationReport } from './interface.js'
import type { Verification } from './options.js'
import { reasonForDoubt, refresh, refreshOfInner } from './refresh.js'
import { type InnerResult, replaceCheck, report } from './report.js'
import type { SecuredDocument } from './secured-document.js'

/** Verifies one document on its own bytes, and every credential inside it. */
export async function verifyDocument(
  content: unknown,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const examination = await examine(content, place, verification)
  return examination.ok ? await conclude(examination, verification) : examination.report
}

/** Checks the proofs of what is inside a document, and then its own. */
function conclude(examined: Examined, verification: Verification): Promise<VerificationReport> {
  return examined.secured.kind === 'credential'
    ? concludeCredential(examined, verification)
    : concludePresentation(examined, verification)
}

// Most credentials have nothing inside; to wait for nothing takes time too.
const noneInside: readonly InnerResult[] = []

async function concludeInner(all: readonly ExaminedInner[], verification: Verification): Promise<InnerResult[]> {
  const results: InnerResult[] = []
  for (const { role, pointer, examination } of all) {
    const report = examination.ok ? await conclude(examination, verification) : examination.report
    // It is new and nobody else’s, so it takes its place without a copy, which costs more than most checks.
    results.push({ role, report: Object.assign(report, { pointer }) })
  }
  return results
}

async function concludeCredential(examined: Examined, verification: Verification): Promise<VerificationReport> {
  const { place, secured, nested, schema, rules } = examined
  const { document: credential, token } = secured
  const inner = nested.length === 0 ? noneInside : await concludeInner(examined.inner, verification)
  const { context, proof, issuer, heeded } = await checkSecured(examined, inner, verification, place.goodProofs)
  const isGood = proof.outcome === 'passed'
  const asIs = report({
    pointer: place.pointer,
    mediaType: heeded.mediaType,
    covered: isGood ? (withoutProof(credential) as CoveredDocument) : undefined,
    results: [
      passed('parse', token?.warnings),
      context,
      schema,
      rules,
      proof,
      checkClaims(heeded, verification),
      issuer,
      subjectOf(credential, place),
      ...(credential['credentialStatus'] === undefined ? noStatus : await statusOf(credential, place, verification)),
      checkValidity(credential, heeded.token, verification),
      refreshOfInner(credential),
      isShown(place) ? checkRecipient(credential, verification.options.recipient) : notApplicable('recipient'),
    ],
    inner,
  })
  const hasService = listOf(credential['refreshService']).length > 0
  // A newer version must not hide that what was handed over is forged.
  const isRefreshable = hasService && isHandedOver(place) && reasonForDoubt(asIs) === undefined
  return isRefreshable ? newest(asIs, secured, issuer, verification) : asIs
}

/** A presentation is as good as its proof and the credentials in it; what it says itself has no schema and no status. */
async function concludePresentation(examined: Examined, verification: Verification): Promise<VerificationReport> {
  const { place, secured, nested, rules } = examined
  const { document: presentation } = secured
  const inner = await concludeInner(examined.inner, verification)
  const { context, proof, issuer, heeded } = await checkSecured(examined, inner, verification)
  return report({
    pointer: place.pointer,
    mediaType: heeded.mediaType,
    covered: proof.outcome === 'passed' ? (withoutProof(presentation) as CoveredDocument) : undefined,
    results: [
      passed('parse', secured.token?.warnings),
      context,
      notApplicable('schema'),
      rules,
      withPresentationWarnings(proof, nested.length, verification),
      checkClaims(heeded, verification),
      issuer,
      notApplicable('subject'),
      ...noStatus,
      checkValidity(presentation, heeded.token, verification),
      notApplicable('refresh'),
      notApplicable('recipient'),
    ],
    inner,
  })
}

/** Without a challenge, anybody who has seen the presentation can show it again; without a credential, it shows nothing. */
function withPresentationWarnings(proof: CheckResult, shown: number, { options }: Verification): CheckResult {
  if (proof.outcome !== 'passed') return proof
  const replay = 'No challenge was set, so the presentation may have been made for somebody else, or before.'
  return passed('proof', [
    ...proof.warnings,
    ...(options.challenge === undefined ? [problem('challenge-unchecked', '/proof', replay)] : []),
    ...(shown === 0 ? [problem('presentation-empty', '', 'There is no credential in it.')] : []),
  ])
}

function subjectOf(credential: JsonObject, { learners, endorsable }: Place): CheckResult {
  return endorsable === undefined ? checkSubject(credential, learners) : checkEndorsed(credential, endorsable)
}

/** True for what somebody shows as theirs: the document itself, or what stands directly in a presentation. */
const isShown = ({ depth, holder, fetchedAs }: Place): boolean =>
  fetchedAs !== 'status-list' && (depth === 0 || (depth === 1 && holder?.['credentialSubject'] === undefined))

/** The status of a status list is not asked for: it would not end. */
async function statusOf(
  credential: JsonObject,
  place: Place,
  verification: Verification,
): Promise<readonly [CheckResult, CheckResult]> {
  if (place.fetchedAs === 'status-list') return noStatus
  return checkStatus(credential, verification, ({ content, goodProofs }) =>
    verifyDocument(
      content,
      { pointer: '', depth: 0, holder: undefined, fetchedAs: 'status-list', goodProofs },
      verification,
    ),
  )
}

/** The report of the newest version that the issuer offers of what was handed over. */
async function newest(
  asIs: VerificationReport,
  { document }: SecuredDocument,
  issuer: CheckResult,
  verification: Verification,
): Promise<VerificationReport> {
  const hasSelfAssertedKey = issuer.warnings.length > 0
  const { result, newer } = await refresh(document, hasSelfAssertedKey, verification, (content) =>
    verifyDocument(content, { pointer: '', depth: 0, holder: undefined, fetchedAs: 'newer-version' }, verification),
  )
  return replaceCheck(newer ?? asIs, result)
}
