import { type JsonObject, type Problem, valueAtPointer } from '@testamur/documents'
import { canonicalize } from '../canonicalize/canonicalize.js'
import type { CanonicalizationCache, Canonicalizer } from '../canonicalize/interface.js'
import type { SecurableDocument } from '../cryptosuites/interface.js'
import { cryptosuiteOf } from '../cryptosuites/registry.js'
import { parseDateTime } from '../date-time.js'
import { problem } from '../problems.js'
import type { VerifyDataIntegrityProofOptions } from './interface.js'
import { previousProofs } from './previous-proofs.js'
import { recipientProblems } from './recipient-problems.js'

/**
 * Returns the problems that keep one proof from covering its document (VC Data Integrity 1.0 §4.4 Verify Proof, and for
 * a proof with `previousProof` §4.5); none means that the signature over the document, and over the proofs it builds
 * on, is the key's. Never throws for a document.
 *
 * Not checked: whose key it is ({@link resolveVerificationMethod} does), the other proofs, what the document says.
 *
 * A proof set as such has no signature: that somebody took a proof away from it cannot be seen, except by the proofs
 * that name the missing one in `previousProof`.
 *
 * Problem codes: `proof-malformed`, `proof-purpose`, `proof-challenge`, `proof-domain`, `proof-expired`,
 * `previous-proof-missing`, `cryptosuite-unsupported`, `cryptosuite-not-installed`, `key-algorithm`,
 * `signature-invalid`, `canonicalization-limit`, `canonicalization-declined`, and those of `quadsFromDocument`, each with its pointer; for jcs suites
 * `value-not-covered` and those of `jsonValueProblem` instead.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when `publicKey` is malformed; `ERR_ENGINES_DIFFER` when `engine` is `both`.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addProof, verifyDataIntegrityProof } from '@testamur/proofs'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const publicKey = await keys.generate()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: publicKey.controller,
 * }
 * const contexts = contextSource()
 * const signer = await keys.getSigner(publicKey.verificationMethod)
 * const signed = await addProof(credential, { signer, contexts })
 * console.log(await verifyDataIntegrityProof(signed, { publicKey, contexts })) // []
 * ```
 */
export async function verifyDataIntegrityProof(
  document: SecurableDocument,
  options: VerifyDataIntegrityProofOptions,
): Promise<readonly Problem[]> {
  const { publicKey, contexts, proofPurpose, pointer = '/proof', now = new Date(), cache } = options
  const { engine, fallback, crossCheckRate } = options
  const proof = /^\/proof(\/\d+)?$/.test(pointer) ? valueAtPointer(document, pointer) : undefined
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) {
    return [problem('proof-malformed', pointer, 'A proof must be an object.')]
  }
  const suite = cryptosuiteOf(proof)
  if (suite === undefined) return [unsupported(proof, pointer)]
  const { proof: all, ...unsecured } = document as unknown as JsonObject
  const previous = previousProofs(proof, all, pointer)
  if (!previous.ok) return [previous.problem]
  // §4.5: a proof in a chain covers the document with the proofs it names.
  const isChained = previous.proofs.length > 0
  const covered = isChained ? { ...unsecured, proof: previous.proofs } : unsecured
  const problems = await suite.verifyProof(covered as unknown as SecurableDocument, proof, {
    publicKey,
    contexts,
    proofPurpose,
    pointer,
    engine,
    fallback,
    crossCheckRate,
    canonicalize: cache === undefined || isChained ? undefined : canonicalizeOnce(document, cache),
  })
  return [...recipientProblems(proof, options, pointer), ...expiryProblems(proof, pointer, now), ...problems]
}

/** Canonicalises what several proofs of a document cover alike. */
function canonicalizeOnce(document: object, cache: CanonicalizationCache): Canonicalizer {
  return (unsecured, options) => cache.getOrMake(document, options, () => canonicalize(unsecured, options))
}

function unsupported({ type }: JsonObject, pointer: string): Problem {
  return type === 'DataIntegrityProof'
    ? problem('cryptosuite-unsupported', `${pointer}/cryptosuite`, 'The proof names no cryptosuite that is supported.')
    : problem('cryptosuite-unsupported', `${pointer}/type`, 'The proof is of no type that is supported.')
}

/** VC Data Integrity 1.0 §2.1, `expires`. */
function expiryProblems({ expires }: JsonObject, pointer: string, now: Date): Problem[] {
  if (expires === undefined) return []
  const instant = parseDateTime(expires)
  if (instant === undefined) {
    return [problem('proof-malformed', `${pointer}/expires`, 'An XML Schema dateTime was expected.')]
  }
  const isOver = instant <= now
  return isOver ? [problem('proof-expired', `${pointer}/expires`, `The proof expired ${instant.toISOString()}.`)] : []
}
