import { describe, expect, it } from 'vitest'
import { copyJson } from './copy-json.js'

describe('copyJson', () => {
  it('shares nothing with what it copies, at any depth', () => {
    const original = { subject: { name: 'A', results: [{ value: 1 }] } }
    const copied = copyJson(original)
    original.subject.name = 'B'
    original.subject.results[0] = { value: 2 }
    expect(copied).toEqual({ ok: true, value: { subject: { name: 'A', results: [{ value: 1 }] } } })
  })

  it('leaves out absent members, and writes -0 as 0', () => {
    const copied = copyJson({ a: undefined, b: -0 })
    expect(copied.ok && Object.entries(copied.value as object)).toEqual([['b', 0]])
  })

  it('reads every member once, so that what was checked is what is copied', () => {
    let reads = 0
    const changing = Object.defineProperty({}, 'validFrom', {
      enumerable: true,
      get: () => {
        reads += 1
        return reads === 1 ? '2026-06-01T00:00:00Z' : new Date(0)
      },
    })
    expect(copyJson(changing)).toEqual({ ok: true, value: { validFrom: '2026-06-01T00:00:00Z' } })
  })

  it('says where the first value stands that is no JSON', () => {
    const value = { a: { b: { c: 1 } }, d: [0, { 'e/f': new Date(0) }, Number.NaN] }
    expect(copyJson(value)).toMatchObject({ ok: false, problem: { code: 'json-not-a-value', pointer: '/d/1/e~1f' } })
  })

  it('keeps the limit of levels that it is given', () => {
    expect(copyJson([[1]], { maxDepth: 2 }).ok).toBe(true)
    expect(copyJson({ a: [[1]] }, { maxDepth: 2 })).toMatchObject({
      ok: false,
      problem: { code: 'json-too-deep', pointer: '/a/0' },
    })
  })
})
