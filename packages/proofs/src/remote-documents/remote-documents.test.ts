import { describe, expect, it } from 'vitest'
import { remoteDocumentCache } from './remote-document-cache.js'
import { fetchJsonFrom, remoteDocumentsFrom } from './remote-documents.js'

const url = 'https://uni.example/a.json'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A transport that answers with JSON and counts. */
function answering(text = '{"from":"network"}'): { fetch: typeof globalThis.fetch; urls: string[] } {
  const urls: string[] = []
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    urls.push(String(input))
    return new Response(text, { headers: { 'content-type': 'application/json' } })
  }
  return { fetch: fetch as typeof globalThis.fetch, urls }
}

describe('fetchJsonFrom', () => {
  it.each([
    ['parsed', { from: 'map' }],
    ['as bytes', bytes('{"from":"map"}')],
  ])('takes documents %s before the network', async (_how, document) => {
    const { fetch, urls } = answering()
    const result = await fetchJsonFrom({ documents: { [url]: document }, fetch })(url)
    expect(result).toEqual({ ok: true, document: { from: 'map' }, url })
    expect(urls).toEqual([])
  })

  it('fetches what is not there, once', async () => {
    const { fetch, urls } = answering()
    const fetchJson = fetchJsonFrom({ fetch })
    const results = await Promise.all([fetchJson(url), fetchJson(url)])
    expect(results[0]).toMatchObject({ ok: true, document: { from: 'network' } })
    expect(results[1]).toBe(results[0])
    expect(urls).toHaveLength(1)
  })

  it('never uses the network offline', async () => {
    const { fetch, urls } = answering()
    const result = await fetchJsonFrom({ fetch, offline: true })(url)
    expect(result).toMatchObject({ ok: false, problem: { code: 'remote-document-unavailable' } })
    expect(urls).toEqual([])
  })

  it('has nothing under the names that every object has', async () => {
    const result = await fetchJsonFrom({ documents: {}, offline: true })('constructor')
    expect(result.ok).toBe(false)
  })

  it.each([
    ['an array', bytes('[]')],
    ['an array, parsed', []],
    ['null', bytes('null')],
    ['text', bytes('"text"')],
    ['no JSON', bytes('<html>')],
    ['nothing', bytes('')],
    ['a member given twice', bytes('{"id":1,"id":2}')],
    ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
  ])('refuses %s', async (_what, document) => {
    const result = await fetchJsonFrom({ documents: { [url]: document } })(url)
    expect(result).toMatchObject({ ok: false, problem: { code: 'remote-document-malformed' } })
  })

  it.each(['http://uni.example/a.json', 'https://127.0.0.1/a.json', 'https://localhost/a.json', 'file:///etc/passwd'])(
    'leaves %s to the guarded fetch, which refuses',
    async (target) => {
      const { fetch, urls } = answering()
      expect(await fetchJsonFrom({ fetch })(target)).toMatchObject({ ok: false, problem: { code: 'fetch-refused' } })
      expect(urls).toEqual([])
    },
  )

  it('stops at its limits, in all and per host; supplied documents are free', async () => {
    const { fetch, urls } = answering()
    const documents = { [url]: { from: 'map' } }
    const fetchJson = fetchJsonFrom({
      fetch,
      documents,
      limits: { maxRemoteDocuments: 3, maxRemoteDocumentsPerHost: 2 },
    })
    const codes: string[] = []
    for (const target of ['a.example/1', 'a.example/2', 'a.example/3', 'b.example/1', 'c.example/1']) {
      const result = await fetchJson(`https://${target}`)
      codes.push(result.ok ? 'ok' : result.problem.code)
    }
    expect(codes).toEqual(['ok', 'ok', 'remote-document-limit', 'ok', 'remote-document-limit'])
    expect(urls).toHaveLength(3)
    expect((await fetchJson(url)).ok).toBe(true)
  })

  it('is over when its time is, however many documents share it', async () => {
    const urls: string[] = []
    // Answers at once for the first document, and never for any other.
    const fetch = ((target: string | URL, init: RequestInit) => {
      urls.push(String(target))
      if (urls.length === 1) return Promise.resolve(new Response('{}'))
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    }) as typeof globalThis.fetch
    const fetchJson = fetchJsonFrom({ fetch, documents: { [url]: {} }, limits: { maxFetchTimeMs: 50 } })
    expect((await fetchJson('https://a.example/1')).ok).toBe(true)
    const over = { ok: false, problem: { code: 'remote-document-limit' } }
    expect(await fetchJson('https://a.example/2')).toMatchObject(over)
    expect(await fetchJson('https://b.example/3')).toMatchObject(over)
    expect(urls).toEqual(['https://a.example/1', 'https://a.example/2'])
    expect((await fetchJson(url)).ok).toBe(true)
  })

  it.each([Number.POSITIVE_INFINITY, 2 ** 31])('takes a time of %d ms for a long one', async (maxFetchTimeMs) => {
    const fetchJson = fetchJsonFrom({ fetch: answering().fetch, limits: { maxFetchTimeMs } })
    expect((await fetchJson(url)).ok).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await fetchJson(`${url}?2`)).ok).toBe(true)
  })

  it('ends with its signal', async () => {
    const controller = new AbortController()
    controller.abort()
    const fetch = ((_url: string, init: RequestInit) => {
      init.signal?.throwIfAborted()
      return Promise.resolve(new Response('{}'))
    }) as typeof globalThis.fetch
    const result = await fetchJsonFrom({ fetch, signal: controller.signal })(url)
    expect(result).toMatchObject({ ok: false, problem: { code: 'fetch-failed' } })
  })
})

