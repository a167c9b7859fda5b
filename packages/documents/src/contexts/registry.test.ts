import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../json/canonical.js'
import { sha256Hex as sha256HexOfTheWeb } from '../platform/web.js'
import { bundledContexts } from './bundled-contexts.js'
import { contextUrls } from './context-urls.js'
import type { BundledContext } from './interface.js'
import { loadBundledContext } from './registry.js'
import { verifiedContext } from './verified-context.js'

describe('bundledContexts', () => {
  it('has one default text for every URL, and its variants under other names', () => {
    const defaults = bundledContexts.filter(({ variant }) => variant === undefined)
    expect(defaults.map(({ url }) => url).sort()).toEqual(Object.values(contextUrls).sort())
    const keys = bundledContexts.map(({ url, variant }) => `${url} ${variant}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(bundledContexts.map((context) => [context.url, context.variant ?? 'default', context] as const))(
    'loads %s (%s), frozen, with the pinned hash on every platform',
    async (url, _name, { variant, sha256 }) => {
      const document = await loadBundledContext(url, { variant })
      expect(await sha256HexOfTheWeb(canonicalJson(document))).toBe(sha256)
      expect(everyObject(document, Object.isFrozen)).toBe(true)
    },
  )

  it('names no further context: what is bundled is complete', async () => {
    for (const { url, variant } of bundledContexts) {
      const text = JSON.stringify(await loadBundledContext(url, { variant }))
      expect(text).not.toMatch(/"@import"|"@context":"|"@context":\[/)
    }
  })
})

describe('loadBundledContext', () => {
  it('returns the same object each time, also for two loads at once and for an alias', async () => {
    const [one, two] = await Promise.all([
      loadBundledContext(contextUrls.openBadges300),
      loadBundledContext(contextUrls.openBadges300Alias),
    ])
    expect(one).toBe(two)
    expect(await loadBundledContext(contextUrls.openBadges300)).toBe(one)
  })

  it('has the three texts of Open Badges 3.0.3, the newest by default', async () => {
    expect(await laterTerms()).toEqual(['jti', 'endorsementJwt'])
    expect(await laterTerms('validator-2025-11')).toEqual(['jti'])
    expect(await laterTerms('until-2026-06')).toEqual([])
  })

  it('leaves the objects of the packages alone', async () => {
    const packaged = credentialsContexts.get(contextUrls.credentialsV2)
    expect(await loadBundledContext(contextUrls.credentialsV2)).toEqual(packaged)
    expect(await loadBundledContext(contextUrls.credentialsV2)).not.toBe(packaged)
    expect(Object.isFrozen(packaged)).toBe(false)
  })

  it.each(['https://terms.example/v1', `${contextUrls.credentialsV2}/`, 'constructor', ''])(
    'does not know %j',
    async (url) => {
      expect(await loadBundledContext(url)).toBeUndefined()
    },
  )

  it('refuses a variant that does not exist', async () => {
    await expect(loadBundledContext(contextUrls.openBadges303, { variant: 'oldest' })).rejects.toMatchObject({
      code: 'ERR_CONTEXT_UNKNOWN',
      message: expect.stringContaining('until-2026-06'),
    })
    await expect(loadBundledContext(contextUrls.clr201, { variant: 'oldest' })).rejects.toMatchObject({
      code: 'ERR_CONTEXT_UNKNOWN',
    })
  })
})

describe('verifiedContext', () => {
  const pinned = bundledContexts.find(({ url }) => url === contextUrls.clr201) as BundledContext

  it('refuses content that is not the pinned one', async () => {
    const document = await pinned.load()
    const changed = { ...document, '@context': { ...document['@context'], extra: 'https://terms.example/#extra' } }
    await expect(verifiedContext({ ...pinned, load: async () => changed })).rejects.toMatchObject({
      code: 'ERR_CONTEXT_INTEGRITY',
      message: expect.stringContaining(contextUrls.clr201),
    })
  })

  it('refuses a package that no longer has the context', async () => {
    const emptied = { ...pinned, load: () => Promise.resolve(undefined as never) }
    await expect(verifiedContext(emptied)).rejects.toMatchObject({ code: 'ERR_CONTEXT_INTEGRITY' })
  })
})

async function laterTerms(variant?: string): Promise<string[]> {
  const document = await loadBundledContext(contextUrls.openBadges303, { variant })
  return ['jti', 'endorsementJwt'].filter((term) => Object.hasOwn(document?.['@context'] ?? {}, term))
}

function everyObject(value: unknown, holds: (object: object) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return true
  return holds(value) && Object.values(value).every((child) => everyObject(child, holds))
}
