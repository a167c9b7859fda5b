import type { JsonObject } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { jwkFromPublicKey } from '../keys/jwk.js'
import { encodeMultikey } from '../keys/multikey.js'
import { fetchJsonFrom } from '../remote-documents/remote-documents.js'
import { didResolver } from './did-resolver.js'
import type { DidResolver, VerificationRelationship } from './interface.js'
import { resolveVerificationMethod } from './resolve-verification-method.js'

const now = new Date('2026-06-01T12:00:00Z')
const key = (seed: number) => {
  const publicKey = encodeMultikey('EdDSA', new Uint8Array(32).fill(seed))
  if (publicKey === undefined) throw new Error('no key')
  return publicKey
}
const keyA = key(1)
const keyB = key(2)
const multikeyA = keyA.publicKeyMultibase
const jwkA = jwkFromPublicKey(keyA) as JsonObject

interface World {
  /** What is on the web; anything else cannot be fetched. */
  documents?: Record<string, object>
  resolver?: DidResolver
  relationship?: VerificationRelationship
}

/** Resolves a key; `fetched` holds the URLs that were asked for. */
async function resolve(verificationMethod: string, issuer: string, world: World = {}) {
  const fetched: string[] = []
  const fetchOffline = fetchJsonFrom({ documents: world.documents, offline: true })
  const fetchJson: typeof fetchOffline = (url) => {
    fetched.push(url)
    return fetchOffline(url)
  }
  const resolver = world.resolver ?? didResolver({ fetchJson })
  const { relationship } = world
  const result = await resolveVerificationMethod(verificationMethod, { issuer, resolver, fetchJson, now, relationship })
  return { result, fetched, verdict: result.ok ? result.confirmation : `${result.reason} ${result.problem.code}` }
}

describe('a did:key issuer', () => {
  const issuer = `did:key:${multikeyA}`

  it.each([issuer, `${issuer}#${multikeyA}`])('is its own key: %s', async (method) => {
    const { result, fetched } = await resolve(method, issuer)
    expect(result).toEqual({ ok: true, id: `${issuer}#${multikeyA}`, publicKey: keyA, confirmation: 'issuer' })
    expect(fetched).toEqual([])
  })

  it.each([
    `did:key:${keyB.publicKeyMultibase}`,
    `did:key:${keyB.publicKeyMultibase}#${keyB.publicKeyMultibase}`,
    `${issuer}#${keyB.publicKeyMultibase}`,
    `${issuer}#key-1`,
    'did:web:uni.example#key-1',
    'https://uni.example/keys/1',
  ])('has no other key: %s', async (method) => {
    const { verdict, fetched } = await resolve(method, issuer)
    expect(verdict).toBe('refused key-not-issuers')
    expect(fetched).toEqual([])
  })
})

describe('a did:key that is not looked up', () => {
  const bbs =
    'did:key:zUC7K4ndUaGZgV7Cp2yJy6JtMoUHY6u7tkcSYUvPrEidqBmLCTLmi6d5WvwnUqejscAkERJ3bfjEiSYtdPkRSE8kSa11hFBr4sTgnbZ95SJj19PN2jdvJjyzpSZgxkyyxNnBNnY'
  const did = `did:key:${multikeyA}`

  it.each([did, `${did}x`, `did:key:${keyB.publicKeyMultibase}`, bbs, 'did:key:', 'did:key:key'])(
    'comes to what its document says: %s',
    async (issuer) => {
      const own = didResolver({ fetchJson: fetchJsonFrom({ offline: true }) })
      const asked: DidResolver = { resolve: (other) => own.resolve(other) }
      for (const method of [issuer, `${issuer}#${issuer.slice(8)}`, `${issuer}#key-1`, `${did}#${multikeyA}`]) {
        for (const relationship of ['assertionMethod', 'authentication'] as const) {
          const { result } = await resolve(method, issuer, { relationship })
          expect(result).toEqual((await resolve(method, issuer, { resolver: asked, relationship })).result)
        }
      }
    },
  )
})

