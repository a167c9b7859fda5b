import type { JsonObject, Problem } from '@testamur/documents'
import { quadsFromDocument } from '@testamur/documents/json-ld'
import { fallBack } from './fall-back.js'
import { canonicalizeFast } from './fast.js'
import type { CanonicalizeOptions } from './interface.js'

/**
 * Returns what a proof over statements would not cover of a document, or would cover as something else: undefined names,
 * values that are signed as others, unknown contexts. None means that everything in it has one meaning. For documents
 * that are secured in another way, of which nobody makes a canonical form. Never throws for a document.
 *
 * The fast path answers at once for what it reads; else jsonld.js does, within the budget of `canonicalize`, with the
 * problems of `quadsFromDocument`, or `canonicalization-limit` and `canonicalization-declined`.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { statementProblems } from '@testamur/proofs'
 *
 * const document = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   grade: 'A',
 * }
 * const [problem] = await statementProblems(document, { contexts: contextSource() })
 * console.log(problem?.code, problem?.pointer) // term-undefined /grade
 * ```
 */
export async function statementProblems(
  document: JsonObject,
  options: Omit<CanonicalizeOptions, 'hash' | 'context' | 'crossCheckRate' | 'random'>,
): Promise<readonly Problem[]> {
  const { contexts, engine = 'fast' } = options
  const fast = engine === 'fast' ? canonicalizeFast(document, options) : undefined
  if (fast?.ok) return []
  const read = (): ReturnType<typeof quadsFromDocument> => quadsFromDocument(document, { contexts })
  const result = fast === undefined ? await read() : await fallBack(document, fast.declined, options, read)
  return result.ok ? [] : result.problems
}
