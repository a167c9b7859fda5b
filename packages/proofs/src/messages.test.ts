import { generateKeyPairSync } from 'node:crypto'
import type { JsonObject, Problem } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import { addProof, verifyDataIntegrityProof } from './data-integrity/index.js'
import {
  type DidResolver,
  didResolver,
  fetchJsonFrom,
  type ResolvedVerificationMethod,
  remoteDocumentsFrom,
  resolveHeaderKey,
  resolveVerificationMethod,
  type VerificationRelationship,
} from './dids/index.js'
import { encodeBase58Multibase, encodeMultikey, keyPairFromJwk, privateJwkFrom, signerFromJwk } from './keys/index.js'
import { encodeBase64url } from './platform/base64url.js'
import { parseStatusEntry, readBitstring, readRevocationList, readStatus } from './status/index.js'
import { claimProblems, parseVcJwt, verifyVcJwtSignature } from './vc-jwt/index.js'

// What no message may hold: private keys, what stands in queries and before hosts, addresses and ids of persons.

const encode = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)))
const privateJwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JsonObject
const didJwk = `did:jwk:${encode(privateJwk)}`
const privateMultikey = encodeBase58Multibase(Uint8Array.of(0x80, 0x26, ...new Uint8Array(32).fill(9)))
const secrets = ['canary', encode(privateJwk).slice(20, 60), String(privateJwk['d']), privateMultikey]

const publicKey = encodeMultikey('EdDSA', new Uint8Array(32).fill(1))
if (publicKey === undefined) throw new Error('no key')
const didKey = `did:key:${publicKey.publicKeyMultibase}`

let told = 0
function expectDiscreet(problems: readonly (Problem | undefined)[], what: string): void {
  for (const { detail, title } of problems.filter((found) => found !== undefined)) {
    told += 1
    const shown = `${title} ${detail}`.toLowerCase()
    expect(
      secrets.filter((secret) => shown.includes(secret.toLowerCase())),
      `${what}: ${detail}`,
    ).toEqual([])
  }
}
const problemsOf = (resolved: ResolvedVerificationMethod): (Problem | undefined)[] => [
  resolved.ok ? resolved.unobtainable : resolved.problem,
]

/** Ids that nobody may read in a message, whoever has them. */
const secretIds = [
  didJwk,
  `did:key:${privateMultikey}`,
  'did:Jane Canary',
  'did:example:1?token=canary',
  'mailto:jane.canary@uni.example',
  'urn:student:jane-canary',
  'Jane Canary',
  'http://uni.example/?canary',
  'https://uni.example/i?token=canary',
  'https://canary@uni.example/i',
  'https://canary:canary@uni.example/i',
]
/** Ids that are fine for an issuer, and not for the holder of a presentation. */
const personalIds = ['did:web:uni.example:students:canary', 'https://uni.example/students/canary', 'did:example:canary']
const usualIds = ['did:web:uni.example', 'https://uni.example/i', didKey]

const fragments = ['', '#key-1', '#jane.canary@uni.example', `#${privateMultikey}`, `#${String(privateJwk['d'])}`]

/** Everything at every URL: nothing, no JSON, another's document, and the issuer's own with keys that may not be used. */
const worlds: Readonly<Record<string, (issuer: string, id: string) => object | string | undefined>> = {
  offline: () => undefined,
  'no JSON': () => 'canary',
  'JSON that is broken off': () => '{"canary',
  'a list': () => [],
  'an empty object': () => ({}),
  'another document': () => ({ id: 'https://other.example/?canary' }),
  'a key elsewhere': (issuer, id) => ({
    id: issuer,
    verificationMethod: [{ id, controller: 'mailto:canary@a.example' }],
  }),
  'a key that is none': (issuer, id) => ({ id: issuer, assertionMethod: [{ id, controller: issuer, type: 'canary' }] }),
  'a key by name': (issuer, id) => ({ id: issuer, assertionMethod: [id], authentication: [id] }),
  'keys that are revoked': (issuer, id) => listing(issuer, { id, controller: issuer, revoked: true }),
  'keys that are out of use': (issuer, id) => listing(issuer, { id, controller: issuer, exp: 1 }),
  'keys with a date that is none': (issuer, id) => listing(issuer, { id, controller: issuer, nbf: 'canary' }),
  'private keys': (issuer, id) => listing(issuer, { ...privateJwk, id, controller: issuer, secretKeyJwk: privateJwk }),
}
const listing = (issuer: string, key: JsonObject): JsonObject => ({
  id: issuer,
  verificationMethod: [key],
  assertionMethod: [key],
  authentication: [key],
  keys: [
    { ...key, kid: key['id'] },
    { ...key, kid: 'jane.canary@uni.example' },
    { ...key, ...privateJwk, kid: 'x' },
  ],
})

