import { describe, expect, it } from 'vitest'
import { guardedFetch } from './guarded-fetch.js'
import type { GuardedFetchOptions } from './interface.js'

const url = 'https://uni.example/a'

/** A transport that answers from a table of URLs, and counts. */
function web(pages: Record<string, () => Response>): { fetch: typeof globalThis.fetch; asked: string[] } {
  const asked: string[] = []
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    asked.push(String(input))
    const page = pages[String(input)]
    if (page === undefined) throw new TypeError('fetch failed')
    return page()
  }
  return { fetch: fetch as typeof globalThis.fetch, asked }
}

const redirect =
  (location: string, status = 302): (() => Response) =>
  () =>
    new Response(null, { status, headers: { location } })

async function outcome(target: string, options: GuardedFetchOptions): Promise<string> {
  const result = await guardedFetch(target, options)
  return result.ok ? new TextDecoder().decode(result.bytes) : `${result.problem.code}: ${result.problem.detail}`
}

describe('guardedFetch', () => {
  it('returns bytes, media type, where they came from and for how long they stay fresh', async () => {
    const { fetch } = web({
      [url]: () => new Response(null, { status: 301, headers: { location: '/b', 'cache-control': 'max-age=60' } }),
      'https://uni.example/b': () =>
        new Response('{}', {
          headers: { 'content-type': 'Application/JSON; charset=utf-8', 'cache-control': 'max-age=90' },
        }),
    })
    expect(await guardedFetch(url, { fetch })).toEqual({
      ok: true,
      bytes: new TextEncoder().encode('{}'),
      mediaType: 'application/json',
      url: 'https://uni.example/b',
      freshForMs: 60_000,
    })
  })

  it('knows neither media type nor lifetime that nobody names, and takes an empty body', async () => {
    const { fetch } = web({ [url]: () => new Response(null) })
    const result = await guardedFetch(url, { fetch })
    expect(result).toEqual({ ok: true, bytes: new Uint8Array(0), mediaType: '', url, freshForMs: undefined })
  })

  it('says nothing about the user, and asks for redirects and media types', async () => {
    let request: RequestInit | undefined
    const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
      request = init
      return new Response('')
    }
    await guardedFetch(url, { fetch: fetch as typeof globalThis.fetch, accept: 'text/plain' })
    expect(request).toMatchObject({ redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer' })
    expect(request?.headers).toEqual({ accept: 'text/plain', 'accept-encoding': 'identity' })
  })

  it('asks nobody for a URL that may not be fetched', async () => {
    const { fetch, asked } = web({})
    expect(await outcome('https://127.0.0.1/', { fetch })).toBe(
      'fetch-refused: https://127.0.0.1/: literal addresses are not fetched.',
    )
    expect(await outcome('no URL', { fetch })).toBe('fetch-refused: (not shown): it is not a URL.')
    expect(asked).toEqual([])
  })

  it.each([
    ['https://169.254.169.254/latest', 'literal addresses'],
    ['https://[fd00:ec2::254]/latest', 'literal addresses'],
    ['//127.0.0.1/', 'literal addresses'],
    ['https://localhost/', 'internal networks'],
    ['http://uni.example/a', 'only https'],
    ['file:///etc/passwd', 'only https'],
    ['https://user@uni.example/', 'credentials'],
  ])('does not follow a redirect to %s', async (location, reason) => {
    const { fetch, asked } = web({ [url]: redirect(location) })
    expect(await outcome(url, { fetch })).toMatch(new RegExp(`^fetch-refused: .*${reason}`))
    expect(asked).toEqual([url])
  })

  it('follows only so many redirects', async () => {
    const { fetch, asked } = web({ [url]: redirect('/b', 301), 'https://uni.example/b': redirect('/a', 307) })
    expect(await outcome(url, { fetch })).toBe('fetch-failed: https://uni.example/a redirects more than 3 times.')
    expect(asked).toHaveLength(4)
    const still = web({ [url]: redirect('/b', 308) })
    expect(await outcome(url, { fetch: still.fetch, maxRedirects: 0 })).toContain('redirects more than 0 times')
    expect(still.asked).toEqual([url])
  })

  it.each<[string, () => Response, string]>([
    ['that leads nowhere', () => new Response(null, { status: 302 }), 'redirects to nowhere'],
    ['to what is no URL', redirect('https://[::1'), 'redirects to an address that is not a URL'],
    ['that is a choice', redirect('/b', 300), 'answered with status 300'],
    ['that is none', redirect('/b', 304), 'answered with status 304'],
  ])('does not follow a redirect %s', async (_what, page, reason) => {
    expect(await outcome(url, { fetch: web({ [url]: page }).fetch })).toContain(`fetch-failed: ${url} ${reason}`)
  })

  it('does not take what was redirected behind its back', async () => {
    const page = (): Response => Object.defineProperty(new Response('{}'), 'redirected', { value: true })
    expect(await outcome(url, { fetch: web({ [url]: page }).fetch })).toContain('fetch-refused')
  })

  it('does not read on when a body is too long, however it was compressed on the way', async () => {
    let chunks = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1
        controller.enqueue(new Uint8Array(1000))
      },
    })
    const page = (): Response => new Response(endless, { headers: { 'content-encoding': 'gzip' } })
    expect(await outcome(url, { fetch: web({ [url]: page }).fetch, maxBytes: 5000 })).toBe(
      `fetch-too-large: ${url} is larger than 5000 bytes.`,
    )
    expect(chunks).toBeLessThan(10)
    const exact = web({ [url]: () => new Response(new Uint8Array(5000)) })
    expect(await guardedFetch(url, { fetch: exact.fetch, maxBytes: 5000 })).toMatchObject({ ok: true })
  })

  it.each<[string, typeof globalThis.fetch]>([
    ['never answers', () => new Promise<Response>(() => {})],
    ['answers, but never says anything', async () => new Response(new ReadableStream())],
    ['says something now and then', async () => new Response(drip())],
  ])('gives up a transport that heeds no signal and %s', async (_what, fetch) => {
    expect(await outcome(url, { fetch, timeoutMs: 50 })).toBe(`fetch-failed: ${url} did not answer within 50 ms.`)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 20)
    expect(await outcome(url, { fetch, signal: controller.signal })).toBe('fetch-failed: The call was cancelled.')
  })

  it('does not begin what is cancelled', async () => {
    const { fetch, asked } = web({ [url]: () => new Response('') })
    expect(await outcome(url, { fetch, signal: AbortSignal.abort() })).toBe('fetch-failed: The call was cancelled.')
    expect(asked).toEqual([])
  })

  it('names a status that is not 200, and neither query nor fragment', async () => {
    const target = `${url}?token=secret#part`
    const { fetch } = web({ [target]: () => new Response('gone', { status: 404 }) })
    expect(await outcome(target, { fetch })).toBe(`fetch-failed: ${url} answered with status 404.`)
    expect(await outcome(`${url}?token=other`, { fetch })).toBe(`fetch-failed: ${url} could not be reached.`)
  })
})

/** A byte every few milliseconds, without end. */
function drip(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) =>
      new Promise((resolve) =>
        setTimeout(() => {
          controller.enqueue(Uint8Array.of(32))
          resolve()
        }, 5),
      ),
  })
}