it('asks a resolver that took over another of ours and resolves by itself', async () => {
  const did = `did:key:${multikeyA}`
  const own = didResolver({ fetchJson: fetchJsonFrom({ offline: true }) })
  const asked: string[] = []
  const resolver: DidResolver = {
    ...own,
    resolve(other) {
      asked.push(other)
      return own.resolve(other)
    },
  }
  expect((await resolve(did, did, { resolver })).verdict).toBe('issuer')
  expect(asked).toEqual([did])
})

it('asks what wraps a resolver of ours, however it is made', async () => {
  const did = `did:key:${multikeyA}`
  const { resolve: own } = didResolver({ fetchJson: fetchJsonFrom({ offline: true }) })
  const refusing = () => own('did:key:none')
  const wrappers = [
    new Proxy(own, { apply: refusing }),
    Object.assign(() => refusing(), own),
    Object.setPrototypeOf(() => refusing(), own) as DidResolver['resolve'],
  ]
  for (const wrapper of wrappers) {
    expect((await resolve(did, did, { resolver: { resolve: wrapper } })).verdict).toBe(
      'refused verification-method-invalid',
    )
  }
  expect((await resolve(did, did, { resolver: {} as DidResolver })).verdict).toBe('unobtainable key-unobtainable')
})

describe('a did:web issuer', () => {
  const issuer = 'did:web:uni.example'
  const url = 'https://uni.example/.well-known/did.json'
  const id = `${issuer}#key-1`
  const method: JsonObject = { id, type: 'Multikey', controller: issuer, publicKeyMultibase: multikeyA }
  const listed: JsonObject = { id: issuer, verificationMethod: [method], assertionMethod: [id] }
  const verdictOf = async (document: JsonObject, of = id) =>
    (await resolve(of, issuer, { documents: { [url]: document } })).verdict

  it.each<[string, JsonObject]>([
    ['by id', listed],
    ['embedded', { id: issuer, assertionMethod: [method] }],
    ['embedded, alone', { id: issuer, assertionMethod: method }],
    ['by relative ids', { ...listed, verificationMethod: [{ ...method, id: '#key-1' }], assertionMethod: ['#key-1'] }],
    ['among others', { ...listed, assertionMethod: [`${issuer}#key-0`, id, 7, null] }],
    [
      'as Ed25519VerificationKey2020',
      { ...listed, verificationMethod: [{ ...method, type: 'Ed25519VerificationKey2020' }] },
    ],
    ['as JsonWebKey', jwkListed('JsonWebKey')],
    ['as JsonWebKey2020', jwkListed('JsonWebKey2020')],
    ['with expires to come', { ...listed, verificationMethod: [{ ...method, expires: '2026-06-01T12:00:01Z' }] }],
    ['with revoked to come', { ...listed, verificationMethod: [{ ...method, revoked: '2027-01-01T00:00:00Z' }] }],
    ['twice, as the same key', { ...listed, authentication: [method] }],
  ])('lists the key %s', async (_how, document) => {
    const { result } = await resolve(id, issuer, { documents: { [url]: document } })
    expect(result).toEqual({ ok: true, id, publicKey: keyA, confirmation: 'issuer' })
  })

  function jwkListed(type: string): JsonObject {
    return { ...listed, verificationMethod: [{ id, type, controller: issuer, publicKeyJwk: jwkA }] }
  }

  it.each<[string, JsonObject, string]>([
    ['for nothing', { ...listed, assertionMethod: undefined }, 'refused key-not-issuers'],
    [
      'for authentication only',
      { ...listed, assertionMethod: undefined, authentication: [id] },
      'refused key-not-issuers',
    ],
    ['not at all', { id: issuer, assertionMethod: [`${issuer}#key-2`] }, 'refused key-not-issuers'],
    ['by name, but does not give it', { id: issuer, assertionMethod: [id] }, 'refused key-malformed'],
    [
      'under another controller',
      { ...listed, verificationMethod: [{ ...method, controller: 'did:web:other.example' }] },
      'refused key-not-issuers',
    ],
    [
      'without controller',
      { ...listed, verificationMethod: [{ ...method, controller: undefined }] },
      'refused key-not-issuers',
    ],
    [
      'as revoked',
      { ...listed, verificationMethod: [{ ...method, revoked: '2026-06-01T12:00:00Z' }] },
      'refused key-revoked',
    ],
    [
      'as revoked, and out of assertionMethod',
      { id: issuer, verificationMethod: [{ ...method, revoked: '2020-01-01T00:00:00Z' }], assertionMethod: [] },
      'refused key-revoked',
    ],
    [
      'as expired',
      { ...listed, verificationMethod: [{ ...method, expires: '2026-06-01T12:00:00Z' }] },
      'refused key-expired',
    ],
    [
      'with a date that is none',
      { ...listed, verificationMethod: [{ ...method, revoked: 'yesterday' }] },
      'refused key-malformed',
    ],
    ['with revoked: null', { ...listed, verificationMethod: [{ ...method, revoked: null }] }, 'refused key-malformed'],
    [
      'as two keys',
      { ...listed, authentication: [{ ...method, publicKeyMultibase: keyB.publicKeyMultibase }] },
      'refused key-malformed',
    ],
    [
      'as an unknown type',
      { ...listed, verificationMethod: [{ ...method, type: 'Ed25519VerificationKey2018' }] },
      'refused key-unsupported',
    ],
    [
      'as a type every object has',
      { ...listed, verificationMethod: [{ ...method, type: 'constructor' }] },
      'refused key-unsupported',
    ],
    [
      'as a key of another curve than its type',
      {
        ...listed,
        verificationMethod: [
          {
            ...method,
            type: 'Ed25519VerificationKey2020',
            publicKeyMultibase: 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv',
          },
        ],
      },
      'refused key-malformed',
    ],
    [
      'with a broken key',
      { ...listed, verificationMethod: [{ ...method, publicKeyMultibase: 'z6Mk' }] },
      'refused key-malformed',
    ],
    ['with no key', { ...listed, verificationMethod: [{ ...method, publicKeyMultibase: 7 }] }, 'refused key-malformed'],
    [
      'with its private half',
      {
        ...listed,
        verificationMethod: [{ id, type: 'JsonWebKey', controller: issuer, publicKeyJwk: { ...jwkA, d: jwkA.x } }],
      },
      'refused key-malformed',
    ],
  ])('lists the key %s', async (_how, document, verdict) => {
    expect(await verdictOf(document)).toBe(verdict)
  })

  it('is undetermined while its document cannot be fetched', async () => {
    const { verdict, result } = await resolve(id, issuer)
    expect(verdict).toBe('unobtainable key-unobtainable')
    expect(result).toMatchObject({ problem: { pointer: '' } })
  })

  it('is refused when the document is another’s', async () => {
    expect(await verdictOf({ ...listed, id: 'did:web:other.example' })).toBe('refused key-not-issuers')
  })

  it('has no key without a fragment', async () => {
    expect(await verdictOf(listed, issuer)).toBe('refused key-not-issuers')
  })

  it('is not asked for keys elsewhere', async () => {
    for (const method of [`did:web:other.example#key-1`, `did:key:${multikeyA}`, 'https://uni.example/keys#1']) {
      const { verdict, fetched } = await resolve(method, issuer, { documents: { [url]: listed } })
      expect(verdict).toBe('refused key-not-issuers')
      expect(fetched).toEqual([])
    }
  })
})

