// node:http and its like are loaded when something is fetched: that takes longer than most verifications.
import type { IncomingMessage, RequestOptions } from 'node:http'
import type { Duplex } from 'node:stream'
import { RefusedAddress, RefusedAnswer } from './fetch-errors.js'
import type { HostAddress, LookupAddresses } from './interface.js'

/** Where a connection is to lead. */
export interface ConnectionTarget {
  /** `https:`, or `http:` where that is permitted. */
  readonly protocol: string
  /** The name that was looked up; TLS certificates are held against it. */
  readonly hostname: string
  readonly port: number
  /** What the name was found to mean, all checked; a connection may go to any of these, and nowhere else. */
  readonly addresses: readonly HostAddress[]
}

/** Opens a connection; for `https:` one that speaks TLS to its other end, and that checks its certificate. */
export type Connect = (target: ConnectionTarget) => Duplex

/** What {@link nodeFetch} works with; all optional. */
export interface NodeFetchOptions {
  /** Finds the addresses of a host. Default: the system's resolver. */
  readonly lookup?: LookupAddresses | undefined
  /** Opens the connections, for instance through a proxy. Default: Node's own, to an address that was checked. */
  readonly connect?: Connect | undefined
  /** Permits loopback, private, link-local and other addresses that are not on the internet. Default false. */
  readonly allowPrivateNetworks?: boolean | undefined
}

/**
 * Returns the `fetch` that guarded fetching uses on Node: it looks a name up once, refuses it when any of its addresses
 * is not on the public internet, and connects to an address it checked, whatever the DNS says a moment later.
 *
 * It takes what guarded fetching asks of a `fetch`: GET, headers and a signal. It follows no redirects, asks for no
 * compression and refuses what comes compressed all the same. Scheme, host names, redirects, time and size are for
 * `guardedFetch` to guard: this function alone does not.
 *
 * @example
 * ```ts
 * import { guardedFetch } from '@testamur/documents/fetch'
 * import { nodeFetch } from '@testamur/documents/fetch/node'
 *
 * const fetch = nodeFetch({ lookup: async () => [{ address: '127.0.0.1', family: 4 }] })
 * const result = await guardedFetch('https://registrar.example.edu/', { fetch })
 * console.log(result.ok || result.problem.code) // fetch-refused
 * ```
 */
export function nodeFetch(options: NodeFetchOptions = {}): typeof globalThis.fetch {
  const { lookup = systemLookup, connect, allowPrivateNetworks = false } = options
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const hostname = url.hostname.replace(/^\[|\]$/g, '')
    const addresses = await lookup(hostname)
    if (addresses.length === 0) throw new Error('the name has no address')
    if (!allowPrivateNetworks && !(await areAllPublic(addresses))) {
      throw new RefusedAddress('it leads to an address that is not on the public internet.')
    }
    const defaultPort = url.protocol === 'https:' ? 443 : 80
    const target = { protocol: url.protocol, hostname, port: Number(url.port) || defaultPort, addresses }
    const response = await get(url, {
      headers: Object.fromEntries(new Headers(init?.headers)),
      maxHeaderSize: 16 * 1024,
      ...(init?.signal && { signal: init.signal }),
      ...(connect === undefined ? pinnedTo(addresses) : { createConnection: () => connect(target), defaultPort }),
    })
    return answer(response)
  }
}

const systemLookup: LookupAddresses = async (hostname) => {
  const { promises: dns } = await import('node:dns')
  return dns.lookup(hostname, { all: true })
}

async function areAllPublic(addresses: readonly HostAddress[]): Promise<boolean> {
  const { isPublicAddress } = await import('./public-address.js')
  return addresses.every(({ address }) => isPublicAddress(address))
}

/** Lets Node connect as it does, with its choice among the addresses, but without asking the DNS again. */
function pinnedTo(addresses: readonly HostAddress[]): RequestOptions {
  return {
    agent: false,
    lookup: (_hostname, { all }, callback) => {
      const [first] = addresses
      if (all) callback(null, [...addresses])
      else callback(null, first?.address ?? '', first?.family)
    },
  }
}

async function get(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const { default: client } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'))
  const { request } = client
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, resolve)
    outgoing.on('error', reject)
    // An answer that would change the protocol ends the connection without an error.
    outgoing.once('close', () => reject(new Error('the connection was closed')))
    outgoing.end()
  })
}

function answer(incoming: IncomingMessage): Response {
  const { statusCode: status = 0 } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, [value].flat().join(', '))
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (status !== 200 || encoding !== 'identity') incoming.destroy()
  if (status === 200 && encoding !== 'identity') {
    throw new RefusedAnswer('answered with a compressed document, although it was asked for a plain one.')
  }
  return new Response(status === 200 ? bodyOf(incoming) : null, { status, headers })
}

/** Read as it is asked for; when it is given up, the connection is closed. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = incoming[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: () => void incoming.destroy(),
    },
    { highWaterMark: 0 },
  )
}
