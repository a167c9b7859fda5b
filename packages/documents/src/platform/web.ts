// What `#platform` means in browsers and other runtimes with Web APIs.
import type { PlatformFetch } from './interface.js'

export { crc32 as platformCrc32 } from './crc32.js'
export { webInflate as platformInflate } from './web-inflate.js'

/** The global `fetch`, read at the time of the call. Its own rules decide which addresses it goes to. */
export const platformFetch: PlatformFetch = () => (input, init) => globalThis.fetch(input, init)
