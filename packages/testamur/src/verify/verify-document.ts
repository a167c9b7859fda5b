import type { JsonObject, Problem } from '@testamur/documents'
import { listOf } from '@testamur/documents/json'
import { withoutProof } from '../nesting/credential-parts.js'
import { type NestedCredential, nestedCredentials } from '../nesting/nested-credentials.js'
import { problem } from '../problems.js'
import { type CheckResult, notApplicable, passed } from './check-result.js'
import { checkDocumentRules } from './checks/document-rules.js'
import { checkRecipient } from './checks/recipient.js'
import { checkSecured } from './checks/secured.js'
import { checkStatus, noStatus } from './checks/status.js'
import { checkEndorsed, checkSubject, endorsableIds, subjectNames } from './checks/subject.js'
import { checkClaims } from './checks/token.js'
import { checkValidity } from './checks/validity.js'
import type { GoodProofs } from './good-proofs.js'
import type { CoveredDocument, VerificationReport } from './interface.js'
import type { Verification } from './options.js'
import { reasonForDoubt, refresh, refreshOfInner } from './refresh.js'
import { type InnerResult, replaceCheck, report, unreadableReport } from './report.js'
import { readSecuredDocument, type SecuredDocument } from './secured-document.js'

/** Where a document stands in the whole. */
export interface Place {
  readonly pointer: string
  readonly depth: number
  /** The credential or presentation that holds this one. */
  readonly holder: JsonObject | undefined
  /** What names the learner of that one. */
  readonly learners?: ReadonlySet<string> | undefined
  /** What it may be about, if it is an endorsement. */
  readonly endorsable?: ReadonlySet<string> | undefined
  /** Not the document that was handed over, but one that was fetched for its sake: nothing more is fetched for it. */
  readonly fetchedAs?: 'status-list' | 'newer-version' | undefined
  /** Proofs of the document that were found to be good before, and where to name further ones. */
  readonly goodProofs?: GoodProofs | undefined
}

/** Verifies one document on its own bytes, and every credential inside it. */
export async function verifyDocument(
  content: unknown,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const read = readSecuredDocument(content, verification)
  if (!read.ok) return unreadableReport(read, place.pointer)
  if (read.kind === 'credential') return verifyCredential(read, place, verification)
  if (place.depth === 0 && place.fetchedAs === undefined) return verifyPresentation(read, place, verification)
  const found = problem('presentation-inside', '', 'A credential was expected here.')
  return unreadableReport({ problem: found, outcome: 'failed', mediaType: read.mediaType }, place.pointer)
}

// Most credentials have nothing inside; to wait for nothing takes time too.
const noneInside: readonly InnerResult[] = []

/** Of a status list, which is no record of a learner, only what decides whether it may be relied on is asked. */
const unaskedOfLists = [notApplicable('schema'), notApplicable('rules')] as const

async function verifyCredential(
  secured: SecuredDocument,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const { document: credential, token } = secured
  const nested = nestedCredentials(credential, verification.budget.innerCredentials)
  const inner = nested.length === 0 ? noneInside : await verifyNested(nested, credential, place, verification)
  const [schema, rules] =
    place.fetchedAs === 'status-list'
      ? unaskedOfLists
      : await checkDocumentRules(credential, nested, place.holder, verification)
  const { context, proof, issuer, heeded } = await checkSecured(secured, nested, inner, verification, place.goodProofs)
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
  const isHandedOver = place.depth === 0 && place.fetchedAs === undefined
  // A newer version must not hide that what was handed over is forged.
  const isRefreshable = hasService && isHandedOver && reasonForDoubt(asIs) === undefined
  return isRefreshable ? newest(asIs, secured, issuer, verification) : asIs
}

/** A presentation is as good as its proof and the credentials in it; what it says itself has no schema and no status. */
async function verifyPresentation(
  secured: SecuredDocument,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const { document: presentation } = secured
  const nested = nestedCredentials(presentation, verification.budget.innerCredentials)
  const inner = await verifyNested(nested, presentation, place, verification)
  const [, rules] = await checkDocumentRules(presentation, nested, undefined, verification)
  const { context, proof, issuer, heeded } = await checkSecured(secured, nested, inner, verification)
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

async function verifyNested(
  nested: readonly NestedCredential[],
  holder: JsonObject,
  place: Place,
  verification: Verification,
): Promise<InnerResult[]> {
  const results: InnerResult[] = []
  const learners = subjectNames(holder)
  for (const { role, content, pointer: at } of nested) {
    const pointer = place.pointer + at
    const tooMuch = exceeds(place, verification)
    const mediaType = typeof content === 'string' ? 'application/vc+jwt' : 'application/vc'
    const endorsable = role === 'endorsement' ? endorsableIds(holder, at) : undefined
    const { depth, fetchedAs } = place
    const inside = { pointer, depth: depth + 1, holder, learners, endorsable, fetchedAs }
    const inner: VerificationReport =
      tooMuch === undefined
        ? await verifyDocument(content, inside, verification)
        : unreadableReport({ problem: tooMuch, outcome: 'undetermined', mediaType }, pointer)
    // The report is new and nobody else’s, so it takes its place without a copy, which costs more than most checks.
    // What goes beyond the limit is named once, not a million times. It stands for all that follows, so it is no
    // endorsement, of which the credential would be independent.
    results.push({ role: tooMuch === undefined ? role : 'credential', report: Object.assign(inner, { pointer }) })
    if (tooMuch !== undefined) break
  }
  return results
}

/** Counts one more inner credential; returns why it is one too many. */
function exceeds(holder: Place, { limits, budget }: Verification): Problem | undefined {
  if (holder.depth >= limits.maxInnerDepth) {
    return problem('limit-exceeded', '', `Credentials stand more than ${limits.maxInnerDepth} deep inside one another.`)
  }
  budget.innerCredentials -= 1
  if (budget.innerCredentials >= 0) return undefined
  return problem('limit-exceeded', '', `The document holds more than ${limits.maxInnerCredentials} credentials.`)
}
