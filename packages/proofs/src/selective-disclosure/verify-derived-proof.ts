import type { JsonObject, Problem } from '@testamur/documents'
import { problem } from '../problems.js'
import { documentLoader } from './document-loader.js'
import type { VerifyDerivedProofOptions } from './interface.js'
import { readProofValue } from './proof-value.js'
import { canonicalizationProblem, readStatements, statementLimit } from './statements.js'
import type { DerivedProofContent, PeerCryptosuites, SelectiveDisclosureCryptosuite } from './suite.js'
import { suites } from './suites.js'

/**
 * Returns the problems that keep a derived proof from covering what is disclosed (Verify Derived Proof of VC DI
 * ECDSA and VC DI BBS Cryptosuites 1.0); none means that the key's holder signed every statement of the document, and that
 * nothing mandatory is missing. Never throws for a document, never uses the network.
 *
 * Not checked: whose key it is, type, purpose and dates of the proof (`verifyDataIntegrityProof` checks them), and
 * whether the issuer made mandatory what a verifier relies on, such as `credentialStatus`.
 *
 * Problem codes: `proof-not-derived` for a base proof, `proof-malformed`, `proof-challenge`, `proof-limit`,
 * `cryptosuite-unsupported` for optional features, `cryptosuite-not-installed`, `key-algorithm`, `key-malformed`,
 * `signature-invalid`, `canonicalization-limit`, and those of `quadsFromDocument`.
 *
 * @param document The document without its proof.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addBaseProof, bbsSigner, deriveCredential, generateBbsKey } from '@testamur/proofs/selective-disclosure'
 * import { verifyDerivedProof } from '@testamur/proofs/selective-disclosure'
 *
 * const contexts = contextSource()
 * const signer = await bbsSigner(await generateBbsKey())
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: 'https://uni.example/issuer',
 *   name: 'Award',
 * }
 * const signed = await addBaseProof(credential, { signer, contexts })
 * const shown = await deriveCredential(signed, { selectivePointers: ['/name'], contexts })
 *
 * const { proof, ...document } = shown
 * const { publicKeyMultibase } = signer
 * console.log(await verifyDerivedProof(document, proof, { cryptosuite: 'bbs-2023', publicKeyMultibase, contexts })) // []
 * ```
 */
export async function verifyDerivedProof(
  document: JsonObject,
  proof: JsonObject,
  options: VerifyDerivedProofOptions,
): Promise<readonly Problem[]> {
  const { publicKeyMultibase, contexts, pointer = '/proof' } = options
  const suite = suites[options.cryptosuite]
  const derived = readDerivedProof(proof, suite, pointer)
  if ('code' in derived) return [derived]
  const unfit = [
    presentationProblem(derived, options),
    suite.isPublicKey(publicKeyMultibase)
      ? undefined
      : problem('key-algorithm', `${pointer}/verificationMethod`, `${suite.id} needs a key of ${suite.keyName}.`),
  ].filter((found) => found !== undefined)
  if (unfit.length > 0) return unfit
  // The proof is under the context of the document, whatever it says itself.
  const { '@context': _, ...contextFreeProof } = proof
  const read = await readStatements(document, contextFreeProof, { contexts, pointer })
  if (!read.ok) return read.problems
  const tooMany = statementLimit(suite.id, derived.withheld + read.statements.length, pointer)
  if (tooMany !== undefined) return [tooMany]

  const peer = await suite.load().catch(() => undefined)
  if (peer === undefined) {
    const detail = `Checking ${suite.id} needs a package that could not be loaded: npm install ${suite.packages}`
    return [problem('cryptosuite-not-installed', `${pointer}/cryptosuite`, detail)]
  }
  const found = await signatureProblem(peer, document, contextFreeProof, options)
  return found === undefined ? [] : [found]
}

/** The derived proof that a proof value is, or why it is none. */
function readDerivedProof(
  { proofValue }: JsonObject,
  suite: SelectiveDisclosureCryptosuite,
  pointer: string,
): DerivedProofContent | Problem {
  const value = readProofValue(proofValue, suite.id)
  if (value?.kind === 'optional-feature') {
    const detail = `The proof uses ${value.feature}, an option of ${suite.id} that is not supported.`
    return problem('cryptosuite-unsupported', `${pointer}/cryptosuite`, detail)
  }
  if (value?.kind === 'base') {
    const detail = 'This is a base proof, made for the holder, who must derive from it what is shown to a verifier.'
    return problem('proof-not-derived', `${pointer}/proofValue`, detail)
  }
  const derived = value && suite.readDerivedProof(value.items)
  if (derived !== undefined) return derived
  return problem('proof-malformed', `${pointer}/proofValue`, `A derived proof of ${suite.id} (u2V0…) was expected.`)
}

function presentationProblem(
  { presentationHeader = new Uint8Array() }: DerivedProofContent,
  { presentationHeader: expected, pointer = '/proof' }: VerifyDerivedProofOptions,
): Problem | undefined {
  if (expected === undefined || String(expected) === String(presentationHeader)) return undefined
  const detail = 'The proof is not bound to what this verifier asked for. Ask the holder to derive anew.'
  return problem('proof-challenge', `${pointer}/proofValue`, detail)
}

async function signatureProblem(
  peer: PeerCryptosuites,
  document: JsonObject,
  proof: JsonObject,
  { publicKeyMultibase, contexts, pointer = '/proof' }: VerifyDerivedProofOptions,
): Promise<Problem | undefined> {
  const cryptosuite = peer.createVerifyCryptosuite()
  const verificationMethod = { type: 'Multikey', publicKeyMultibase } as const
  const verifier = await cryptosuite.createVerifier({ verificationMethod }).catch(() => undefined)
  if (verifier === undefined) {
    return problem('key-malformed', `${pointer}/verificationMethod`, 'The key is no point of its curve.')
  }
  const invalid = problem(
    'signature-invalid',
    pointer,
    'The document, the proof or the key is not the one that was signed.',
  )
  try {
    const options = { cryptosuite, document, proof, documentLoader: documentLoader(contexts) }
    const data = await cryptosuite.createVerifyData(options)
    return (await verifier.verify({ data })) ? undefined : invalid
  } catch (error) {
    // They throw when numbers of statements and of signatures differ, or a proof holds no points of the curve.
    return canonicalizationProblem(error) ?? invalid
  }
}
