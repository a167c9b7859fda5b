import { describe, expect, it } from 'vitest'
import { contextFromTerms, type TermTable } from './term-table.js'

const table: TermTable = [
  ['*', 'id', '@id'],
  ['*', 'ex', 'https://terms.example/#'],
  ['*', 'Course', 'ex:Course'],
  ['Course', 'credits', 'ex:credits', 'xsd:decimal'],
  ['Course', 'tag', 'ex:tag', undefined, '@set'],
]

describe('contextFromTerms', () => {
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
    const changed = contextFromTerms(
      [
        ['Course', 'credits', 'ex:points'],
        ['*', 'name', 'ex:name'],
      ],
      base,
    )
    expect(base).toEqual(before)
    expect(changed).toEqual({
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
  })
})
