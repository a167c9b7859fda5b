import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect as connectTcp, createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch } from '../fetch/guarded-fetch.js'
import type { GuardedFetchOptions } from '../fetch/interface.js'
import type { HostAddress } from './interface.js'
import { type ConnectionTarget, type NodeFetchOptions, nodeFetch } from './node-fetch.js'

const servers: Server[] = []
const sockets = new Set<Socket>()
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A server on loopback that answers every connection with these bytes, once it has been asked something. */
const saying = (answer: string | Uint8Array | ((socket: Socket) => void)): Promise<number> =>
  listen(
    createServer((socket) =>
      socket.once('data', () => {
        if (typeof answer === 'function') answer(socket)
        else socket.end(answer)
      }),
    ),
  )

const ok = (body: string, ...headers: string[]): string =>
  ['HTTP/1.1 200 OK', `Content-Length: ${Buffer.byteLength(body)}`, ...headers, '', body].join('\r\n')

const publicAddress: HostAddress = { address: '93.184.216.34', family: 4 }

/**
 * An internet of names with addresses and one server, which is really on loopback: nothing leaves this machine. The
 * DNS gives the answers of a name in turn, and the last one from then on.
 */
function internet(names: Record<string, HostAddress[][]>, port: number) {
  const lookups: string[] = []
  const connections: ConnectionTarget[] = []
  const fetch = nodeFetch({
    lookup: async (hostname) => {
      lookups.push(hostname)
      const answers = names[hostname] ?? []
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? []
    },
    connect: (target) => {
      connections.push(target)
      return connectTcp({ host: '127.0.0.1', port })
    },
  })
  return { fetch, lookups, connections }
}

async function outcome(url: string, options: GuardedFetchOptions): Promise<string> {
  const result = await guardedFetch(url, options)
  return result.ok ? new TextDecoder().decode(result.bytes) : `${result.problem.code}: ${result.problem.detail}`
}

const address = (text: string): HostAddress => ({ address: text, family: text.includes(':') ? 6 : 4 })

describe('nodeFetch', () => {
  it('connects to the addresses it checked, once, by the name that certificates are held against', async () => {
    const addresses = [publicAddress, address('2606:4700:4700::1111')]
    const { fetch, lookups, connections } = internet({ 'uni.example': [addresses] }, await saying(ok('{}')))
    expect(await outcome('https://uni.example/a?b', { fetch })).toBe('{}')
    expect(lookups).toEqual(['uni.example'])
    expect(connections).toEqual([{ protocol: 'https:', hostname: 'uni.example', port: 443, addresses }])
  })

  it('names the host as in the URL, and asks for what it is told to', async () => {
    const requests: string[] = []
    const port = await saying((socket) => socket.end(ok('{}')))
    servers.at(-1)?.on('connection', (socket) => socket.once('data', (data) => requests.push(String(data))))
    const { fetch } = internet({ 'uni.example': [[publicAddress]] }, port)
    await outcome('https://uni.example/a?b#c', { fetch, accept: 'text/plain' })
    await outcome('https://uni.example:8443/', { fetch })
    const [first, second] = requests.map((request) => request.split('\r\n'))
    expect(first).toEqual(
      expect.arrayContaining([
        'GET /a?b HTTP/1.1',
        'accept: text/plain',
        'accept-encoding: identity',
        'Host: uni.example',
      ]),
    )
    expect(second).toContain('Host: uni.example:8443')
  })

  it('connects by itself to the address that was checked, whatever the DNS says later', async () => {
    const port = await listen(createHttpServer((request, response) => response.end(request.headers.host)))
    const answers = ['127.0.0.1', '127.0.0.9']
    const options: NodeFetchOptions = {
      allowPrivateNetworks: true,
      lookup: async () => [address(answers.shift() ?? '127.0.0.9')],
    }
    const permitted = { allowHttp: true, allowPrivateNetworks: true }
    const url = `http://uni.example:${port}/`
    expect(await outcome(url, { ...permitted, fetch: nodeFetch(options) })).toBe(`uni.example:${port}`)
    expect(answers).toEqual(['127.0.0.9'])
    expect(await outcome(url, { ...permitted, fetch: nodeFetch(options) })).toContain('could not be reached')
  })

  it('tries the other addresses of a name when the first does not answer', async () => {
    const port = await listen(createHttpServer((_request, response) => response.end('here')))
    const lookup = async (): Promise<HostAddress[]> => [address('::1'), address('127.0.0.9'), address('127.0.0.1')]
    const fetch = nodeFetch({ allowPrivateNetworks: true, lookup })
    const permitted = { allowHttp: true, allowPrivateNetworks: true }
    expect(await outcome(`http://uni.example:${port}/`, { ...permitted, fetch })).toBe('here')
  })

  it.each([
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'no address',
  ])('does not connect to a name that leads to %s, alone or among other addresses', async (hidden) => {
    const { fetch, connections } = internet(
      {
        'alone.example': [[address(hidden)]],
        'first.example': [[address(hidden), publicAddress]],
        'last.example': [[publicAddress, address(hidden)]],
      },
      await saying(ok('{}')),
    )
    for (const host of ['alone.example', 'first.example', 'last.example']) {
      expect(await outcome(`https://${host}/`, { fetch })).toBe(
        `fetch-refused: https://${host}/: it leads to an address that is not on the public internet.`,
      )
    }
    expect(connections).toEqual([])
  })

  it('looks a name up anew for every redirect, and checks what it means then', async () => {
    const { fetch, lookups, connections } = internet(
      { 'uni.example': [[publicAddress], [address('169.254.169.254')]] },
      await saying('HTTP/1.1 302 Found\r\nLocation: https://uni.example/b\r\nContent-Length: 0\r\n\r\n'),
    )
    expect(await outcome('https://uni.example/a', { fetch })).toMatch(
      /^fetch-refused: https:\/\/uni.example\/b: it leads/,
    )
    expect(lookups).toEqual(['uni.example', 'uni.example'])
    expect(connections).toMatchObject([{ addresses: [publicAddress] }])
  })

  it('does not follow a redirect to an internal address, by number or by name', async () => {
    for (const location of ['https://169.254.169.254/latest/meta-data/', 'https://metadata.example/latest/']) {
      const { fetch, connections } = internet(
        { 'uni.example': [[publicAddress]], 'metadata.example': [[address('169.254.169.254')]] },
        await saying(`HTTP/1.1 301 Moved\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`),
      )
      expect(await outcome('https://uni.example/', { fetch })).toMatch(/^fetch-refused/)
      expect(connections).toHaveLength(1)
    }
  })

  it('cannot reach a name without address, or one that the DNS does not know', async () => {
    const { fetch } = internet({}, 1)
    expect(await outcome('https://uni.example/', { fetch })).toBe(
      'fetch-failed: https://uni.example/ could not be reached.',
    )
    const failing = nodeFetch({ lookup: () => Promise.reject(new Error('ENOTFOUND')) })
    expect(await outcome('https://uni.example/', { fetch: failing })).toMatch(/could not be reached/)
  })
})

