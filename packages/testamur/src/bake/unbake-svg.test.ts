import { describe, expect, it } from 'vitest'
import type { UnbakeLimits } from './interface.js'
import { bakedMediaType, unbake } from './unbake.js'

const credential = JSON.stringify({ name: 'Zeugnis für Zoë & <b> 🎓' })
const jws = 'eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2lnbmF0dXJl'
const ob3 = 'https://purl.imsglobal.org/ob/v3p0'
const found = { ok: true, mediaType: 'image/svg+xml', format: 'open-badges-3', content: credential }

const svg = (inside: string, declarations = `xmlns:ob="${ob3}"`): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${declarations}>${inside}<rect width="1"/></svg>`
const bodied = `<ob:credential>\n<![CDATA[ ${credential} ]]>\n</ob:credential>`
const signed = `<ob:credential verify="${jws}"></ob:credential>`

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, limits?: UnbakeLimits): ReturnType<typeof unbake> => unbake(utf8(text), limits)
const codeOf = async (text: string, limits?: UnbakeLimits): Promise<string | undefined> => {
  const result = await read(text, limits)
  return result.ok ? undefined : result.problem.code
}
function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length)
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), isLittleEndian)
  return bytes
}

describe('the credential in an SVG is read', () => {
  const escaped = credential.replaceAll('&', '&amp;').replaceAll('<', '&#60;')

  it.each([
    ['as CDATA', svg(bodied)],
    ['as escaped text', svg(`<ob:credential>${escaped}</ob:credential>`)],
    ['as CDATA in pieces', svg(bodied.replace('für', 'f]]><![CDATA[ür'))],
    ['under another prefix', svg(bodied.replaceAll('ob:', 'x:'), `xmlns:x="${ob3}"`)],
    ['without a prefix', svg(bodied.replaceAll('ob:', '').replace('<credential', `<credential xmlns="${ob3}"`), '')],
    [
      'in a namespace that is written with references',
      svg(bodied, 'xmlns:ob="https&#58;//purl.imsglobal.org/ob/v3p0"'),
    ],
    ['deep inside', svg(`<g><g xmlns:ob="urn:other"><g xmlns:ob="${ob3}">${bodied}</g></g></g>`, '')],
    ['beside elements of other namespaces', svg(`<credential>{}</credential><y:credential xmlns:y="urn:y"/>${bodied}`)],
    [
      'of an SVG with a prefix of its own',
      `<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:ob="${ob3}">${bodied}</s:svg>`,
    ],
    [
      'behind a declaration, a DOCTYPE, a comment',
      `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- <svg> -->${svg(bodied)}`,
    ],
    ['behind a byte order mark', `\uFEFF${svg(bodied)}`],
  ])('%s', async (_name, text) => {
    expect(await read(text)).toEqual(found)
  })

  it('as a token from the attribute', async () => {
    expect(await read(svg(signed))).toEqual({ ...found, content: jws })
    expect(await read(svg(`<ob:credential verify=" ${jws}\n"/>`))).toEqual({ ...found, content: jws })
  })

  it.each([
    ['http://openbadges.org', 'assertion', 'open-badges-2'],
    [ob3, 'credential', 'open-badges-3'],
    ['https://purl.imsglobal.org/clr/v2p0', 'credential', 'clr-2'],
  ])('from the namespace %s', async (namespace, name, format) => {
    const text = svg(`<b:${name}><![CDATA[${credential}]]></b:${name}>`, `xmlns:b="${namespace}"`)
    expect(await read(text)).toEqual({ ...found, format })
  })

  it('of Open Badges 2 from the text beside the address of the assertion, or the address alone', async () => {
    const open = '<b:assertion xmlns:b="http://openbadges.org" verify="https://issuer.example/assertions/1">'
    expect(await read(svg(`${open}<![CDATA[${credential}]]></b:assertion>`))).toMatchObject({ content: credential })
    expect(await read(svg(`${open}</b:assertion>`))).toMatchObject({ content: 'https://issuer.example/assertions/1' })
  })

  it('in UTF-16 with its mark', async () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?>${svg(bodied)}`
    expect(await unbake(utf16(text, true))).toEqual(found)
    expect(await unbake(utf16(text, false))).toEqual(found)
  })
})

describe('two credentials are refused', () => {
  it.each([
    ['the same twice', svg(bodied + bodied)],
    ['one as JSON, one as a token', svg(bodied + signed)],
    ['of two formats', svg(`${bodied}<b:assertion xmlns:b="http://openbadges.org">{}</b:assertion>`)],
    ['one of which is empty', svg(`${bodied}<ob:credential/>`)],
    ['in the attribute and in the text', svg(bodied.replace('<ob:credential', `<ob:credential verify="${jws}"`))],
    [
      'of Open Badges 2, signed and in the text',
      svg(`<b:assertion xmlns:b="http://openbadges.org" verify="${jws}">{}</b:assertion>`),
    ],
  ])('%s', async (_name, text) => {
    expect(await codeOf(text)).toBe('baked-twice')
  })
})

