import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import type { PublicKey, SignatureAlgorithm } from './interface.js'
import { jwkFromPublicKey, publicKeyFromJwk } from './jwk.js'
import { encodeMultikey } from './multikey.js'
import { isSmallOrderPoint } from './small-order-point.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

/** One public JWK of each kind: RFC 8037 appendix A.2, RFC 7515 appendix A.3, the others made here. */
const jwks = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
  ES256: {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  },
  ES384: nodeJwk('ES384'),
  RS256: nodeJwk('RS256'),
} satisfies Record<SignatureAlgorithm, object>
const algorithms = Object.keys(jwks) as SignatureAlgorithm[]
const others: Record<SignatureAlgorithm, string> = { EdDSA: 'ES256', ES256: 'ES384', ES384: 'RS256', RS256: 'PS256' }

/** A new key as node:crypto exports it. */
function nodeJwk(algorithm: SignatureAlgorithm): { kty: string; n?: string; y?: string } {
  const { publicKey } = {
    EdDSA: () => generateKeyPairSync('ed25519'),
    ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  }[algorithm]()
  return publicKey.export({ format: 'jwk' }) as { kty: string }
}

describe('publicKeyFromJwk', () => {
  it('reads the key of RFC 8037 appendix A', () => {
    expect(publicKeyFromJwk(jwks.EdDSA)?.publicKeyMultibase).toBe('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw')
  })

  describe.each(algorithms)('%s', (algorithm) => {
    const jwk = jwks[algorithm]

    it('reads what node:crypto exports, without a cast, and gives it back', () => {
      const exported = nodeJwk(algorithm)
      const publicKey = publicKeyFromJwk(exported)
      expect(publicKey?.algorithm).toBe(algorithm)
      expect(publicKey && jwkFromPublicKey(publicKey)).toEqual(exported)
    })

    it.each([
      ['kid, alg, use and key_ops', { kid: 'a', alg: algorithm, use: 'sig', key_ops: ['verify'] }],
      ['a certificate', { x5c: ['AAAA'], x5t: 'AAAA' }],
    ])('reads a key with %s', (_what, members) => {
      expect(publicKeyFromJwk({ ...jwk, ...members })).toEqual(publicKeyFromJwk(jwk))
    })

    it.each([
      ['a private member', { d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }],
      ['a prime', { p: 'AQAB' }],
      ['other primes', { oth: [] }],
      ['a symmetric key', { k: 'AAAA' }],
      ['use for encryption', { use: 'enc' }],
      ['another alg', { alg: others[algorithm] }],
      ['an alg that is no text', { alg: [algorithm] }],
      ['key_ops without verify', { key_ops: ['sign'] }],
      ['key_ops that are no list', { key_ops: 'verify' }],
      ['another type', { kty: 'oct' }],
      ['no type', { kty: undefined }],
    ])('refuses %s', (_what, members) => {
      expect(publicKeyFromJwk({ ...jwk, ...members })).toBeUndefined()
    })

    const numberMembers = ['x', 'y', 'n', 'e'].filter((member) => member in jwk)
    it.each(numberMembers)('refuses %s that is short, padded, not base64url, not canonical, no text', (member) => {
      const text = (jwk as unknown as Record<string, string>)[member] ?? ''
      const bytes = Buffer.from(text, 'base64url')
      const wrong = [
        encodeBase64url(bytes.subarray(1)),
        encodeBase64url(Uint8Array.of(0, ...bytes)),
        encodeBase64url(Uint8Array.of(...bytes, 0)),
        `${text}=`,
        `${text.slice(0, -1)}+`,
        ` ${text}`,
        '',
        11,
        undefined,
      ]
      for (const value of wrong) expect(publicKeyFromJwk({ ...jwk, [member]: value })).toBeUndefined()
    })
  })

  it('reads a key with the alg of RFC 9864', () => {
    expect(publicKeyFromJwk({ ...jwks.EdDSA, alg: 'Ed25519' })?.algorithm).toBe('EdDSA')
  })

  it.each([
    ['stray bits at the end of x', { ...jwks.EdDSA, x: `${jwks.EdDSA.x.slice(0, -1)}p` }],
    ['X25519', { ...jwks.EdDSA, crv: 'X25519' }],
    ['P-521', { ...jwks.ES256, crv: 'P-521' }],
    ['secp256k1', { ...jwks.ES256, crv: 'secp256k1' }],
    ['P-256 that says P-384', { ...jwks.ES256, crv: 'P-384' }],
    ['an Ed25519 key that says EC', { ...jwks.EdDSA, kty: 'EC' }],
    ['a point off the curve', { ...jwks.ES256, y: jwks.ES256.x }],
    [
      'the point 0, 0',
      { ...jwks.ES256, x: encodeBase64url(new Uint8Array(32)), y: encodeBase64url(new Uint8Array(32)) },
    ],
    ['a modulus of 2047 bits', { ...jwks.RS256, n: encodeBase64url(modulus(2047)) }],
    ['a modulus of 1024 bits', { ...jwks.RS256, n: encodeBase64url(modulus(1024)) }],
    ['a modulus of 8193 bits', { ...jwks.RS256, n: encodeBase64url(modulus(8193)) }],
    ['an even modulus', { ...jwks.RS256, n: encodeBase64url(modulus(2048).with(255, 2)) }],
    ['an exponent of 1', { ...jwks.RS256, e: 'AQ' }],
    ['an exponent of 3', { ...jwks.RS256, e: 'Aw' }],
    ['an exponent of 65535', { ...jwks.RS256, e: encodeBase64url(Uint8Array.of(255, 255)) }],
    ['an even exponent', { ...jwks.RS256, e: encodeBase64url(Uint8Array.of(1, 0, 2)) }],
    ['an exponent over 2^32', { ...jwks.RS256, e: encodeBase64url(Uint8Array.of(1, 0, 0, 0, 1)) }],
  ])('refuses %s', (_what, wrong) => {
    expect(publicKeyFromJwk(wrong)).toBeUndefined()
  })

  it.each([2048, 3000, 3072, 4096, 8192])('reads an RSA modulus of %i bits', (bits) => {
    const publicKey = publicKeyFromJwk({ ...jwks.RS256, n: encodeBase64url(modulus(bits)) })
    expect(publicKey && jwkFromPublicKey(publicKey)).toMatchObject({ n: encodeBase64url(modulus(bits)), e: 'AQAB' })
  })
})

