import { generateKeyPairSync } from 'node:crypto'
import type { JsonObject } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import type { PublicKey } from '../keys/interface.js'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { fetchJsonFrom } from '../remote-documents/remote-documents.js'
import { didResolver } from './did-resolver.js'
import type { VerificationRelationship } from './interface.js'
import { resolveHeaderKey, type TokenHeaderKey } from './resolve-header-key.js'

const now = new Date('2026-06-01T12:00:00Z')
const past = now.getTime() / 1000 - 1

const newJwk = (): JsonObject =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as JsonObject
const jwkA = newJwk()
const jwkB = newJwk()
const rsaJwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }) as JsonObject
const keyOf = (jwk: JsonObject): PublicKey => publicKeyFromJwk(jwk) as PublicKey
const multikeyA = keyOf(jwkA).publicKeyMultibase
const didJwk = (jwk: JsonObject): string => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
const bbsKey =
  'zUC7K4ndUaGZgV7Cp2yJy6JtMoUHY6u7tkcSYUvPrEidqBmLCTLmi6d5WvwnUqejscAkERJ3bfjEiSYtdPkRSE8kSa11hFBr4sTgnbZ95SJj19PN2jdvJjyzpSZgxkyyxNnBNnY'

interface World {
  documents?: Record<string, object>
  relationship?: VerificationRelationship
}

/** Resolves the key of a header; `fetched` holds the URLs that were asked for. */
async function resolve(header: TokenHeaderKey, issuer: string, { documents, relationship }: World = {}) {
  const fetched: string[] = []
  const fetchOffline = fetchJsonFrom({ documents, offline: true })
  const fetchJson: typeof fetchOffline = (url) => {
    fetched.push(url)
    return fetchOffline(url)
  }
  const options = { issuer, resolver: didResolver({ fetchJson }), fetchJson, now, relationship }
  const result = await resolveHeaderKey(header, options)
  return { result, fetched, verdict: result.ok ? result.confirmation : `${result.reason} ${result.problem.code}` }
}

