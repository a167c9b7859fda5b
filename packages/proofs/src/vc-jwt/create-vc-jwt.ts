import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { ProofsError } from '../errors.js'
import type { Signer } from '../keys/interface.js'
import { signToken } from './sign-token.js'

/** Claims that say nothing about the credential, so the caller gives them. */
export interface AdditionalClaims {
  /** Whom the token is meant for (RFC 7519 §4.1.3). */
  readonly aud?: string | readonly string[] | undefined
  /** When the token is made, in seconds since 1970 (RFC 7519 §4.1.6). */
  readonly iat?: number | undefined
  readonly nonce?: string | undefined
  /** Confirms the holder's key (RFC 7800). */
  readonly cnf?: JsonObject | undefined
}

/** Options of {@link createVcJwt}. */
export interface CreateVcJwtOptions {
  /** Who signs; its `verificationMethod` becomes `kid`. */
  readonly signer: Signer
  /** Default `JWT`, which OB 3.0 §8.2.1 asks for; VC-JOSE-COSE 1.0 §3.1.1 has `vc+jwt`. */
  readonly typ?: 'JWT' | 'vc+jwt' | undefined
  /** Claims beside those that repeat the credential. Default: none. */
  readonly claims?: AdditionalClaims | undefined
}

const additional = ['aud', 'iat', 'nonce', 'cnf']

/**
 * Returns a credential as JSON Web Token in compact serialization, in the form that its first context asks for: in the
 * claim `vc` for version 1.1 of the data model (VCDM 1.1 §6.3.1), as the payload itself for 2.0 (VC-JOSE-COSE 1.0
 * §3.1.1). The claims that OB 3.0 §8.2.3 requires repeat the credential: `iss`, `jti`, `sub`, `nbf`, and `exp` where it
 * has an end, dates cut to the second. Proofs in the credential stay in it. The input is not changed.
 *
 * Not checked: what the credential says, whether `issuer` controls the key, and that the signature is good.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION` for another context, a presentation, or another claim;
 * `ERR_UNSIGNABLE_DOCUMENT` (an `UnsignableDocumentError`) for what is no JSON, a date that is none, and a member
 * named like a claim; `ERR_ALGORITHM_UNSUPPORTED`, `ERR_MESSAGE_TOO_LONG`, `ERR_SIGNATURE_MALFORMED` for the signer;
 * and what the signer throws.
 * @example
 * ```ts
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 * import { createVcJwt } from '@testamur/proofs/vc-jwt'
 *
 * const keys = memoryKeyStore()
 * const { verificationMethod, controller } = await keys.generate()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
 *   type: ['VerifiableCredential'],
 *   issuer: controller,
 *   validFrom: '2026-06-01T12:00:00Z',
 *   credentialSubject: { id: 'did:example:learner' },
 * }
 * console.log(await createVcJwt(credential, { signer: await keys.getSigner(verificationMethod) })) // eyJ…
 * ```
 */
export async function createVcJwt(credential: VerifiableCredential, options: CreateVcJwtOptions): Promise<string> {
  const { signer, typ, claims = {} } = options
  const unknown = Object.keys(claims).filter((claim) => !additional.includes(claim))
  if (unknown.length > 0) {
    throw new ProofsError('ERR_INVALID_OPTION', `The claims ${unknown.join(', ')} cannot be added`, {
      advice: `Only ${additional.join(', ')} can; the others repeat the credential`,
    })
  }
  return signToken(credential, { kind: 'credential', signer, typ, claims: claims as JsonObject })
}
