import { generateKeyPairSync } from 'node:crypto'
import type { JsonObject } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { encodeBase58Multibase } from '../keys/multikey.js'
import { keyOfJwk, keyOfVerificationMethod } from './verification-method.js'

const now = new Date('2026-06-01T12:00:00Z')
const seconds = now.getTime() / 1000
const controller = 'did:web:uni.example'
const id = `${controller}#key-1`

const jwks: Record<string, JsonObject> = {
  EdDSA: generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as JsonObject,
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as JsonObject,
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }) as JsonObject,
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }) as JsonObject,
}
const jwkOf = (algorithm: string): JsonObject => jwks[algorithm] as JsonObject
const multikeyOf = (algorithm: string): string => publicKeyFromJwk(jwkOf(algorithm))?.publicKeyMultibase ?? ''
const bbsKey =
  'zUC7K4ndUaGZgV7Cp2yJy6JtMoUHY6u7tkcSYUvPrEidqBmLCTLmi6d5WvwnUqejscAkERJ3bfjEiSYtdPkRSE8kSa11hFBr4sTgnbZ95SJj19PN2jdvJjyzpSZgxkyyxNnBNnY'

const secp256k1 = 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'
const names = { key: id, controller }

const verdict = (method: JsonObject): string => {
  const lookup = keyOfVerificationMethod({ id, controller, ...method }, { controller, now, names })
  if (lookup.outcome === 'listed') return lookup.publicKey.algorithm
  return 'problem' in lookup ? lookup.problem.code : lookup.outcome
}

