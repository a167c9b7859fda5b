import { type JsonObject, type JsonValue, type Problem, type VerifiableCredential } from '@testamur/documents'
import { listOf } from '@testamur/documents/json'
import { withoutProof } from '../nesting/credential-parts.js'
import { type NestedCredential, nestedCredentials } from '../nesting/nested-credentials.js'
import { problem } from '../problems.js'
import { type CheckResult, failed, missingProof, notApplicable, passed, undetermined } from './check-result.js'
import { checkContext, contextPolicyProblems } from './checks/context.js'
import { checkDescribedNodes } from './checks/described-nodes.js'
import { checkDocumentRules } from './checks/document-rules.js'
import { judgeEmbeddedProofs } from './checks/embedded-proofs.js'
import { issuerResult, type ProofVerdict, proofResult } from './checks/proof-verdict.js'
import { checkRecipient } from './checks/recipient.js'
import { checkStatus } from './checks/status.js'
import { checkEndorsed, checkSubject, endorsableIds } from './checks/subject.js'
import { checkClaims, judgeToken } from './checks/token.js'
import { checkValidity } from './checks/validity.js'
import type { VerificationReport } from './interface.js'
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
  /** What it may be about, if it is an endorsement. */
  readonly endorsable?: ReadonlySet<string> | undefined
  /** Not the document that was handed over, but one that was fetched for its sake: nothing more is fetched for it. */
  readonly fetchedAs?: 'status-list' | 'newer-version' | undefined
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

async function verifyCredential(
  secured: SecuredDocument,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const { document: credential, token, mediaType } = secured
  const nested = nestedCredentials(credential, verification.budget.innerCredentials)
  const inner = await verifyNested(nested, credential, place, verification)
  const [schema, rules] = await checkDocumentRules(credential, nested, place.holder, verification)
  const { context, proof, issuer } = await checkSecured(secured, nested, inner, verification)
  const isGood = proof.outcome === 'passed'
  const asIs = report({
    pointer: place.pointer,
    mediaType,
    covered: isGood ? (withoutProof(credential) as unknown as VerifiableCredential) : undefined,
    results: [
      passed('parse', token?.warnings),
      context,
      schema,
      rules,
      proof,
      checkClaims(secured, verification),
      issuer,
      subjectOf(credential, place),
      ...(await statusOf(credential, place, verification)),
      checkValidity(credential, token, verification),
      refreshOfInner(credential),
      isShown(place) ? checkRecipient(credential, verification.options.recipient) : notApplicable('recipient'),
    ],
    inner,
  })
  // A newer version must not hide that what was handed over is forged.
  const isRefreshable = place.depth === 0 && place.fetchedAs === undefined && reasonForDoubt(asIs) === undefined
  return isRefreshable ? newest(asIs, secured, issuer, verification) : asIs
}

/** A presentation is as good as its proof and the credentials in it; what it says itself has no schema and no status. */
async function verifyPresentation(
  secured: SecuredDocument,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const { document: presentation, mediaType } = secured
  const nested = nestedCredentials(presentation, verification.budget.innerCredentials)
  const inner = await verifyNested(nested, presentation, place, verification)
  const [, rules] = await checkDocumentRules(presentation, nested, undefined, verification)
  const { context, proof, issuer } = await checkSecured(secured, nested, inner, verification)
  return report({
    pointer: place.pointer,
    mediaType,
    covered: proof.outcome === 'passed' ? (withoutProof(presentation) as unknown as VerifiableCredential) : undefined,
    results: [
      passed('parse', secured.token?.warnings),
      context,
      notApplicable('schema'),
      rules,
      withReplayWarning(proof, verification),
      checkClaims(secured, verification),
      issuer,
      notApplicable('subject'),
      notApplicable('status'),
      notApplicable('status-issuer'),
      checkValidity(presentation, secured.token, verification),
      notApplicable('refresh'),
      notApplicable('recipient'),
    ],
    inner,
  })
}

