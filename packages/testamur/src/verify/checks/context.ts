import { type JsonObject, quadsFromDocument } from '@testamur/documents'
import { inlineContextProblems } from '@testamur/documents/contexts'
import { withoutProof } from '../../nesting/credential-parts.js'
import { type CheckResult, failed, passed } from '../check-result.js'
import type { Verification } from '../options.js'

/**
 * Everything the credential says has a meaning that a proof covers: contexts are known and do not hide known terms, no name is undefined, no
 * value is signed as another. Proofs are looked at by the proof check, because an unknown kind of proof must not spoil a good one.
 */
export async function checkContext(credential: JsonObject, { contexts, options }: Verification): Promise<CheckResult> {
  const unsecured = withoutProof(credential)
  const inline = await inlineContextProblems(unsecured, '', {
    contexts,
    allowInlineContexts: options.allowInlineContexts,
  })
  if (inline.length > 0) return failed('context', inline)
  const read = await quadsFromDocument(unsecured, { contexts })
  return read.ok ? passed('context') : failed('context', read.problems)
}
