import type { Cryptosuite } from './interface.js'
import { rdfcCryptosuite } from './rdfc-cryptosuite.js'

/**
 * Ed25519 over RDFC-1.0 (VC Data Integrity EdDSA Cryptosuites 1.0 §3.2): the suite that 1EdTech certification asks for.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { eddsaRdfc2022 } from '@testamur/proofs/cryptosuites'
 * import { generatePrivateJwk, keyPairFromJwk, signerFromJwk } from '@testamur/proofs/keys'
 *
 * const jwk = await generatePrivateJwk()
 * const signer = await signerFromJwk(jwk)
 * const document = {
 *   '@context': 'https://www.w3.org/ns/credentials/v2',
 *   type: 'VerifiableCredential',
 *   issuer: signer.verificationMethod.split('#')[0] ?? '',
 * }
 * const contexts = contextSource()
 * const created = '2026-06-01T12:00:00Z'
 * const proof = await eddsaRdfc2022.createProof(document, { signer, created, contexts, proofPurpose: 'assertionMethod' })
 * const { publicKey } = await keyPairFromJwk(jwk)
 * console.log(await eddsaRdfc2022.verifyProof(document, proof, { publicKey, contexts })) // []
 * ```
 */
export const eddsaRdfc2022: Cryptosuite = rdfcCryptosuite({ id: 'eddsa-rdfc-2022', algorithms: ['EdDSA'] })
