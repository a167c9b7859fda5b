// What `#platform` means in browsers and other runtimes with Web APIs.
import { fetchTransport } from './fetch-transport.js'
import type { Transport } from './interface.js'

/** The global `fetch`, read at the time of the call. */
export const transport: Transport = (url, request) => fetchTransport(globalThis.fetch)(url, request)
