import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.js'

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '1.1.1.1',
    '11.0.0.1',
    '172.32.0.1',
    '168.63.129.17',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '2001:200::1',
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['this host', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local', '169.254.169.254'],
    ['of a carrier', '100.64.0.1'],
    ['of a cloud provider', '100.100.100.200'],
    ['of a cloud provider', '168.63.129.16'],
    ['for protocols', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['a 6to4 relay', '192.88.99.1'],
    ['for benchmarks', '198.19.0.1'],
    ['multicast', '239.1.1.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-mapped', '::ffff:8.8.8.8'],
    ['IPv4-mapped', '::ffff:a00:1'],
    ['IPv4-compatible', '::8.8.8.8'],
    ['NAT64', '64:ff9b::808:808'],
    ['NAT64', '64:ff9b::10.0.0.1'],
    ['NAT64 of a network', '64:ff9b:1::808:808'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['Teredo', '2001::1'],
    ['ORCHID', '2001:20::1'],
    ['6to4', '2002:808:808::1'],
    ['6to4', '2002:a00:1::'],
    ['none at all', ''],
    ['none at all', 'uni.example'],
    ['none at all', '8.8.8'],
    ['none at all', '0x08.8.8.8'],
    ['none at all', '08.8.8.8'],
  ])('%s: %s is not', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
