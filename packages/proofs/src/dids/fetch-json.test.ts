import { describe, expect, it } from 'vitest'
import { fetchJsonFrom } from './fetch-json.js'

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
