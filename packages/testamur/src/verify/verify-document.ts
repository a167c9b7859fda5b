import { childPointer, type JsonObject, type Problem, type VerifiableCredential } from '@testamur/documents'
import { isObject, typesOf, withoutProof } from '../nesting/credential-parts.js'
import { type NestedCredential, nestedCredentials } from '../nesting/nested-credentials.js'
import { problem } from '../problems.js'
import { type CheckResult, failed, notApplicable, passed, undetermined } from './check-result.js'
import { checkContext, contextPolicyProblems } from './checks/context.js'
import { checkDescribedNodes } from './checks/described-nodes.js'
import { checkDocumentRules } from './checks/document-rules.js'
import { checkProofs } from './checks/proof.js'
import { checkRefresh, checkStatus } from './checks/services.js'
import { checkSubject } from './checks/subject.js'
import { checkValidity } from './checks/validity.js'
import type { VerificationReport } from './interface.js'
import type { Verification } from './options.js'
import { type InnerResult, report, type Unreadable, unreadableReport } from './report.js'

/** Where a credential stands in the whole document. */
interface Place {
  readonly pointer: string
  readonly depth: number
  /** The credential that holds this one. */
  readonly holder: JsonObject | undefined
}

/** Verifies one credential on its own bytes, and every credential inside it. */
export async function verifyDocument(
  document: unknown,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const unreadable = notACredential(document)
  if (unreadable !== undefined) return unreadableReport(unreadable, place.pointer)
  return verifyCredential(document as JsonObject, place, verification)
}

async function verifyCredential(
  credential: JsonObject,
  place: Place,
  verification: Verification,
): Promise<VerificationReport> {
  const nested = nestedCredentials(credential, verification.budget.innerCredentials)
  const inner = await verifyNested(nested, credential, place, verification)
  const [schema, rules] = checkDocumentRules(credential, nested, place.holder, verification)
  const [context, proof, issuer] = await checkSecured(credential, verification)
  const certain = checkDescribedNodes(proof, credential, withReports(nested, inner))
  return report({
    pointer: place.pointer,
    covered: certain.outcome === 'passed' ? (withoutProof(credential) as unknown as VerifiableCredential) : undefined,
    results: [
      passed('parse'),
      context,
      schema,
      rules,
      certain,
      notApplicable('claims'),
      issuer,
      checkSubject(credential, place.holder),
      ...checkStatus(credential),
      checkValidity(credential, verification),
      checkRefresh(credential),
      notApplicable('recipient'),
    ],
    inner,
  })
}

/**
 * The checks `context`, `proof` and `issuer`. Proofs over contexts that are refused say nothing, so they are not looked
 * at.
 */
async function checkSecured(
  credential: JsonObject,
  verification: Verification,
): Promise<readonly [CheckResult, CheckResult, CheckResult]> {
  const refused = contextPolicyProblems(credential, verification)
  if (refused.length > 0) return [failed('context', refused), undetermined('proof', []), undetermined('issuer', [])]
  const [proof, issuer] = await checkProofs(credential, verification)
  return [await checkContext(credential, proof.outcome === 'passed', verification), proof, issuer]
}

function withReports(
  nested: readonly NestedCredential[],
  inner: readonly InnerResult[],
): Parameters<typeof checkDescribedNodes>[2] {
  return nested.map((credential, index) => ({ ...credential, report: inner[index]?.report }))
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
    const inner: VerificationReport =
      tooMuch === undefined
        ? await verifyDocument(content, { pointer, depth: place.depth + 1, holder }, verification)
        : unreadableReport({ problem: tooMuch, outcome: 'undetermined', isJwt: typeof content === 'string' }, pointer)
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

const compactJws = /^[\w-]+\.[\w-]*\.[\w-]+$/

/** Why a value cannot be verified as a credential, if so. */
function notACredential(document: unknown): Unreadable | undefined {
  if (typeof document === 'string' && compactJws.test(document)) {
    const unsupported = problem('securing-mechanism-unsupported', '', 'Credentials secured as a JWT are not supported.')
    return { problem: unsupported, outcome: 'undetermined', isJwt: true }
  }
  if (!isObject(document)) {
    const found = problem('not-a-credential', '', 'A JSON object with the type VerifiableCredential was expected.')
    return { problem: found, outcome: 'failed', isJwt: false }
  }
  if (typesOf(document).includes('VerifiableCredential')) return undefined
  const pointer = document['type'] === undefined ? '' : childPointer('', 'type')
  const found = problem('not-a-credential', pointer, 'The type VerifiableCredential was expected among the types.')
  return { problem: found, outcome: 'failed', isJwt: false }
}
