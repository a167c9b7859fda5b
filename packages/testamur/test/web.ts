/** What a server answers: an object as JSON, text or bytes as they are, or a redirect. */
export type Page = object | string | Uint8Array | { readonly redirectTo: string }

/** Servers by the URLs that they answer, and what was asked of them. */
export interface Web {
  readonly fetch: typeof globalThis.fetch
  /** The URLs that were asked for, in order. */
  readonly asked: readonly string[]
}

/** Returns servers that answer the given URLs, and nothing else, without any network. */
export function web(pages: Readonly<Record<string, Page>>): Web {
  const asked: string[] = []
  return {
    asked,
    async fetch(input) {
      const url = String(input)
      asked.push(url)
      return Object.hasOwn(pages, url) ? answer(pages[url] as Page) : new Response(null, { status: 404 })
    },
  }
}

function answer(page: Page): Response {
  if (typeof page === 'string' || page instanceof Uint8Array) return new Response(page as BodyInit)
  if ('redirectTo' in page) return new Response(null, { status: 302, headers: { location: String(page.redirectTo) } })
  return Response.json(page)
}
