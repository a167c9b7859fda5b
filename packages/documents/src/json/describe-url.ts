import { excerpt } from './excerpt.js'
import { parseUrl } from './parse-url.js'

/** Paths are read as a whole more often than names. */
const maxCharacters = 160

/**
 * Returns a URL as a message may repeat it: origin and path of an http or https URL, cut like any {@link excerpt}. User
 * name, password, query and fragment may hold secrets, and are left out; of any other URL, such as `mailto:`, only the
 * scheme is told, and of what is no URL nothing. The path is repeated, whatever it says.
 *
 * @example
 * ```ts
 * import { describeUrl } from '@testamur/documents/json'
 *
 * console.log(describeUrl('https://registrar.example.edu/status/3?token=secret')) // https://registrar.example.edu/status/3
 * console.log(describeUrl('mailto:somebody@registrar.example.edu')) // mailto:…
 * ```
 */
export function describeUrl(url: string): string {
  const parsed = parseUrl(url)
  if (parsed === undefined) return '(not shown)'
  const { protocol, origin, pathname } = parsed
  return /^https?:$/.test(protocol) ? excerpt(origin + pathname, maxCharacters) : `${excerpt(protocol)}…`
}
