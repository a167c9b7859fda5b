import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problem } from '../problems.js'
import type { FetchJson } from '../remote-documents/interface.js'
import { didWebResolver, didWebUrl } from './did-web.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

describe('didWebUrl', () => {
  it.each([
    ['did:web:w3c-ccg.example', 'https://w3c-ccg.example/.well-known/did.json'],
    ['did:web:w3c-ccg.example:user:alice', 'https://w3c-ccg.example/user/alice/did.json'],
    ['did:web:uni.example%3A3000:user:alice', 'https://uni.example:3000/user/alice/did.json'],
    ['did:web:uni.example%3a3000', 'https://uni.example:3000/.well-known/did.json'],
    ['did:web:localhost%3A8443', 'https://localhost:8443/.well-known/did.json'],
    ['did:web:UNI.example', 'https://uni.example/.well-known/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
    ['did:web:uni.example:a%20b', 'https://uni.example/a%20b/did.json'],
  ])('%s is at %s', (did, url) => {
    expect(didWebUrl(did)).toBe(url)
  })

  it.each([
    'did:web:',
    'did:web:uni.example:',
    'did:web::uni.example',
    'did:web:uni.example::alice',
    'did:web:uni.example/alice',
    'did:web:uni.example#key',
    'did:web:uni.example?a',
    'did:web:user@uni.example',
    'did:web:uni.example%40other.example',
    'did:web:uni.example%2Falice',
    'did:web:uni.example%5Calice',
    'did:web:uni.example%23',
    'did:web:uni.example:a%2Fb',
    'did:web:uni.example:a%2fb',
    'did:web:uni.example:a%5Cb',
    'did:web:uni.example:a%00b',
    'did:web:uni.example:..:secret',
    'did:web:uni.example:.:secret',
    'did:web:uni.example:%2e%2e:secret',
    'did:web:uni.example:%2E.:secret',
    'did:web:127.0.0.1',
    'did:web:2130706433',
    'did:web:0x7f000001',
    'did:web:%5B%3A%3A1%5D',
    'did:web:uni.example%3A',
    'did:web:uni.example%3A0',
    'did:web:uni.example%3A99999',
    'did:web:uni.example%3A80%3A81',
    'did:web:uni..example',
    'did:web:bücher.example',
    'did:key:uni.example',
    'did:web',
    '',
  ])('refuses %j', (did) => {
    expect(didWebUrl(did)).toBeUndefined()
  })

  it('never leaves the host that is named, nor the path', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aZ0.-_%:2fF5cCeE3A@/#?\\'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(part, (rest) => {
        const url = didWebUrl(`did:web:uni.example:${rest}`)
        if (url === undefined) return
        expect(new URL(url).host).toBe('uni.example')
        expect(new URL(url).pathname).toBe(`/${rest.replaceAll(':', '/')}/did.json`)
      }),
      { numRuns: numRuns * 10 },
    )
  })
})

describe('didWebResolver', () => {
  const did = 'did:web:uni.example'
  const resolve = async (fetchJson: FetchJson, of = did) => {
    const { didResolutionMetadata, didDocument } = await didWebResolver({ fetchJson }).resolve(of)
    return { error: didResolutionMetadata.error, didDocument }
  }

  it('returns the document of the DID', async () => {
    const document = { id: did }
    expect(await resolve(async () => ({ ok: true, document }))).toEqual({ error: undefined, didDocument: document })
  })

  it.each(['did:web:other.example', 'did:web:uni.example ', undefined])(
    'refuses a document with the id %j',
    async (id) => {
      const found = await resolve(async () => ({ ok: true, document: { id } }))
      expect(found).toEqual({ error: 'invalidDidDocument', didDocument: null })
    },
  )

  it('says what kept the document away', async () => {
    const { didResolutionMetadata } = await didWebResolver({ fetchJson: unavailable }).resolve(did)
    expect(didResolutionMetadata).toMatchObject({ error: 'notFound', problem: { code: 'key-unobtainable' } })
    expect(didResolutionMetadata.problem?.detail).toContain('Gone.')
  })

  it('does not follow a path to another origin, but a whole site', async () => {
    const withPath = `${did}:registrar`
    expect(await resolve(redirectedDocument(withPath), withPath)).toMatchObject({ error: 'notFound' })
    expect(await resolve(redirectedDocument(did))).toMatchObject({ error: undefined })
  })

  it('fetches nothing for what is no did:web', async () => {
    expect(await resolve(unreachable, 'did:web:127.0.0.1')).toEqual({ error: 'invalidDid', didDocument: null })
  })
})

const unavailable: FetchJson = async () => ({
  ok: false,
  problem: problem('remote-document-unavailable', '', 'Gone.'),
})

const unreachable: FetchJson = () => {
  throw new Error('fetched')
}

/** Answers from another origin than it was asked for. */
function redirectedDocument(id: string): FetchJson {
  return async () => ({ ok: true, document: { id }, url: 'https://www.uni.example/did.json' })
}