/** An odd number of so many bits. */
function modulus(bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits / 8)).fill(255)
  return bytes.with(0, 255 >> (8 * bytes.length - bits))
}

describe('jwkFromPublicKey', () => {
  it('undoes publicKeyFromJwk', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        fc.pre(!isSmallOrderPoint(bytes))
        const publicKey = encodeMultikey('EdDSA', bytes) as PublicKey
        const made = jwkFromPublicKey(publicKey)
        expect(made && publicKeyFromJwk(made)).toEqual(publicKey)
      }),
      { numRuns },
    )
    for (const algorithm of algorithms) {
      const publicKey = publicKeyFromJwk(jwks[algorithm]) as PublicKey
      expect(publicKey.algorithm).toBe(algorithm)
      expect(jwkFromPublicKey(publicKey)).toEqual(jwks[algorithm])
    }
  })

  it('has no JWK for a point off the curve, a malformed Multikey, a Multikey of another algorithm', () => {
    const publicKeyMultibase = publicKeyFromJwk(jwks.ES256)?.publicKeyMultibase ?? ''
    const offCurve = encodeMultikey('ES256', new Uint8Array(33).fill(255).with(0, 2))
    expect(offCurve && jwkFromPublicKey(offCurve)).toBeUndefined()
    expect(jwkFromPublicKey({ algorithm: 'ES256', publicKeyMultibase: 'z6Mk' })).toBeUndefined()
    expect(jwkFromPublicKey({ algorithm: 'EdDSA', publicKeyMultibase })).toBeUndefined()
  })
})
