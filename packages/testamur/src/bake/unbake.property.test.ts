import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compressedITXt, iTXt, pngImage, tEXt, zTXt } from '../../test/png-image.js'
import { bakedMediaType, unbake } from './unbake.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 300)
const credential = JSON.stringify({ name: 'Zeugnis für Zoë', tag: Array.from({ length: 20 }, (_, i) => `tag ${i}`) })

/** Bytes exchanged, removed or added at a few places. */
type Edit = readonly [at: number, removed: number, added: Uint8Array]
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.uint8Array({ maxLength: 3 })), { minLength: 1, maxLength: 4 })
const edited = (bytes: Uint8Array, changes: readonly Edit[]): Uint8Array =>
  changes.reduce((current, [at, removed, added]) => {
    const place = at % (current.length + 1)
    return Uint8Array.from([...current.subarray(0, place), ...added, ...current.subarray(place + removed)])
  }, bytes)

it('gives the credential of a damaged PNG or none, never another one', async () => {
  const chunk = fc.constantFrom(iTXt, compressedITXt, tEXt, zTXt)
  await fc.assert(
    fc.asyncProperty(chunk, edits, async (chunk, changes) => {
      const result = await unbake(edited(pngImage(chunk('openbadgecredential', credential)), changes))
      if (result.ok) expect(result.content).toBe(credential)
    }),
    { numRuns },
  )
})

it('gives no other credential when an SVG is damaged around it', async () => {
  const start =
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="https://purl.imsglobal.org/ob/v3p0">'
  const svg = new TextEncoder().encode(
    `${start}<ob:credential><![CDATA[${credential}]]></ob:credential><g id="a"><!-- b --></g></svg>`,
  )
  const contentStart = start.length + '<ob:credential><![CDATA['.length
  const contentEnd = contentStart + new TextEncoder().encode(credential).length
  const outside = fc.oneof(fc.nat(contentStart - 1), fc.integer({ min: contentEnd, max: svg.length - 1 }))
  await fc.assert(
    fc.asyncProperty(outside, fc.nat(255), async (at, value) => {
      const result = await unbake(svg.map((byte, index) => (index === at ? value : byte)))
      if (!result.ok) return
      // A changed end of the CDATA section only adds to the text, and what it adds is no JSON.
      if (result.content !== credential) expect(() => JSON.parse(result.content)).toThrow()
    }),
    { numRuns: 3 * numRuns },
  )
})

it('never throws for what looks like an image', async () => {
  const start = fc.constantFrom(
    pngImage().subarray(0, 8),
    pngImage().subarray(0, 33),
    new TextEncoder().encode('<svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential'),
    new TextEncoder().encode('<?xml version="1.0"?><!DOCTYPE svg'),
    new Uint8Array(),
  )
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .array(
        fc.constantFrom('<', '>', '/', '"', '&', ';', '=', '<![CDATA[', ']]>', '<!--', '<svg', 'ob:', 'verify', ' '),
        {
          maxLength: 20,
        },
      )
      .map((pieces) => new TextEncoder().encode(pieces.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(start, noise, async (start, noise) => {
      const bytes = Uint8Array.from([...start, ...noise])
      const result = await unbake(bytes)
      expect(result).toMatchObject(result.ok ? { mediaType: bakedMediaType(bytes) } : { problem: { pointer: '' } })
    }),
    { numRuns: 3 * numRuns },
  )
})
