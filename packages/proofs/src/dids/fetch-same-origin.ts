import { problem } from '../problems.js'
import type { FetchJson, FetchJsonResult } from '../remote-documents/interface.js'

/**
 * Fetches a document that speaks for its origin. A redirect to another origin is not followed to its word, unless the
 * path is one of `/.well-known/`: otherwise a credential could name a URL on the issuer's site that redirects wherever
 * its query says.
 */
export async function fetchSameOrigin(url: string, fetchJson: FetchJson): Promise<FetchJsonResult> {
  const fetched = await fetchJson(url)
  if (!fetched.ok || fetched.url === undefined) return fetched
  const { origin, pathname } = new URL(url)
  if (new URL(fetched.url).origin === origin || pathname.startsWith('/.well-known/')) return fetched
  const detail = `${origin}${pathname} leads to another origin, which cannot speak for this one.`
  return { ok: false, problem: problem('remote-document-unavailable', '', detail) }
}
