import { describe, expect, it } from 'vitest'
import { contextSource } from '../contexts/source.js'
import type { JsonObject } from '../json/interface.js'
import { ActiveContext } from './active-context.js'
import { contextReader } from './context-reader.js'
import { expandName, expandReference, expandType } from './expand-iri.js'

const ex = 'https://terms.example/#'

function contextOf(context: JsonObject): ActiveContext {
  const reader = contextReader(contextSource())
  const active = reader.embedded(reader.initial, context)
  if (!(active instanceof ActiveContext)) throw new Error(JSON.stringify(active))
  return active
}

const plain = contextOf({
  ex,
  name: 'ex:name',
  none: null,
  self: '@id',
  notPrefix: { '@id': ex },
  isPrefix: { '@id': `${ex}p-`, '@prefix': true },
})

describe('expanding IRIs', () => {
  it.each([
    ['name', `${ex}name`],
    ['none', null],
    ['self', '@id'],
    ['@type', '@type'],
    ['@reserved', null],
    ['@', '@'],
    ['other', 'other'],
    ['ex:other', `${ex}other`],
    ['notPrefix:a', 'notPrefix:a'],
    ['isPrefix:a', `${ex}p-a`],
    ['ex://a', 'ex://a'],
    ['_:b', '_:b'],
    ['urn:a:b', 'urn:a:b'],
    [':a', ':a'],
  ])('the name %j', (name, expected) => {
    expect(expandName(plain, name)).toBe(expected)
  })

  const based = contextOf({ '@base': 'https://base.example/a/', '@vocab': 'https://vocabulary.example/', name: ex })

  it('takes names from terms and the vocabulary, references from the base, types from both', () => {
    expect(['name', 'x'].map((value) => expandName(based, value))).toEqual([ex, 'https://vocabulary.example/x'])
    expect(['name', 'x'].map((value) => expandType(based, value))).toEqual([ex, 'https://vocabulary.example/x'])
    expect(['name', '../x', '@x'].map((value) => expandReference(based, value))).toEqual([
      'https://base.example/a/name',
      'https://base.example/x',
      null,
    ])
    const withoutVocab = contextOf({ '@base': 'https://base.example/a/' })
    expect([expandType(withoutVocab, 'x'), expandName(withoutVocab, 'x')]).toEqual(['https://base.example/a/x', 'x'])
  })
})
