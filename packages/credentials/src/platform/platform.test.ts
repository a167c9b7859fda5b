import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as node from './node.js'
import * as web from './web.js'

describe('platforms', () => {
  it.each([
    ['SHA-256', node.sha256Hex, web.sha256Hex],
    ['MD5', node.md5Hex, web.md5Hex],
  ])('have the same %s of any text', (_, onNode, onTheWeb) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(onNode(text)).toBe(onTheWeb(text))
      }),
    )
    // A half of a surrogate pair has no UTF-8.
    expect(onNode('a\ud800b')).toBe(onTheWeb('a\ud800b'))
    expect(onNode('')).toBe(onTheWeb(''))
  })

  it('write the same digits of bytes, also of a part of a buffer', () => {
    const part = Uint8Array.from({ length: 256 }, (_, byte) => byte).subarray(3, 20)
    expect(node.hexFromBytes(part)).toBe('030405060708090a0b0c0d0e0f10111213')
    expect(web.hexFromBytes(part)).toBe('030405060708090a0b0c0d0e0f10111213')
  })

  it.each([[[1, 2]], ['ab'], [undefined], [new Float64Array(2)], [new DataView(new ArrayBuffer(2))]])(
    'refuse %j, which is no bytes',
    (bytes) => {
      expect(() => node.hexFromBytes(bytes as never)).toThrow(TypeError)
      expect(() => web.hexFromBytes(bytes as never)).toThrow(TypeError)
    },
  )
})
