import { describe, expect, it } from 'vitest'
import { jsonValueProblem } from './json-value.js'

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

describe('jsonValueProblem', () => {
  it('accepts plain JSON, objects without prototype and absent members', () => {
    expect(
      jsonValueProblem({ a: [1, 'b', null, true], c: undefined, d: Object.assign(Object.create(null), { e: 1 }) }),
    ).toBeUndefined()
  })

  it.each<[string, unknown, string, string]>([
    ['a date', { validFrom: new Date(0) }, '/validFrom', 'json-not-a-value'],
    ['a map', [new Map()], '/0', 'json-not-a-value'],
    ['a function', { 'a/b': () => 1 }, '/a~1b', 'json-not-a-value'],
    ['a bigint', [1n], '/0', 'json-not-a-value'],
    ['undefined in a list', [undefined], '/0', 'json-not-a-value'],
    ['NaN', Number.NaN, '', 'json-not-a-value'],
    ['half a surrogate pair', ['\ud800'], '/0', 'json-not-a-value'],
    ['a name with half a surrogate pair', { a: [{ '\ud800': 1 }] }, '/a/0', 'json-not-a-value'],
    ['a name of 4097 characters', { a: { ['k'.repeat(4097)]: 1 } }, '/a', 'json-forbidden-key'],
    ['__proto__', JSON.parse('{"__proto__": 1}'), '', 'json-forbidden-key'],
  ])('refuses %s', (_name, value, pointer, code) => {
    expect(jsonValueProblem(value)).toMatchObject({ pointer, code })
  })

  it('accepts a name of 4096 characters, and any name of what is absent', () => {
    expect(jsonValueProblem({ ['k'.repeat(4096)]: 1, '\ud800': undefined })).toBeUndefined()
  })

  it('refuses an object that contains itself', () => {
    expect(jsonValueProblem(cyclic)?.code).toBe('json-too-deep')
  })
})
