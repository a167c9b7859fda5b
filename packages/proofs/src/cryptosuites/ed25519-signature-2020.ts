import { ProofsError } from '../errors.js'
import type { Cryptosuite } from './interface.js'
import { transformRdfc } from './rdfc-transformation.js'
import { type SignatureProofKind, verifySignatureProof } from './signature-cryptosuite.js'

/**
 * The proof type `Ed25519Signature2020` of VC Data Integrity EdDSA Cryptosuites 1.0, which came before Data Integrity
 * proofs and names no cryptosuite: for verifying older records, never for signing. It hashes as `eddsa-rdfc-2022` does; its terms come from the context `https://w3id.org/security/suites/ed25519-2020/v1`
 * of the document.
 *
 * @example
 * ```ts
 * import { ed25519Signature2020 } from '@testamur/proofs/cryptosuites'
 *
 * console.log(ed25519Signature2020.id) // Ed25519Signature2020
 * ```
 */
export const ed25519Signature2020: Cryptosuite = {
  id: 'Ed25519Signature2020',
  algorithms: ['EdDSA'],
  async createProof() {
    throw new ProofsError('ERR_CRYPTOSUITE_UNSUPPORTED', 'Ed25519Signature2020 is only verified, not made', {
      advice: 'Sign with eddsa-rdfc-2022, which the same keys fit',
    })
  },
  verifyProof: (document, proof, options) => verifySignatureProof(kind, document, proof, options),
}

const kind: SignatureProofKind = {
  id: 'Ed25519Signature2020',
  algorithms: ['EdDSA'],
  transform: transformRdfc,
  type: 'Ed25519Signature2020',
  cryptosuite: undefined,
}
