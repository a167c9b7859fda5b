import { type JsonObject, quadsFromDocument } from '@testamur/documents'
import { inlineContextProblems } from '@testamur/documents/contexts'
import { withoutProof } from '../../nesting/credential-parts.js'
import { type CheckResult, failed, passed } from '../check-result.js'
import type { Verification } from '../options.js'

/**
 * Everything the credential says has a meaning that a proof covers: contexts are known and do not hide known terms, no name is undefined, no
 * value is signed as another. Proofs are looked at by the proof check, because an unknown kind of proof must not spoil a good one.
 *
 * @param isRead - a good proof was found, so every statement has been read already
 */
export async function checkContext(
  credential: JsonObject,
  isRead: boolean,
  { contexts, options }: Verification,
): Promise<CheckResult> {
  const unsecured = withoutProof(credential)
  const { allowInlineContexts } = options
  const inline = await inlineContextProblems(unsecured, '', { contexts, allowInlineContexts })
  if (inline.length > 0) return failed('context', inline)
  if (isRead) return passed('context')
  const read = await quadsFromDocument(unsecured, { contexts })
  return read.ok ? passed('context') : failed('context', read.problems)
}
