import type { Cryptosuite } from './interface.js'
import { jcsCryptosuite } from './jcs-cryptosuite.js'

/**
 * Ed25519 over canonical JSON (VC Data Integrity EdDSA Cryptosuites 1.0 §3.3). The proof covers every member of the
 * document as it is written, defined by a context or not, and repeats the contexts it was made under; contexts that
 * somebody appends later are not covered.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addProof } from '@testamur/proofs'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const { verificationMethod, controller } = await keys.generate()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: controller,
 * }
 * const signer = await keys.getSigner(verificationMethod)
 * const signed = await addProof(credential, { signer, contexts: contextSource(), cryptosuite: 'eddsa-jcs-2022' })
 * console.log(signed.proof)
 * ```
 */
export const eddsaJcs2022: Cryptosuite = jcsCryptosuite({ id: 'eddsa-jcs-2022', algorithms: ['EdDSA'] })
