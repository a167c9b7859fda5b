import { promises as dns } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIPv6 } from 'node:net'
import type { LookupAddresses, Transport, TransportResponse } from './interface.js'
import { RefusedAddress } from './refused-address.js'

/** Addresses that are not on the public internet: IANA special-purpose registries (RFC 6890 and its updates). */
const notPublic = new BlockList()
for (const [prefix, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(prefix, length, 'ipv4')
}
// In IPv6 only 2000::/3 is handed out; inside it, tunnels (2001::/23, 2002::/16) can lead anywhere and 2001:db8::/32 is
// documentation.
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
for (const [prefix, length] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(prefix, length, 'ipv6')
}

/** True when an address is on the public internet. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  if (isIPv6(plain)) return publicV6.check(plain, 'ipv6') && !notPublic.check(plain, 'ipv6')
  return !notPublic.check(plain, 'ipv4')
}

const systemLookup: LookupAddresses = (hostname) => dns.lookup(hostname, { all: true })

/**
 * Transport for Node: looks the name up once, refuses it when any of its addresses is not public, and connects to an
 * address it checked.
 */
export const nodeTransport: Transport = async (
  url,
  { headers, signal, allowPrivateNetworks, lookup = systemLookup },
) => {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await lookup(hostname)
  const [first] = addresses
  if (first === undefined) throw new Error('the name has no address')
  if (!allowPrivateNetworks && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new RefusedAddress('it leads to an address that is not public.')
  }
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise<TransportResponse>((resolve, reject) => {
    const outgoing = request(
      url,
      {
        headers,
        signal,
        agent: false,
        lookup: (_hostname, options, callback) => {
          if (options.all) callback(null, [{ address: first.address, family: first.family }])
          else callback(null, first.address, first.family)
        },
      },
      (response) => {
        resolve({
          status: response.statusCode ?? 0,
          header: (name) => {
            const value = response.headers[name]
            return Array.isArray(value) ? value[0] : value
          },
          body: response,
          discard: () => response.destroy(),
        })
      },
    )
    outgoing.once('error', reject)
    outgoing.end()
  })
}
