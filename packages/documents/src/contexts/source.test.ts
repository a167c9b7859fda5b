import { describe, expect, it } from 'vitest'
import { bundledContext } from './bundled-contexts.js'
import { contextUrls } from './context-urls.js'
import { contextSource } from './source.js'

const url = 'https://terms.example/v1'
const document = { '@context': { nickname: 'https://terms.example/#nickname' } }
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

describe('contextSource', () => {
  it('gives the bundled contexts, and nothing else', () => {
    const contexts = contextSource()
    expect(contexts(contextUrls.openBadges303)).toBe(bundledContext(contextUrls.openBadges303))
    for (const unknown of [url, 'constructor', '__proto__', '']) expect(contexts(unknown)).toBeUndefined()
  })

  it.each([
    ['an object', document],
    ['bytes', bytes(document)],
  ])('gives the caller a context of their own from %s, as a private frozen copy', (_, supplied) => {
    const contexts = contextSource({ documents: { [url]: supplied } })
    const found = contexts(url)
    expect(found).toEqual(document)
    expect(found).not.toBe(supplied)
    expect(Object.isFrozen(found?.['@context'])).toBe(true)
    expect(Object.isFrozen(document['@context'])).toBe(false)
    expect(contexts(url)).toBe(found)
  })

  it.each([
    ['bytes that are not JSON', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['a document without @context', { id: url }],
    ['an array', [document]],
    ['a @context that is a number', { '@context': 5 }],
    ['a member given twice', new TextEncoder().encode('{"@context":{},"@context":{}}')],
  ])('does not take %s for a context', (_, supplied) => {
    expect(contextSource({ documents: { [url]: supplied } })(url)).toBeUndefined()
  })

  it('uses the variant that the caller chose', () => {
    const contexts = contextSource({ variants: { [contextUrls.openBadges303]: 'until-2026-06' } })
    const expected = bundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' })
    expect(contexts(contextUrls.openBadges303)).toBe(expected)
  })

  it.each([{ [contextUrls.openBadges303]: 'oldest' }, { [contextUrls.clr201]: 'oldest' }, { [url]: 'oldest' }])(
    'refuses variants that do not exist: %j',
    (variants) => {
      expect(() => contextSource({ variants })).toThrow(expect.objectContaining({ code: 'ERR_CONTEXT_UNKNOWN' }))
    },
  )
})

describe('contextSource, when documents name a bundled URL', () => {
  const earlier = bundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' }) as object

  it.each([
    ['other content', document],
    ['bytes that are not JSON', new Uint8Array([1])],
  ])('refuses %s', (_, supplied) => {
    const contexts = contextSource({ documents: { [contextUrls.credentialsV2]: supplied } })
    expect(() => contexts(contextUrls.credentialsV2)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })

  it('takes an equal text for the bundled one, whatever its layout', () => {
    const supplied = bytes(bundledContext(contextUrls.credentialsV2))
    const contexts = contextSource({ documents: { [contextUrls.credentialsV2]: supplied } })
    expect(contexts(contextUrls.credentialsV2)).toBe(bundledContext(contextUrls.credentialsV2))
  })

  it('uses the variant that it is given, unless another is chosen', () => {
    const documents = { [contextUrls.openBadges303]: earlier }
    const variants = { [contextUrls.openBadges303]: 'validator-2025-11' }
    expect(contextSource({ documents })(contextUrls.openBadges303)).toBe(earlier)
    expect(contextSource({ documents, variants })(contextUrls.openBadges303)).toBe(
      bundledContext(contextUrls.openBadges303, { variant: 'validator-2025-11' }),
    )
  })

  it('does not take the text of another URL', () => {
    const documents = { [contextUrls.openBadges302]: earlier }
    expect(() => contextSource({ documents })(contextUrls.openBadges302)).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })
})
