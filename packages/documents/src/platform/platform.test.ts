import { describe, expect, it, vi } from 'vitest'
import { isPublicAddress } from './node-transport.js'
import * as web from './web.js'

describe('platforms', () => {
  it('use the global fetch of the time of the call on the web, without following redirects', async () => {
    const fetch = vi.fn(async () => new Response('body', { status: 200, headers: { 'x-a': 'b' } }))
    vi.stubGlobal('fetch', fetch)
    try {
      const request = {
        headers: { accept: 'a/b' },
        signal: AbortSignal.timeout(1000),
        allowPrivateNetworks: false,
        lookup: undefined,
      }
      const response = await web.transport(new URL('https://uni.example/a'), request)
      expect(fetch).toHaveBeenCalledWith(
        'https://uni.example/a',
        expect.objectContaining({ redirect: 'manual', credentials: 'omit', headers: { accept: 'a/b' } }),
      )
      expect([response.status, response.header('x-a'), response.header('x-b')]).toEqual([200, 'b', undefined])
      const chunks: Uint8Array[] = []
      for await (const chunk of response.body) chunks.push(chunk)
      expect(Buffer.concat(chunks).toString()).toBe('body')
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    '10.1.2.3',
    '172.31.255.255',
    '192.0.2.1',
    '198.19.0.1',
    '239.1.1.1',
    '255.255.255.255',
    '::',
    '::ffff:8.8.8.8',
    'fc00::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:808:808::1',
    '3fff::1',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
