import type { GuardedFetchResult } from '@testamur/documents/fetch'
import { describe, expect, it } from 'vitest'
import { problem } from '../problems.js'
import type { RemoteDocumentCache } from './interface.js'
import { type RemoteDocumentCacheOptions, remoteDocumentCache } from './remote-document-cache.js'

const url = 'https://uni.example/a.json'
const never = new AbortController().signal

/** A cache with a clock that stands still until it is told to go on. */
function cacheAt(options: RemoteDocumentCacheOptions = {}) {
  let ms = 1_000_000
  const cache = remoteDocumentCache({ ...options, now: () => new Date(ms) })
  return { cache, wait: (forMs: number) => (ms += forMs) }
}

/** Asks for a document; `fetched` grows by every URL that had to be fetched for it. */
function reader(cache: RemoteDocumentCache, answer: Partial<GuardedFetchResult & { ok: true }> = {}) {
  const fetched: string[] = []
  const read = (target = url, request: { accept?: string; maxBytes?: number } = {}) =>
    cache.getOrFetch(
      { url: target, accept: 'application/json', maxBytes: 1000, ...request },
      async () => {
        fetched.push(target)
        return { ok: true, bytes: new Uint8Array(10), mediaType: '', url: target, freshForMs: undefined, ...answer }
      },
      never,
    )
  return { read, fetched }
}

describe('remoteDocumentCache', () => {
  it('keeps a document for the time that its maker allows', async () => {
    const { cache, wait } = cacheAt({ maxAgeMs: 1000 })
    const { read, fetched } = reader(cache)
    const first = await read()
    wait(999)
    expect(await read()).toEqual(first)
    expect(fetched).toHaveLength(1)
    wait(1)
    await read()
    expect(fetched).toHaveLength(2)
  })

  it('keeps a document for five minutes unless told otherwise', async () => {
    const { cache, wait } = cacheAt()
    const { read, fetched } = reader(cache)
    await read()
    wait(299_999)
    await read()
    wait(1)
    await read()
    expect(fetched).toHaveLength(2)
  })

  it.each([
    [500, 499, 1],
    [500, 500, 2],
    [5000, 999, 1],
    [5000, 1000, 2],
    [0, 0, 2],
  ])('heeds a server that allows %d ms: after %d ms it was fetched %d times', async (freshForMs, afterMs, times) => {
    const { cache, wait } = cacheAt({ maxAgeMs: 1000 })
    const { read, fetched } = reader(cache, { freshForMs })
    await read()
    wait(afterMs)
    await read()
    expect(fetched).toHaveLength(times)
  })

  it('counts the age from when the document was asked for', async () => {
    const { cache, wait } = cacheAt({ maxAgeMs: 1000 })
    const slow = async (): Promise<GuardedFetchResult> => {
      wait(600)
      return { ok: true, bytes: new Uint8Array(1), mediaType: '', url, freshForMs: undefined }
    }
    await cache.getOrFetch({ url, accept: 'application/json', maxBytes: 1000 }, slow, never)
    const { read, fetched } = reader(cache)
    wait(400)
    await read()
    expect(fetched).toHaveLength(1)
  })

  it('trusts no age when the clock was set back', async () => {
    const { cache, wait } = cacheAt()
    const { read, fetched } = reader(cache)
    await read()
    wait(-1)
    await read()
    expect(fetched).toHaveLength(2)
  })

  it('knows a document by its URL and by where it came from, without fragments', async () => {
    const { cache } = cacheAt()
    const { read, fetched } = reader(cache, { url: 'https://www.uni.example/b.json' })
    await read(`${url}#key-1`)
    for (const same of [url, `${url}#key-2`, 'https://UNI.example:443/a.json', 'https://www.uni.example/b.json']) {
      expect(await read(same)).toMatchObject({ url: 'https://www.uni.example/b.json' })
    }
    expect(fetched).toHaveLength(1)
    await read(`${url}?2`)
    expect(fetched).toHaveLength(2)
  })

  it('tells apart what was asked for as another media type', async () => {
    const { cache } = cacheAt()
    const { read, fetched } = reader(cache)
    await read(url)
    await read(url, { accept: 'application/vc+jwt' })
    expect(fetched).toHaveLength(2)
  })

  it('does not hand out more than is asked for', async () => {
    const { cache } = cacheAt()
    const { read, fetched } = reader(cache)
    await read(url, { maxBytes: 10 })
    await read(url, { maxBytes: 9 })
    await read(url, { maxBytes: 11 })
    expect(fetched).toHaveLength(2)
  })

  it('forgets what was not asked for the longest when there are too many', async () => {
    const { cache } = cacheAt({ maxEntries: 2 })
    const { read, fetched } = reader(cache)
    for (const path of ['1', '2', '1', '3', '1', '2']) await read(`https://uni.example/${path}`)
    expect(fetched.map((each) => each.slice(-1))).toEqual(['1', '2', '3', '2'])
  })

  it('forgets what was not asked for the longest when there is too much, and keeps nothing that is too large', async () => {
    const { cache } = cacheAt({ maxBytes: 20 })
    const { read, fetched } = reader(cache)
    for (const path of ['1', '2', '1', '3', '1', '2']) await read(`https://uni.example/${path}`)
    expect(fetched.map((each) => each.slice(-1))).toEqual(['1', '2', '3', '2'])
    const large = reader(cache, { bytes: new Uint8Array(21) })
    await large.read()
    await large.read()
    expect(large.fetched).toHaveLength(2)
    await read('https://uni.example/2')
    expect(fetched).toHaveLength(4)
  })

  it('keeps no failure', async () => {
    const { cache } = cacheAt()
    const failing = async (): Promise<GuardedFetchResult> => ({
      ok: false,
      problem: problem('remote-document-unavailable', '', 'Gone.'),
    })
    const request = { url, accept: 'application/json', maxBytes: 1000 }
    expect(await cache.getOrFetch(request, failing, never)).toMatchObject({ ok: false })
    const { read, fetched } = reader(cache)
    expect(await read()).toMatchObject({ ok: true })
    expect(fetched).toHaveLength(1)
  })

  it('forgets all when told to', async () => {
    const { cache } = cacheAt({ maxBytes: 10 })
    const { read, fetched } = reader(cache)
    await read()
    cache.clear()
    await read()
    await read()
    expect(fetched).toHaveLength(2)
  })

  it('says by the same object that it is the same document, as long as it is kept', async () => {
    const { cache, wait } = cacheAt({ maxAgeMs: 1000 })
    const { read } = reader(cache)
    const keptAs = async (target = url) => (await read(target)).keptAs
    const first = await keptAs()
    expect(first).toBeTypeOf('object')
    expect(await keptAs()).toBe(first)
    expect(await keptAs('https://uni.example/b.json')).not.toBe(first)
    wait(1000)
    expect(await keptAs()).not.toBe(first)
    const second = await keptAs()
    cache.clear()
    expect(await keptAs()).not.toBe(second)
  })

  it('hands out at once what it keeps, and nothing else', async () => {
    const { cache, wait } = cacheAt({ maxAgeMs: 1000 })
    const { read } = reader(cache)
    const request = { url, accept: 'application/json', maxBytes: 10 }
    expect(cache.kept?.(request)).toBeUndefined()
    const { keptAs } = await read()
    expect(cache.kept?.(request)).toMatchObject({ ok: true, bytes: new Uint8Array(10), url, keptAs })
    expect(cache.kept?.({ ...request, maxBytes: 9 })).toBeUndefined()
    expect(cache.kept?.({ ...request, accept: 'text/plain' })).toBeUndefined()
    wait(1000)
    expect(cache.kept?.(request)).toBeUndefined()
  })

  it('hands out copies', async () => {
    const { cache } = cacheAt()
    const { read } = reader(cache)
    for (let time = 0; time < 3; time += 1) {
      const result = await read()
      if (!result.ok) throw new Error('not fetched')
      expect(result.bytes).toEqual(new Uint8Array(10))
      result.bytes.fill(7)
    }
  })
})