describe('a DID that another resolver resolves', () => {
  const issuer = 'did:example:uni'
  const id = `${issuer}#1`
  const document = {
    id: issuer,
    assertionMethod: [{ id, type: 'Multikey', controller: issuer, publicKeyMultibase: multikeyA }],
  }
  const resolver = (result: object | Error): DidResolver => ({
    async resolve() {
      if (result instanceof Error) throw result
      return { didResolutionMetadata: {}, didDocument: document, didDocumentMetadata: {}, ...result }
    },
  })

  it.each<[string, object | Error, string]>([
    ['a document', {}, 'issuer'],
    ['a document beside an error', { didResolutionMetadata: { error: 'notFound' } }, 'unobtainable key-unobtainable'],
    [
      'an invalid DID',
      { didResolutionMetadata: { error: 'invalidDid' }, didDocument: null },
      'refused verification-method-invalid',
    ],
    [
      'an invalid DID, as later drafts say it',
      { didResolutionMetadata: { error: 'https://www.w3.org/ns/did#INVALID_DID' } },
      'refused verification-method-invalid',
    ],
    ['no document', { didDocument: null }, 'unobtainable key-unobtainable'],
    ['another document', { didDocument: { ...document, id: 'did:example:other' } }, 'refused key-not-issuers'],
    ['a deactivated DID', { didDocumentMetadata: { deactivated: true } }, 'refused key-revoked'],
    ['an exception', new Error('no network'), 'unobtainable key-unobtainable'],
  ])('may come as %s', async (_what, result, verdict) => {
    expect((await resolve(id, issuer, { resolver: resolver(result) })).verdict).toBe(verdict)
  })
})

