import type { JsonObject, Problem } from '@testamur/documents'
import { inlineContextProblems } from '@testamur/documents/contexts'
import { statementProblems } from '@testamur/proofs'
import { withoutProof } from '../../nesting/credential-parts.js'
import { dataModelContextProblem } from '../../nesting/data-model-context.js'
import { type CheckResult, failed, passed } from '../check-result.js'
import type { Verification } from '../options.js'

/**
 * What is wrong with the contexts themselves: quickly found, and reason enough not to look further. What nothing is wrong with
 * (`isFine`) in a document as a whole needs no second look in a credential inside: that names fewer contexts, of which each
 * forbids others something.
 */
export function contextPolicyProblems(
  credential: JsonObject,
  isFine: boolean,
  { contexts, options }: Verification,
): readonly Problem[] {
  const base = dataModelContextProblem(credential)
  if (base !== undefined) return [base]
  if (isFine) return []
  const { allowInlineContexts } = options
  // What contexts a proof names is for the proof check.
  return inlineContextProblems(credential, '', { contexts, allowInlineContexts, omit: 'proof' })
}

/**
 * Everything the credential says has a meaning that a proof covers: no name is undefined, no value is signed as
 * another. Proofs are looked at by the proof check, because an unknown kind of proof must not spoil a good one.
 */
export async function checkContext(credential: JsonObject, { contexts, options }: Verification): Promise<CheckResult> {
  const { engine, fallback } = options
  const problems = await statementProblems(withoutProof(credential), { contexts, engine, fallback })
  return problems.length === 0 ? passed('context') : failed('context', problems)
}
