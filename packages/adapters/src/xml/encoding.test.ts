import { describe, expect, it } from 'vitest'
import { detectEncoding, isEncodingDecidable, XmlDecoder } from './encoding.js'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const start = { line: 1, column: 1 }
const never = (): never => {
  throw new Error('valid bytes were called invalid')
}

describe('detectEncoding', () => {
  it.each([
    ['a UTF-8 mark', [0xef, 0xbb, 0xbf, 0x3c], 'utf-8', 3],
    ['a UTF-16LE mark', [0xff, 0xfe, 0x3c, 0x00], 'utf-16le', 2],
    ['a UTF-16BE mark', [0xfe, 0xff, 0x00, 0x3c], 'utf-16be', 2],
    ['UTF-16LE without a mark', [0x3c, 0x00, 0x3f, 0x00], 'utf-16le', 0],
    ['UTF-16BE without a mark', [0x00, 0x3c, 0x00, 0x3f], 'utf-16be', 0],
    ['no mark and no declaration', [0x3c, 0x61, 0x2f, 0x3e], 'utf-8', 0],
  ])('knows %s', (_, bytes, label, markLength) => {
    expect(detectEncoding(Uint8Array.from(bytes))).toEqual({ label, markLength })
  })

  it.each([
    ['ISO-8859-1', 'windows-1252'],
    ['iso-8859-15', 'iso-8859-15'],
    ['US-ASCII', 'utf-8'],
    ['windows-1252', 'windows-1252'],
    ['UTF-8', 'utf-8'],
    ['utf8', 'utf-8'],
    // Readable as ASCII, so it cannot be what it says.
    ['UTF-16', 'utf-8'],
  ])('takes the declaration of %s as %s', (declared, label) => {
    expect(detectEncoding(ascii(`<?xml version='1.0' encoding='${declared}'?><a/>`)).label).toBe(label)
  })

  it('believes the mark before the declaration', () => {
    const utf16 = Uint8Array.from(Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-8"?>', 'utf16le'))
    expect(detectEncoding(utf16)).toEqual({ label: 'utf-16le', markLength: 2 })
  })

  it('does not take an attribute of the root for a declaration', () => {
    expect(detectEncoding(ascii('<a encoding="iso-8859-1"/>')).label).toBe('utf-8')
  })

  it.each([[[0xff, 0xfe, 0, 0]], [[0, 0, 0xfe, 0xff]]])('refuses UTF-32', (bytes) => {
    expect(() => detectEncoding(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'ERR_XML_ENCODING' }))
  })

  it('refuses an encoding it does not know, by name', () => {
    expect(() => detectEncoding(ascii('<?xml version="1.0" encoding="EBCDIC-US"?>'))).toThrow(/ebcdic-us/)
  })
})

describe('isEncodingDecidable', () => {
  it('waits for the end of a declaration, or for enough bytes without one', () => {
    expect(isEncodingDecidable(ascii('<?xml versi'))).toBe(false)
    expect(isEncodingDecidable(ascii('<?xml version="1.0"?>'))).toBe(true)
    expect(isEncodingDecidable(new Uint8Array(256))).toBe(true)
  })
})

describe('XmlDecoder', () => {
  it.each([
    ['utf-8', ascii('aé€😀z')],
    ['utf-16le', Uint8Array.from(Buffer.from('aé€😀z', 'utf16le'))],
    ['utf-16be', Uint8Array.from(Buffer.from('aé€😀z', 'utf16le').swap16())],
  ])('joins %s characters that were cut anywhere', (label, bytes) => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const decoder = new XmlDecoder(label)
      const text = decoder.decode(bytes.subarray(0, cut), never) + decoder.decode(bytes.subarray(cut), never)
      expect(text).toBe('aé€😀z')
      expect(decoder.endsInsideCharacter).toBe(false)
    }
  })

  it('tells where invalid bytes stand and what came before them', () => {
    const decoder = new XmlDecoder('utf-8')
    let before = ''
    const decode = (): string =>
      decoder.decode(Uint8Array.of(0x61, 0xff, 0x62), (text) => {
        before = text
        return { line: 3, column: 2 }
      })
    expect(decode).toThrow(expect.objectContaining({ code: 'ERR_XML_ENCODING', line: 3, column: 2 }))
    expect(before).toBe('a')
  })

  it('knows that the input ended inside a character', () => {
    const decoder = new XmlDecoder('utf-8')
    expect(decoder.decode(Uint8Array.of(0x61, 0xe2, 0x82), () => start)).toBe('a')
    expect(decoder.endsInsideCharacter).toBe(true)
  })

  it('reads 0x80 to 0x9F of windows-1252, and the euro sign of ISO-8859-15', () => {
    expect(new XmlDecoder('windows-1252').decode(Uint8Array.of(0x80, 0x93), never)).toBe('€“')
    expect(new XmlDecoder('windows-1252').decode(Uint8Array.of(0x81, 0x9f, 0xe9), never)).toBe('\x81Ÿé')
    expect(new XmlDecoder('iso-8859-15').decode(Uint8Array.of(0xa4, 0xe9), never)).toBe('€é')
  })
})
