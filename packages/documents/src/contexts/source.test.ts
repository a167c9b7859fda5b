import { describe, expect, it } from 'vitest'
import { contextUrls } from './context-urls.js'
import { loadBundledContext } from './registry.js'
import { contextSource } from './source.js'

const url = 'https://terms.example/v1'
const document = { '@context': { nickname: 'https://terms.example/#nickname' } }
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

describe('contextSource', () => {
  it('gives the bundled contexts, and nothing else', async () => {
    const contexts = contextSource()
    expect(await contexts(contextUrls.openBadges303)).toBe(await loadBundledContext(contextUrls.openBadges303))
    for (const unknown of [url, 'constructor', '__proto__', '']) expect(await contexts(unknown)).toBeUndefined()
  })

  it.each([
    ['an object', document],
    ['bytes', bytes(document)],
  ])('gives the caller a context of their own from %s, as a private copy', async (_, supplied) => {
    const contexts = contextSource({ documents: { [url]: supplied } })
    const found = await contexts(url)
    expect(found).toEqual(document)
    expect(found).not.toBe(supplied)
    expect(await contexts(url)).toBe(found)
  })

  it.each([
    ['bytes that are not JSON', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['a document without @context', { id: url }],
    ['an array', [document]],
    ['a @context that is a number', { '@context': 5 }],
    ['a member given twice', new TextEncoder().encode('{"@context":{},"@context":{}}')],
  ])('does not take %s for a context', async (_, supplied) => {
    expect(await contextSource({ documents: { [url]: supplied } })(url)).toBeUndefined()
  })

  it('uses the variant that the caller chose', async () => {
    const contexts = contextSource({ variants: { [contextUrls.openBadges303]: 'until-2026-06' } })
    const expected = await loadBundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' })
    expect(await contexts(contextUrls.openBadges303)).toBe(expected)
  })

  it.each([{ [contextUrls.openBadges303]: 'oldest' }, { [contextUrls.clr201]: 'oldest' }, { [url]: 'oldest' }])(
    'refuses variants that do not exist: %j',
    (variants) => {
      expect(() => contextSource({ variants })).toThrow(expect.objectContaining({ code: 'ERR_CONTEXT_UNKNOWN' }))
    },
  )
})

describe('contextSource, when documents name a bundled URL', () => {
  const earlier = loadBundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' })

  it.each([
    ['other content', document],
    ['bytes that are not JSON', new Uint8Array([1])],
  ])('refuses %s', async (_, supplied) => {
    const contexts = contextSource({ documents: { [contextUrls.credentialsV2]: supplied } })
    await expect(contexts(contextUrls.credentialsV2)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it('takes an equal text for the bundled one, whatever its layout', async () => {
    const supplied = bytes(await loadBundledContext(contextUrls.credentialsV2))
    const contexts = contextSource({ documents: { [contextUrls.credentialsV2]: supplied } })
    expect(await contexts(contextUrls.credentialsV2)).toBe(await loadBundledContext(contextUrls.credentialsV2))
  })

  it('uses the variant that it is given, unless another is chosen', async () => {
    const documents = { [contextUrls.openBadges303]: (await earlier) as object }
    const variants = { [contextUrls.openBadges303]: 'validator-2025-11' }
    expect(await contextSource({ documents })(contextUrls.openBadges303)).toBe(await earlier)
    expect(await contextSource({ documents, variants })(contextUrls.openBadges303)).toBe(
      await loadBundledContext(contextUrls.openBadges303, { variant: 'validator-2025-11' }),
    )
  })

  it('does not take the text of another URL', async () => {
    const documents = { [contextUrls.openBadges302]: (await earlier) as object }
    await expect(contextSource({ documents })(contextUrls.openBadges302)).rejects.toMatchObject({
      code: 'ERR_INVALID_OPTION',
    })
  })
})