describe('fetchDocument', () => {
  const token = bytes('eyJ.eyJ.x')

  it('returns bytes of any kind, with their media type and where they came from', async () => {
    const asked: (string | null)[] = []
    const fetch = (async (_url: string, init: RequestInit) => {
      asked.push(new Headers(init.headers).get('accept'))
      return new Response(token.slice(), { headers: { 'content-type': 'application/vc+jwt; charset=utf-8' } })
    }) as typeof globalThis.fetch
    const { fetchDocument } = remoteDocumentsFrom({ fetch })
    const fetched = await fetchDocument(url, { accept: 'application/vc+jwt' })
    expect(fetched).toEqual({ ok: true, content: token, mediaType: 'application/vc+jwt', url })
    await fetchDocument(url)
    expect(asked).toEqual(['application/vc+jwt', 'application/json'])
  })

  it.each<[string, Uint8Array | object]>([
    ['as bytes', token],
    ['parsed', { id: url }],
  ])('hands out what the caller supplied %s, whatever its size', async (_how, content) => {
    const { fetchDocument } = remoteDocumentsFrom({ documents: { [url]: content }, offline: true })
    expect(await fetchDocument(url, { maxBytes: 1 })).toEqual({ ok: true, content, mediaType: '', url })
  })

  it('keeps the limit of its caller, whatever others asked for before', async () => {
    const { fetch, urls } = answering('x'.repeat(100))
    const { fetchDocument } = remoteDocumentsFrom({ fetch })
    expect(await fetchDocument(url, { maxBytes: 99 })).toMatchObject({ problem: { code: 'fetch-too-large' } })
    expect(await fetchDocument(url, { maxBytes: 100 })).toMatchObject({ ok: true })
    expect(await fetchDocument(url, { maxBytes: 99 })).toMatchObject({ problem: { code: 'fetch-too-large' } })
    expect(urls).toHaveLength(2)
    const { fetch: large } = answering(`"${'x'.repeat(1024 * 1024)}"`)
    expect(await remoteDocumentsFrom({ fetch: large }).fetchDocument(url)).toMatchObject({ ok: false })
  })

  it('draws on one budget with fetchJson', async () => {
    const { fetch } = answering()
    const { fetchJson, fetchDocument } = remoteDocumentsFrom({ fetch, limits: { maxRemoteDocuments: 1 } })
    expect(await fetchDocument(url)).toMatchObject({ ok: true })
    expect(await fetchJson(`${url}?2`)).toMatchObject({ problem: { code: 'remote-document-limit' } })
  })

  it('never uses the network offline', async () => {
    const { fetch, urls } = answering()
    const { fetchDocument } = remoteDocumentsFrom({ fetch, offline: true })
    expect(await fetchDocument(url)).toMatchObject({ problem: { code: 'remote-document-unavailable' } })
    expect(urls).toEqual([])
  })
})

