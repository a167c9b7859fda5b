import { expect, it } from 'vitest'
import { LocalNames } from './local-names.js'

it('returns the part behind the prefix, also of names that have the same traits', () => {
  const names = new LocalNames()
  // The same length, and the same characters where it looks.
  for (const name of ['p:abcdefgh', 'p:abcdxfgh', 'q:abcdefgh', 'abc', 'a', 'a:b:c', '']) {
    expect([names.of(name), names.of(name)]).toEqual(Array(2).fill(name.slice(name.lastIndexOf(':') + 1)))
  }
})

it('knows the names that it was asked for, as far as it remembers them', () => {
  const names = new LocalNames()
  expect(names.known('p:a')).toBeUndefined()
  names.of('p:a')
  expect(names.known('p:a')).toEqual({ qualified: 'p:a', local: 'a' })
  expect(names.known('q:a')).toBeUndefined()
  for (let index = 0; index < 10_000; index++) names.of(`name${index}`)
  expect(names.known('name9999')).toBeUndefined()
})
