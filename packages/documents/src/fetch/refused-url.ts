import { parseUrl } from '../json/parse-url.js'
import type { GuardedFetchOptions } from './interface.js'

/** Names that never lead to a public server: RFC 6761, RFC 6762, RFC 8375, and ICANN's `.internal`. */
const internalName = /(^|\.)(localhost|local|internal|home\.arpa|lan|intranet)$/
/** URL parsers turn every way to write an IPv4 address into four numbers, and put IPv6 in brackets. */
const literalAddress = /^(\[.*\]|\d+(\.\d+){3})$/

/** Returns why a URL may not be fetched, or `undefined` when it may. */
export function refusalOf(text: string, options: GuardedFetchOptions): string | undefined {
  const url = parseUrl(text)
  if (url === undefined) return 'it is not a URL.'
  const { protocol, username, password, hostname } = url
  if (protocol !== 'https:' && !(protocol === 'http:' && options.allowHttp)) return 'only https is fetched.'
  if (username !== '' || password !== '') return 'a URL with credentials is not fetched.'
  if (options.allowPrivateNetworks) return undefined
  if (literalAddress.test(hostname)) return 'literal addresses are not fetched.'
  const name = hostname.replace(/\.$/, '')
  if (internalName.test(name) || !name.includes('.')) return 'names of internal networks are not fetched.'
  return undefined
}
