import { describe, expect, it } from 'vitest'
import { freshForMs, shorterMs } from './freshness.js'

const date = 'Mon, 01 Jun 2026 12:00:00 GMT'
const later = 'Mon, 01 Jun 2026 12:01:00 GMT'

describe('freshForMs', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'cache-control': 'public, must-revalidate' }, undefined],
    [{ 'cache-control': 'max-age=60' }, 60_000],
    [{ 'cache-control': 'public, Max-Age="60"' }, 60_000],
    [{ 'cache-control': 'max-age=60, max-age=10' }, 10_000],
    [{ 'cache-control': 'max-age=60', age: '45' }, 15_000],
    [{ 'cache-control': 'max-age=60', age: '90' }, 0],
    [{ 'cache-control': 'max-age=60', age: 'old' }, 60_000],
    [{ 'cache-control': 'max-age=0' }, 0],
    [{ 'cache-control': 'max-age=-1' }, 0],
    [{ 'cache-control': 'max-age' }, 0],
    [{ 'cache-control': 'max-age=60, no-store' }, 0],
    [{ 'cache-control': 'max-age=60, No-Cache' }, 0],
    [{ 'cache-control': 'no-cache="set-cookie", max-age=60' }, 0],
    [{ 'cache-control': 'private, max-age=60' }, 0],
    [{ date, expires: later }, 60_000],
    [{ date, expires: later, age: '20' }, 40_000],
    [{ date, expires: later, 'cache-control': 'max-age=10' }, 10_000],
    [{ date: later, expires: date }, 0],
    [{ date, expires: '0' }, 0],
    [{ expires: later }, 0],
  ])('of %j is %s', (headers, expected) => {
    expect(freshForMs(new Headers(headers))).toBe(expected)
  })
})

describe('shorterMs', () => {
  it.each([
    [undefined, undefined, undefined],
    [undefined, 5, 5],
    [5, undefined, 5],
    [0, undefined, 0],
    [3, 5, 3],
    [5, 3, 3],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(shorterMs(a, b)).toBe(expected)
  })
})
