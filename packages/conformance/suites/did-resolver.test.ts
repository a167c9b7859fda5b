import type { JsonObject } from '@testamur/documents'
import { type DidResolver, didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'
import { type DIDDocument, type DIDResolutionResult, Resolver, type ResolverRegistry } from 'did-resolver'
import { describe, expect, expectTypeOf, it } from 'vitest'

const issuer = 'did:example:uni'
const id = `${issuer}#key-1`
const publicKeyMultibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const didDocument: DIDDocument = {
  id: issuer,
  verificationMethod: [{ id, type: 'Multikey', controller: issuer, publicKeyMultibase }],
  assertionMethod: [id],
}
const resolved: DIDResolutionResult = { didResolutionMetadata: {}, didDocument, didDocumentMetadata: {} }
const fetchJson = fetchJsonFrom({ offline: true })

async function verdict(did: string, resolver: DidResolver): Promise<string> {
  const method = await resolveVerificationMethod(`${did}#key-1`, { issuer: did, resolver, fetchJson })
  return method.ok ? method.confirmation : `${method.reason} ${method.problem.code}`
}

describe('the Resolver of the package did-resolver', () => {
  it('is a DidResolver, by its types', () => {
    expectTypeOf<Resolver>().toExtend<DidResolver>()
    expectTypeOf<DIDResolutionResult>().toExtend<Awaited<ReturnType<DidResolver['resolve']>>>()
  })

  it('resolves the DIDs of issuers, alone or behind our own methods', async () => {
    const resolver = new Resolver({ example: async () => resolved }, { cache: true })
    expect(await verdict(issuer, resolver)).toBe('issuer')
    expect(await verdict(issuer, didResolver({ fetchJson, fallback: resolver }))).toBe('issuer')
    const { didDocument: own } = await didResolver({ fetchJson, fallback: resolver }).resolve(
      `did:key:${publicKeyMultibase}`,
    )
    expect(own).toMatchObject({ id: `did:key:${publicKeyMultibase}` })
  })

  it.each<[string, string, ResolverRegistry, string]>([
    ['a method it does not know', issuer, {}, 'unobtainable key-unobtainable'],
    ['what is no DID for it', 'did:example:', {}, 'refused verification-method-invalid'],
    [
      'what its method refuses',
      issuer,
      { example: Object.assign(async () => resolved, { parser: () => null }) },
      'refused verification-method-invalid',
    ],
    [
      'a DID that is not found',
      issuer,
      { example: async () => ({ ...resolved, didDocument: null, didResolutionMetadata: { error: 'notFound' } }) },
      'unobtainable key-unobtainable',
    ],
    [
      'a DID that is deactivated',
      issuer,
      { example: async () => ({ ...resolved, didDocumentMetadata: { deactivated: true } }) },
      'refused key-revoked',
    ],
    [
      'the document of another DID',
      issuer,
      { example: async () => ({ ...resolved, didDocument: { ...didDocument, id: 'did:example:other' } }) },
      'refused key-not-issuers',
    ],
    [
      'a method that fails',
      issuer,
      { example: () => Promise.reject(new Error('no network')) },
      'unobtainable key-unobtainable',
    ],
  ])('is understood about %s', async (_what, did, registry, expected) => {
    expect(await verdict(did, new Resolver(registry))).toBe(expected)
  })

  it('can be given our resolvers as its methods', async () => {
    const ours = didResolver({ fetchJson })
    const resolve = (did: string): Promise<DIDResolutionResult> => ours.resolve(did) as Promise<DIDResolutionResult>
    const resolver = new Resolver({ key: resolve, jwk: resolve, web: resolve })
    const did = `did:key:${publicKeyMultibase}`
    const found = await resolver.resolve(`${did}#${publicKeyMultibase}`)
    expect((found.didDocument as JsonObject | null)?.assertionMethod).toEqual([`${did}#${publicKeyMultibase}`])
    expect((await resolver.resolve('did:web:uni.example')).didResolutionMetadata.error).toBe('notFound')
    expect((await resolver.resolve('did:jwk:e30')).didResolutionMetadata.error).toBe('invalidDid')
  })
})