describe('a cache', () => {
  it('serves later verifications, but not those that are offline', async () => {
    const { fetch, urls } = answering()
    const cache = remoteDocumentCache()
    const document = { from: 'network' }
    expect(await fetchJsonFrom({ fetch, cache })(url)).toMatchObject({ ok: true, document })
    expect(await fetchJsonFrom({ fetch, cache })(url)).toEqual({ ok: true, document, url })
    expect(await fetchJsonFrom({ fetch, cache, offline: true })(url)).toMatchObject({ ok: false })
    expect(urls).toHaveLength(1)
  })

  it('never holds what a caller supplied', async () => {
    const { fetch, urls } = answering()
    const cache = remoteDocumentCache()
    await fetchJsonFrom({ fetch, cache, documents: { [url]: { from: 'map' } } })(url)
    expect(await fetchJsonFrom({ fetch, cache })(url)).toMatchObject({ document: { from: 'network' } })
    expect(urls).toHaveLength(1)
  })

  it('does not stretch a budget', async () => {
    const { fetch } = answering()
    const cache = remoteDocumentCache()
    await fetchJsonFrom({ fetch, cache })(url)
    const fetchJson = fetchJsonFrom({ fetch, cache, limits: { maxRemoteDocuments: 0 } })
    expect(await fetchJson(url)).toMatchObject({ problem: { code: 'remote-document-limit' } })
  })

  it('counts in the time of a verification, so that what it happens to hold decides nothing', async () => {
    const { fetch } = answering()
    const cache = remoteDocumentCache()
    const later = 'https://uni.example/later.json'
    for (const each of [url, later]) await fetchJsonFrom({ fetch, cache })(each)
    const fetchJson = fetchJsonFrom({ fetch, cache, limits: { maxFetchTimeMs: 20 } })
    expect(await fetchJson(url)).toMatchObject({ ok: true })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await fetchJson(later)).toMatchObject({ problem: { code: 'remote-document-limit' } })
  })

  it.each([null, {}, Promise.resolve(undefined)])('that keeps %j keeps nothing', async (nothing) => {
    const { fetch } = answering()
    const cache = { ...remoteDocumentCache(), kept: () => nothing as never }
    expect(await fetchJsonFrom({ fetch, cache })(url)).toMatchObject({ ok: true })
  })

  it('of a caller that only fetches is asked all the same, and one that keeps is not asked after the call was cancelled', async () => {
    const { fetch, urls } = answering()
    const { getOrFetch, clear, kept } = remoteDocumentCache()
    expect(await fetchJsonFrom({ fetch, cache: { getOrFetch, clear } })(url)).toMatchObject({ ok: true })
    expect(await fetchJsonFrom({ fetch, cache: { getOrFetch, clear } })(url)).toMatchObject({ ok: true })
    expect(urls).toHaveLength(1)
    const signal = AbortSignal.abort()
    expect(await fetchJsonFrom({ fetch, cache: { getOrFetch, clear, kept }, signal })(url)).toMatchObject({
      problem: { code: 'fetch-failed' },
    })
  })

  it('does not keep a verification waiting beyond its time, nor after it was cancelled', async () => {
    const never = (() => new Promise(() => {})) as typeof globalThis.fetch
    const options = { fetch: never, cache: remoteDocumentCache() }
    const late = fetchJsonFrom({ ...options, limits: { maxFetchTimeMs: 30 } })(url)
    expect(await late).toMatchObject({ problem: { code: 'remote-document-limit' } })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 10)
    const cancelled = await fetchJsonFrom({ ...options, signal: controller.signal })(url)
    expect(cancelled).toMatchObject({ problem: { code: 'fetch-failed', detail: 'The call was cancelled.' } })
  })
})