describe('an https issuer', () => {
  const issuer = 'https://uni.example/issuers/1'
  const id = `${issuer}#key-1`
  const method: JsonObject = { id, type: 'Multikey', controller: issuer, publicKeyMultibase: multikeyA }
  const profile: JsonObject = { id: issuer, type: 'Profile', verificationMethod: [method], assertionMethod: [id] }
  const jwks = 'https://uni.example/.well-known/jwks.json'
  const keyDocument = 'https://uni.example/keys/1'

  it.each<[string, string, Record<string, object>]>([
    ['profile lists the key', id, { [issuer]: profile }],
    ['profile lists it as verification method only', id, { [issuer]: { ...profile, assertionMethod: undefined } }],
    ['profile embeds it', id, { [issuer]: { id: issuer, assertionMethod: [method] } }],
    ['origin’s key set has it', id, { [jwks]: { keys: [{ kid: 'x' }, null, { ...jwkA, kid: id }] } }],
    ['origin’s key set has it for this issuer', id, { [jwks]: { keys: [{ ...jwkA, kid: id, iss: issuer }] } }],
    [
      'key document is on its origin, and its profile has no keys of its own',
      keyDocument,
      { [issuer]: { id: issuer, type: 'Profile' }, [keyDocument]: { ...method, id: keyDocument } },
    ],
    [
      'profile names its key document for assertions',
      keyDocument,
      {
        [issuer]: { ...profile, assertionMethod: [id, keyDocument] },
        [keyDocument]: { ...method, id: keyDocument },
      },
    ],
    [
      'profile names its key document as verification method',
      keyDocument,
      {
        [issuer]: { id: issuer, verificationMethod: [method, keyDocument] },
        [keyDocument]: { ...method, id: keyDocument },
      },
    ],
    [
      'profile gives itself a key with a URL of its own',
      keyDocument,
      { [issuer]: { ...profile, verificationMethod: { ...method, id: keyDocument }, assertionMethod: keyDocument } },
    ],
    [
      'key set has it, although the profile cannot be fetched',
      keyDocument,
      { [jwks]: { keys: [{ ...jwkA, kid: keyDocument }] } },
    ],
    [
      'key document, a controlled document, is on its origin',
      `${keyDocument}#a`,
      {
        [issuer]: { id: issuer },
        [keyDocument]: { id: keyDocument, verificationMethod: [{ ...method, id: `${keyDocument}#a` }] },
      },
    ],
    [
      'profile lists a key in the fragment of its id',
      `${issuer}#${multikeyA}`,
      { [issuer]: { id: issuer, assertionMethod: [{ ...method, id: `${issuer}#${multikeyA}` }] } },
    ],
    [
      'key set lists a did:key',
      `did:key:${multikeyA}`,
      { [jwks]: { keys: [{ ...jwkA, kid: `did:key:${multikeyA}#${multikeyA}` }] } },
    ],
  ])('confirms a key when its %s', async (_how, of, documents) => {
    const { result } = await resolve(of, issuer, { documents })
    expect(result).toMatchObject({ ok: true, publicKey: keyA, confirmation: 'issuer' })
  })

  const all = (changes: Record<string, object>): Record<string, object> => ({
    [issuer]: { id: issuer },
    [jwks]: { keys: [] },
    [keyDocument]: { id: keyDocument },
    ...changes,
  })

  it.each<[string, string, Record<string, object>, string]>([
    ['nothing lists it', id, all({}), 'refused key-not-issuers'],
    [
      'the profile is another’s',
      id,
      all({ [issuer]: { ...profile, id: 'https://uni.example/issuers/2' } }),
      'refused key-not-issuers',
    ],
    [
      'the profile lists it for authentication only',
      id,
      all({ [issuer]: { ...profile, assertionMethod: undefined, authentication: [id] } }),
      'refused key-not-issuers',
    ],
    [
      'the profile says it is another’s',
      id,
      all({
        [issuer]: { ...profile, verificationMethod: [{ ...method, controller: 'https://uni.example/issuers/2' }] },
      }),
      'refused key-not-issuers',
    ],
    [
      'the profile says it is revoked',
      id,
      all({ [issuer]: { ...profile, verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] } }),
      'refused key-revoked',
    ],
    [
      'the key set names another issuer',
      id,
      all({ [jwks]: { keys: [{ ...jwkA, kid: id, iss: 'https://uni.example/issuers/2' }] } }),
      'refused key-not-issuers',
    ],
    [
      'the key set has another kind of key',
      id,
      all({ [jwks]: { keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: id }] } }),
      'refused key-malformed',
    ],
    [
      'the key set publishes the private key',
      id,
      all({ [jwks]: { keys: [{ ...jwkA, d: jwkA.x, kid: id }] } }),
      'refused key-malformed',
    ],
    ['the key set is none', id, all({ [jwks]: { keys: 'none' } }), 'refused key-not-issuers'],
    [
      'the key document names another controller',
      keyDocument,
      all({ [keyDocument]: { ...method, id: keyDocument, controller: 'https://uni.example/issuers/2' } }),
      'refused key-not-issuers',
    ],
    [
      'the key document is another key’s',
      keyDocument,
      all({ [keyDocument]: { ...method, id: `${keyDocument}2` } }),
      'refused key-not-issuers',
    ],
    [
      'the key document is expired',
      keyDocument,
      all({ [keyDocument]: { ...method, id: keyDocument, expires: '2026-01-01T00:00:00Z' } }),
      'refused key-expired',
    ],
    [
      'a revoked key is in its fragment',
      `${issuer}#${multikeyA}`,
      all({
        [issuer]: {
          id: issuer,
          verificationMethod: [{ ...method, id: `${issuer}#${multikeyA}`, revoked: '2026-01-01T00:00:00Z' }],
        },
      }),
      'refused key-revoked',
    ],
    ...(
      [
        ['lists other keys', profile],
        ['lists no key', { id: issuer, assertionMethod: [] }],
        ['lists other keys as verification methods', { id: issuer, verificationMethod: [method] }],
        ['lists other keys by name', { id: issuer, assertionMethod: 'https://uni.example/keys/2' }],
        ['lists keys for something else', { id: issuer, authentication: [method] }],
        [
          'names it, but not for assertions',
          { id: issuer, verificationMethod: keyDocument, authentication: keyDocument },
        ],
        ['is of another id', { id: `${issuer}/` }],
      ] as [string, JsonObject][]
    ).map(([what, document]): [string, string, Record<string, object>, string] => [
      `somebody put a key document on its origin, and the profile ${what}`,
      keyDocument,
      all({ [issuer]: document, [keyDocument]: { ...method, id: keyDocument } }),
      'refused key-not-issuers',
    ]),
    [
      'there is a key document, but the profile cannot be fetched',
      keyDocument,
      { [jwks]: { keys: [] }, [keyDocument]: { ...method, id: keyDocument } },
      'unobtainable key-unobtainable',
    ],
    [
      'the profile names a key document that cannot be fetched',
      keyDocument,
      { [issuer]: { id: issuer, assertionMethod: [keyDocument] }, [jwks]: { keys: [] } },
      'unobtainable key-unobtainable',
    ],
    ['nothing can be fetched', id, {}, 'unobtainable key-unobtainable'],
    ['the profile cannot be fetched', id, { [jwks]: { keys: [] } }, 'unobtainable key-unobtainable'],
    [
      'the key set cannot be fetched',
      keyDocument,
      { [issuer]: { id: issuer }, [keyDocument]: {} },
      'unobtainable key-unobtainable',
    ],
  ])('does not confirm a key when %s', async (_how, of, documents, verdict) => {
    expect((await resolve(of, issuer, { documents })).verdict).toBe(verdict)
  })

  it.each([
    ['in the fragment of its id', `${issuer}#${multikeyA}`],
    ['that is a did:key', `did:key:${multikeyA}`],
    ['that is a did:key with fragment', `did:key:${multikeyA}#${multikeyA}`],
  ])('does not vouch for a key %s, whether or not it can be asked', async (_how, of) => {
    for (const documents of [{}, all({}), all({ [issuer]: profile })]) {
      const { result } = await resolve(of, issuer, { documents })
      expect(result).toMatchObject({ ok: true, publicKey: keyA, confirmation: 'self-asserted' })
    }
  })

  it.each([
    'https://other.example/issuers/1#key-1',
    `https://other.example/issuers/1#${multikeyA}`,
    'https://uni.example:8443/keys/1',
    'http://uni.example/keys/1',
    'https://uni.example.other.example/keys/1',
    'did:web:uni.example#key-1',
    `did:key:${multikeyA}#${keyB.publicKeyMultibase}`,
    'did:key:z6Mk',
    'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  ])('is not asked for keys elsewhere: %s', async (of) => {
    const { verdict, fetched } = await resolve(of, issuer, { documents: all({ [issuer]: profile }) })
    expect(verdict).toBe('refused key-not-issuers')
    expect(fetched).toEqual([])
  })

  it('is asked only on its own origin', async () => {
    const { fetched } = await resolve(`${keyDocument}#1`, issuer, { documents: { [issuer]: { id: issuer } } })
    expect(fetched).toEqual([issuer, jwks, keyDocument])
    expect((await resolve(`${keyDocument}#1`, issuer, {})).fetched).toEqual([issuer, jwks])
  })

  it.each([404, 410, 403, 503])('whose profile answers with status %i has no key documents', async (status) => {
    const fetch = async (url: unknown): Promise<Response> =>
      String(url) === keyDocument
        ? Response.json({ ...method, id: keyDocument })
        : new Response(null, { status: String(url) === issuer ? status : 500 })
    const fetchJson = fetchJsonFrom({ fetch: fetch as typeof globalThis.fetch })
    const options = { issuer, resolver: didResolver({ fetchJson }), fetchJson, now }
    expect(await resolveVerificationMethod(keyDocument, options)).toMatchObject({ ok: false, reason: 'unobtainable' })
  })

  it.each(['https://uni.example@evil.example/issuer', 'https://uni.example:x@evil.example/issuer'])(
    'with credentials in its URL is refused, and nothing is fetched: %s',
    async (lookalike) => {
      const listing = { id: lookalike, assertionMethod: [{ ...method, id: `${lookalike}#1`, controller: lookalike }] }
      for (const of of [`${lookalike}#1`, `${lookalike}#${multikeyA}`, `did:key:${multikeyA}`]) {
        const { verdict, fetched } = await resolve(of, lookalike, { documents: { [lookalike]: listing } })
        expect(verdict).toBe('refused verification-method-invalid')
        expect(fetched).toEqual([])
      }
    },
  )

  it('is not heard through a redirect to another origin', async () => {
    const fetchJson = async (url: string) =>
      ({
        ok: true,
        document: url === issuer ? { id: issuer } : { ...method, id: keyDocument },
        url: url === keyDocument ? 'https://other.example/' : url,
      }) as const
    const options = { issuer, resolver: didResolver({ fetchJson }), fetchJson, now }
    expect(await resolveVerificationMethod(keyDocument, options)).toMatchObject({ ok: false, reason: 'unobtainable' })
  })
})

