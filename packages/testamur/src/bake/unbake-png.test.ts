import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  compressedITXt,
  dataChunk,
  endChunk,
  headerChunk,
  iTXt,
  joinBytes,
  pngChunk,
  pngImage,
  pngSignature,
  tEXt,
  zTXt,
} from '../../test/png-image.js'
import type { UnbakeLimits } from './interface.js'
import { bakedMediaType, unbake } from './unbake.js'

const credential = JSON.stringify({ name: 'Zeugnis für Zoë 🎓', type: ['VerifiableCredential'] })
const found = { ok: true, mediaType: 'image/png', format: 'open-badges-3', content: credential }
const codeOf = async (bytes: Uint8Array, limits?: UnbakeLimits): Promise<string | undefined> => {
  const result = await unbake(bytes, limits)
  return result.ok ? undefined : result.problem.code
}

describe('the credential in a PNG is read', () => {
  it.each([
    ['iTXt', iTXt],
    ['iTXt, compressed, with language and translated keyword', compressedITXt],
    ['tEXt that holds UTF-8', tEXt],
    ['zTXt that holds UTF-8', zTXt],
  ])('from %s', async (_name, chunk) => {
    expect(await unbake(pngImage(chunk('openbadgecredential', credential)))).toEqual(found)
  })

  it.each([
    ['openbadges', 'open-badges-2'],
    ['openbadgecredential', 'open-badges-3'],
    ['clrcredential', 'clr-2'],
  ])('by the keyword %s', async (keyword, format) => {
    expect(await unbake(pngImage(iTXt(keyword, credential)))).toEqual({ ...found, format })
  })

  it('from Latin-1 where the text is not UTF-8', async () => {
    const latin1 = Uint8Array.from('{"name":"Zoë, \x80\x9f"}', (letter) => letter.charCodeAt(0))
    for (const chunk of [tEXt('openbadgecredential', latin1), zTXt('openbadgecredential', latin1)]) {
      expect(await unbake(pngImage(chunk))).toMatchObject({ content: '{"name":"Zoë, \x80\x9f"}' })
    }
  })

  it('among other texts, before the picture or behind it, without white space around it', async () => {
    const others = [tEXt('Author', 'openbadgecredential'), iTXt('Openbadgecredential', '{}'), zTXt('Comment', 'x')]
    const behind = joinBytes(
      pngSignature,
      headerChunk,
      ...others,
      dataChunk,
      iTXt('openbadgecredential', `\n${credential} `),
      endChunk,
    )
    expect(await unbake(behind)).toEqual(found)
    expect(await unbake(pngImage(iTXt('openbadgecredential', credential), ...others))).toEqual(found)
  })

  it('from a part of a larger buffer, which stays as it is', async () => {
    const image = pngImage(iTXt('openbadgecredential', credential))
    const larger = joinBytes([1, 2, 3], image, [4])
    const copy = larger.slice()
    expect(await unbake(larger.subarray(3, 3 + image.length))).toEqual(found)
    expect(larger).toEqual(copy)
  })
})

describe('two credentials are refused', () => {
  const one = iTXt('openbadgecredential', credential)

  it.each([
    ['the same twice', [one, one]],
    ['different ones', [one, iTXt('openbadgecredential', '{}')]],
    ['of two formats', [iTXt('openbadges', '{}'), one]],
    ['in two kinds of chunk', [tEXt('openbadgecredential', credential), one]],
    ['one of which is empty', [one, iTXt('clrcredential', '')]],
    ['one of which cannot be read', [one, pngChunk('zTXt', joinBytes('openbadgecredential', [0, 0], 'noise'))]],
  ])('%s', async (_name, chunks) => {
    expect(await codeOf(pngImage(...chunks))).toBe('baked-twice')
  })
})

