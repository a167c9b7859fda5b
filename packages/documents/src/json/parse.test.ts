import { describe, expect, it } from 'vitest'
import { parseJson } from './parse.js'

const codeOf = (text: string | Uint8Array, limits = {}): string | undefined => {
  const parsed = parseJson(text, limits)
  return parsed.ok ? undefined : parsed.problem.code
}

describe('parseJson', () => {
  it('reads every kind of value', () => {
    const text = ' {"a": [1, -0.5, 2e3, true, false, null, "\\u00e9\\n\\/"], "b": {}, "c": []} '
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it('reads bytes and skips a byte order mark', () => {
    expect(parseJson(new TextEncoder().encode('\uFEFF"é"'))).toEqual({ ok: true, value: 'é' })
    expect(parseJson('\uFEFF1')).toEqual({ ok: true, value: 1 })
  })

  it('refuses a member given twice, also when it is spelt with an escape', () => {
    const parsed = parseJson('{"a": 1,\n "b": {"name": 1, "n\\u0061me": 2}}')
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'json-duplicate-key', pointer: '/b/name' } })
    expect(!parsed.ok && parsed.problem.detail).toContain('Line 2, column 19')
  })

  it('refuses __proto__ as a member, and only as a member', () => {
    expect(codeOf('{"__proto__": {}}')).toBe('json-forbidden-key')
    expect(codeOf('["__proto__", {"constructor": 1}]')).toBeUndefined()
  })

  it('refuses names that are too long or not well formed, and repeats neither', () => {
    expect(codeOf(`{"${'k'.repeat(4096)}": 1}`)).toBeUndefined()
    expect(parseJson(`{"a": {"${'k'.repeat(4097)}": 1}}`)).toMatchObject({
      problem: { code: 'json-forbidden-key', pointer: '/a', detail: expect.not.stringContaining('kkk') },
    })
    expect(parseJson('{"a": {"\\ud800": 1}}')).toMatchObject({ problem: { code: 'json-encoding', pointer: '/a' } })
  })

  it('shows a name that is given twice only as far as it may be shown', () => {
    const name = `${'k'.repeat(90)}`
    const parsed = parseJson(`{"\\u001b${name}": 1, "\\u001b${name}": 2}`)
    expect(!parsed.ok && parsed.problem.detail).toContain(`"�${'k'.repeat(79)}…" is given twice`)
  })

  it.each([
    ['', 'json-empty'],
    [' \n', 'json-empty'],
    ['{', 'json-syntax'],
    ['{"a"}', 'json-syntax'],
    ['{"a":1,}', 'json-syntax'],
    ['{a:1}', 'json-syntax'],
    ['[1,]', 'json-syntax'],
    ['[1 2]', 'json-syntax'],
    ['01', 'json-syntax'],
    ['+1', 'json-syntax'],
    ['.5', 'json-syntax'],
    ['1.', 'json-syntax'],
    ['1e999', 'json-syntax'],
    ['NaN', 'json-syntax'],
    ['tru', 'json-syntax'],
    ['"a', 'json-syntax'],
    ['"\\x41"', 'json-syntax'],
    ['"\\u00g0"', 'json-syntax'],
    ['"\t"', 'json-syntax'],
    ['1 1', 'json-syntax'],
    ['<html>', 'json-syntax'],
    ['"\\ud800"', 'json-encoding'],
  ])('refuses %j', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe('json-encoding')
    expect(codeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe('json-encoding')
  })

  it('bounds size by bytes and depth by levels', () => {
    expect(codeOf('"ééé"', { maxBytes: 8 })).toBeUndefined()
    expect(codeOf('"ééé"', { maxBytes: 7 })).toBe('json-too-large')
    expect(codeOf('[[1]]', { maxDepth: 2 })).toBeUndefined()
    expect(codeOf('[[[1]]]', { maxDepth: 2 })).toBe('json-too-deep')
    expect(codeOf('['.repeat(1_000_000))).toBe('json-too-deep')
  })
})