describe('an issuer that is neither DID nor https URL', () => {
  it.each(['urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33', 'http://uni.example/issuers/1', 'not a URL'])(
    'vouches for no key, and nothing is fetched: %s',
    async (issuer) => {
      const didKey = await resolve(`did:key:${multikeyA}`, issuer)
      expect(didKey.verdict).toBe('self-asserted')
      const other = await resolve('http://uni.example/keys/1', issuer)
      expect(other.verdict).toBe('refused key-not-issuers')
      expect([...didKey.fetched, ...other.fetched]).toEqual([])
    },
  )
})

describe('a verification method', () => {
  it.each(['', 'key-1', '#key-1', multikeyA])('must be a URL: %j', async (method) => {
    expect((await resolve(method, 'did:web:uni.example')).verdict).toBe('refused verification-method-invalid')
  })
})

describe('a did:jwk issuer', () => {
  const didJwk = (jwk: JsonObject): string => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
  const issuer = didJwk(jwkA)

  it.each([issuer, `${issuer}#0`])('is its own key: %s', async (method) => {
    for (const relationship of ['assertionMethod', 'authentication'] as const) {
      const { result, fetched } = await resolve(method, issuer, { relationship })
      expect(result).toEqual({ ok: true, id: `${issuer}#0`, publicKey: keyA, confirmation: 'issuer' })
      expect(fetched).toEqual([])
    }
  })

  it.each([`${issuer}#1`, `${issuer}#`, didJwk(jwkFromPublicKey(keyB) as JsonObject), `did:key:${multikeyA}`])(
    'has no other key: %s',
    async (method) => {
      expect((await resolve(method, issuer)).verdict).toBe('refused key-not-issuers')
    },
  )

  it.each([didJwk({ ...jwkA, d: jwkA.x }), didJwk({ ...jwkA, use: 'enc' }), 'did:jwk:e30', 'did:jwk:'])(
    'must be a key for signatures: %s',
    async (did) => {
      expect((await resolve(did, did)).verdict).toBe('refused verification-method-invalid')
    },
  )
})

