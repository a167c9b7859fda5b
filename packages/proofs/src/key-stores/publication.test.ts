import * as fc from 'fast-check'
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import type { PrivateJwk, SignatureAlgorithm } from '../keys/interface.js'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { encodeBase64url } from '../platform/base64url.js'
import { didDocumentFor } from './did-document-for.js'
import type { StoredKey } from './interface.js'
import { jwksFor } from './jwks-for.js'
import { memoryKeyStore } from './memory.js'

const controller = 'did:web:registrar.example'
const algorithms: readonly SignatureAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'RS256']
const keyOf = (fragment: string, more: Partial<StoredKey> = {}): StoredKey => ({
  verificationMethod: `${controller}#${fragment}`,
  controller,
  algorithm: 'EdDSA',
  publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  created: '2026-01-01T00:00:00Z',
  ...more,
})
const other = { publicKeyMultibase: 'z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z' }
const life: readonly StoredKey[] = [
  keyOf('key-1', { ...other, revoked: '2026-03-01T00:00:00Z', retired: '2026-02-01T00:00:00Z' }),
  keyOf('key-2', { created: '2026-02-01T00:00:00Z', retired: '2026-04-01T00:00:00Z' }),
  keyOf('key-3', { created: '2026-04-01T00:00:00Z' }),
  keyOf('key-1', { ...other, controller: 'did:web:other.example', verificationMethod: 'did:web:other.example#key-1' }),
]

describe('didDocumentFor', () => {
  it('keeps retired keys as good as those in use, and takes revoked ones out of all relationships', () => {
    const multikey = { type: 'Multikey', controller, publicKeyMultibase: life[1]?.publicKeyMultibase }
    expect(didDocumentFor(life, { controller })).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: controller,
      verificationMethod: [
        { id: `${controller}#key-1`, ...multikey, ...other, revoked: '2026-03-01T00:00:00Z' },
        { id: `${controller}#key-2`, ...multikey },
        { id: `${controller}#key-3`, ...multikey },
      ],
      assertionMethod: [`${controller}#key-2`, `${controller}#key-3`],
    })
  })

  it('says what the keys are for, and that no key is good when all are revoked', () => {
    const [revoked] = life
    const relationships = ['assertionMethod', 'authentication'] as const
    expect(didDocumentFor([revoked as StoredKey], { controller, relationships })).toMatchObject({
      assertionMethod: [],
      authentication: [],
    })
  })

  it('refuses other relationships, which would stand in the place of members', () => {
    for (const relationships of [['id'], ['assertionMethod', 'verificationMethod'], ['keyAgreement']]) {
      expect(() => didDocumentFor(life, { controller, relationships: relationships as never })).toThrowError(
        expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
      )
    }
  })

  it('marks a key that is revoked under another name, and takes it out too', () => {
    const twins = [...life, keyOf('key-4', { ...other }), keyOf('key-5', { ...other, revoked: '2026-02-01T00:00:00Z' })]
    const { verificationMethod, assertionMethod } = didDocumentFor(twins, { controller })
    expect(verificationMethod).toContainEqual(
      expect.objectContaining({ id: `${controller}#key-4`, revoked: '2026-02-01T00:00:00Z' }),
    )
    expect(assertionMethod).toEqual([`${controller}#key-2`, `${controller}#key-3`])
    const elsewhere = life.filter((key) => key.controller === controller || key.revoked === undefined)
    const { assertionMethod: ofOther } = didDocumentFor(elsewhere, { controller: 'did:web:other.example' })
    expect(ofOther).toEqual([])
  })

  it('publishes RSA keys as JSON Web Keys', async () => {
    const store = memoryKeyStore()
    for (const algorithm of algorithms) await store.generate({ controller, algorithm })
    const document = didDocumentFor(await store.list(), { controller })
    expect(document['@context']).toHaveLength(3)
    const methods = document.verificationMethod as { type: string; publicKeyJwk?: Record<string, unknown> }[]
    expect(methods.map(({ type }) => type)).toEqual(['Multikey', 'Multikey', 'Multikey', 'JsonWebKey'])
    expect(publicKeyFromJwk(methods[3]?.publicKeyJwk ?? {})?.algorithm).toBe('RS256')
  })

  it.each(['https://registrar.example/issuer', 'did:key:z6Mk', 'did:jwk:e30', 'registrar.example', ''])(
    'refuses %j, whose keys are published elsewhere',
    (other) => {
      const keys = [keyOf('key-1', { controller: other })]
      expect(() => didDocumentFor(keys, { controller: other })).toThrowError(
        expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
      )
    },
  )
})