/** Without a challenge, anybody who has seen the presentation can show it again. */
function withReplayWarning(proof: CheckResult, { options }: Verification): CheckResult {
  if (proof.outcome !== 'passed' || options.challenge !== undefined) return proof
  const detail = 'No challenge was set, so the presentation may have been made for somebody else, or before.'
  return passed('proof', [...proof.warnings, problem('challenge-unchecked', '/proof', detail)])
}

/** The checks `context`, `proof` and `issuer`. */
interface SecuredChecks {
  readonly context: CheckResult
  readonly proof: CheckResult
  readonly issuer: CheckResult
}

/** Proofs over contexts that are refused say nothing, so they are not looked at. */
async function checkSecured(
  secured: SecuredDocument,
  nested: readonly NestedCredential[],
  inner: readonly InnerResult[],
  verification: Verification,
): Promise<SecuredChecks> {
  const { document } = secured
  const refused = contextPolicyProblems(document, verification)
  if (refused.length > 0) {
    const isUnsigned = secured.token === undefined && listOf(document['proof']).length === 0
    const proof = isUnsigned ? failed('proof', [missingProof()]) : undetermined('proof', [])
    return { context: failed('context', refused), proof, issuer: undetermined('issuer', []) }
  }
  const verdicts = [...(await judgeToken(secured, verification)), ...(await judgeEmbeddedProofs(secured, verification))]
  const proof = proofResult(verdicts)
  const isRead = proof.outcome === 'passed' && hasGood(verdicts, 'statements')
  return {
    context: await checkContext(document, isRead, verification),
    // What a proof of the issuer covers byte for byte stands where the issuer put it.
    proof: coversText(verdicts, verification)
      ? proof
      : checkDescribedNodes(proof, document, withReports(nested, inner)),
    issuer: issuerResult(verdicts, verification),
  }
}

const hasGood = (verdicts: readonly ProofVerdict[], covers: ProofVerdict['covers']): boolean =>
  verdicts.some((verdict) => verdict.signature === 'good' && verdict.covers === covers)

/** A proof by a key that nobody confirms was perhaps added by whoever moved things around. */
function coversText(verdicts: readonly ProofVerdict[], { options }: Verification): boolean {
  const good = verdicts.filter(({ signature }) => signature === 'good')
  const isConfirmed = good.some(({ key }) => key === 'issuer')
  const counted = good.filter(({ key }) => (isConfirmed ? key === 'issuer' : options.acceptSelfAssertedKeys))
  return counted.some(({ covers }) => covers === 'text')
}

function withReports(
  nested: readonly NestedCredential[],
  inner: readonly InnerResult[],
): Parameters<typeof checkDescribedNodes>[2] {
  return nested.map((credential, index) => ({ ...credential, report: inner[index]?.report }))
}

function subjectOf(credential: JsonObject, { holder, endorsable }: Place): CheckResult {
  return endorsable === undefined ? checkSubject(credential, holder) : checkEndorsed(credential, endorsable)
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
  if (place.fetchedAs === 'status-list') return [notApplicable('status'), notApplicable('status-issuer')]
  return checkStatus(credential, verification, (list: JsonValue) =>
    verifyDocument(list, { pointer: '', depth: 0, holder: undefined, fetchedAs: 'status-list' }, verification),
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
  for (const { role, content, pointer: at } of nested) {
    const pointer = place.pointer + at
    const tooMuch = exceeds(place, verification)
    const mediaType = typeof content === 'string' ? 'application/vc+jwt' : 'application/vc'
    const endorsable = role === 'endorsement' ? endorsableIds(holder, at) : undefined
    const inside = { ...place, pointer, depth: place.depth + 1, holder, endorsable }
    const inner: VerificationReport =
      tooMuch === undefined
        ? await verifyDocument(content, inside, verification)
        : unreadableReport({ problem: tooMuch, outcome: 'undetermined', mediaType }, pointer)
    results.push({ role, report: { ...inner, pointer } })
    // What goes beyond the limit is named once, not a million times.
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
