import type { JsonObject } from '@testamur/documents'
import { didKeyDocument, didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'
import {
  decodeBase58Multibase,
  decodeMultikey,
  encodeBase58Multibase,
  jwkFromPublicKey,
  keyPairFromJwk,
  type PrivateJwk,
  privateJwkFrom,
  publicKeyFromJwk,
  publicKeyFromMultikey,
} from '@testamur/proofs/keys'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface Vector {
  readonly seed?: string
  readonly verificationKeyPair?: { readonly publicKeyBase58?: string }
  readonly verificationMethod?: {
    readonly publicKeyJwk?: JsonObject
    readonly privateKeyJwk?: PrivateJwk
    readonly publicKeyBase58?: string
    readonly privateKeyBase58?: string
  }
  readonly didDocument: JsonObject
}

const relationships = ['authentication', 'assertionMethod', 'capabilityInvocation', 'capabilityDelegation']
const read = (file: string): [string, Vector][] =>
  Object.entries(readReferenceJson<Record<string, Vector>>('vectors', 'did-key', file))

describeWithReference('did:key vectors of the W3C Credentials Community Group', () => {
  describe('Ed25519', () => {
    const vectors = read('ed25519-x25519.json').filter(([did]) => did.startsWith('did:key:z6Mk'))

    it('has three', () => {
      expect(vectors).toHaveLength(3)
    })

    it.each(vectors)('%s holds the same key bytes', (did, { verificationKeyPair }) => {
      const decoded = decodeMultikey(did.slice('did:key:'.length))
      expect(decoded?.algorithm).toBe('EdDSA')
      expect(decodeBase58Multibase(`z${verificationKeyPair?.publicKeyBase58}`)).toEqual(decoded?.bytes)
    })

    it.each(vectors.filter(([, { seed }]) => seed !== undefined))('%s comes from its seed', async (did, { seed }) => {
      const jwk = await privateJwkFrom(new Uint8Array(Buffer.from(seed ?? '', 'hex')))
      const publicKey = publicKeyFromMultikey(did.slice('did:key:'.length))
      expect(publicKey && jwkFromPublicKey(publicKey)?.x).toBe(jwk.x)
    })

    it.each(vectors)('%s has the same relationships', (did, { didDocument }) => {
      const document = didKeyDocument(did)
      expect(document?.id).toBe(didDocument.id)
      for (const relationship of relationships) expect(document?.[relationship]).toEqual(didDocument[relationship])
    })

    it.each(vectors)('%s is confirmed as its own issuer', async (did) => {
      const fetchJson = fetchJsonFrom({ offline: true })
      const resolver = didResolver({ fetchJson })
      const resolved = await resolveVerificationMethod(did, { issuer: did, resolver, fetchJson })
      expect(resolved).toMatchObject({ ok: true, confirmation: 'issuer' })
    })
  })

  describe('NIST curves', () => {
    const vectors = read('nist-curves.json')
    const curves = { 'P-256': 'ES256', 'P-384': 'ES384' } as const
    const readable = vectors.filter(([did]) => didKeyDocument(did) !== undefined)
    const multikeyOf = (did: string): string => did.slice('did:key:'.length)

    it('are P-256 and P-384 as far as they are read, P-521 is refused', () => {
      const refused = vectors.filter((vector) => !readable.includes(vector))
      expect(readable).toHaveLength(3)
      expect(refused.map(([, { verificationMethod }]) => verificationMethod?.publicKeyJwk?.crv)).toEqual(['P-521'])
      for (const [, { verificationMethod }] of refused) {
        expect(publicKeyFromJwk(verificationMethod?.publicKeyJwk ?? {})).toBeUndefined()
      }
    })

    it.each(readable)('%s holds the same point', (did, { verificationMethod }) => {
      const { publicKeyJwk, publicKeyBase58 } = verificationMethod ?? {}
      const publicKey = publicKeyFromMultikey(multikeyOf(did))
      expect(publicKey?.algorithm).toBe(curves[(publicKeyJwk?.crv ?? 'P-256') as keyof typeof curves])
      if (publicKeyJwk === undefined) {
        expect(decodeMultikey(multikeyOf(did))?.bytes).toEqual(decodeBase58Multibase(`z${publicKeyBase58}`))
      } else {
        expect(publicKeyFromJwk(publicKeyJwk)).toEqual(publicKey)
        expect(publicKey && jwkFromPublicKey(publicKey)).toEqual(publicKeyJwk)
      }
    })

    it.each(readable)('%s belongs to its private key', async (did, { verificationMethod }) => {
      const { privateKeyJwk, privateKeyBase58 } = verificationMethod ?? {}
      const scalar = decodeBase58Multibase(`z${privateKeyBase58}`) ?? new Uint8Array()
      const jwk = privateKeyJwk ?? (await privateJwkFrom(scalar, { algorithm: 'ES256' }))
      expect((await keyPairFromJwk(jwk)).publicKey.publicKeyMultibase).toBe(multikeyOf(did))
    })

    it.each(readable)('%s has the same relationships', (did, { didDocument }) => {
      const document = didKeyDocument(did)
      for (const relationship of relationships) expect(document?.[relationship]).toEqual(didDocument[relationship])
    })
  })

  describe('BLS12-381', () => {
    const inG2 = read('bls12381.json').filter(([did]) => did.startsWith('did:key:zUC7'))

    it('has three keys in G2, for BBS', () => {
      expect(inG2).toHaveLength(3)
    })

    it.each(inG2)('%s is confirmed as its own issuer', async (did) => {
      const fetchJson = fetchJsonFrom({ offline: true })
      const resolved = await resolveVerificationMethod(did, {
        issuer: did,
        resolver: didResolver({ fetchJson }),
        fetchJson,
      })
      expect(resolved).toMatchObject({ ok: true, confirmation: 'issuer', publicKey: { algorithm: 'BBS' } })
    })
  })

  describe('other keys', () => {
    it.each([
      ...read('bls12381.json').filter(([did]) => !did.startsWith('did:key:zUC7')),
      ...read('ed25519-x25519.json').filter(([did]) => did.startsWith('did:key:z6LS')),
    ])('%s is refused: it cannot sign what is supported', (did) => {
      expect(didKeyDocument(did)).toBeUndefined()
    })
  })

  it('has no vector whose text is not the one text of its bytes', () => {
    const dids = ['bls12381.json', 'ed25519-x25519.json', 'nist-curves.json'].flatMap(read).map(([did]) => did)
    for (const did of dids) {
      const bytes = decodeBase58Multibase(did.slice('did:key:'.length))
      if (bytes !== undefined) expect(`did:key:${encodeBase58Multibase(bytes)}`).toBe(did)
    }
  })
})
