import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contextFromTerms } from '../packages/documents/contexts/term-table.mjs'
import { generateContexts, pinnedTexts } from './generate-contexts.mjs'

describe('generateContexts', () => {
  it('writes each text under its hash, in a module that imports nothing', async () => {
    const { 'context-texts.js': code } = await generateContexts()
    const { contextTexts } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    expect(Object.keys(contextTexts).length).toBeGreaterThan(15)
    for (const [sha256, text] of Object.entries(contextTexts)) {
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
    }
    expect(code).not.toMatch(/^import\b/m)
  })
})

describe('pinnedTexts', () => {
  const sha256 = createHash('sha256').update('{}').digest('hex')

  it('takes what is pinned, and no more', () => {
    expect(pinnedTexts([['https://a.example', sha256]], ['{}', '[]'])).toEqual({ [sha256]: '{}' })
  })

  it('refuses a text that is not the pinned one', () => {
    expect(() => pinnedTexts([['https://a.example', sha256]], ['{ }'])).toThrow(`no text of https://a.example`)
  })
})

describe('contextFromTerms', () => {
  const table = [
    ['*', 'id', '@id'],
    ['*', 'ex', 'https://terms.example/#'],
    ['*', 'Course', 'ex:Course'],
    ['Course', 'credits', 'ex:credits', 'xsd:decimal'],
    ['Course', 'tag', 'ex:tag', undefined, '@set'],
  ]

  it('writes aliases and prefixes as text, terms as definitions, and scopes inside their type', () => {
    expect(contextFromTerms(table)).toEqual({
      '@context': {
        id: '@id',
        ex: 'https://terms.example/#',
        Course: {
          '@id': 'ex:Course',
          '@context': {
            credits: { '@id': 'ex:credits', '@type': 'xsd:decimal' },
            tag: { '@id': 'ex:tag', '@container': '@set' },
          },
        },
      },
    })
  })

  it('adds to a base and replaces in it, without changing it', () => {
    const base = contextFromTerms(table)
    const before = structuredClone(base)
    const changes = [
      ['Course', 'credits', 'ex:points'],
      ['*', 'name', 'ex:name'],
    ]
    expect(contextFromTerms(changes, base)).toEqual({
      '@context': {
        id: '@id',
        ex: 'https://terms.example/#',
        Course: {
          '@id': 'ex:Course',
          '@context': { credits: { '@id': 'ex:points' }, tag: { '@id': 'ex:tag', '@container': '@set' } },
        },
        name: { '@id': 'ex:name' },
      },
    })
    expect(base).toEqual(before)
  })
})
