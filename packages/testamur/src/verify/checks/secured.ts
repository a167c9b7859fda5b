import { listOf } from '@testamur/documents/json'
import type { NestedCredential } from '../../nesting/nested-credentials.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, missingProof, passed, undetermined } from '../check-result.js'
import type { Examined } from '../examine.js'
import type { GoodProofs } from '../good-proofs.js'
import type { Verification } from '../options.js'
import type { InnerResult } from '../report.js'
import type { SecuredDocument } from '../secured-document.js'
import { checkContext } from './context.js'
import { checkDescribedNodes } from './described-nodes.js'
import { judgeEmbeddedProofs } from './embedded-proofs.js'
import { issuerResult, type ProofVerdict, proofResult } from './proof-verdict.js'
import { judgeToken } from './token.js'

/** The checks `context`, `proof` and `issuer`. */
export interface SecuredChecks {
  readonly context: CheckResult
  readonly proof: CheckResult
  readonly issuer: CheckResult
  /** The document with the token around it only where that counts. */
  readonly heeded: SecuredDocument
}

/**
 * Returns what secures a document: the token around it, the proofs in it, and what they cover. Proofs over contexts that
 * are refused say nothing, so they are not looked at. Those among `goodProofs` are not checked again, and further ones
 * are named there.
 */
export async function checkSecured(
  { secured, nested, refusedContexts }: Pick<Examined, 'secured' | 'nested' | 'refusedContexts'>,
  inner: readonly InnerResult[],
  verification: Verification,
  goodProofs?: GoodProofs,
): Promise<SecuredChecks> {
  const { document } = secured
  if (refusedContexts.length > 0) {
    const isUnsigned = secured.token === undefined && listOf(document['proof']).length === 0
    const proof = isUnsigned ? failed('proof', [missingProof()]) : undetermined('proof', [])
    return { context: failed('context', refusedContexts), proof, issuer: undetermined('issuer', []), heeded: secured }
  }
  // Each wait takes time, and most documents have nothing to wait for here.
  const ofToken = secured.token === undefined ? [] : await judgeToken(secured.token, secured, verification, goodProofs)
  const ofProofs = await judgeEmbeddedProofs(secured, verification, goodProofs)
  const verdicts = [...ofToken, ...ofProofs]
  // Anybody can wrap a credential that its issuer has signed into a token of his own: then that says nothing.
  const isIgnored = ofProofs.length > 0 && !ofToken.some((verdict) => isCounted(verdict, verification))
  const heeded = isIgnored && secured.token !== undefined ? withoutToken(secured) : secured
  const proof = withIgnoredToken(proofResult(verdicts), heeded !== secured)
  const isRead = proof.outcome === 'passed' && hasGood(verdicts, 'statements')
  return {
    // Where a good proof was found, every statement has been read already.
    context: isRead ? passed('context') : await checkContext(document, verification),
    // What a proof of the issuer covers byte for byte stands where the issuer put it.
    proof: coversText(verdicts, verification)
      ? proof
      : checkDescribedNodes(proof, document, withReports(nested, inner)),
    issuer: issuerResult(verdicts, verification),
    heeded,
  }
}

const hasGood = (verdicts: readonly ProofVerdict[], covers: ProofVerdict['covers']): boolean =>
  verdicts.some((verdict) => verdict.signature === 'good' && verdict.covers === covers)

/** A good proof by a key that the issuer confirms, or that the caller accepts unconfirmed. */
const isCounted = ({ signature, key }: ProofVerdict, { options }: Verification): boolean =>
  signature === 'good' && (key === 'issuer' || (key === 'self-asserted' && options.acceptSelfAssertedKeys === true))

/** A proof by a key that nobody confirms was perhaps added by whoever moved things around. */
function coversText(verdicts: readonly ProofVerdict[], verification: Verification): boolean {
  const counted = verdicts.filter((verdict) => isCounted(verdict, verification))
  const confirmed = counted.filter(({ key }) => key === 'issuer')
  return (confirmed.length > 0 ? confirmed : counted).some(({ covers }) => covers === 'text')
}

function withoutToken(secured: SecuredDocument): SecuredDocument {
  const mediaType = secured.kind === 'credential' ? 'application/vc' : 'application/vp'
  return { ...secured, token: undefined, mediaType }
}

function withIgnoredToken(proof: CheckResult, isIgnored: boolean): CheckResult {
  if (!isIgnored) return proof
  const detail =
    'The token around it is not by its issuer, so what the token says was not looked at; the document itself carries a proof.'
  return { ...proof, warnings: [problem('token-ignored', '', detail), ...proof.warnings] }
}

function withReports(
  nested: readonly NestedCredential[],
  inner: readonly InnerResult[],
): Parameters<typeof checkDescribedNodes>[2] {
  return nested.map(({ pointer, role, content }, index) => ({ pointer, role, content, report: inner[index]?.report }))
}