describe('an SVG is refused', () => {
  const nested = (levels: number): string => svg('<g>'.repeat(levels) + bodied + '</g>'.repeat(levels))
  const declared = '<!DOCTYPE svg [<!ENTITY name "Zoë">]>'

  it.each([
    ['with declarations', `${declared}${svg(bodied)}`],
    ['with an entity of its own', svg('<ob:credential>&name;</ob:credential>')],
    ['cut off', svg(bodied).slice(0, -3)],
    ['with elements inside the credential', svg('<ob:credential>{}<b/></ob:credential>')],
    ['with a credential inside the credential', svg(`<ob:credential>${signed}</ob:credential>`)],
    ['with a duplicate attribute', svg(`<ob:credential verify="a" verify="${jws}"/>`)],
    ['with tags that do not match', svg('<ob:credential>{}</ob:assertion>')],
    ['with content behind its end', `${svg(bodied)}<svg/>`],
    ['nested too deeply', nested(128)],
    ['nested far too deeply', nested(100_000)],
    ['that declares another encoding than it has', `<?xml version="1.0" encoding="ISO-8859-1"?>${svg(bodied)}`],
  ])('%s', async (_name, text) => {
    expect(await codeOf(text)).toBe('svg-malformed')
  })

  it('with bytes that are not its encoding', async () => {
    const latin1 = Uint8Array.from(svg('<ob:credential>Zoë</ob:credential>'), (letter) => letter.charCodeAt(0))
    expect(await unbake(latin1)).toMatchObject({ problem: { code: 'svg-malformed' } })
  })

  it('only as deep as the limit allows', async () => {
    // The root and the credential are levels too.
    expect(await codeOf(nested(126))).toBeUndefined()
    expect(await codeOf(nested(127))).toBe('svg-malformed')
    expect(await codeOf(nested(1), { maxElementDepth: 2 })).toBe('svg-malformed')
  })

  it('when it is too large', async () => {
    const text = svg(signed)
    expect(await codeOf(text, { maxBytes: text.length })).toBeUndefined()
    expect(await codeOf(text, { maxBytes: text.length - 1 })).toBe('image-too-large')
    expect(await codeOf(text, { maxSvgBytes: text.length - 1 })).toBe('image-too-large')
    expect(await codeOf(svg(signed + ' '.repeat(2 ** 22)), { maxBytes: 2 ** 23 })).toBe('image-too-large')
  })
})

it.each([
  ['no element of ours', svg('<g/>')],
  ['another namespace', svg(bodied, 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0/"')],
  ['a prefix without namespace', svg(bodied, '')],
  ['a prefix taken back', svg(`<g xmlns:ob="">${bodied}</g>`)],
  ['an attribute of another namespace', svg(`<ob:credential ob:verify="${jws}"/>`)],
  ['an empty element', svg('<ob:credential> \n</ob:credential>')],
  ['its text in a comment', svg(`<!-- ${bodied} -->`)],
])('finds nothing with %s', async (_name, text) => {
  expect(await codeOf(text)).toBe('no-credential-inside')
})

describe('an SVG is known', () => {
  it.each([
    '<svg/>',
    '<svg>',
    ' \n<svg xmlns="">',
    '\uFEFF<svg/>',
    '<?xml version="1.0"?><?xml-stylesheet href="a.css"?><!-- a --><svg/>',
    '<!DOCTYPE svg PUBLIC "a>b" \'c\'><svg/>',
    '<!DOCTYPE svg [<!ENTITY a "b">]>\n<s:svg/>',
  ])('by %j', (text) => {
    expect(bakedMediaType(utf8(text))).toBe('image/svg+xml')
  })

  it.each(['', '{"a":"<svg/>"}', '<html><svg/></html>', '<svgx/>', 'svg', '<!-- <svg/> -->', '<!DOCTYPE svg', jws])(
    'not by %j',
    async (text) => {
      expect(bakedMediaType(utf8(text))).toBeUndefined()
      expect(await codeOf(text)).toBe('no-credential-inside')
    },
  )

  it('quickly, also by hostile beginnings', () => {
    const hostile = ['<!--', '<!DOCTYPE ', '<?', ' ', '<!DOCTYPE "', '<!---->'].map((piece) => piece.repeat(100_000))
    for (const text of hostile) expect(bakedMediaType(utf8(text))).toBeUndefined()
  })
})
