import { describe, expect, it } from 'vitest'
import { decodeCbor, encodeCbor } from './cbor.js'

const decode = (hex: string) => decodeCbor(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))

// Values of RFC 8949, Appendix A, and of RFC 8746 §2.1.
describe('decodeCbor', () => {
  it.each([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1affffffff', 4_294_967_295],
    ['40', new Uint8Array()],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['d840420102', Uint8Array.of(1, 2)],
    ['60', ''],
    ['62c3bc', 'ü'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a201020304', new Map([[1, 2], [3, 4]])], // biome-ignore format: pairs
  ])('%s', (hex, value) => {
    expect(decode(hex)).toEqual(value)
    const tagged = hex.startsWith('d8')
    if (!tagged) expect(Buffer.from(encodeCbor(value)).toString('hex')).toBe(hex)
  })

  it.each([
    ['nothing', ''],
    ['a negative integer', '20'],
    ['an integer of 64 bits', '1b000000e8d4a51000'],
    ['a float', 'f90000'],
    ['true', 'f5'],
    ['undefined', 'f7'],
    ['an indefinite array', '9f01ff'],
    ['an indefinite byte string', '5f42010243030405ff'],
    ['an indefinite map', 'bf0102ff'],
    ['bytes that are cut', '440102'],
    ['an array that is cut', '820102'.slice(0, 4)],
    ['a long array of nothing', '9affffffff'],
    ['something behind the value', '0000'],
    ['a key given twice', 'a201020103'],
    ['a key that is a text', 'a1616101'],
    ['text that is no UTF-8', '61ff'],
    ['another tag', 'c11a514b67b0'],
    ['the tag of bytes around something else', 'd84001'],
    ['lists in lists in lists in lists in lists', '818181818101'],
  ])('refuses %s', (_, hex) => {
    expect(decode(hex)).toBeUndefined()
  })
})
