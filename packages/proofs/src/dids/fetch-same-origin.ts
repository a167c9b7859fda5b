import { describeUrl } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { FetchJson, FetchJsonResult } from '../remote-documents/interface.js'

/** Where a DID document (did:web) and a key set are that speak for a whole origin; without any query. */
const ownersPaths = ['/.well-known/did.json', '/.well-known/jwks.json']

/**
 * Fetches a document that speaks for its origin. A redirect to another origin is not followed to its word, unless it is
 * that of a place which only the owner of the origin fills: otherwise a credential could name a URL on the issuer's site
 * that redirects wherever its query says.
 */
export async function fetchSameOrigin(url: string, fetchJson: FetchJson): Promise<FetchJsonResult> {
  const fetched = await fetchJson(url)
  if (!fetched.ok || fetched.url === undefined) return fetched
  const { origin, href } = new URL(url)
  const isOwners = ownersPaths.some((path) => href === origin + path)
  if (isOwners || new URL(fetched.url).origin === origin) return fetched
  const detail = `${describeUrl(url)} leads to another origin, which cannot speak for this one.`
  return { ok: false, problem: problem('remote-document-unavailable', '', detail) }
}
