import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { problem } from '../problems.js'

/** The proofs that one of a chain builds on, or why they are not all there. */
export type PreviousProofs =
  | { readonly ok: true; readonly proofs: JsonObject[] }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Returns the proofs of a document that `previousProof` names by their ids (VC Data Integrity 1.0 §2.1.2 and §4.5), in
 * the order of the document; none when the proof is not part of a chain.
 */
export function previousProofs(proof: JsonObject, all: JsonValue | undefined, pointer: string): PreviousProofs {
  const named = proof.previousProof
  if (named === undefined) return { ok: true, proofs: [] }
  const ids = (Array.isArray(named) ? named : [named]).filter((id) => typeof id === 'string')
  const at = `${pointer}/previousProof`
  if (ids.length === 0 || (Array.isArray(named) && ids.length < named.length)) {
    return { ok: false, problem: problem('proof-malformed', at, 'The id of a proof, or several, was expected.') }
  }
  const others = (Array.isArray(all) ? all : []).filter((other) => other !== proof).filter(isObject)
  const missing = ids.find((id) => !others.some((other) => other.id === id))
  if (missing === undefined) return { ok: true, proofs: others.filter(({ id }) => ids.some((named) => named === id)) }
  return { ok: false, problem: problem('previous-proof-missing', at, `The document has no other proof ${missing}.`) }
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