describe('a damaged PNG is refused', () => {
  const good = pngImage(iTXt('openbadgecredential', credential))

  it('cut anywhere', async () => {
    for (let length = pngSignature.length; length < good.length; length++) {
      expect(await codeOf(good.subarray(0, length))).toBe('png-malformed')
    }
  })

  it('with any byte behind the signature changed, so that the credential is never another one', async () => {
    for (let at = pngSignature.length; at < good.length; at++) {
      const damaged = good.map((byte, index) => (index === at ? byte ^ 0x20 : byte))
      expect(await codeOf(damaged)).toBe('png-malformed')
    }
  })

  const noType = pngChunk('1234', new Uint8Array())
  it.each([
    ['with bytes behind its end', joinBytes(good, [0])],
    ['with a credential behind its end', joinBytes(pngImage(), iTXt('openbadgecredential', credential))],
    ['without a header', joinBytes(pngSignature, dataChunk, endChunk)],
    ['with a second header', pngImage(headerChunk)],
    ['with a chunk before its header', joinBytes(pngSignature, tEXt('a', 'b'), headerChunk, dataChunk, endChunk)],
    ['with a chunk without type', pngImage(noType)],
    ['with a chunk that says it is 4 GB long', joinBytes(pngSignature, headerChunk, [0xff, 0xff, 0xff, 0xff], 'IDAT')],
    ['whose text is not UTF-8', pngImage(iTXt('openbadgecredential', Uint8Array.of(0xff)))],
    ['whose text ends in its head', pngImage(pngChunk('iTXt', joinBytes('openbadgecredential', [0, 0, 0, 0, 65])))],
    [
      'whose text is compressed by its own word',
      pngImage(pngChunk('iTXt', joinBytes('openbadgecredential', [0, 2, 0, 0, 0], '{}'))),
    ],
    ['whose compressed text is none', pngImage(pngChunk('zTXt', joinBytes('openbadgecredential', [0, 0], '{}')))],
    [
      'whose compressed text is cut off',
      pngImage(pngChunk('zTXt', joinBytes('openbadgecredential', [0, 0], deflateSync(credential).subarray(0, -1)))),
    ],
    [
      'whose text is compressed by another method',
      pngImage(pngChunk('zTXt', joinBytes('openbadgecredential', [0, 1], deflateSync(credential)))),
    ],
  ])('%s', async (_name, bytes) => {
    expect(await codeOf(bytes)).toBe('png-malformed')
  })
})

describe('an image is too large', () => {
  const good = pngImage(iTXt('openbadgecredential', credential))

  it('beyond maxBytes', async () => {
    expect(await codeOf(good, { maxBytes: good.length })).toBeUndefined()
    expect(await codeOf(good, { maxBytes: good.length - 1 })).toBe('image-too-large')
  })

  it('beyond maxChunks', async () => {
    expect(await codeOf(good, { maxChunks: 4 })).toBeUndefined()
    expect(await codeOf(good, { maxChunks: 3 })).toBe('image-too-large')
  })

  it('with a text that unpacks to more than maxBytes, or is packed in more than a megabyte', async () => {
    const zeros = pngImage(zTXt('openbadgecredential', new Uint8Array(2 ** 20)))
    expect(await codeOf(zeros, { maxBytes: 2 ** 19 })).toBe('image-too-large')
    const packed = pngChunk('zTXt', joinBytes('openbadgecredential', [0, 0], new Uint8Array(2 ** 20 + 1)))
    expect(await codeOf(pngImage(packed))).toBe('image-too-large')
  })
})

it('finds nothing in a PNG without a credential', async () => {
  const long = pngChunk('tEXt', joinBytes('k'.repeat(80), [0], credential))
  const unended = pngChunk('tEXt', joinBytes('openbadgecredential'))
  for (const chunks of [[], [tEXt('Title', credential)], [long], [unended], [iTXt('openbadgecredential', ' ')]]) {
    expect(await codeOf(pngImage(...chunks))).toBe('no-credential-inside')
  }
})

it('knows a PNG by its signature', () => {
  expect(bakedMediaType(pngImage())).toBe('image/png')
  expect(bakedMediaType(pngSignature.subarray(0, 7))).toBeUndefined()
  expect(bakedMediaType(new Uint8Array())).toBeUndefined()
})
