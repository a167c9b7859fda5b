import type { ContextSource, JsonObject, JsonValue } from '@testamur/documents'
import { jsonValueProblem } from '@testamur/documents/json'
import { coverageProblems } from '@testamur/documents/json-ld'
import { jsonldQuads } from '../../documents/test/jsonld-quads.js'
import { documentAs } from '../../proofs/src/canonicalize/document-as.js'
import { canonicalizeFast } from '../../proofs/src/canonicalize/fast.js'
import { canonicalForm } from '../../proofs/test/canonical-form.js'

/**
 * What the fast path and the reference make of one document: the same; both nothing; the reference alone something; or
 * `WRONG`, which must never be: different forms, or a form for what the reference refuses. `unasked`: the fast path made
 * nothing of it, so it cannot be wrong, and the reference was spared.
 */
export type Verdict = 'equal' | 'both refuse' | 'declined' | 'unasked' | 'WRONG'

/** How two engines are compared. */
export interface CompareOptions {
  readonly contexts: ContextSource
  readonly hash?: 'SHA-256' | 'SHA-384' | undefined
  readonly context?: JsonValue | undefined
  readonly omit?: string | undefined
  /** Asks the reference only about what the fast path accepts, which is several times as fast. Default false. */
  readonly onlyAccepted?: boolean | undefined
}

/** What came of a comparison. */
export interface Comparison {
  /** For documents as Testamur signs them, against `canonicalizeByReference`. */
  readonly plain: Verdict
  /** For all of JSON-LD, against jsonld.js in safe mode and rdf-canonize themselves. */
  readonly any: Verdict
  /** Why the fast path declined, in the second case. */
  readonly reason: string | undefined
}

/** Compares the fast path with the reference on one document. */
export async function compare(document: JsonObject, options: CompareOptions): Promise<Comparison> {
  const { contexts, hash = 'SHA-256' } = options
  const before = JSON.stringify(document)
  const plain = canonicalizeFast(document, options)
  const any = canonicalizeFast(document, { ...options, names: 'any' })
  if (JSON.stringify(document) !== before) throw new Error('The document was changed')

  const reason = any.ok ? undefined : any.declined
  if (options.onlyAccepted && !plain.ok && !any.ok) return { plain: 'unasked', any: 'unasked', reason }
  const whole = documentAs(document, options)
  const quads = whole['@context'] === undefined ? undefined : await jsonldQuads(whole, contexts)
  const reference = quads === undefined ? undefined : await canonicalForm(quads, hash)
  const isCovered = jsonValueProblem(whole) === undefined && coverageProblems(whole, { contexts }).length === 0
  return {
    plain: verdict(plain.ok ? plain.nquads : undefined, isCovered ? reference : undefined),
    any: verdict(any.ok ? any.nquads : undefined, reference),
    reason,
  }
}

function verdict(fast: string | undefined, reference: string | undefined): Verdict {
  if (fast === undefined) return reference === undefined ? 'both refuse' : 'declined'
  return fast === reference ? 'equal' : 'WRONG'
}