describe('a hostile server', () => {
  const get = async (port: number, options: GuardedFetchOptions = {}): Promise<string> => {
    const { fetch } = internet({ 'uni.example': [[publicAddress]] }, port)
    return outcome('https://uni.example/', { fetch, timeoutMs: 5000, ...options })
  }

  it.each<[string, string | Uint8Array, string]>([
    ['speaks no HTTP', 'SSH-2.0-OpenSSH\r\n', 'could not be reached'],
    ['says nothing', '', 'could not be reached'],
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
      'could not be reached',
    ],
    ['makes up a status', 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n', 'could not be reached'],
    ['has no content', 'HTTP/1.1 204 No Content\r\n\r\n', 'answered with status 204'],
    ['breaks off', ok('{}', '').replace('Content-Length: 2', 'Content-Length: 20'), 'could not be reached'],
    [
      'breaks off in the middle of a chunk',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{}',
      'could not be reached',
    ],
    ['floods with one header', ok('{}', `X-A: ${'a'.repeat(20_000)}`), 'could not be reached'],
    ['floods with headers', ok('{}', ...Array.from({ length: 3000 }, (_, i) => `X-${i}: a`)), 'could not be reached'],
  ])('%s', async (_what, answer, reason) => {
    expect(await get(await saying(answer))).toBe(`fetch-failed: https://uni.example/ ${reason}.`)
  })

  it.each(['gzip', 'br', 'x-unknown', 'gzip, identity'])(
    'sends something compressed as %s, which is not unpacked',
    async (encoding) => {
      const bomb = gzipSync(new Uint8Array(4 * 1024 * 1024))
      const head = `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${bomb.length}\r\n\r\n`
      const port = await saying(Buffer.concat([Buffer.from(head), bomb]))
      expect(await get(port)).toBe(
        'fetch-failed: https://uni.example/ answered with a compressed document, although it was asked for a plain one.',
      )
    },
  )

  it('sends without end', async () => {
    let sent = 0
    const { port, closed } = await watched((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const more = (): void => {
        sent += 1
        if (!socket.destroyed) socket.write('x'.repeat(1000), more)
      }
      more()
    })
    expect(await get(port, { maxBytes: 5000 })).toMatch(/^fetch-too-large/)
    await closed
    expect(sent).toBeLessThan(20_000)
  })

  it.each<[string, string, string]>([
    ['never answers', '', ''],
    ['drips its headers', 'HTTP/1.1 200 OK\r\nX-A: ', 'a'],
    ['drips its body', 'HTTP/1.1 200 OK\r\n\r\n', 'a'],
    ['drips chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'],
    ['gives hints without end', '', 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'],
  ])('%s, until time is up', async (_what, first, drop) => {
    const { port, closed } = await watched((socket) => {
      socket.write(first)
      const timer = setInterval(() => socket.write(drop), 5)
      socket.once('close', () => clearInterval(timer))
    })
    expect(await get(port, { timeoutMs: 100 })).toBe('fetch-failed: https://uni.example/ did not answer within 100 ms.')
    await closed
  })

  it('is in league with its name server, which never answers', async () => {
    const fetch = nodeFetch({ lookup: () => new Promise(() => {}) })
    expect(await outcome('https://uni.example/', { fetch, timeoutMs: 50 })).toBe(
      'fetch-failed: https://uni.example/ did not answer within 50 ms.',
    )
  })
})

/** A server of which `closed` tells that its connection was given up. */
async function watched(answer: (socket: Socket) => void): Promise<{ port: number; closed: Promise<void> }> {
  let close: (() => void) | undefined
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const port = await saying((socket) => {
    socket.once('close', () => close?.())
    answer(socket)
  })
  return { port, closed }
}
