import { describe, expect, it, vi } from 'vitest'
import * as node from './node.js'
import { nodeFetch } from './node-fetch.js'
import * as web from './web.js'

describe('platforms', () => {
  it('use the global fetch of the time of the call on the web', async () => {
    const fetch = web.platformFetch({ allowPrivateNetworks: false })
    const request = { headers: { accept: 'a/b' } }
    const global = vi.fn(async () => new Response('body'))
    vi.stubGlobal('fetch', global)
    try {
      expect(await (await fetch('https://uni.example/a', request)).text()).toBe('body')
      expect(global).toHaveBeenCalledWith('https://uni.example/a', request)
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('use a fetch on Node that connects to the address it checked', () => {
    expect(node.platformFetch).toBe(nodeFetch)
  })
})
