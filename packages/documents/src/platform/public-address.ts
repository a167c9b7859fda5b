import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Addresses that are not on the public internet: IANA special-purpose registries (RFC 6890 and its updates). */
const notPublic = new BlockList()
for (const [prefix, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // public by number, but inside Azure the platform itself answers there
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
// In IPv6 only 2000::/3 is handed out; that leaves out loopback, local and multicast addresses, and IPv4 in disguise:
// ::ffff:0:0/96 (mapped), 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64). Inside it, tunnels (2001::/23 with Teredo, 2002::/16,
// which is 6to4) can lead anywhere, and 2001:db8::/32 and 3fff::/20 are documentation.
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

/** True when an address is on the public internet; false also for what is no address. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  if (isIPv6(plain)) return publicV6.check(plain, 'ipv6') && !notPublic.check(plain, 'ipv6')
  return isIPv4(plain) && !notPublic.check(plain, 'ipv4')
}
