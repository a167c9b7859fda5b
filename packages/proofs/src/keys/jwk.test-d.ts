import type { JsonWebKey as NodeJsonWebKey } from 'node:crypto'
import { describe, expectTypeOf, it } from 'vitest'
import type { EcPrivateJwk, OkpPublicJwk, PrivateJwk, PublicJwk, RsaPublicJwk } from './interface.js'
import type { publicKeyFromJwk } from './jwk.js'

describe('JSON Web Keys', () => {
  it('are told apart by kty', () => {
    const jwk = {} as PublicJwk
    if (jwk.kty === 'OKP') expectTypeOf(jwk).toEqualTypeOf<OkpPublicJwk>()
    if (jwk.kty === 'EC') expectTypeOf(jwk.crv).toEqualTypeOf<'P-256' | 'P-384'>()
    if (jwk.kty === 'RSA') expectTypeOf(jwk).toEqualTypeOf<RsaPublicJwk>()
  })

  it('are public keys too when they are private, and never complete without their numbers', () => {
    expectTypeOf<PrivateJwk>().toExtend<PublicJwk>()
    expectTypeOf<PublicJwk>().not.toExtend<PrivateJwk>()
    expectTypeOf<{ kty: 'EC'; crv: 'P-256'; x: string; d: string }>().not.toExtend<EcPrivateJwk>()
    expectTypeOf<{ kty: 'OKP'; crv: 'X25519'; x: string }>().not.toExtend<PublicJwk>()
  })

  it('need no type to be read', () => {
    expectTypeOf<PublicJwk>().toExtend<Parameters<typeof publicKeyFromJwk>[0]>()
    expectTypeOf<NodeJsonWebKey>().toExtend<Parameters<typeof publicKeyFromJwk>[0]>()
  })
})
