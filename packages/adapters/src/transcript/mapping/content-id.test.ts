import { expect, it } from 'vitest'
import { contentId, present } from './content-id.js'

it('is the same for the same content and another for other content', () => {
  expect(contentId('a', { b: 1 })).toBe(contentId('a', { b: 1 }))
  expect(contentId('a', { b: 1 })).not.toBe(contentId('a', { b: 2 }))
  // Parts must not run into each other.
  expect(contentId('a', 'b')).not.toBe(contentId('ab'))
})

it('is a name-based UUID that never changes between releases', () => {
  expect(contentId('course', { name: 'Algebra' })).toBe('urn:uuid:6228e868-89f4-54c5-a44c-db7a5691a2cb')
})

it('leaves out what is absent', () => {
  expect(present({ a: 1, b: undefined, c: null, d: [], e: '', f: 0, g: false })).toEqual({
    a: 1,
    e: '',
    f: 0,
    g: false,
  })
})