const hostileResolvers: readonly DidResolver[] = [
  { resolve: (did) => Promise.reject(new Error(did)) },
  {
    resolve: async (did) => ({
      didResolutionMetadata: { error: `notFound ${did}` },
      didDocument: null,
      didDocumentMetadata: {},
    }),
  },
  { resolve: async (did) => ({ didResolutionMetadata: {}, didDocument: { id: `${did}x` }, didDocumentMetadata: {} }) },
  {
    resolve: async (did) => ({
      didResolutionMetadata: {},
      didDocument: { id: did },
      didDocumentMetadata: { deactivated: true },
    }),
  },
]

async function resolveEverything(issuer: string, ids: readonly string[], relationship: VerificationRelationship) {
  for (const [name, answer] of Object.entries(worlds)) {
    for (const id of ids) {
      const what = `${name}, ${relationship}, ${id} of ${issuer}`
      const documents = new Proxy({} as Record<string, Uint8Array | object>, {
        getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
        get: () => {
          const found = answer(issuer, id)
          return typeof found === 'string' ? new TextEncoder().encode(found) : found
        },
      })
      const fetchJson = fetchJsonFrom({ documents, offline: true })
      for (const resolver of [didResolver({ fetchJson }), ...hostileResolvers]) {
        const options = { issuer, relationship, fetchJson, resolver }
        expectDiscreet(problemsOf(await resolveVerificationMethod(id, options)), what)
        for (const header of [
          { kid: id },
          { kid: 'jane.canary@uni.example' },
          { kid: '#jane.canary' },
          { kid: id, jwk: privateJwk },
        ]) {
          expectDiscreet(problemsOf(await resolveHeaderKey(header, options)), `${what} of a token`)
        }
        const { d: _, ...jwk } = privateJwk
        expectDiscreet(problemsOf(await resolveHeaderKey({ jwk }, options)), `${what}: the key in a token`)
      }
    }
  }
}

