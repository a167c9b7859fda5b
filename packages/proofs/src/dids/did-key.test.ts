import { describe, expect, it } from 'vitest'
import { didKeyDocument, didKeyResolver } from './did-key.js'

const multikey = 'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp'
const did = `did:key:${multikey}`

describe('didKeyDocument', () => {
  it('lists the key for all but key agreement', () => {
    const id = `${did}#${multikey}`
    expect(didKeyDocument(did)).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
      authentication: [id],
      assertionMethod: [id],
      capabilityDelegation: [id],
      capabilityInvocation: [id],
    })
  })

  it.each([
    'did:key:',
    `did:key:${multikey}#${multikey}`,
    `did:key:${multikey}x`,
    `did:web:${multikey}`,
    `did:key:z6LShs9GGnqk85isEBzzshkuVWrVKsRp24GnDuHk8QWkARMW`,
    `DID:key:${multikey}`,
    multikey,
    '',
  ])('refuses %j', async (text) => {
    expect(didKeyDocument(text)).toBeUndefined()
    const { didResolutionMetadata, didDocument } = await didKeyResolver.resolve(text)
    expect({ ...didResolutionMetadata, didDocument }).toMatchObject({ error: 'invalidDid', didDocument: null })
  })
})
