import { expect, it } from 'vitest'
import { childPointer, valueAtPointer } from './pointer.js'

it('escapes and unescapes member names', () => {
  const pointer = childPointer(childPointer('', 'a/b~c'), 0)
  expect(pointer).toBe('/a~1b~0c/0')
  expect(valueAtPointer({ 'a/b~c': ['x'] }, pointer)).toBe('x')
})

it('finds nothing where nothing is, inherited members included', () => {
  expect(valueAtPointer({ a: 1 }, '/a/b')).toBeUndefined()
  expect(valueAtPointer({}, '/constructor')).toBeUndefined()
  expect(valueAtPointer(null, '/a')).toBeUndefined()
})
