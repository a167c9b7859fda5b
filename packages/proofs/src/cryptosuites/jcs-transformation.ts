import {
  canonicalJson,
  childPointer,
  type JsonObject,
  type JsonValue,
  jsonValueProblem,
  type Problem,
} from '@testamur/documents'
import { problem } from '../problems.js'
import type { TransformationResult } from './transformation.js'

/** What {@link transformJcs} works with. */
export interface TransformJcsOptions {
  /** JSON Pointer of the proof. Default `/proof`. */
  readonly pointer?: string | undefined
}

/**
 * Returns document and proof configuration in canonical JSON (RFC 8785), as all jcs suites need them (VC Data Integrity
 * EdDSA Cryptosuites 1.0 §3.3.3 Transformation and §3.3.5 Proof Configuration). `proof` is taken without its
 * `proofValue`; contexts it names take the place of the document's (§3.3.2, step 4), so that contexts which somebody
 * appended after signing do not count. No name needs to be defined by them: a jcs proof covers the JSON, not what it
 * means.
 *
 * What canonical JSON would carry as something else is returned as problems: integers beyond 2^53, whose last digits
 * parsing has changed (RFC 8785, Appendix D), and what is no JSON at all.
 *
 * @example
 * ```ts
 * import { transformJcs } from '@testamur/proofs/cryptosuites'
 *
 * const transformed = transformJcs({ type: 'VerifiableCredential', id: 'urn:x:1' }, { type: 'DataIntegrityProof' })
 * if (transformed.ok) console.log(transformed.canonicalDocument) // {"id":"urn:x:1","type":"VerifiableCredential"}
 * ```
 */
export function transformJcs(
  document: JsonObject,
  proof: JsonObject,
  options: TransformJcsOptions = {},
): TransformationResult {
  const { pointer = '/proof' } = options
  const { proofValue: _, ...proofConfig } = proof
  const contexts = proof['@context']
  const unsecured = contexts === undefined ? document : { ...document, '@context': contexts }
  const problems = [...notCarried(unsecured, ''), ...notCarried(proofConfig, pointer)]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, canonicalDocument: canonicalJson(unsecured), canonicalProofConfig: canonicalJson(proofConfig) }
}

/** What canonical JSON cannot carry as it is. */
function notCarried(value: JsonObject, at: string): Problem[] {
  const notJson = jsonValueProblem(value)
  if (notJson !== undefined) return [{ ...notJson, pointer: at + notJson.pointer }]
  return [...unsafeIntegers(value, at)].map((pointer) =>
    problem(
      'value-not-covered',
      pointer,
      'Integers beyond 2^53 lose digits when they are read. Write the number as a string.',
    ),
  )
}

function* unsafeIntegers(value: JsonValue | undefined, pointer: string): Generator<string> {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) yield pointer
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, child] of Object.entries(value)) yield* unsafeIntegers(child, childPointer(pointer, member))
  }
}
