import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../json/canonical.js'
import { bundledContext, bundledContexts } from './bundled-contexts.js'
import { contextUrls } from './context-urls.js'

describe('bundledContexts', () => {
  it('has one default text for every URL, and its variants under other names', () => {
    const defaults = bundledContexts.filter(({ variant }) => variant === undefined)
    expect(defaults.map(({ url }) => url).sort()).toEqual(Object.values(contextUrls).sort())
    const keys = bundledContexts.map(({ url, variant }) => `${url} ${variant}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(bundledContexts.map((context) => [context.url, context.variant ?? 'default', context] as const))(
    'has %s (%s), frozen, with the pinned hash',
    (url, _name, { variant, sha256, read }) => {
      const document = read()
      expect(createHash('sha256').update(canonicalJson(document)).digest('hex')).toBe(sha256)
      expect(everyObject(document, Object.isFrozen)).toBe(true)
      expect(bundledContext(url, { variant })).toBe(document)
    },
  )

  it('names no further context: what is bundled is complete', () => {
    for (const { read } of bundledContexts) {
      expect(JSON.stringify(read())).not.toMatch(/"@import"|"@context":"|"@context":\[/)
    }
  })
})

describe('bundledContext', () => {
  it('returns the same object each time, also for an alias', () => {
    const context = bundledContext(contextUrls.openBadges300)
    expect(bundledContext(contextUrls.openBadges300)).toBe(context)
    expect(bundledContext(contextUrls.openBadges300Alias)).toBe(context)
  })

  it('has the three texts of Open Badges 3.0.3, the newest by default', () => {
    expect(laterTerms()).toEqual(['jti', 'endorsementJwt'])
    expect(laterTerms('validator-2025-11')).toEqual(['jti'])
    expect(laterTerms('until-2026-06')).toEqual([])
  })

  it.each(['https://terms.example/v1', `${contextUrls.credentialsV2}/`, 'constructor', ''])(
    'does not know %j',
    (url) => {
      expect(bundledContext(url)).toBeUndefined()
    },
  )

  it('refuses a variant that does not exist', () => {
    expect(() => bundledContext(contextUrls.openBadges303, { variant: 'oldest' })).toThrow(
      expect.objectContaining({
        code: 'ERR_CONTEXT_UNKNOWN',
        message: expect.stringContaining('until-2026-06'),
      }),
    )
    expect(() => bundledContext(contextUrls.clr201, { variant: 'oldest' })).toThrow(
      expect.objectContaining({ code: 'ERR_CONTEXT_UNKNOWN' }),
    )
  })
})

function laterTerms(variant?: string): string[] {
  const document = bundledContext(contextUrls.openBadges303, { variant })
  return ['jti', 'endorsementJwt'].filter((term) => Object.hasOwn(document?.['@context'] ?? {}, term))
}

function everyObject(value: unknown, holds: (object: object) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return true
  return holds(value) && Object.values(value).every((child) => everyObject(child, holds))
}
