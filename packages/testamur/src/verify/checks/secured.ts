import { listOf } from '@testamur/documents/json'
import type { NestedCredential } from '../../nesting/nested-credentials.js'
import { type CheckResult, failed, missingProof, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'
import type { InnerResult } from '../report.js'
import type { SecuredDocument } from '../secured-document.js'
import { checkContext, contextPolicyProblems } from './context.js'
import { checkDescribedNodes } from './described-nodes.js'
import { judgeEmbeddedProofs } from './embedded-proofs.js'
import { issuerResult, type ProofVerdict, proofResult } from './proof-verdict.js'
import { judgeToken } from './token.js'

/** The checks `context`, `proof` and `issuer`. */
export interface SecuredChecks {
  readonly context: CheckResult
  readonly proof: CheckResult
  readonly issuer: CheckResult
}

/**
 * Returns what secures a document: the token around it, the proofs in it, and what they cover. Proofs over contexts that
 * are refused say nothing, so they are not looked at.
 */
export async function checkSecured(
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