describe('a header without a usable key', () => {
  it.each<[string, TokenHeaderKey, string]>([
    ['names none', {}, 'refused jwt-header'],
    ['holds a private key', { jwk: { ...jwkA, d: jwkA.x } }, 'refused key-malformed'],
    ['holds a symmetric key', { jwk: { kty: 'oct', k: 'AAAA' } }, 'refused key-malformed'],
    ['holds a key of another curve', { jwk: { kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA' } }, 'refused key-unsupported'],
    ['holds a key of another type', { jwk: { kty: 'AKP', pub: 'AA' } }, 'refused key-unsupported'],
    ['holds no key', { jwk: {} }, 'refused key-malformed'],
    ['holds a key for encryption', { jwk: { ...jwkA, use: 'enc' } }, 'refused key-malformed'],
  ])('%s', async (_what, header, verdict) => {
    for (const issuer of ['https://uni.example/issuer', 'did:web:uni.example', 'urn:x:y']) {
      const resolved = await resolve(header, issuer)
      expect(resolved.verdict).toBe(verdict)
      expect(resolved.fetched).toEqual([])
    }
  })

  it('is refused for a malformed jwk, although kid would do', async () => {
    const issuer = didJwk(jwkA)
    expect((await resolve({ kid: `${issuer}#0` }, issuer)).verdict).toBe('issuer')
    expect((await resolve({ kid: `${issuer}#0`, jwk: {} }, issuer)).verdict).toBe('refused key-malformed')
  })
})

describe('kid under an https issuer', () => {
  const issuer = 'https://uni.example/issuers/1'
  const keySet = 'https://uni.example/.well-known/jwks.json'
  const keyUrl = 'https://uni.example/keys/1'
  const method = { type: 'JsonWebKey', controller: issuer, publicKeyJwk: jwkA }
  const all = (changes: Record<string, object>): Record<string, object> => ({
    [issuer]: { id: issuer, type: 'Profile' },
    [keySet]: { keys: [] },
    ...changes,
  })

  it.each<[string, string, Record<string, object>]>([
    [
      'is a name in the key set',
      'key-1',
      {
        [keySet]: {
          keys: [
            { ...jwkB, kid: 'key-2' },
            { ...jwkA, kid: 'key-1' },
          ],
        },
      },
    ],
    ['is a name with odd letters', 'key #1/ü', { [keySet]: { keys: [{ ...jwkA, kid: 'key #1/ü' }] } }],
    ['is a URN in the key set', 'urn:key:1', { [keySet]: { keys: [{ ...jwkA, kid: 'urn:key:1' }] } }],
    ['is a name for this issuer alone', 'key-1', { [keySet]: { keys: [{ ...jwkA, kid: 'key-1', iss: issuer }] } }],
    [
      'is given to another issuer, too',
      'k',
      {
        [keySet]: {
          keys: [
            { ...jwkB, kid: 'k', iss: 'x' },
            { ...jwkA, kid: 'k' },
          ],
        },
      },
    ],
    ['is a fragment of the key set', `${keySet}#key-1`, { [keySet]: { keys: [{ ...jwkA, kid: 'key-1' }] } }],
    ['is a URL in the key set', keyUrl, { [keySet]: { keys: [{ ...jwkA, kid: keyUrl }] } }],
    [
      'is a fragment of the issuer',
      '#key-1',
      all({ [issuer]: { id: issuer, assertionMethod: [{ ...method, id: '#key-1' }] } }),
    ],
    [
      'is where a JWK is that the profile names',
      keyUrl,
      all({ [issuer]: { id: issuer, verificationMethod: keyUrl }, [keyUrl]: jwkA }),
    ],
    [
      'is in a JWK Set that the profile names',
      `${keyUrl}#a`,
      all({ [issuer]: { id: issuer, assertionMethod: `${keyUrl}#a` }, [keyUrl]: { keys: [{ ...jwkA, kid: 'a' }] } }),
    ],
    ['is where a JWK of this issuer is', keyUrl, all({ [keyUrl]: { ...jwkA, kid: 'key-1', iss: issuer } })],
    [
      'is in a JWK Set, by its fragment',
      `${keyUrl}#a`,
      all({
        [keyUrl]: {
          keys: [
            { ...jwkB, iss: issuer },
            { ...jwkA, kid: 'a', iss: issuer },
          ],
        },
      }),
    ],
    [
      'is in a JWK Set, by its URL',
      keyUrl,
      all({
        [keyUrl]: {
          keys: [
            { ...jwkA, kid: keyUrl, iss: issuer },
            { ...jwkB, iss: issuer },
          ],
        },
      }),
    ],
    ['is where a verification method is', keyUrl, all({ [keyUrl]: { ...method, id: keyUrl } })],
    [
      'is in a controlled document',
      `${keyUrl}#a`,
      all({ [keyUrl]: { id: keyUrl, assertionMethod: [{ ...method, id: '#a' }] } }),
    ],
    ['is named by the profile', keyUrl, all({ [issuer]: { id: issuer, assertionMethod: [keyUrl] }, [keyUrl]: jwkA })],
  ])('is confirmed when it %s', async (_how, kid, documents) => {
    const { result, fetched } = await resolve({ kid }, issuer, { documents })
    expect(result).toMatchObject({ ok: true, publicKey: keyOf(jwkA), confirmation: 'issuer' })
    for (const url of fetched) expect(new URL(url).origin).toBe('https://uni.example')
  })

  it.each<[string, string, Record<string, object>, string]>([
    ['is in no key set', 'key-1', all({}), 'refused key-not-issuers'],
    ['is what a key without a name has', 'undefined', all({ [keySet]: { keys: [jwkA] } }), 'refused key-not-issuers'],
    ['is empty', '', all({ [keySet]: { keys: [jwkA] } }), 'refused key-not-issuers'],
    [
      'is the name of another issuer’s key',
      'k',
      all({ [keySet]: { keys: [{ ...jwkA, kid: 'k', iss: 'https://b.example' }] } }),
      'refused key-not-issuers',
    ],
    [
      'is the name of two keys',
      'k',
      all({
        [keySet]: {
          keys: [
            { ...jwkA, kid: 'k' },
            { ...jwkB, kid: 'k' },
          ],
        },
      }),
      'refused key-malformed',
    ],
    ['is expired', 'k', all({ [keySet]: { keys: [{ ...jwkA, kid: 'k', exp: past }] } }), 'refused key-expired'],
    [
      'is not in use yet',
      'k',
      all({ [keySet]: { keys: [{ ...jwkA, kid: 'k', nbf: past + 2 }] } }),
      'refused key-not-yet-valid',
    ],
    [
      'is revoked, once',
      'k',
      all({
        [keySet]: {
          keys: [
            { ...jwkA, kid: 'k' },
            { ...jwkA, kid: 'k', revoked: true },
          ],
        },
      }),
      'refused key-revoked',
    ],
    ['leads to an expired JWK', keyUrl, all({ [keyUrl]: { ...jwkA, exp: past, iss: issuer } }), 'refused key-expired'],
    [
      'leads to an expired method',
      keyUrl,
      all({ [keyUrl]: { ...method, id: keyUrl, expires: '2026-01-01T00:00:00Z' } }),
      'refused key-expired',
    ],
    [
      'leads to a revoked key of a set',
      `${keyUrl}#a`,
      all({ [keyUrl]: { keys: [{ ...jwkA, kid: 'a', revoked: { revoked_at: past }, iss: issuer }] } }),
      'refused key-revoked',
    ],
    [
      'leads to another issuer’s JWK',
      keyUrl,
      all({ [keyUrl]: { ...jwkA, iss: 'https://b.example' } }),
      'refused key-not-issuers',
    ],
    ['leads into a JWK', `${keyUrl}#a`, all({ [keyUrl]: { ...jwkA, iss: issuer } }), 'refused key-not-issuers'],
    ['leads to a JWK that may be anybody’s', keyUrl, all({ [keyUrl]: jwkA }), 'refused key-not-issuers'],
    [
      'leads to a JWK Set that may be anybody’s',
      `${keyUrl}#a`,
      all({ [keyUrl]: { keys: [{ ...jwkA, kid: 'a' }] } }),
      'refused key-not-issuers',
    ],
    [
      'leads to a JWK that the profile names and that is another’s',
      keyUrl,
      all({ [issuer]: { id: issuer, assertionMethod: keyUrl }, [keyUrl]: { ...jwkA, iss: 'https://b.example' } }),
      'refused key-not-issuers',
    ],
    ['leads to a private JWK', keyUrl, all({ [keyUrl]: { ...jwkA, d: jwkA.x, iss: issuer } }), 'refused key-malformed'],
    [
      'leads to a JWK Set without its name',
      `${keyUrl}#a`,
      all({ [keyUrl]: { keys: [{ ...jwkA, iss: issuer }] } }),
      'refused key-not-issuers',
    ],
    [
      'leads to a JWK that the profile does not name',
      keyUrl,
      all({ [issuer]: { id: issuer, assertionMethod: [] }, [keyUrl]: jwkA }),
      'refused key-not-issuers',
    ],
    [
      'leads to a JWK that the profile names for authentication',
      keyUrl,
      all({ [issuer]: { id: issuer, authentication: [keyUrl] }, [keyUrl]: jwkA }),
      'refused key-not-issuers',
    ],
    ['leads to nothing', keyUrl, all({}), 'unobtainable key-unobtainable'],
    [
      'is a name, and the key set cannot be fetched',
      'k',
      { [issuer]: { id: issuer } },
      'unobtainable key-unobtainable',
    ],
  ])('is not confirmed when it %s', async (_how, kid, documents, verdict) => {
    expect((await resolve({ kid }, issuer, { documents })).verdict).toBe(verdict)
  })

  it('that is a name asks the key set alone', async () => {
    expect((await resolve({ kid: 'key-1' }, issuer)).fetched).toEqual([keySet])
    expect((await resolve({ kid: `${keySet}#key-1` }, issuer)).fetched).toEqual([keySet])
  })

  it.each([
    'https://other.example/keys/1',
    'https://uni.example.other.example/keys/1',
    'https://uni.example@other.example/keys/1',
    'https://uni.example:8443/keys/1',
    'HTTPS://OTHER.example/keys/1',
    'http://uni.example/keys/1',
    'https://169.254.169.254/latest/meta-data/',
    'did:web:other.example#key-1',
    'did:web:uni.example#key-1',
  ])('is refused, and nothing is fetched, when it leads elsewhere: %s', async (kid) => {
    for (const jwk of [undefined, jwkA]) {
      const { verdict, fetched } = await resolve({ kid, jwk }, issuer, { documents: all({}) })
      expect(verdict).toBe('refused key-not-issuers')
      expect(fetched).toEqual([])
    }
  })

  it.each([
    ['the fragment of its id', `#${multikeyA}`],
    ['a did:key', `did:key:${multikeyA}`],
    ['a did:key with fragment', `did:key:${multikeyA}#${multikeyA}`],
    ['a did:jwk', didJwk(jwkA)],
    ['a did:jwk with fragment', `${didJwk(jwkA)}#0`],
  ])('is self-asserted when it is %s', async (_what, kid) => {
    const { result } = await resolve({ kid }, issuer, { documents: all({}) })
    expect(result).toMatchObject({ ok: true, publicKey: keyOf(jwkA), confirmation: 'self-asserted' })
    expect(result).toHaveProperty('unobtainable', undefined)
    const unasked = await resolve({ kid }, issuer)
    expect(unasked.result).toMatchObject({ confirmation: 'self-asserted', unobtainable: { code: 'key-unobtainable' } })
  })

  it('is refused when it is a did:jwk of another name than its own', async () => {
    expect((await resolve({ kid: `${didJwk(jwkA)}#1` }, issuer, { documents: all({}) })).verdict).toBe(
      'refused key-not-issuers',
    )
  })
})

describe('kid under a DID', () => {
  const issuer = 'did:web:uni.example'
  const url = 'https://uni.example/.well-known/did.json'
  const id = `${issuer}#key-1`
  const method = { id, type: 'JsonWebKey', controller: issuer, publicKeyJwk: jwkA }
  const listed = { id: issuer, verificationMethod: [method], assertionMethod: [id] }

  it.each([id, '#key-1', 'key-1'])('names a key of its document: %s', async (kid) => {
    const { result } = await resolve({ kid }, issuer, { documents: { [url]: listed } })
    expect(result).toEqual({ ok: true, id, publicKey: keyOf(jwkA), confirmation: 'issuer' })
  })

  it.each([
    ['assertionMethod', undefined, 'issuer'],
    ['assertionMethod', 'assertionMethod', 'issuer'],
    ['assertionMethod', 'authentication', 'refused key-not-issuers'],
    ['authentication', 'authentication', 'issuer'],
    ['authentication', undefined, 'refused key-not-issuers'],
  ] as const)('listed for %s and asked for %s: %s', async (member, relationship, verdict) => {
    const documents = { [url]: { id: issuer, verificationMethod: [method], [member]: [id] } }
    const world = relationship === undefined ? { documents } : { documents, relationship }
    for (const header of [{ kid: id }, { kid: 'key-1' }]) {
      expect((await resolve(header, issuer, world)).verdict).toBe(verdict)
    }
    const held = verdict === 'issuer' ? 'issuer' : 'self-asserted'
    expect((await resolve({ jwk: jwkA }, issuer, world)).verdict).toBe(held)
  })

  it.each<[string, JsonObject, string]>([
    ['revoked', { ...method, revoked: '2026-01-01T00:00:00Z' }, 'refused key-revoked'],
    ['expired', { ...method, expires: '2026-01-01T00:00:00Z' }, 'refused key-expired'],
    ['expired as a JWK', { ...method, publicKeyJwk: { ...jwkA, exp: past } }, 'refused key-expired'],
    ['another’s', { ...method, controller: 'did:web:other.example' }, 'refused key-not-issuers'],
    ['for BBS', { ...method, type: 'Multikey', publicKeyMultibase: bbsKey }, 'refused key-unsupported'],
  ])('is refused when the key is %s', async (_what, changed, verdict) => {
    const documents = { [url]: { ...listed, verificationMethod: [changed] } }
    expect((await resolve({ kid: id }, issuer, { documents })).verdict).toBe(verdict)
  })

  it.each([
    'did:web:other.example#key-1',
    `did:key:${multikeyA}`,
    didJwk(jwkA),
    'https://uni.example/keys/1',
    'other',
    '',
  ])('is refused when it is not among its keys: %s', async (kid) => {
    const { verdict, fetched } = await resolve({ kid }, issuer, { documents: { [url]: listed } })
    expect(verdict).toBe('refused key-not-issuers')
    expect(fetched).toEqual(kid === 'other' || kid === '' ? [url] : [])
  })

  it('is undetermined while its document cannot be fetched', async () => {
    expect((await resolve({ kid: 'key-1' }, issuer)).verdict).toBe('unobtainable key-unobtainable')
  })

  it.each([`did:key:${multikeyA}`, didJwk(jwkA)])('that is a key names it in every way: %s', async (did) => {
    const fragment = did.startsWith('did:key') ? multikeyA : '0'
    for (const kid of [did, `${did}#${fragment}`, `#${fragment}`, fragment]) {
      for (const relationship of ['assertionMethod', 'authentication'] as const) {
        expect((await resolve({ kid, jwk: jwkA }, did, { relationship })).result).toEqual({
          ok: true,
          id: `${did}#${fragment}`,
          publicKey: keyOf(jwkA),
          confirmation: 'issuer',
        })
      }
    }
    expect((await resolve({ kid: '1' }, did)).verdict).toBe('refused key-not-issuers')
  })
})

describe('jwk alone', () => {
  const issuer = 'https://uni.example/issuers/1'
  const keySet = 'https://uni.example/.well-known/jwks.json'
  const profileOf = (method: JsonObject): Record<string, object> => ({
    [issuer]: { id: issuer, assertionMethod: [{ id: `${issuer}#1`, controller: issuer, ...method }] },
    [keySet]: { keys: [] },
  })
  const documentOf = (method: JsonObject): Record<string, object> => ({
    'https://uni.example/.well-known/did.json': {
      id: 'did:web:uni.example',
      assertionMethod: [{ id: '#1', controller: 'did:web:uni.example', ...method }],
    },
  })

  it.each<[string, string, Record<string, object>]>([
    ['the key set, without a name', issuer, { [keySet]: { keys: [jwkB, jwkA] } }],
    ['the key set, for this issuer', issuer, { [keySet]: { keys: [{ ...jwkA, kid: 'k', iss: issuer, use: 'sig' }] } }],
    ['the profile as a JWK', issuer, profileOf({ type: 'JsonWebKey', publicKeyJwk: jwkA })],
    ['the profile as Multikey', issuer, profileOf({ type: 'Multikey', publicKeyMultibase: multikeyA })],
    ['the DID document as a JWK', 'did:web:uni.example', documentOf({ type: 'JsonWebKey2020', publicKeyJwk: jwkA })],
    [
      'the DID document as Multikey',
      'did:web:uni.example',
      documentOf({ type: 'Multikey', publicKeyMultibase: multikeyA }),
    ],
    ['the issuer itself, a did:key', `did:key:${multikeyA}`, {}],
    ['the issuer itself, a did:jwk', didJwk(jwkA), {}],
    ['the issuer itself, a did:jwk in other words', didJwk({ alg: 'ES256', ...jwkA }), {}],
  ])('is confirmed by %s', async (_what, of, documents) => {
    expect((await resolve({ jwk: jwkA }, of, { documents })).result).toEqual({
      ok: true,
      id: `did:key:${multikeyA}#${multikeyA}`,
      publicKey: keyOf(jwkA),
      confirmation: 'issuer',
    })
  })

  it('is confirmed for RSA, too', async () => {
    const documents = { [keySet]: { keys: [rsaJwk] } }
    expect((await resolve({ jwk: { ...rsaJwk, alg: 'RS256' } }, issuer, { documents })).verdict).toBe('issuer')
    const other = { [keySet]: { keys: [{ ...rsaJwk, n: `${String(rsaJwk.n).slice(0, -1)}B` }] } }
    expect((await resolve({ jwk: rsaJwk }, issuer, { documents: other })).verdict).toBe('self-asserted')
  })

  it.each<[string, string, Record<string, object>, string]>([
    ['expired in the key set', issuer, { [keySet]: { keys: [{ ...jwkA, exp: past }] } }, 'refused key-expired'],
    [
      'revoked in the key set',
      issuer,
      {
        [keySet]: {
          keys: [
            { ...jwkA, kid: 'a' },
            { ...jwkA, kid: 'b', revoked: true },
          ],
        },
      },
      'refused key-revoked',
    ],
    [
      'revoked in the profile',
      issuer,
      profileOf({ type: 'JsonWebKey', publicKeyJwk: jwkA, revoked: '2026-01-01T00:00:00Z' }),
      'refused key-revoked',
    ],
    [
      'expired in the DID document',
      'did:web:uni.example',
      documentOf({ type: 'Multikey', publicKeyMultibase: multikeyA, expires: '2026-01-01T00:00:00Z' }),
      'refused key-expired',
    ],
    [
      'for encryption in the key set',
      issuer,
      { [keySet]: { keys: [{ ...jwkA, use: 'enc' }] } },
      'refused key-malformed',
    ],
    ['private in the key set', issuer, { [keySet]: { keys: [{ ...jwkA, d: jwkA.x }] } }, 'refused key-malformed'],
    ['another than the issuer, a did:key', `did:key:${keyOf(jwkB).publicKeyMultibase}`, {}, 'refused key-not-issuers'],
    ['another than the issuer, a did:jwk', didJwk(jwkB), {}, 'refused key-not-issuers'],
    [
      'that of an issuer with credentials in its URL',
      'https://uni.example@b.example/',
      {},
      'refused verification-method-invalid',
    ],
  ])('is refused when it is %s', async (_what, of, documents, verdict) => {
    expect((await resolve({ jwk: jwkA }, of, { documents })).verdict).toBe(verdict)
  })

  it.each<[string, string, Record<string, object>]>([
    ['nobody lists it', issuer, { [issuer]: { id: issuer }, [keySet]: { keys: [jwkB, null, 'x', [jwkA]] } }],
    [
      'the key set lists it for another',
      issuer,
      { [issuer]: {}, [keySet]: { keys: [{ ...jwkA, iss: 'https://b.example/' }] } },
    ],
    [
      'the profile is another’s',
      issuer,
      { ...profileOf({ type: 'JsonWebKey', publicKeyJwk: jwkA }), [issuer]: { id: 'x', assertionMethod: [] } },
    ],
    [
      'the profile says it is another’s',
      issuer,
      profileOf({ type: 'JsonWebKey', publicKeyJwk: jwkA, controller: 'https://b.example/' }),
    ],
    [
      'the profile lists it for something else',
      issuer,
      {
        [issuer]: {
          id: issuer,
          keyAgreement: [{ id: '#1', type: 'JsonWebKey', controller: issuer, publicKeyJwk: jwkA }],
        },
        [keySet]: {},
      },
    ],
    ['the DID document lists another', 'did:web:uni.example', documentOf({ type: 'JsonWebKey', publicKeyJwk: jwkB })],
    ['the issuer is a URN', 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33', {}],
    ['the issuer is at an http URL', 'http://uni.example/issuers/1', {}],
  ])('is self-asserted when %s', async (_what, of, documents) => {
    const { result, fetched } = await resolve({ jwk: jwkA }, of, { documents })
    expect(result).toEqual({
      ok: true,
      id: `did:key:${multikeyA}#${multikeyA}`,
      publicKey: keyOf(jwkA),
      confirmation: 'self-asserted',
      unobtainable: undefined,
    })
    if (!/^(https|did):/.test(of)) expect(fetched).toEqual([])
  })

  it.each([issuer, 'did:web:uni.example'])('says so when %s could not be asked', async (of) => {
    expect((await resolve({ jwk: jwkA }, of)).result).toMatchObject({
      confirmation: 'self-asserted',
      unobtainable: { code: 'key-unobtainable' },
    })
  })
})

describe('kid and jwk together', () => {
  const issuer = 'https://uni.example/issuers/1'
  const documents = {
    'https://uni.example/.well-known/jwks.json': {
      keys: [
        { ...jwkA, kid: 'a' },
        { ...jwkB, kid: 'b' },
      ],
    },
  }

  it('must be the same key', async () => {
    expect((await resolve({ kid: 'a', jwk: jwkA }, issuer, { documents })).verdict).toBe('issuer')
    expect((await resolve({ kid: 'a', jwk: { ...jwkA, alg: 'ES256' } }, issuer, { documents })).verdict).toBe('issuer')
    expect((await resolve({ kid: 'b', jwk: jwkA }, issuer, { documents })).verdict).toBe('refused jwt-header')
    expect((await resolve({ kid: 'a', jwk: rsaJwk }, issuer, { documents })).verdict).toBe('refused jwt-header')
  })

  it('are decided by kid, although the issuer lists the key under another name', async () => {
    expect((await resolve({ kid: 'c', jwk: jwkA }, issuer, { documents })).verdict).toBe('refused key-not-issuers')
    expect((await resolve({ kid: 'c', jwk: jwkA }, issuer)).verdict).toBe('unobtainable key-unobtainable')
  })

  it('stay self-asserted when they agree and nobody else says so', async () => {
    const header = { kid: `did:key:${multikeyA}`, jwk: jwkA }
    expect((await resolve(header, issuer, { documents })).verdict).toBe('self-asserted')
  })
})

describe('an issuer that is neither DID nor https URL', () => {
  it.each(['urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33', 'http://uni.example/issuers/1', 'Uni'])(
    'vouches for no key, and nothing is fetched: %s',
    async (issuer) => {
      for (const kid of [
        'key-1',
        '',
        'urn:key:1',
        '#key-1',
        'http://uni.example/keys/1',
        'https://uni.example/keys/1',
      ]) {
        const { result, fetched } = await resolve({ kid }, issuer)
        expect(result).toMatchObject({ ok: false, reason: 'refused' })
        expect(fetched).toEqual([])
      }
      for (const kid of [`did:key:${multikeyA}`, didJwk(jwkA)]) {
        const { verdict, fetched } = await resolve({ kid }, issuer)
        expect(verdict).toBe('self-asserted')
        expect(fetched).toEqual([])
      }
    },
  )
})
