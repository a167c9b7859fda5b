import type { Transport } from './interface.js'

/** Returns a transport over a `fetch` function; redirects come back to the guard instead of being followed. */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return async (url, { headers, signal }) => {
    const response = await fetch(url.href, { headers, signal, redirect: 'manual', credentials: 'omit' })
    return {
      // Browsers hide where a redirect leads; status 0 is then reported as a failure, never followed unseen.
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: chunks(response.body),
      discard: () => void response.body?.cancel().catch(() => {}),
    }
  }
}

async function* chunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}
