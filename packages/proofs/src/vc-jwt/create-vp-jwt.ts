import { ProofsError } from '../errors.js'
import type { Signer } from '../keys/interface.js'
import type { Presentation } from './interface.js'
import { numericDate } from './numeric-date.js'
import { signToken } from './sign-token.js'

/** Options of {@link createVpJwt}. */
export interface CreateVpJwtOptions {
  /** Who signs, the holder; its `verificationMethod` becomes `kid`. */
  readonly signer: Signer
  /** What the verifier asked to see repeated, as `nonce`. */
  readonly challenge?: string | undefined
  /** Whom the presentation is meant for, as `aud`. */
  readonly domain?: string | readonly string[] | undefined
  /** When the token is made, as `iat`. Default: the time of the call. */
  readonly created?: Date | undefined
  /** From when on the token is no longer good, as `exp`. Default: never. */
  readonly expires?: Date | undefined
  /** Default `vp+jwt` for version 2.0 of the data model (VC-JOSE-COSE 1.0 §3.1.2), `JWT` for 1.1. */
  readonly typ?: 'JWT' | 'vp+jwt' | undefined
}

/**
 * Returns a presentation as JSON Web Token in compact serialization, in the form that its first context asks for: in
 * the claim `vp` for version 1.1 of the data model (VCDM 1.1 §6.3.1), as the payload itself for 2.0 (VC-JOSE-COSE 1.0
 * §3.1.2). `iss` repeats the holder and `jti` the id. The input is not changed.
 *
 * Not checked: what stands in the presentation, whether `holder` controls the key, and that the signature is good.
 *
 * @throws {ProofsError} As {@link createVcJwt}, and `ERR_INVALID_OPTION` for an invalid `Date`.
 * @example
 * ```ts
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 * import { createVpJwt } from '@testamur/proofs/vc-jwt'
 *
 * const keys = memoryKeyStore()
 * const { verificationMethod, controller } = await keys.generate()
 * const presentation = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiablePresentation'],
 *   holder: controller,
 * }
 * const signer = await keys.getSigner(verificationMethod)
 * console.log(await createVpJwt(presentation, { signer, challenge: '3f9c', domain: 'https://employer.example' })) // eyJ…
 * ```
 */
export async function createVpJwt(presentation: Presentation, options: CreateVpJwtOptions): Promise<string> {
  const { signer, typ, challenge, domain, created = new Date(), expires } = options
  // Without a holder, whoever the key belongs to shows it.
  const [controller = ''] = signer.verificationMethod.split('#')
  return signToken(presentation, {
    kind: 'presentation',
    signer,
    typ,
    claims: {
      ...(presentation.holder === undefined && controller.startsWith('did:') && { iss: controller }),
      ...(domain !== undefined && { aud: typeof domain === 'string' ? domain : [...domain] }),
      ...(challenge !== undefined && { nonce: challenge }),
      iat: secondsOf(created, 'created'),
      ...(expires !== undefined && { exp: secondsOf(expires, 'expires') }),
    },
  })
}

function secondsOf(instant: Date, option: string): number {
  if (!Number.isNaN(instant.getTime())) return numericDate(instant)
  throw new ProofsError('ERR_INVALID_OPTION', `${option} must be a valid Date`)
}
