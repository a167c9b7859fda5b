import type { Cryptosuite } from './interface.js'
import { rdfcCryptosuite } from './rdfc-cryptosuite.js'

/**
 * ECDSA over RDFC-1.0 (VC Data Integrity ECDSA Cryptosuites 1.0 §3.2). The key decides on the hash: SHA-256 with P-256;
 * with P-384 SHA-384, inside RDFC-1.0 too. Signatures are r‖s.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addProof, verifyDataIntegrityProof } from '@testamur/proofs'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const publicKey = await keys.generate({ algorithm: 'ES256' })
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: publicKey.controller,
 * }
 * const contexts = contextSource()
 * const signed = await addProof(credential, { signer: await keys.getSigner(publicKey.verificationMethod), contexts })
 * console.log(await verifyDataIntegrityProof(signed, { publicKey, contexts })) // []
 * ```
 */
export const ecdsaRdfc2019: Cryptosuite = rdfcCryptosuite({ id: 'ecdsa-rdfc-2019', algorithms: ['ES256', 'ES384'] })