describe('the relationship', () => {
  const did = 'did:web:uni.example'
  const profile = 'https://uni.example/issuers/1'
  const didUrl = 'https://uni.example/.well-known/did.json'
  const keyDocument = 'https://uni.example/keys/1'
  const methodOf = (controller: string, id = `${controller}#key-1`): JsonObject => ({
    id,
    type: 'Multikey',
    controller,
    publicKeyMultibase: multikeyA,
  })

  it.each<[string, string, string, (member: string) => Record<string, object>]>([
    [
      'a DID document that names the key',
      did,
      `${did}#key-1`,
      (member) => ({ [didUrl]: { id: did, verificationMethod: [methodOf(did)], [member]: ['#key-1'] } }),
    ],
    [
      'a DID document that embeds the key',
      did,
      `${did}#key-1`,
      (member) => ({ [didUrl]: { id: did, [member]: [methodOf(did, '#key-1')] } }),
    ],
    [
      'a profile',
      profile,
      `${profile}#key-1`,
      (member) => ({ [profile]: { id: profile, [member]: [methodOf(profile)] } }),
    ],
    [
      'a profile that names a key document',
      profile,
      keyDocument,
      (member) => ({
        [profile]: { id: profile, [member]: [keyDocument] },
        [keyDocument]: methodOf(profile, keyDocument),
      }),
    ],
    [
      'a key document',
      profile,
      `${keyDocument}#a`,
      (member) => ({
        [profile]: { id: profile },
        [keyDocument]: { id: keyDocument, [member]: [methodOf(profile, `${keyDocument}#a`)] },
      }),
    ],
  ])('must be the one of %s', async (_what, issuer, id, documentsFor) => {
    const jwks = { 'https://uni.example/.well-known/jwks.json': { keys: [] } }
    for (const relationship of ['assertionMethod', 'authentication'] as const) {
      const other = relationship === 'authentication' ? 'assertionMethod' : 'authentication'
      const listed = { documents: { ...jwks, ...documentsFor(relationship) }, relationship }
      expect((await resolve(id, issuer, listed)).verdict).toBe('issuer')
      const unlisted = { documents: { ...jwks, ...documentsFor(other) }, relationship }
      expect((await resolve(id, issuer, unlisted)).verdict).toBe('refused key-not-issuers')
    }
  })

  it('is that of assertions unless said otherwise', async () => {
    const documents = { [didUrl]: { id: did, assertionMethod: [methodOf(did)] } }
    expect((await resolve(`${did}#key-1`, did, { documents })).verdict).toBe('issuer')
    const { result } = await resolve(`${did}#key-1`, did, { documents, relationship: 'authentication' })
    expect(result).toMatchObject({ problem: { detail: expect.stringContaining('for authentication') } })
  })
})

