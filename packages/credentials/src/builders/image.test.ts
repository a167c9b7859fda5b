import { describe, expect, it } from 'vitest'
import { validateSchema } from '../validate/index.js'
import { image } from './index.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
const refusal = expect.objectContaining({ code: 'ERR_INVALID_OPTION' })

describe('image', () => {
  it('takes an address, and a caption', () => {
    expect(image('https://university.example/seal.png', { caption: 'A lion' })).toEqual({
      id: 'https://university.example/seal.png',
      type: 'Image',
      caption: 'A lion',
    })
    expect(image('data:image/png;base64,iVBORw0KGgo=')).toEqual({
      id: 'data:image/png;base64,iVBORw0KGgo=',
      type: 'Image',
    })
  })

  it('makes a data URI of the bytes of a PNG', () => {
    const { id } = image(png)
    expect(id).toBe(`data:image/png;base64,${Buffer.from(png).toString('base64')}`)
    expect(validateSchema(image(png, { caption: 'A lion' }), 'Image')).toEqual([])
  })

  it('takes pictures of a megabyte', () => {
    const big = new Uint8Array(1_000_000).fill(0xff)
    big.set(png)
    expect(image(big).id).toBe(`data:image/png;base64,${Buffer.from(big).toString('base64')}`)
  })

  it.each([
    '<svg/>',
    '\uFEFF<svg xmlns="http://www.w3.org/2000/svg">ä</svg>',
    '<?xml version="1.0"?>\n<!-- a > b - - c -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n<svg\n></svg>',
    '<!DOCTYPE svg [ <!ENTITY a "b"> ]><s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
  ])('knows an SVG by its root: %j', (text) => {
    expect(image(utf8(text)).id).toBe(`data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['half a signature', png.slice(0, 7)],
    ['HTML', utf8('<html><svg/></html>')],
    ['a text that speaks of SVG', utf8('See <svg/>')],
    ['another element', utf8('<svgs/>')],
    ['SVG in UTF-16', Uint8Array.from(Buffer.from('\uFEFF<svg/>', 'utf16le'))],
  ])('refuses %s', (_name, bytes) => {
    expect(() => image(bytes)).toThrow(refusal)
  })

  it('refuses relative addresses', () => {
    for (const address of ['seal.png', '/seal.png', '//university.example/seal.png', ''])
      expect(() => image(address)).toThrow(refusal)
  })

  it('says in time that a long text is no picture', () => {
    for (const piece of ['<!---->', '<?a?>', '<!-- ', '<!DOCTYPE [', ' '])
      expect(() => image(utf8(piece.repeat(20_000)))).toThrow(refusal)
  })

  it('is told what is no string and no bytes', () => {
    expect(() => image(7 as never)).toThrow(refusal)
  })
})