describe('no message shows a secret or a person', () => {
  const withFragments = (ids: readonly string[]): string[] => ids.flatMap((id) => fragments.map((each) => id + each))

  it.each([...secretIds, ...usualIds])('of issuer number %#', async (issuer) => {
    await resolveEverything(issuer, [...withFragments([issuer]), ...secretIds, ...usualIds], 'assertionMethod')
  })

  it.each([...secretIds, ...personalIds])('of holder number %#', async (holder) => {
    await resolveEverything(holder, [...withFragments([holder]), ...secretIds, ...personalIds], 'authentication')
  })

  it('of a document that is fetched', async () => {
    const url = 'https://uni.example/list?token=canary#canary'
    const urls = [
      url,
      url.replace('uni', 'canary:canary@uni'),
      'mailto:canary@uni.example',
      'Jane Canary',
      'data:,canary',
    ]
    const answers: readonly (typeof globalThis.fetch)[] = [
      async () => new Response('canary', { status: 404 }),
      async () => new Response('{"canary"', { headers: { 'content-type': 'canary' } }),
      async () => new Response('[]'),
      async () => new Response('x'.repeat(2_000_000)),
      async () => new Response(null, { status: 302, headers: { location: 'https://canary@other.example/?canary' } }),
      async () => new Response(null, { status: 302, headers: { location: 'mailto:canary@uni.example' } }),
      async () => new Response(null, { status: 302, headers: { location: 'https://[canary' } }),
      async () => Promise.reject(new Error('canary')),
      () => new Promise(() => {}),
    ]
    for (const fetch of answers) {
      for (const limits of [{ maxFetchTimeMs: 20 }, { maxRemoteDocuments: 0 }, { maxFetchTimeMs: 0 }]) {
        for (const each of urls) {
          const { fetchJson, fetchDocument } = remoteDocumentsFrom({ fetch, limits })
          for (const fetched of [await fetchJson(each), await fetchDocument(each)]) {
            if (!fetched.ok) expectDiscreet([fetched.problem], each)
          }
        }
      }
    }
    for (const each of urls) {
      const fetched = await fetchJsonFrom({ offline: true })(each)
      if (!fetched.ok) expectDiscreet([fetched.problem], each)
    }
  })

  it('of a status list', async () => {
    const listUrl = 'https://uni.example/status?token=canary'
    const entry = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '9',
      statusListCredential: listUrl,
    }
    for (const member of Object.keys(entry)) {
      for (const value of [{ canary: 1 }, ['mailto:canary'], 7]) {
        const parsed = parseStatusEntry({ ...entry, [member]: value }, '/credentialStatus')
        if (!parsed.ok && member !== 'type') expectDiscreet([parsed.problem], member)
      }
    }
    const parsed = parseStatusEntry(entry, '/credentialStatus')
    if (!parsed.ok || parsed.entry.kind === '1EdTechRevocationList') throw new Error('no entry')
    for (const id of ['https://uni.example/other?token=canary', 'mailto:canary@uni.example', 'Jane Canary']) {
      for (const bitLength of [8, 131_072]) {
        const list = {
          id,
          purposes: ['revocation'],
          ttlMs: undefined,
          bitLength,
          valueAt: () => (bitLength > 8 ? 0 : undefined),
        }
        const read = readStatus(list, parsed.entry)
        expectDiscreet(read.ok ? read.warnings : [read.problem], id)
      }
      const read = await readBitstring({ id, type: 'canary' }, parsed.entry)
      expectDiscreet(read.ok ? read.warnings : [read.problem], id)
      for (const list of [{ id }, { id, issuer: id }, { id, revokedCredential: [7, id] }, { canary: 1 }]) {
        const options = {
          credentialId: 'urn:student:canary',
          entry: { kind: '1EdTechRevocationList', pointer: '', listUrl },
        } as const
        const { refusals, doubts, warnings } = readRevocationList(list, options)
        expectDiscreet([...refusals, ...doubts, ...warnings], id)
      }
    }
  })

  it('of a token', async () => {
    const v2 = 'https://www.w3.org/ns/credentials/v2'
    const canary = 'mailto:jane.canary@uni.example'
    const document = {
      '@context': [v2],
      type: ['VerifiableCredential'],
      id: canary,
      issuer: canary,
      credentialSubject: { id: canary },
    }
    const presentation = { '@context': [v2], type: ['VerifiablePresentation'], holder: canary }
    const headers: JsonObject[] = [
      {},
      { alg: canary },
      { typ: canary },
      { kid: canary },
      { kid: [canary] },
      { jwk: canary },
      { jwk: privateJwk },
      { crit: [canary] },
      { cty: canary, [canary]: 1 },
    ]
    const claims: JsonObject[] = [
      {},
      { iss: 'canary' },
      { iss: [canary] },
      { sub: 'canary' },
      { jti: 'canary' },
      { nbf: canary },
      { exp: canary },
      { aud: canary },
      { vc: canary },
      { vp: { id: canary } },
    ]
    for (const header of headers) {
      for (const claim of claims) {
        for (const payload of [
          document,
          presentation,
          { vc: { ...document, '@context': ['https://www.w3.org/2018/credentials/v1'] } },
        ]) {
          const text = `${encode({ alg: 'EdDSA', ...header })}.${encode({ ...payload, ...claim })}.AAAA`
          for (const each of [text, `${text}.canary`, text.replace('.', '.canary'), `canary${text}`]) {
            const parsed = parseVcJwt(each)
            if (!parsed.ok) {
              expectDiscreet([parsed.problem], each)
              continue
            }
            const { errors, warnings } = claimProblems(parsed.token)
            const unsigned = await verifyVcJwtSignature(parsed.token, { publicKey: publicKey as never })
            expectDiscreet([...errors, ...warnings, ...parsed.token.warnings, ...unsigned], each)
          }
        }
      }
    }
  })

  it('of a proof and its document', async () => {
    const jwk = await privateJwkFrom(new Uint8Array(32).fill(1))
    const [signer, { publicKey: own }] = [await signerFromJwk(jwk), await keyPairFromJwk(jwk)]
    const contexts = contextSource()
    const created = new Date('2026-06-01T12:00:00Z')
    const canary = 'mailto:jane.canary@uni.example'
    for (const cryptosuite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022']) {
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: 'https://uni.example/i',
        credentialSubject: { id: 'urn:a:b' },
      }
      const signed = await addProof(credential, { signer, contexts, created, cryptosuite, challenge: 'a', domain: 'b' })
      const proof = signed.proof as unknown as JsonObject
      const proofs = [...Object.keys(proof), 'id', 'expires', 'previousProof', 'nonce', '@context'].flatMap((member) =>
        [canary, [canary], { id: canary }, 'Jane Canary', didJwk, null].map((value) => ({ ...proof, [member]: value })),
      )
      const changes: JsonObject[] = [
        { id: 'Jane Canary' },
        { issuer: 'Jane Canary' },
        { issuer: didJwk },
        { name: { '@value': 'Jane Canary', '@language': 'Jane Canary' } },
        { '@context': canary },
        { '@context': [...credential['@context'], 'https://uni.example/c?token=canary'] },
        { '@context': 'Jane Canary' },
        { type: ['VerifiableCredential', 'Jane Canary'] },
        { [canary]: 'Canary' },
        { name: { '@value': null, '@language': 'Canary' } },
        { credentialSubject: 'Jane Canary' },
        { credentialSubject: { id: canary, name: 1e-7, description: [['Canary']] } },
      ]
      const documents = [
        ...proofs.map((each) => ({ ...signed, proof: each })),
        ...changes.map((change) => ({ ...signed, ...change })),
      ]
      for (const each of documents) {
        const options = { publicKey: own, contexts, challenge: 'x', domain: 'y' }
        const problems = await verifyDataIntegrityProof(each as never, options)
        expectDiscreet(problems, JSON.stringify(each))
      }
    }
  })

  it('because messages were looked at', () => {
    expect(told).toBeGreaterThan(10_000)
  })
})
