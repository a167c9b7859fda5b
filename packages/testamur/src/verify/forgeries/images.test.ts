import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { iTXt, pngChunk, pngImage, tEXt } from '../../../test/png-image.js'
import { course, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn } from '../../../test/verdict.js'

let university: TestIssuer
let good: string
let other: string

beforeAll(async () => {
  university = await testIssuer()
  good = JSON.stringify(await signed(course(university.id, 1), university))
  other = JSON.stringify(await signed(course(university.id, 2), university))
})

const keyword = 'openbadgecredential'

const svg = (inside: string): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${inside}</svg>`,
  )
const element = (text: string): string => `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`

describe('a picture', () => {
  it('with one credential is worth what that is', async () => {
    expect(await verdictOn(pngImage(iTXt(keyword, good)))).toEqual(['verified'])
    expect(await verdictOn(svg(element(good)))).toEqual(['verified'])
    const forged = good.replace('Course 1', 'Doctor of Medicine')
    expect(await verdictOn(pngImage(iTXt(keyword, forged)))).toEqual([
      'rejected',
      'proof failed: signature-invalid /proof',
    ])
    expect(await verdictOn(svg(element(forged)))).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('with two credentials shows different readers different ones', async () => {
    const twice = ['rejected', 'parse failed: baked-twice ']
    expect(await verdictOn(pngImage(iTXt(keyword, good), iTXt(keyword, other)))).toEqual(twice)
    expect(await verdictOn(pngImage(iTXt(keyword, good), iTXt(keyword, good)))).toEqual(twice)
    expect(await verdictOn(pngImage(iTXt(keyword, good), tEXt(keyword, other)))).toEqual(twice)
    expect(await verdictOn(pngImage(iTXt(keyword, good), iTXt('clrcredential', other)))).toEqual(twice)
    expect(await verdictOn(svg(element(good) + element(other)))).toEqual(twice)
  })

  it('with a broken checksum is refused', async () => {
    const bytes = pngImage(iTXt(keyword, good))
    const place = Buffer.from(bytes).indexOf('Course 1')
    bytes[place] = 'D'.charCodeAt(0)
    expect(await verdictOn(bytes)).toEqual(['rejected', 'parse failed: png-malformed '])
  })

  it('with text that unpacks to more than the limit is refused', async () => {
    const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    const bomb = pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\u0001\0\0\0`), packed]))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await verdictOn(pngImage(bomb))).toEqual(['rejected', 'parse failed: image-too-large '])
  })

  it('without a credential is none', async () => {
    expect(await verdictOn(pngImage())).toEqual(['rejected', 'parse failed: no-credential-inside '])
    expect(await verdictOn(svg(''))).toEqual(['rejected', 'parse failed: no-credential-inside '])
  })

  it('cannot make declarations that give its text another meaning', async () => {
    const declared = `<!DOCTYPE svg [<!ENTITY n "Doctor of Medicine">]>${new TextDecoder().decode(svg(element(good)))}`
    expect(await verdictOn(new TextEncoder().encode(declared))).toEqual(['rejected', 'parse failed: svg-malformed '])
  })

  it('of a version 2 badge is not called forged', async () => {
    const [outcome, reason] = await verdictOn(pngImage(iTXt('openbadges', '{"type":"Assertion"}')))
    expect([outcome, reason]).toEqual(['undetermined', 'parse undetermined: open-badges-2 '])
  })
})
