import type { JsonObject } from '@testamur/documents'
import { ProofsError } from '../errors.js'
import { refusedEngineOption } from './engine-options.js'
import { fallBack } from './fall-back.js'
import { canonicalizeFast, type FastResult } from './fast.js'
import type { CanonicalizeOptions, Canonicalizer } from './interface.js'
import { canonicalizeByReference } from './reference.js'

/**
 * Canonicalises a JSON-LD document (RDFC-1.0) by the engine that the options name. By default the fast path does, and
 * what it declines goes to the reference, within a budget: a document made to be declined would otherwise cost a
 * hundred times as much as any other. `engine: 'reference'` has no budget.
 *
 * Every engine gives the same canonical N-Quads, or refuses: with `canonicalization-limit` beyond the budget,
 * `canonicalization-declined` when `fallback` is `reject`, and otherwise with the problems of `canonicalizeByReference`.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION` for an engine, `fallback` or rate that there is not; `ERR_ENGINES_DIFFER` when `engine` is `both` and the two do not come to the same.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { canonicalize } from '@testamur/proofs'
 *
 * const document = {
 *   '@context': 'https://www.w3.org/ns/credentials/v2',
 *   id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
 *   type: 'VerifiableCredential',
 * }
 * const result = await canonicalize(document, { contexts: contextSource(), engine: 'both' })
 * console.log(result.ok && result.nquads)
 * ```
 */
export const canonicalize: Canonicalizer = async (document, options) => {
  const { engine = 'fast', crossCheckRate = 1, random = Math.random, signal } = options
  signal?.throwIfAborted()
  const refused = refusedEngineOption(options)
  if (refused !== undefined) {
    throw new ProofsError('ERR_INVALID_OPTION', `The option ${refused.name} must be ${refused.expected}`)
  }
  if (engine === 'reference') return canonicalizeByReference(document, options)
  const fast = canonicalizeFast(document, options)
  if (!fast.ok) {
    return fallBack(document, fast.declined, options, (signal) =>
      canonicalizeByReference(document, { ...options, signal }),
    )
  }
  if (engine === 'both' && random() < crossCheckRate) await crossCheck(document, fast, options)
  return fast
}

/** What the fast path accepts, the reference must accept too, with the same result. */
async function crossCheck(document: JsonObject, fast: FastResult, options: CanonicalizeOptions): Promise<void> {
  const reference = await canonicalizeByReference(document, options)
  if (reference.ok && fast.ok && reference.nquads === fast.nquads) return
  const what = reference.ok
    ? 'come to different canonical forms'
    : 'differ in whether the document can be canonicalised'
  throw new ProofsError('ERR_ENGINES_DIFFER', `The fast and the reference engine ${what}`, {
    advice: "Use engine: 'reference', and report the document's contexts and the names it uses",
  })
}
