import { describe, expect, it } from 'vitest'
import { encodeMultikey } from '../keys/multikey.js'
import { fetchJsonFrom } from '../remote-documents/remote-documents.js'
import type { DidResolver, VerificationRelationship } from './interface.js'
import { resolveHeaderKey } from './resolve-header-key.js'
import { resolveVerificationMethod } from './resolve-verification-method.js'

const issuer = 'did:example:1'
const id = `${issuer}#key-1`
const { publicKeyMultibase } = encodeMultikey('EdDSA', new Uint8Array(32).fill(1)) ?? {}
const method = { id, type: 'Multikey', controller: issuer, publicKeyMultibase }

const optionsFor = (result: unknown, relationship: VerificationRelationship = 'assertionMethod') => {
  const resolver = { resolve: async () => result } as DidResolver
  return { issuer, resolver, fetchJson: fetchJsonFrom({ offline: true }), relationship }
}

describe('what a resolver of the caller’s returns', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'did:example:1'],
    ['a list', []],
    ['an empty object', {}],
    ['no metadata', { didDocument: { id: issuer, assertionMethod: [method] } }],
    ['metadata that is null', { didResolutionMetadata: null, didDocument: { id: issuer, assertionMethod: [method] } }],
    ['no document', { didResolutionMetadata: {} }],
    ['a document that is null', { didResolutionMetadata: {}, didDocument: null, didDocumentMetadata: null }],
    ['a document that is a text', { didResolutionMetadata: {}, didDocument: 'x' }],
    ['a document that is a list', { didResolutionMetadata: {}, didDocument: [] }],
    ['an error that is no text', { didResolutionMetadata: { error: {} }, didDocument: null }],
    ['an error beside a document', { didResolutionMetadata: { error: null }, didDocument: { id: issuer } }],
    ['a problem that is none', { didResolutionMetadata: { error: 'notFound', problem: 'x' }, didDocument: null }],
    ['half a problem', { didResolutionMetadata: { error: 'notFound', problem: { code: 'x' } }, didDocument: null }],
  ])('may be %s: the key is not to be had', async (_what, result) => {
    const unobtainable = { ok: false, reason: 'unobtainable', problem: { code: 'key-unobtainable' } }
    expect(await resolveVerificationMethod(id, optionsFor(result))).toMatchObject(unobtainable)
    expect(await resolveHeaderKey({ kid: 'key-1' }, optionsFor(result))).toMatchObject(unobtainable)
  })

  it.each<[string, object, string]>([
    ['no members', {}, 'key-not-issuers'],
    ['members of null', { id: issuer, verificationMethod: null, assertionMethod: null }, 'key-not-issuers'],
    ['entries of all sorts', { id: issuer, assertionMethod: [null, 5, [], {}, { id: 7 }] }, 'key-not-issuers'],
    ['a key of null', { id: issuer, assertionMethod: [{ ...method, publicKeyMultibase: null }] }, 'key-malformed'],
  ])('may be a document with %s', async (_what, didDocument, code) => {
    const options = optionsFor({ didResolutionMetadata: {}, didDocument })
    expect(await resolveVerificationMethod(id, options)).toMatchObject({ reason: 'refused', problem: { code } })
  })

  it('needs no metadata of the document', async () => {
    const result = { didResolutionMetadata: {}, didDocument: { id: issuer, assertionMethod: [method] } }
    expect(await resolveVerificationMethod(id, optionsFor(result))).toMatchObject({ ok: true })
  })

  it('is repeated only where it is a plain code', async () => {
    const detailOf = async (error: string, relationship?: VerificationRelationship): Promise<string> => {
      const options = optionsFor({ didResolutionMetadata: { error }, didDocument: null }, relationship)
      const resolved = await resolveVerificationMethod(id, options)
      return resolved.ok ? '' : resolved.problem.detail
    }
    expect(await detailOf('notFound')).toBe('The DID document of did:example:1 was not obtained (notFound).')
    expect(await detailOf('Jane Roe was not found')).toBe(
      'The DID document of did:example:1 was not obtained (no document).',
    )
    expect(await detailOf('notFound', 'authentication')).toBe('The DID document of the holder was not obtained.')
  })
})