describe('a BBS key', () => {
  const bbsKey =
    'zUC7K4ndUaGZgV7Cp2yJy6JtMoUHY6u7tkcSYUvPrEidqBmLCTLmi6d5WvwnUqejscAkERJ3bfjEiSYtdPkRSE8kSa11hFBr4sTgnbZ95SJj19PN2jdvJjyzpSZgxkyyxNnBNnY'

  it('is confirmed and self-asserted like others', async () => {
    const did = 'did:web:uni.example'
    const method = { id: '#1', type: 'Multikey', controller: did, publicKeyMultibase: bbsKey }
    const documents = { 'https://uni.example/.well-known/did.json': { id: did, assertionMethod: [method] } }
    const publicKey = { algorithm: 'BBS', publicKeyMultibase: bbsKey }
    const { result } = await resolve(`${did}#1`, did, { documents })
    expect(result).toMatchObject({ ok: true, publicKey, confirmation: 'issuer' })
    const issuer = 'https://uni.example/issuers/1'
    const own = await resolve(`${issuer}#${bbsKey}`, issuer)
    expect(own.result).toMatchObject({ ok: true, publicKey, confirmation: 'self-asserted' })
  })
})

describe('a self-asserted key', () => {
  it('comes with the reason why the issuer could not be asked, if so', async () => {
    const issuer = 'https://uni.example/issuers/1'
    const unasked = await resolve(`did:key:${multikeyA}`, issuer)
    expect(unasked.result).toMatchObject({ confirmation: 'self-asserted', unobtainable: { code: 'key-unobtainable' } })
    const documents = { [issuer]: { id: issuer }, 'https://uni.example/.well-known/jwks.json': { keys: [] } }
    const asked = await resolve(`did:key:${multikeyA}`, issuer, { documents })
    expect(asked.result).toMatchObject({ confirmation: 'self-asserted', unobtainable: undefined })
  })
})
