import { isAbsoluteIri } from './keywords.js'

/** An IRI reference in its parts (RFC 3986, appendix B). */
const parts = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/

/** Resolves an IRI reference against an absolute IRI (RFC 3986 §5.2, for IRIs by RFC 3987 §6.5). */
export function resolveIri(base: string, reference: string): string {
  const [, scheme = '', baseAuthority, basePath = '', baseQuery] = parts.exec(base) ?? []
  if (isAbsoluteIri(reference)) return reference
  const [, , authority, path = '', query, fragment] = parts.exec(reference) ?? []

  // §5.2.2
  const isSamePath = authority === undefined && path === ''
  const targetAuthority = authority ?? baseAuthority
  const merged = authority !== undefined || path.startsWith('/') ? path : mergePaths(baseAuthority, basePath, path)
  const targetPath = isSamePath ? basePath : removeDotSegments(merged)
  const targetQuery = isSamePath ? (query ?? baseQuery) : query

  // §5.3
  return [
    `${scheme}:`,
    targetAuthority === undefined ? '' : `//${targetAuthority}`,
    targetPath,
    targetQuery === undefined ? '' : `?${targetQuery}`,
    fragment === undefined ? '' : `#${fragment}`,
  ].join('')
}

/** RFC 3986 §5.2.3 */
const mergePaths = (authority: string | undefined, base: string, path: string): string =>
  authority !== undefined && base === '' ? `/${path}` : base.slice(0, base.lastIndexOf('/') + 1) + path

/** RFC 3986 §5.2.4 */
function removeDotSegments(path: string): string {
  const output: string[] = []
  const segments = path.split('/')
  for (const [i, segment] of segments.entries()) {
    const isLast = i === segments.length - 1
    // The empty segment before the first slash is no place that `..` could leave.
    if (segment === '..' && (output.length > 1 || (output.length === 1 && output[0] !== ''))) output.pop()
    if (segment !== '.' && segment !== '..') output.push(segment)
    else if (isLast) output.push('')
  }
  return output.join('/')
}
