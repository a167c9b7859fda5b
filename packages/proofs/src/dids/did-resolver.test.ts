import { describe, expect, it } from 'vitest'
import type { FetchJson } from '../remote-documents/interface.js'
import { didResolver } from './did-resolver.js'
import type { DidResolver } from './interface.js'

const fetchJson: FetchJson = async (url) => ({ ok: true, document: { id: 'did:web:uni.example', url } })

describe('didResolver', () => {
  it('routes by method', async () => {
    const resolver = didResolver({ fetchJson })
    const key = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp'
    expect((await resolver.resolve(key)).didDocument).toMatchObject({ id: key })
    expect((await resolver.resolve('did:web:uni.example')).didDocument).toMatchObject({ id: 'did:web:uni.example' })
    const jwk = `did:jwk:${Buffer.from(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })).toString('base64url')}`
    expect((await resolver.resolve(jwk)).didDocument).toMatchObject({ id: jwk })
  })

  it('asks the fallback for methods it does not know, and only for those', async () => {
    const asked: string[] = []
    const fallback: DidResolver = {
      async resolve(did) {
        asked.push(did)
        return { didResolutionMetadata: {}, didDocument: { id: did }, didDocumentMetadata: {} }
      },
    }
    const resolver = didResolver({ fetchJson, fallback })
    await resolver.resolve('did:web:uni.example')
    expect((await resolver.resolve('did:example:123')).didDocument).toEqual({ id: 'did:example:123' })
    expect(asked).toEqual(['did:example:123'])
  })

  it.each([
    ['did:example:123', 'methodNotSupported'],
    ['did:constructor:123', 'methodNotSupported'],
    ['did:web:uni.example#key-1', 'invalidDid'],
    ['https://uni.example', 'invalidDid'],
    ['', 'invalidDid'],
  ])('returns an error for %j', async (did, error) => {
    const { didResolutionMetadata, didDocument } = await didResolver({ fetchJson }).resolve(did)
    expect({ error: didResolutionMetadata.error, didDocument }).toEqual({ error, didDocument: null })
  })
})
