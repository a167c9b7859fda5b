import { expect, it } from 'vitest'
import { hasMember, isObject, memberOf, objectsAt, valuesAt } from './located.js'

const at = (value: Parameters<typeof memberOf>[0]) => ({ value, pointer: '/a' })

it('tells objects from everything else', () => {
  expect(isObject({})).toBe(true)
  for (const value of [null, [], 'a', 1, true, undefined, () => {}]) expect(isObject(value)).toBe(false)
})

it('reads own members only', () => {
  expect(memberOf({ a: 1 }, 'a')).toBe(1)
  expect(memberOf({}, 'constructor')).toBeUndefined()
  expect(memberOf(JSON.parse('{ "__proto__": 7 }'), '__proto__')).toBe(7)
  expect(memberOf({}, '__proto__')).toBeUndefined()
})

it('reads the values of a member, single or in an array', () => {
  expect(valuesAt(at({ m: 1 }), 'm')).toEqual([{ value: 1, pointer: '/a/m' }])
  expect(valuesAt(at({ m: null }), 'm')).toEqual([{ value: null, pointer: '/a/m' }])
  expect(valuesAt(at({ 'm/~': [1, [2]] }), 'm/~')).toEqual([
    { value: 1, pointer: '/a/m~1~0/0' },
    { value: [2], pointer: '/a/m~1~0/1' },
  ])
  expect(valuesAt(at({}), 'm')).toEqual([])
  expect(valuesAt(at({ m: [] }), 'm')).toEqual([])
})

it('reads the objects of a member, and leaves out anything else', () => {
  expect(objectsAt(at({ m: { b: 1 } }), 'm')).toEqual([{ value: { b: 1 }, pointer: '/a/m' }])
  expect(objectsAt(at({ m: [1, { b: 1 }, null, [{}]] }), 'm')).toEqual([{ value: { b: 1 }, pointer: '/a/m/1' }])
  for (const m of [null, 7, 'text']) expect(objectsAt(at({ m }), 'm')).toEqual([])
  expect(objectsAt(at({}), 'constructor')).toEqual([])
})

it('knows members that say nothing', () => {
  for (const m of ['text', 0, false, {}, [null]]) expect(hasMember(at({ m }), 'm')).toBe(true)
  for (const m of [null, '', []]) expect(hasMember(at({ m }), 'm')).toBe(false)
  expect(hasMember(at({}), 'm')).toBe(false)
  expect(hasMember(at({}), 'toString')).toBe(false)
})