describe('a verification method', () => {
  it.each(Object.keys(jwks))('holds a key for %s as Multikey and as JWK, the same one', (algorithm) => {
    for (const method of [
      { type: 'Multikey', publicKeyMultibase: multikeyOf(algorithm) },
      { type: 'JsonWebKey', publicKeyJwk: jwkOf(algorithm) },
      { type: 'JsonWebKey2020', publicKeyJwk: jwkOf(algorithm) },
    ]) {
      expect(keyOfVerificationMethod({ id, controller, ...method }, { controller, now, names })).toEqual({
        outcome: 'listed',
        publicKey: { algorithm, publicKeyMultibase: multikeyOf(algorithm) },
      })
    }
  })

  it.each([
    ['Ed25519VerificationKey2020', 'publicKeyMultibase', 'EdDSA'],
    ['EcdsaSecp256r1VerificationKey2019', 'publicKeyMultibase', 'ES256'],
    ['EcdsaSecp256r1VerificationKey2019', 'publicKeyJwk', 'ES256'],
  ])('of type %s holds in %s a key for %s alone', (type, member, only) => {
    for (const algorithm of Object.keys(jwks)) {
      const key = member === 'publicKeyJwk' ? jwkOf(algorithm) : multikeyOf(algorithm)
      expect(verdict({ type, [member]: key })).toBe(algorithm === only ? only : 'key-malformed')
    }
  })

  it('holds a BBS key as Multikey', () => {
    expect(verdict({ type: 'Multikey', publicKeyMultibase: bbsKey })).toBe('BBS')
    expect(verdict({ type: 'Ed25519VerificationKey2020', publicKeyMultibase: bbsKey })).toBe('key-malformed')
  })

  it.each<[string, JsonObject, string]>([
    ['nothing', {}, 'key-unsupported'],
    ['no key', { type: 'Multikey' }, 'key-malformed'],
    [
      'a Multikey where a JWK belongs',
      { type: 'JsonWebKey', publicKeyMultibase: multikeyOf('EdDSA') },
      'key-malformed',
    ],
    ['a JWK where a Multikey belongs', { type: 'Multikey', publicKeyJwk: jwkOf('EdDSA') }, 'key-malformed'],
    ['a JWK that is a text', { type: 'JsonWebKey', publicKeyJwk: JSON.stringify(jwkOf('EdDSA')) }, 'key-malformed'],
    ['a JWK that is null', { type: 'JsonWebKey', publicKeyJwk: null }, 'key-malformed'],
    ['a JWK that is a list', { type: 'JsonWebKey', publicKeyJwk: [jwkOf('EdDSA')] }, 'key-malformed'],
    ['a type of several', { type: ['Multikey'], publicKeyMultibase: multikeyOf('EdDSA') }, 'key-unsupported'],
    ['an RSA key of 1024 bits', { type: 'JsonWebKey', publicKeyJwk: shortRsaKey() }, 'key-malformed'],
    ['a JWK of another curve', { type: 'JsonWebKey', publicKeyJwk: jwk('ec', 'P-521') }, 'key-unsupported'],
    ['a JWK of secp256k1', { type: 'JsonWebKey', publicKeyJwk: jwk('ec', 'secp256k1') }, 'key-unsupported'],
    ['a JWK of Ed448', { type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed448', x: 'AA' } }, 'key-unsupported'],
    ['a JWK of another type', { type: 'JsonWebKey', publicKeyJwk: { kty: 'AKP', pub: 'AA' } }, 'key-unsupported'],
    ['a JWK without a type', { type: 'JsonWebKey', publicKeyJwk: { crv: 'P-256' } }, 'key-malformed'],
    ['a JWK without a curve', { type: 'JsonWebKey', publicKeyJwk: { kty: 'EC', x: 'AA' } }, 'key-malformed'],
    ['a short JWK', { type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } }, 'key-malformed'],
    ['a Multikey of secp256k1', { type: 'Multikey', publicKeyMultibase: secp256k1 }, 'key-unsupported'],
    ['a short Multikey', { type: 'Multikey', publicKeyMultibase: multikey(0xed, 0x01, 7) }, 'key-malformed'],
    ['a short Multikey of BBS', { type: 'Multikey', publicKeyMultibase: multikey(0xeb, 0x01, 0x80) }, 'key-malformed'],
    ['a private Multikey', { type: 'Multikey', publicKeyMultibase: multikey(0x80, 0x26, 7) }, 'key-malformed'],
    ['a Multikey that is none', { type: 'Multikey', publicKeyMultibase: 'key' }, 'key-malformed'],
    ['an empty Multikey', { type: 'Multikey', publicKeyMultibase: '' }, 'key-malformed'],
  ])('with %s is refused', (_what, method, code) => {
    expect(verdict(method)).toBe(code)
  })

  it.each(['secretKeyMultibase', 'secretKeyJwk', 'privateKeyMultibase', 'privateKeyJwk', 'privateKeyBase58'])(
    'published with %s is refused, and the message does not show it',
    (member) => {
      const method = { id, controller, type: 'Multikey', publicKeyMultibase: multikeyOf('EdDSA'), [member]: 'secret' }
      const lookup = keyOfVerificationMethod(method, { controller, now, names })
      expect(lookup).toMatchObject({ outcome: 'refused', problem: { code: 'key-malformed' } })
      expect(JSON.stringify(lookup)).not.toContain('"secret"')
    },
  )

  it.each(
    Object.keys(jwks).flatMap((algorithm): [string, string, JsonObject][] => [
      ['Multikey', algorithm, { type: 'Multikey', publicKeyMultibase: multikeyOf(algorithm) }],
      ['JWK', algorithm, { type: 'JsonWebKey', publicKeyJwk: jwkOf(algorithm) }],
    ]),
  )('as %s for %s is out of use from the instant it says', (_form, algorithm, method) => {
    expect(verdict({ ...method, revoked: '2026-06-01T12:00:00Z' })).toBe('key-revoked')
    expect(verdict({ ...method, expires: '2026-06-01T12:00:00Z' })).toBe('key-expired')
    expect(verdict({ ...method, revoked: '2026-06-01T12:00:01Z', expires: '2026-06-01T12:00:01Z' })).toBe(algorithm)
    expect(verdict({ ...method, revoked: '2026-06-01T12:00:00', expires: '2020-01-01T00:00:00Z' })).toBe('key-revoked')
  })

  it('heeds what the JWK in it says as well', () => {
    expect(verdict({ type: 'JsonWebKey', publicKeyJwk: { ...jwkOf('ES256'), exp: seconds } })).toBe('key-expired')
    expect(verdict({ type: 'JsonWebKey', publicKeyJwk: { ...jwkOf('ES256'), exp: seconds + 1 } })).toBe('ES256')
  })
})

describe('a JWK', () => {
  it.each<[JsonObject, string]>([
    [{ exp: seconds + 1, nbf: seconds }, 'listed'],
    [{ exp: seconds }, 'key-expired'],
    [{ exp: seconds - 0.5 }, 'key-expired'],
    [{ nbf: seconds + 1 }, 'key-not-yet-valid'],
    [{ revoked: { revoked_at: seconds, reason: 'compromised' } }, 'key-revoked'],
    [{ revoked: { revoked_at: seconds + 1 } }, 'listed'],
    [{ revoked: {} }, 'key-malformed'],
    [{ revoked: true }, 'key-revoked'],
    [{ revoked: false }, 'listed'],
    [{ revoked: seconds }, 'key-revoked'],
    [{ revoked: '2026-06-01T12:00:00Z' }, 'key-revoked'],
    [{ revoked: 'soon' }, 'key-malformed'],
    [{ revoked: null }, 'key-malformed'],
    [{ revoked: [seconds] }, 'key-malformed'],
    [{ expires: '2026-06-01T12:00:00Z' }, 'key-expired'],
    [{ exp: '1780315200' }, 'key-malformed'],
    [{ exp: null }, 'key-malformed'],
    [{ exp: 1e300 }, 'key-malformed'],
    [{ nbf: 'now' }, 'key-malformed'],
    [{ use: 'enc' }, 'key-malformed'],
    [{ key_ops: ['sign'] }, 'key-malformed'],
    [{ alg: 'HS256' }, 'key-malformed'],
    [{ d: 'AAAA' }, 'key-malformed'],
  ])('with %j is %s', (members, expected) => {
    for (const algorithm of Object.keys(jwks)) {
      const lookup = keyOfJwk({ ...jwkOf(algorithm), ...members }, { name: 'key-1', now })
      expect('problem' in lookup ? lookup.problem.code : lookup.outcome).toBe(expected)
    }
  })
})

function jwk(kind: 'ec', namedCurve: string): JsonObject {
  return generateKeyPairSync(kind, { namedCurve }).publicKey.export({ format: 'jwk' }) as JsonObject
}

function multikey(...bytes: number[]): string {
  return encodeBase58Multibase(Uint8Array.from(bytes))
}

function shortRsaKey(): JsonObject {
  return generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }) as JsonObject
}