describe('jwksFor', () => {
  it('names each key and its issuer; revoked keys leave', () => {
    const { keys } = jwksFor(life, { controller })
    expect(keys).toMatchObject([
      { kid: `${controller}#key-2`, alg: 'EdDSA', use: 'sig', iss: controller, kty: 'OKP' },
      { kid: `${controller}#key-3` },
    ])
    expect(keys).toHaveLength(2)
  })

  it('leaves out a key that is revoked under another name', () => {
    const { keys } = jwksFor([...life, keyOf('key-4', { ...other })], { controller })
    expect(keys.map(({ kid }) => kid)).toEqual([`${controller}#key-2`, `${controller}#key-3`])
  })

  it.each(algorithms)('is read by jose: %s', async (algorithm) => {
    const pair = await generateKeyPair(algorithm, { extractable: true })
    const store = memoryKeyStore()
    const issuer = 'https://registrar.example/issuer'
    const privateJwk = (await exportJWK(pair.privateKey)) as PrivateJwk
    const { verificationMethod } = await store.importJwk(privateJwk, { controller: issuer, fragment: 'key-1' })
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: algorithm, kid: verificationMethod })
      .sign(pair.privateKey)
    const published = createLocalJWKSet(jwksFor(await store.list(), { controller: issuer }) as never)
    expect((await jwtVerify(token, published)).protectedHeader.kid).toBe(verificationMethod)
    await store.generate({ controller: issuer })
    await store.revoke(verificationMethod)
    const later = createLocalJWKSet(jwksFor(await store.list(), { controller: issuer }) as never)
    await expect(jwtVerify(token, later)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
  })

  it('shows what it is given the public part of, and no more', () => {
    const leaking = { ...keyOf('key-1'), d: encodeBase64url(new Uint8Array(32)), secretKeyMultibase: 'canary' }
    const published = JSON.stringify([jwksFor([leaking], { controller }), didDocumentFor([leaking], { controller })])
    expect(published).not.toMatch(/"d"|canary/)
  })
})

describe.each([
  ['didDocumentFor', didDocumentFor],
  ['jwksFor', jwksFor],
] as const)('%s', (_name, publish) => {
  it('makes the same of the same keys, in whatever order', () => {
    const expected = JSON.stringify(publish(life, { controller }))
    fc.assert(
      fc.property(fc.shuffledSubarray([...life], { minLength: life.length }), (keys) => {
        expect(JSON.stringify(publish(keys, { controller }))).toBe(expected)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses a controller without keys, so that a slip does not take all keys off the web', () => {
    expect(() => publish(life, { controller: 'did:web:registrar.exmaple' })).toThrowError(
      expect.objectContaining({ code: 'ERR_KEY_NOT_FOUND' }),
    )
  })

  it('refuses a key that is named under another controller', () => {
    const strange = keyOf('key-4', { verificationMethod: 'did:web:other.example#key-4' })
    expect(() => publish([...life, strange], { controller })).toThrowError(
      expect.objectContaining({ code: 'ERR_INVALID_KEY' }),
    )
  })

  it('refuses two keys of one name, and what is no key', () => {
    expect(() => publish([...life, keyOf('key-3')], { controller })).toThrowError(
      expect.objectContaining({ code: 'ERR_KEY_EXISTS' }),
    )
    for (const more of [{ publicKeyMultibase: 'z6Mk' }, { algorithm: 'ES256' }] as const) {
      expect(() => publish([keyOf('key-1', more)], { controller })).toThrowError(
        expect.objectContaining({ code: 'ERR_INVALID_KEY' }),
      )
    }
  })
})
