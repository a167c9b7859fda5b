import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { listOf } from '@testamur/documents/json'
import { isDateTime } from '../date-time.js'
import type { VerificationKey } from '../keys/interface.js'
import { problem } from '../problems.js'
import type { Cryptosuite } from './interface.js'

/** What the members of a proof are held to. */
export interface ProofExpectations {
  /** `DataIntegrityProof`, or a type from before. */
  readonly type: string
  /** Identifier of the cryptosuite; `undefined` for a type that has none. */
  readonly cryptosuite: string | undefined
  readonly proofPurpose: string
  /** JSON Pointer of the proof. */
  readonly pointer: string
}

/**
 * Returns what is wrong with the members that every Data Integrity proof has (VC Data Integrity 1.0 §2.1 and §4.4),
 * whatever its cryptosuite; `proofValue` is the suite's to read.
 */
export function proofProblems(document: JsonObject, proof: JsonObject, expected: ProofExpectations): Problem[] {
  const { type, cryptosuite, proofPurpose, created, verificationMethod } = proof
  const problems: Problem[] = []
  const found = (code: Parameters<typeof problem>[0], member: string, detail: string): void => {
    problems.push(problem(code, `${expected.pointer}/${member}`, detail))
  }
  if (type !== expected.type) found('proof-malformed', 'type', `The type ${expected.type} was expected.`)
  if (cryptosuite !== expected.cryptosuite) {
    const detail =
      expected.cryptosuite === undefined
        ? `Proofs of the type ${expected.type} name no cryptosuite.`
        : `The cryptosuite ${expected.cryptosuite} was expected.`
    found('cryptosuite-unsupported', 'cryptosuite', detail)
  }
  if (proofPurpose !== expected.proofPurpose) {
    found('proof-purpose', 'proofPurpose', `The proof must be made for ${expected.proofPurpose}.`)
  }
  if (created !== undefined && !isDateTime(created)) {
    found('proof-malformed', 'created', 'An XML Schema dateTime was expected, such as 2026-06-01T12:00:00Z.')
  }
  if (typeof verificationMethod !== 'string') {
    found('proof-malformed', 'verificationMethod', 'The URL of the public key was expected.')
  }
  if (proof['@context'] !== undefined && !isPrefix(listOf(proof['@context']), listOf(document['@context']))) {
    found('proof-malformed', '@context', 'The contexts of the proof must be those that the document begins with.')
  }
  return problems
}

/** Returns that a key is for another algorithm than a suite works with. */
export function keyAlgorithmProblem(
  { id, algorithms }: Pick<Cryptosuite, 'id' | 'algorithms'>,
  { algorithm }: VerificationKey,
  pointer: string,
): Problem {
  const detail = `${id} needs a key for ${algorithms.join(' or ')}; this one is for ${algorithm}.`
  return problem('key-algorithm', `${pointer}/verificationMethod`, detail)
}

function isPrefix(start: readonly JsonValue[], whole: readonly JsonValue[]): boolean {
  return start.every((item, index) => JSON.stringify(item) === JSON.stringify(whole[index]))
}
