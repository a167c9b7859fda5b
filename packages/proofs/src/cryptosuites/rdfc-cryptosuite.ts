import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { parseDateTime } from '../date-time.js'
import { ProofsError, UnsignableDocumentError } from '../errors.js'
import type { SignatureAlgorithm, Signer } from '../keys/interface.js'
import { decodeBase58Multibase, encodeBase58Multibase } from '../keys/multikey.js'
import { verifySignature } from '../keys/signature.js'
import { problem } from '../problems.js'
import type { Cryptosuite, DataIntegrityProof } from './interface.js'
import { proofProblems } from './proof-problems.js'
import { hashRdfc, type RdfcTransformation, transformRdfc } from './rdfc-transformation.js'

/** What tells one rdfc suite from another. */
export interface RdfcCryptosuite {
  readonly id: string
  readonly algorithm: SignatureAlgorithm
  /** Length of a raw signature. */
  readonly signatureBytes: number
}

/**
 * Returns a suite that canonicalises with RDFC-1.0 and writes its signature in base58-btc. The steps are those of VC
 * Data Integrity EdDSA Cryptosuites 1.0 §3.2, which those of the ECDSA suites repeat.
 */
export function rdfcCryptosuite({ id, algorithm, signatureBytes }: RdfcCryptosuite): Cryptosuite {
  return {
    id,
    algorithm,

    // §3.2.1 Create Proof
    async createProof(document, { signer, created, proofPurpose, contexts }) {
      if (signer.algorithm !== algorithm) throw algorithmMismatch(id, algorithm, signer)
      if (parseDateTime(created) === undefined) {
        throw new ProofsError('ERR_INVALID_OPTION', 'created must be an XML Schema dateTime')
      }
      // Step 1: the proof options.
      const { verificationMethod } = signer
      const options = {
        type: 'DataIntegrityProof',
        cryptosuite: id,
        created,
        verificationMethod,
        proofPurpose,
      } as const
      // Steps 2 and 3: proof configuration and transformation.
      const transformed = await transformRdfc(asJson(document), options, { contexts })
      if (!transformed.ok) throw new UnsignableDocumentError(transformed.problems)
      refuseRepeated(transformed)
      // Steps 4 to 6: hashing, proof serialization, multibase.
      const signature = await sign(hashRdfc(transformed), signer, signatureBytes)
      return { ...options, proofValue: encodeBase58Multibase(signature) } satisfies DataIntegrityProof
    },

    // §3.2.2 Verify Proof
    async verifyProof(document, proof, options) {
      const { publicKey, contexts, proofPurpose = 'assertionMethod', pointer = '/proof', canonicalize } = options
      const problems = proofProblems(asJson(document), proof, { cryptosuite: id, proofPurpose, pointer })
      // Step 3: the signature. Steps 1 and 2, taking it and the proof from the document, are the caller's and
      // transformRdfc's.
      const { proofValue } = proof
      const signature = typeof proofValue === 'string' ? decodeBase58Multibase(proofValue) : undefined
      if (signature?.length !== signatureBytes) {
        const detail = `A signature of ${signatureBytes} bytes in base58-btc multibase (z…) was expected.`
        problems.push(problem('proof-malformed', `${pointer}/proofValue`, detail))
      }
      if (publicKey.algorithm !== algorithm) {
        const detail = `${id} needs a key for ${algorithm}; this one is for ${publicKey.algorithm}.`
        problems.push(problem('key-algorithm', `${pointer}/verificationMethod`, detail))
      }
      if (problems.length > 0 || signature === undefined) return problems
      // Steps 4 to 6.
      const transformed = await transformRdfc(asJson(document), proof, { contexts, pointer, canonicalize })
      if (!transformed.ok) return transformed.problems
      // Step 7, §3.2.7 Proof Verification.
      if (await verifySignature(hashRdfc(transformed), { signature, publicKey })) return []
      const detail = 'The document, the proof or the key is not the one that was signed.'
      return [problem('signature-invalid', pointer, detail)]
    },
  }
}

/** The envelope is JSON; only its TypeScript interface says less. */
const asJson = (document: VerifiableCredential): JsonObject => document as unknown as JsonObject

async function sign(data: Uint8Array, signer: Signer, signatureBytes: number): Promise<Uint8Array> {
  const { verificationMethod, maxMessageBytes = Number.POSITIVE_INFINITY } = signer
  if (data.length > maxMessageBytes) {
    throw new ProofsError('ERR_MESSAGE_TOO_LONG', `${verificationMethod} signs at most ${maxMessageBytes} bytes`, {
      advice: `A proof needs ${data.length}; sign with another key`,
    })
  }
  const signature = await signer.sign(data)
  if (signature instanceof Uint8Array && signature.length === signatureBytes) return signature
  throw new ProofsError(
    'ERR_SIGNATURE_MALFORMED',
    `The signer of ${verificationMethod} did not return a raw signature`,
    {
      advice: `It must return ${signatureBytes} bytes, not DER or text`,
    },
  )
}

/**
 * A dataset is a set, but jsonld.js says a statement twice when the document says it as native value and as typed one.
 * Other implementations would hash one line, so no signature over two is made.
 */
function refuseRepeated({ canonicalDocument }: RdfcTransformation): void {
  const lines = canonicalDocument.split('\n')
  if (new Set(lines).size === lines.length) return
  const detail = 'A value stands twice in two spellings. Write it once.'
  throw new UnsignableDocumentError([problem('duplicate-statement', '', detail)])
}

function algorithmMismatch(id: string, algorithm: SignatureAlgorithm, signer: Signer): ProofsError {
  return new ProofsError('ERR_ALGORITHM_MISMATCH', `${id} needs a signer for ${algorithm}, not ${signer.algorithm}`, {
    advice: 'Choose another cryptosuite or another key',
  })
}
