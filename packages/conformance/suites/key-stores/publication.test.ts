// What is published of a key store, as others read it: did-resolver, jose and @digitalbazaar/vc.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { contextSource, type JsonObject } from '@testamur/documents'
import { type DidResolver, didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'
import { didDocumentFor, jwksFor, type LocalKeyStore } from '@testamur/proofs/key-stores'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { type DIDResolutionResult, Resolver } from 'did-resolver'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { issue } from 'testamur'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badge } from '../interop-records.js'

const past = { validFrom: '2020-01-01T00:00:00Z' }

/** A store with a key that is revoked, one that is retired and one in use, and a badge of each. */
interface Life {
  readonly store: LocalKeyStore
  readonly controller: string
  readonly names: readonly string[]
  readonly badges: readonly (string | object)[]
}

async function lifeOf(
  controller: string,
  format: 'data-integrity' | 'vc-jwt',
  algorithm: 'EdDSA' | 'ES256',
): Promise<Life> {
  const store = memoryKeyStore()
  const names: string[] = []
  const badges: (string | object)[] = []
  for (const number of [1, 2, 3]) {
    const last = names.at(-1)
    const { verificationMethod } =
      last === undefined ? await store.generate({ controller, algorithm }) : (await store.rotate(last)).current
    names.push(verificationMethod)
    const signer = await store.getSigner(verificationMethod)
    badges.push(await issue({ ...badge(controller, number), ...past }, { signer, format }))
  }
  await store.revoke(names[0] ?? '')
  return { store, controller, names, badges }
}

const expected = ['refused', 'good', 'good']
const outcome = (action: Promise<unknown>): Promise<string> =>
  action.then(
    () => 'good',
    () => 'refused',
  )

describe('a DID document', () => {
  const controller = 'did:web:registrar.example:issuers:1'

  it.each(['EdDSA', 'ES256'] as const)('is resolved by did-resolver and by ours: %s', async (algorithm) => {
    const { store, names } = await lifeOf(controller, 'data-integrity', algorithm)
    const didDocument = didDocumentFor(await store.list(), { controller })
    const documents = { 'https://registrar.example/issuers/1/did.json': didDocument }
    const fetchJson = fetchJsonFrom({ documents, offline: true })
    // A method of the usual kind: it reads the path out of the parsed DID, and fetches.
    const web = async (did: string, parsed: { id: string }): Promise<DIDResolutionResult> => {
      const fetched = await fetchJson(`https://${parsed.id.split(':').map(decodeURIComponent).join('/')}/did.json`)
      expect(fetched.ok && fetched.document.id).toBe(did)
      const document = (fetched.ok ? fetched.document : null) as DIDResolutionResult['didDocument']
      return { didResolutionMetadata: {}, didDocument: document, didDocumentMetadata: {} }
    }
    const resolvers: DidResolver[] = [new Resolver({ web }), didResolver({ fetchJson })]
    for (const resolver of resolvers) {
      expect((await resolver.resolve(controller)).didDocument).toEqual(didDocument)
      const found = names.map(async (name) => {
        const method = await resolveVerificationMethod(name, { issuer: controller, resolver, fetchJson })
        return method.ok ? method.confirmation : method.problem.code
      })
      expect(await Promise.all(found)).toEqual(['key-revoked', 'issuer', 'issuer'])
    }
  })

  it.each(['EdDSA', 'ES256'] as const)(
    'is enough for @digitalbazaar/vc, which refuses the revoked key: %s',
    async (algorithm) => {
      const { store, badges } = await lifeOf(controller, 'data-integrity', algorithm)
      const document = didDocumentFor(await store.list(), { controller })
      const methods = document.verificationMethod as { id: string }[]
      const contextOfKey = 'https://w3id.org/security/multikey/v1'
      const served = new Map<string, object>([
        [controller, document],
        ...methods.map((method) => [method.id, { '@context': contextOfKey, ...method }] as const),
      ])
      const contexts = contextSource()
      const documentLoader = async (
        url: string,
      ): Promise<{ contextUrl: null; documentUrl: string; document: object }> => {
        const found = served.get(url) ?? contexts(url)
        if (found === undefined) throw new Error(`the peer asked for ${url}`)
        return { contextUrl: null, documentUrl: url, document: found }
      }
      const suite = [eddsaRdfc2022, ecdsaRdfc2019].map((cryptosuite) => new DataIntegrityProof({ cryptosuite }))
      const outcomes = badges.map(async (credential) => {
        const { verified } = await vc.verifyCredential({ credential: credential as object, suite, documentLoader })
        return verified ? 'good' : 'refused'
      })
      expect(await Promise.all(outcomes)).toEqual(expected)
    },
  )
})

describe('a JWK Set', () => {
  const controller = 'https://registrar.example/issuer'
  let server: Server
  let url: URL
  let published: { keys: JsonObject[] } = { keys: [] }
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/jwk-set+json').end(JSON.stringify(published))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`)
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  it.each(['EdDSA', 'ES256'] as const)(
    'is fetched and used by jose, which has no revoked key in it: %s',
    async (algorithm) => {
      const { store, badges } = await lifeOf(controller, 'vc-jwt', algorithm)
      published = jwksFor(await store.list(), { controller })
      const keys = createRemoteJWKSet(url)
      const outcomes = badges.map((token) => outcome(jwtVerify(String(token), keys)))
      expect(await Promise.all(outcomes)).toEqual(expected)
    },
  )
})
