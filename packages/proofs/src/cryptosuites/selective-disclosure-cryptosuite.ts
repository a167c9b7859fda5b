import { ProofsError } from '../errors.js'
import type { SelectiveDisclosureCryptosuiteId } from '../selective-disclosure/interface.js'
import type { Cryptosuite } from './interface.js'
import { asJson } from './json-document.js'
import { keyAlgorithmProblem, proofProblems } from './proof-problems.js'

/** What tells the two suites apart. */
export interface SelectiveDisclosureCryptosuite extends Pick<Cryptosuite, 'algorithms'> {
  readonly id: SelectiveDisclosureCryptosuiteId
}

/**
 * Returns a suite whose proofs the holder cuts down: `createProof` makes base proofs, `verifyProof` checks derived ones.
 * What does the work is loaded when it is first used.
 */
export function selectiveDisclosureCryptosuite(suite: SelectiveDisclosureCryptosuite): Cryptosuite {
  const { id, algorithms } = suite
  return {
    id,
    algorithms,

    async createProof(document, { signer, created, proofPurpose, contexts, members = {} }) {
      if (!algorithms.includes(signer.algorithm)) {
        throw new ProofsError('ERR_ALGORITHM_MISMATCH', `${id} cannot be signed by a key for ${signer.algorithm}`, {
          advice: 'addBaseProof of @testamur/proofs/selective-disclosure says which signers it takes',
        })
      }
      if (Object.keys(members).length > 0) {
        throw new ProofsError('ERR_INVALID_OPTION', `A base proof has no ${Object.keys(members).join(', ')}`, {
          advice: 'Leave it out, or choose another cryptosuite',
        })
      }
      const { createBaseProof } = await import('../selective-disclosure/index.js')
      return createBaseProof(asJson(document), { signer, created, proofPurpose, contexts })
    },

    async verifyProof(document, proof, { publicKey, contexts, proofPurpose = 'assertionMethod', pointer = '/proof' }) {
      const unsecured = asJson(document)
      const expected = { type: 'DataIntegrityProof', cryptosuite: id, proofPurpose, pointer }
      const problems = proofProblems(unsecured, proof, expected)
      if (!algorithms.includes(publicKey.algorithm)) problems.push(keyAlgorithmProblem(suite, publicKey, pointer))
      if (problems.length > 0) return problems
      const { publicKeyMultibase } = publicKey
      const { verifyDerivedProof } = await import('../selective-disclosure/index.js')
      return verifyDerivedProof(unsecured, proof, { cryptosuite: id, publicKeyMultibase, contexts, pointer })
    },
  }
}
