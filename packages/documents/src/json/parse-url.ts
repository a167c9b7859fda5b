/**
 * Returns an absolute URL, or one relative to `base`, as the URL parser of the platform reads it, and `undefined` for what is
 * none.
 *
 * Sources do not ask `URL.canParse`: once it is called often, that of Node 20 says no to every URL with a letter like `ü`.
 *
 * @example
 * ```ts
 * import { parseUrl } from '@testamur/documents/json'
 *
 * console.log(parseUrl('https://registrar.example.edu/status/3')?.host) // registrar.example.edu
 * console.log(parseUrl('status/3')) // undefined
 * ```
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
