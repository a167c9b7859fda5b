import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import type { PublicKey } from './interface.js'
import { decodeBase64url, encodeBase64url, jwkFromPublicKey, publicKeyFromJwk } from './jwk.js'
import { encodeMultikey } from './multikey.js'
import { isSmallOrderPoint } from './small-order-point.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }

describe('publicKeyFromJwk', () => {
  it('reads the key of RFC 8037 appendix A', () => {
    expect(publicKeyFromJwk(jwk)?.publicKeyMultibase).toBe('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw')
  })

  it('reads what node:crypto exports, without a cast', () => {
    const exported = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    const publicKey = publicKeyFromJwk(exported)
    expect(publicKey && jwkFromPublicKey(publicKey)?.x).toBe(exported.x)
  })

  it.each([
    ['with kid, alg, use and key_ops', { kid: 'a', alg: 'EdDSA', use: 'sig', key_ops: ['verify'] }],
    ['with the alg of RFC 9864', { alg: 'Ed25519' }],
  ])('reads a key %s', (_what, members) => {
    expect(publicKeyFromJwk({ ...jwk, ...members })?.algorithm).toBe('EdDSA')
  })

  it.each([
    ['a private member', { d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }],
    ['use for encryption', { use: 'enc' }],
    ['another alg', { alg: 'ES256' }],
    ['key_ops without verify', { key_ops: ['sign'] }],
    ['key_ops that are no list', { key_ops: 'verify' }],
    ['another type', { kty: 'EC' }],
    ['another curve', { crv: 'X25519' }],
    ['a short x', { x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR' }],
    ['a padded x', { x: `${jwk.x}=` }],
    ['an x in plain base64', { x: jwk.x.replace('_', '/') }],
    ['stray bits at the end of x', { x: `${jwk.x.slice(0, -1)}p` }],
    ['an x that is no text', { x: 11 }],
  ])('refuses %s', (_what, members) => {
    expect(publicKeyFromJwk({ ...jwk, ...members })).toBeUndefined()
  })
})

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
  })

  it('has no JWK for other curves', () => {
    const p256 = encodeMultikey('ES256', Uint8Array.of(2, ...new Uint8Array(32))) as PublicKey
    expect(jwkFromPublicKey(p256)).toBeUndefined()
  })
})

describe('base64url', () => {
  it('agrees with jose', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(jose.base64url.encode(bytes))
        expect(decodeBase64url(jose.base64url.encode(bytes))).toEqual(bytes)
      }),
      { numRuns },
    )
  })

  it.each(['', '=', 'AA==', 'A', 'AB', 'a b', 'a+b/', 'AAAA\n'])('refuses %j', (text) => {
    expect(decodeBase64url(text)).toBeUndefined()
  })
})