describe('requests at the same time', () => {
  /** A fetch that answers when it is told to, or says that it was cancelled. */
  function pending() {
    const signals: AbortSignal[] = []
    const answers: (() => void)[] = []
    const fetch = (signal: AbortSignal): Promise<GuardedFetchResult> => {
      const cancelled = { ok: false, problem: problem('remote-document-unavailable', '', 'Cancelled.') } as const
      if (signal.aborted) return Promise.resolve(cancelled)
      signals.push(signal)
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(cancelled))
        answers.push(() => resolve({ ok: true, bytes: new Uint8Array(1), mediaType: '', url, freshForMs: 0 }))
      })
    }
    return { fetch, signals, answers }
  }
  const request = { url, accept: 'application/json', maxBytes: 1000 }

  it('for one document share one fetch, even when it must not be kept', async () => {
    const { cache } = cacheAt()
    const { fetch, answers } = pending()
    const all = [1, 2, 3].map(() => cache.getOrFetch(request, fetch, never))
    expect(answers).toHaveLength(1)
    answers[0]?.()
    expect(await Promise.all(all)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    const later = cache.getOrFetch(request, fetch, never)
    expect(answers).toHaveLength(2)
    answers[1]?.()
    await later
  })

  it('do not depend on whether others give up, unless all do', async () => {
    const { cache } = cacheAt()
    const { fetch, answers, signals } = pending()
    const [first, second] = [new AbortController(), new AbortController()]
    const one = cache.getOrFetch(request, fetch, first.signal)
    const two = cache.getOrFetch(request, fetch, second.signal)
    first.abort()
    expect(await one).toMatchObject({ ok: false })
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    answers[0]?.()
    expect(await two).toMatchObject({ ok: true })

    const three = cache.getOrFetch(request, fetch, second.signal)
    second.abort()
    expect(await three).toMatchObject({ ok: false })
    expect(signals[1]?.aborted).toBe(true)
    const four = cache.getOrFetch(request, fetch, never)
    expect(signals).toHaveLength(3)
    answers[2]?.()
    expect(await four).toMatchObject({ ok: true })
  })

  it('are not begun when they are cancelled', async () => {
    const { cache } = cacheAt()
    const { fetch, signals } = pending()
    expect(await cache.getOrFetch(request, fetch, AbortSignal.abort())).toMatchObject({ ok: false })
    expect(signals).toEqual([])
  })
})
