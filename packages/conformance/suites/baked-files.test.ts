import { XmlDocument } from 'libxml2-wasm'
import { bakedMediaType, unbake } from 'testamur'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceBytes, readReferenceJson } from '../reference.js'

interface Entry {
  readonly file: string
  readonly kind: string
  readonly observed: {
    readonly container?: string
    readonly joseHeader?: { readonly alg: string }
    readonly jwtClaims?: readonly string[]
  }
}

/** What the index says about the place of the credential, and what that place is called here. */
const containers: Readonly<Record<string, { format: string; extract: (image: Buffer) => string }>> = {
  'iTXt keyword "openbadges"': { format: 'open-badges-2', extract: (png) => iTxtOf(png, 'openbadges') },
  'iTXt keyword "openbadgecredential"': {
    format: 'open-badges-3',
    extract: (png) => iTxtOf(png, 'openbadgecredential'),
  },
  'SVG <openbadges:credential> ns https://purl.imsglobal.org/ob/v3p0 CDATA body': {
    format: 'open-badges-3',
    extract: (svg) => xpathOf(svg, 'string(//*[local-name()="credential"])'),
  },
  'SVG <openbadges:credential> ns https://purl.imsglobal.org/ob/v3p0 verify attribute': {
    format: 'open-badges-3',
    extract: (svg) => xpathOf(svg, 'string(//*[local-name()="credential"]/@verify)'),
  },
}

/** The text behind a keyword and the five zero bytes of an iTXt chunk without compression, language and translation. */
function iTxtOf(png: Buffer, keyword: string): string {
  const head = Buffer.from(`iTXt${keyword}\0\0\0\0\0`, 'latin1')
  const start = png.indexOf(head)
  expect(start).toBeGreaterThan(0)
  const length = png.readUInt32BE(start - 4)
  return png.subarray(start + head.length, start + 4 + length).toString('utf8')
}

function xpathOf(svg: Buffer, expression: string): string {
  const document = XmlDocument.fromBuffer(svg)
  try {
    return String(document.eval(expression))
  } finally {
    document.dispose()
  }
}

describeWithReference('the baked samples of 1EdTech', () => {
  const { entries } = readReferenceJson<{ entries: Entry[] }>('reference', 'examples', 'index.json')
  const read = (file: string): Buffer => Buffer.from(readReferenceBytes('reference', 'examples', file))
  const baked = entries.filter(({ kind }) => kind.startsWith('baked-'))

  it('are the only images among the samples', () => {
    expect(baked).toHaveLength(4)
    const images = entries.filter(({ file }) => bakedMediaType(read(file)) !== undefined)
    expect(images).toEqual(baked)
  })

  describe.each(baked)('$file', ({ file, kind, observed }) => {
    const image = read(file)
    const container = containers[observed.container ?? '']

    it('holds exactly the text that another reader finds', async () => {
      expect(await unbake(image)).toEqual({
        ok: true,
        mediaType: kind === 'baked-png' ? 'image/png' : 'image/svg+xml',
        format: container?.format,
        content: container?.extract(image).trim(),
      })
    })

    it('holds JSON, or a token with the header and the claims of the index', async () => {
      const result = await unbake(image)
      const content = result.ok ? result.content : ''
      if (observed.joseHeader === undefined) {
        expect(JSON.parse(content)).toHaveProperty('@context')
        return
      }
      const [header, payload] = content
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString())
        .slice(0, 2)
        .map((text) => JSON.parse(text) as Record<string, unknown>)
      expect(header?.['alg']).toBe(observed.joseHeader.alg)
      expect(Object.keys(payload ?? {})).toEqual(expect.arrayContaining([...(observed.jwtClaims ?? [])]))
    })
  })

  it.each(baked.filter(({ kind }) => kind === 'baked-png'))(
    '$file is refused with any of its bits changed',
    async ({ file }) => {
      const image = read(file)
      for (let at = 8; at < image.length; at += Math.ceil(image.length / 200)) {
        const damaged = Uint8Array.from(image)
        damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
        expect(await unbake(damaged)).toMatchObject({ ok: false, problem: { code: 'png-malformed' } })
      }
    },
  )
})
