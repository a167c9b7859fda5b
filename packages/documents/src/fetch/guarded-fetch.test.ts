import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch } from './guarded-fetch.js'
import type { GuardedFetchOptions } from './interface.js'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const loopback = {
  allowHttp: true,
  allowPrivateNetworks: true,
  lookup: async () => [{ address: '127.0.0.1', family: 4 }],
}
const codeOf = async (url: string, options: GuardedFetchOptions = {}): Promise<string | undefined> => {
  const result = await guardedFetch(url, options)
  return result.ok ? undefined : result.problem.code
}

describe('guardedFetch', () => {
  it('returns bytes, media type and where they came from', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
      else response.writeHead(200, { 'content-type': 'Application/JSON; charset=utf-8' }).end('{}')
    })
    const result = await guardedFetch(`http://uni.example:${port}/old`, loopback)
    expect(result).toMatchObject({ ok: true, mediaType: 'application/json', url: `http://uni.example:${port}/new` })
    expect(result.ok && new TextDecoder().decode(result.bytes)).toBe('{}')
  })

  it.each([
    'http://uni.example/',
    'ftp://uni.example/',
    'file:///etc/passwd',
    'not a url',
    'https://user:secret@uni.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://8.8.8.8/',
    'https://localhost/',
    'https://metadata.internal/',
    'https://printer.local/',
    'https://intranet/',
  ])('does not go to %s', async (url) => {
    const fetch = async (): Promise<Response> => {
      throw new Error('it was fetched')
    }
    expect(await codeOf(url, { fetch })).toBe('fetch-refused')
  })

  it.each([
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ])('refuses a name that leads to %s, also as one of several addresses', async (address) => {
    const lookup = async (): Promise<{ address: string; family: number }[]> => [
      { address: '93.184.216.34', family: 4 },
      { address, family: address.includes(':') ? 6 : 4 },
    ]
    expect(await codeOf('https://uni.example/', { lookup })).toBe('fetch-refused')
  })

  it('checks where a redirect leads', async () => {
    const to = (location: string): Promise<string | undefined> =>
      codeOf('https://uni.example/', { fetch: async () => new Response(null, { status: 302, headers: { location } }) })
    expect(await to('https://169.254.169.254/latest')).toBe('fetch-refused')
    expect(await to('http://uni.example/')).toBe('fetch-refused')
    expect(await to('https://uni.example/')).toBe('fetch-failed')
  })

  it('stops at the size limit without reading on', async () => {
    let sent = 0
    const port = await serve((_request, response) => {
      const more = (): void => {
        sent += 1
        if (sent < 10_000 && !response.destroyed) response.write('x'.repeat(1000), more)
      }
      more()
    })
    expect(await codeOf(`http://uni.example:${port}/`, { ...loopback, maxBytes: 5000 })).toBe('fetch-too-large')
    expect(sent).toBeLessThan(10_000)
  })

  it('gives up when the answer takes too long, or when the caller does', async () => {
    const port = await serve(() => {})
    expect(await codeOf(`http://uni.example:${port}/`, { ...loopback, timeoutMs: 50 })).toBe('fetch-failed')
    const signal = AbortSignal.abort()
    expect(await guardedFetch(`http://uni.example:${port}/`, { ...loopback, signal })).toMatchObject({
      problem: { code: 'fetch-failed', detail: 'The call was cancelled.' },
    })
  })

  it('names a status that is not 200, and neither query nor credentials', async () => {
    const port = await serve((_request, response) => response.writeHead(404).end())
    const result = await guardedFetch(`http://uni.example:${port}/a?token=secret#part`, loopback)
    expect(result).toMatchObject({ ok: false, problem: { code: 'fetch-failed' } })
    expect(JSON.stringify(result)).toContain('status 404')
    expect(JSON.stringify(result)).not.toContain('secret')
  })
})
