import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { didJwkDocument, didJwkResolver } from './did-jwk.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const encode = (text: string): string => `did:jwk:${Buffer.from(text).toString('base64url')}`
const didOf = (jwk: object): string => encode(JSON.stringify(jwk))

/** RFC 8037 appendix A.2. */
const ed25519 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
const jwks: [string, object][] = [
  ['Ed25519', ed25519],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })],
  ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })],
  ['RSA of 8192 bits', { kty: 'RSA', n: Buffer.alloc(1024, 255).toString('base64url'), e: 'AQAB' }],
]
const privateJwks: [string, object][] = [
  ['Ed25519', generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })],
]

describe('didJwkDocument', () => {
  it.each(jwks)('spells out the key of %s and lists it for everything', async (_kind, jwk) => {
    const did = didOf(jwk)
    const id = `${did}#0`
    expect(didJwkDocument(did)).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
      id: did,
      verificationMethod: [{ id, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk }],
      assertionMethod: [id],
      authentication: [id],
      capabilityInvocation: [id],
      capabilityDelegation: [id],
      keyAgreement: [id],
    })
    expect(await didJwkResolver.resolve(did)).toEqual({
      didResolutionMetadata: {},
      didDocument: didJwkDocument(did),
      didDocumentMetadata: {},
    })
  })

  it('keeps the other members of the key, and a key for signatures from key agreement', () => {
    const jwk = { ...ed25519, use: 'sig', alg: 'EdDSA', kid: 'a' }
    const document = didJwkDocument(didOf(jwk))
    expect(document?.verificationMethod).toMatchObject([{ publicKeyJwk: jwk }])
    expect(document).not.toHaveProperty('keyAgreement')
  })

  it.each([
    [{ kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA' }, 'key-unsupported'],
    [{ ...ed25519, x: 'AA' }, 'verification-method-invalid'],
    [{}, 'verification-method-invalid'],
  ])('tells kinds that are not supported from malformed keys: %j', async (jwk, code) => {
    const { didResolutionMetadata } = await didJwkResolver.resolve(didOf(jwk))
    expect(didResolutionMetadata).toMatchObject({ error: 'invalidDid', problem: { code } })
  })

  it.each(privateJwks)('refuses a private key of %s without repeating it', async (_kind, jwk) => {
    const did = didOf(jwk)
    expect(didJwkDocument(did)).toBeUndefined()
    expect(JSON.stringify(await didJwkResolver.resolve(did))).not.toContain(did.slice(8, 60))
  })

  const text = JSON.stringify(ed25519)
  const base64url = encode(text).slice('did:jwk:'.length)
  it.each([
    ['no text', ''],
    ['nothing behind the method', 'did:jwk:'],
    ['another method', `did:key:${base64url}`],
    ['the method in capitals', `did:JWK:${base64url}`],
    ['a fragment', `did:jwk:${base64url}#0`],
    ['a path', `did:jwk:${base64url}/a`],
    ['padding', encode(`${text} `).padEnd(160, '=')],
    ['plain base64', `did:jwk:${Buffer.from(`${text} ???>>>`).toString('base64')}`],
    ['stray bits at the end', `did:jwk:${Buffer.from('{}').toString('base64url').slice(0, -1)}1`],
    ['a colon inside', `did:jwk:${base64url.slice(0, 8)}:${base64url.slice(8)}`],
    ['a member twice', encode(`{"x":"AAAA",${text.slice(1)}`)],
    ['no JSON', encode('jwk')],
    ['an array', encode(`[${text}]`)],
    ['null', encode('null')],
    ['an empty object', encode('{}')],
    ['bytes that are not UTF-8', `did:jwk:${Buffer.from([0xff, 0xfe]).toString('base64url')}`],
    ['X25519, which cannot sign', didOf({ ...ed25519, crv: 'X25519' })],
    ['a key for encryption', didOf({ ...ed25519, use: 'enc' })],
    ['a key for another algorithm', didOf({ ...ed25519, alg: 'ES256' })],
    ['a symmetric key', didOf({ kty: 'oct', k: 'AAAA' })],
    ['a hostile length', didOf({ ...ed25519, kid: 'a'.repeat(1_000_000) })],
  ])('refuses %s', async (_what, did) => {
    expect(didJwkDocument(did)).toBeUndefined()
    const { didResolutionMetadata, didDocument } = await didJwkResolver.resolve(did)
    expect({ ...didResolutionMetadata, didDocument }).toMatchObject({ error: 'invalidDid', didDocument: null })
  })

  it('takes stray bits for what they are only when the rest is right', () => {
    // One byte at the end leaves four bits that must be zero.
    const whole = encode(text.length % 3 === 1 ? text : text.padEnd(text.length + ((4 - (text.length % 3)) % 3), ' '))
    expect(didJwkDocument(whole)).toBeDefined()
    const last = whole.at(-1) ?? ''
    const stray = String.fromCodePoint((last.codePointAt(0) ?? 0) + 1)
    expect(didJwkDocument(`${whole.slice(0, -1)}${stray}`)).toBeUndefined()
  })

  it('never throws, and speaks only of keys that can be used', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const document = didJwkDocument(encode(text))
        expect(document === undefined || publicKeyFromJwk(JSON.parse(text) as Record<string, unknown>)).toBeTruthy()
      }),
      { numRuns },
    )
  })
})
