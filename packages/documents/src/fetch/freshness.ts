/**
 * Returns for how many milliseconds the server lets its answer be used again without asking (RFC 9111 §4.2), or
 * `undefined` when it does not say. Where it says so in an odd way: 0.
 */
export function freshForMs(headers: Headers): number | undefined {
  const directives = (headers.get('cache-control') ?? '')
    .toLowerCase()
    .split(',')
    .map((text) => text.trim())
  if (directives.some((directive) => /^(?:no-store|no-cache|private)(?:$|=)/.test(directive))) return 0
  const lifetimes = directives.filter((directive) => directive.startsWith('max-age')).map(secondsOf)
  const expires = headers.get('expires')
  if (lifetimes.length === 0 && expires === null) return undefined
  const lifetimeMs =
    lifetimes.length > 0
      ? Math.min(...lifetimes) * 1000
      : Date.parse(expires ?? '') - Date.parse(headers.get('date') ?? '')
  const ageMs = (Number(headers.get('age')) || 0) * 1000
  return Math.max(0, lifetimeMs - ageMs) || 0
}

/** The shorter of two lifetimes, as far as they are known. */
export function shorterMs(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}

const secondsOf = (directive: string): number => Number(/^max-age="?(\d+)"?$/.exec(directive)?.[1] ?? 0)
