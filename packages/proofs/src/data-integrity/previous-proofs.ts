import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { problem } from '../problems.js'

/** The proofs that one of a chain builds on, or why they are not all there. */
export type PreviousProofs =
  | { readonly ok: true; readonly proofs: JsonObject[] }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Returns the proofs of a document that `previousProof` names by their ids (VC Data Integrity 1.0 §2.1.2 and §4.5), in
 * the order of the document; none when the proof is not part of a chain. What those build on in turn is their own
 * affair, except that the chain must not lead back to the proof.
 */
export function previousProofs(proof: JsonObject, all: JsonValue | undefined, pointer: string): PreviousProofs {
  if (proof.previousProof === undefined) return { ok: true, proofs: [] }
  const ids = namedIds(proof)
  const at = `${pointer}/previousProof`
  if (ids === undefined) {
    return { ok: false, problem: problem('proof-malformed', at, 'The id of a proof, or several, was expected.') }
  }
  const proofs = (Array.isArray(all) ? all : [all]).filter(isObject)
  const others = proofs.filter((other) => other !== proof)
  const present = new Set(others.map(({ id }) => id))
  if ([...ids].some((id) => !present.has(id))) {
    const detail = 'The document has no other proof with an id that is named here.'
    return { ok: false, problem: problem('previous-proof-missing', at, detail) }
  }
  if (leadsBack(proof, proofs)) {
    return { ok: false, problem: problem('proof-malformed', at, 'The proofs it builds on build on it themselves.') }
  }
  return { ok: true, proofs: others.filter((other) => isNamed(other, ids)) }
}

/** The ids in `previousProof`; undefined when it is neither one nor a list of them. */
function namedIds({ previousProof }: JsonObject): ReadonlySet<string> | undefined {
  const named = Array.isArray(previousProof) ? previousProof : [previousProof]
  const ids = named.filter((id) => typeof id === 'string')
  return ids.length > 0 && ids.length === named.length ? new Set(ids) : undefined
}

function isNamed({ id }: JsonObject, ids: ReadonlySet<string> | undefined): boolean {
  return typeof id === 'string' && ids !== undefined && ids.has(id)
}

/** Whether going from proof to named proof arrives where it began. */
function leadsBack(start: JsonObject, proofs: readonly JsonObject[]): boolean {
  const reached = new Set([start])
  for (const proof of reached) {
    // Names without end cannot all be of proofs that are there, and each proof of a document goes through all others.
    if (Array.isArray(proof.previousProof) && proof.previousProof.length > proofs.length) continue
    const ids = namedIds(proof)
    const named = proofs.filter((other) => isNamed(other, ids))
    if (named.includes(start)) return true
    for (const other of named) reached.add(other)
  }
  return false
}
