import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A request that a double got. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a double answers with. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body: string | object
}

/** What a double does instead of answering as the service does: an answer, silence, or hanging up. */
export type Mishap = Answer | 'silence' | 'hang-up' | ((answer: Answer) => Answer)

/** An HTTP server on loopback that stands for a key service. */
export interface LoopbackServer {
  readonly url: string
  readonly port: number
  /** Every request since the start, mishaps included. */
  readonly requests: ReceivedRequest[]
  /** What is done with the next requests, in turn; afterwards all is well. */
  readonly mishaps: Mishap[]
  /** What is done with every request for which `mishaps` has nothing. */
  always: Mishap | undefined
  close(): Promise<void>
}

/** How a double is more than what it serves. */
export interface LoopbackServerOptions {
  /** Speaks TLS with this certificate and its key, in PEM. */
  readonly certificate?: { readonly cert: string; readonly key: string } | undefined
  /** Answers what comes before the requests that count, such as challenges; they have no mishaps. */
  readonly prelude?: ((request: ReceivedRequest) => Answer | undefined) | undefined
}

/** Starts a server that answers as `serve` says. */
export async function loopbackServer(
  serve: (request: ReceivedRequest) => Answer,
  { certificate, prelude }: LoopbackServerOptions = {},
): Promise<LoopbackServer> {
  const listener: RequestListener = (incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
      const before = prelude?.(request)
      if (before !== undefined) {
        behave(response, () => before, undefined)
        return
      }
      double.requests.push(request)
      behave(response, () => serve(request), double.mishaps.shift() ?? double.always)
    })
  }
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const double: LoopbackServer = {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests: [],
    mishaps: [],
    always: undefined,
    close: () => closed(server),
  }
  return double
}

function behave(response: ServerResponse, serve: () => Answer, mishap: Mishap | undefined): void {
  if (mishap === 'silence') return
  if (mishap === 'hang-up') {
    response.destroy()
    return
  }
  const { status, headers, body } = typeof mishap === 'function' ? mishap(serve()) : (mishap ?? serve())
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
