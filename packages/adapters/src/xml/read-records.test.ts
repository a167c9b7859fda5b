import { describe, expect, it } from 'vitest'
import type { XmlInput, XmlLimits, XmlRecord } from './interface.js'
import { readXmlRecords, streamXmlRecords } from './read-records.js'

const isRecord = (name: string): boolean => name === 'a'
const read = (input: XmlInput, limits?: XmlLimits): XmlRecord[] => [...readXmlRecords(input, { isRecord, limits })]
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function* pieces<Piece>(list: readonly Piece[]): AsyncGenerator<Piece> {
  yield* list
}

describe('readXmlRecords', () => {
  it('reads elements by local name, with text, CDATA, attributes and lines', () => {
    const [record] = read(
      '<p:a xmlns:p="urn:x" k="1">\n<q:b xmlns:q="urn:y">one<!-- no --> <![CDATA[<two>]]>&amp;&#x33;</q:b>\n</p:a>',
    )
    const [b] = record?.element.children ?? []
    expect(record?.element).toMatchObject({ name: 'a', line: 1, attributes: { k: '1' } })
    expect(b).toMatchObject({ name: 'b', line: 2, text: 'one <two>&3', children: [] })
  })

  it('returns records one after the other, and what stands around them', () => {
    const records = read('<batch><head><id>1</id></head><body>stray<a>x</a><other/><a>y</a></body><tail/></batch>')
    expect(records.map(({ element }) => element.text)).toEqual(['x', 'y'])
    expect(records.map(({ outside }) => outside.map(({ name }) => name))).toEqual([
      ['head', 'body'],
      ['other', 'tail'],
    ])
  })

  it('reads UTF-16 that declares UTF-8', () => {
    const utf16 = Uint8Array.from(Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a>é</a>', 'utf16le'))
    expect(read(utf16)[0]?.element.text).toBe('é')
  })

  it('reads a declared windows-1252, and a string whatever it declares', () => {
    const declared = '<?xml version="1.0" encoding="windows-1252"?>'
    expect(read(Uint8Array.from([...bytes(`${declared}<a>`), 0x80, ...bytes('</a>')]))[0]?.element.text).toBe('€')
    expect(read(`${declared}<a>€</a>`)[0]?.element.text).toBe('€')
  })

  it('asks about the root before it reads on', () => {
    const checkRoot = (name: string): void => {
      throw new Error(`root ${name}`)
    }
    expect(() => [...readXmlRecords('<x:html xmlns:x="y"><broken', { isRecord, checkRoot })]).toThrow('root html')
  })

  it('refuses what is neither text nor bytes', () => {
    expect(() => read({} as Uint8Array)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })
})

describe('documents at fault', () => {
  it.each<[string, XmlInput, string, number?]>([
    ['nothing', '', 'ERR_XML_EMPTY'],
    ['white space', ' \r\n\t', 'ERR_XML_EMPTY'],
    ['no bytes', new Uint8Array(0), 'ERR_XML_EMPTY'],
    ['only a byte-order mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'ERR_XML_EMPTY'],
    ['text', 'hello', 'ERR_XML_NOT_XML'],
    ['JSON', '{"a":1}', 'ERR_XML_NOT_XML'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'ERR_XML_NOT_XML'],
    ['UTF-16 text', Uint8Array.from(Buffer.from('\uFEFFhello', 'utf16le')), 'ERR_XML_NOT_XML'],
    ['zero bytes', new Uint8Array(300), 'ERR_XML_NOT_XML'],
    ['an unclosed element', '<a>\n<b>', 'ERR_XML_TRUNCATED', 2],
    ['half a tag', '<a><b', 'ERR_XML_TRUNCATED', 1],
    ['half a comment', '<a><!-- ', 'ERR_XML_TRUNCATED', 1],
    ['only a declaration', '<?xml version="1.0"?>', 'ERR_XML_TRUNCATED', 1],
    ['half a character', Uint8Array.of(...bytes('<a>'), 0xe2, 0x82), 'ERR_XML_TRUNCATED', 1],
    ['half a character after the end', Uint8Array.of(...bytes('<a/>'), 0xe2, 0x82), 'ERR_XML_ENCODING', 1],
    ['a wrong end tag', '<a>\n</b>', 'ERR_XML_NOT_WELL_FORMED', 2],
    ['two roots', '<a/><a/>', 'ERR_XML_NOT_WELL_FORMED', 1],
    ['a lone control character', '<a>\u0001</a>', 'ERR_XML_NOT_WELL_FORMED', 1],
    ['a reference to one', '<a>&#1;</a>', 'ERR_XML_NOT_WELL_FORMED', 1],
    ['an undefined entity', '<a>&nbsp;</a>', 'ERR_XML_NOT_WELL_FORMED', 1],
    ['an entity named like a property of objects', '<a>&constructor;</a>', 'ERR_XML_NOT_WELL_FORMED', 1],
    ['half a surrogate pair', '<a>\ud800x</a>', 'ERR_XML_ENCODING', 1],
    ['half a surrogate pair in an attribute', '<a b="\ud800x"/>', 'ERR_XML_ENCODING', 1],
    ['the other half', '<a b="\udc00"/>', 'ERR_XML_ENCODING', 1],
    ['half a surrogate pair at the end', '<a>\ud800', 'ERR_XML_ENCODING', 1],
    ['bytes that are not UTF-8', Uint8Array.of(...bytes('<a>\n\n'), 0xff, ...bytes('</a>')), 'ERR_XML_ENCODING', 3],
    [
      'ISO-8859-1 that declares UTF-8',
      Uint8Array.of(...bytes('<?xml version="1.0" encoding="UTF-8"?><a>'), 0xe9, 0x74),
      'ERR_XML_ENCODING',
      1,
    ],
    ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'ERR_XML_DOCTYPE', 1],
    [
      'entities that grow',
      `<!DOCTYPE a [<!ENTITY x0 "x">${Array.from({ length: 9 }, (_, i) => `<!ENTITY x${i + 1} "${`&x${i};`.repeat(10)}">`).join('')}]><a>&x9;</a>`,
      'ERR_XML_DOCTYPE',
      1,
    ],
    ['100,000 levels', '<a>'.repeat(100_000), 'ERR_XML_TOO_DEEP', 1],
    ['an endless attribute', `<a b="${'x'.repeat(5_000_000)}"/>`, 'ERR_XML_TOO_LARGE', 1],
    ['an endless text', `<a>${'x'.repeat(5_000_000)}</a>`, 'ERR_XML_TOO_LARGE', 1],
    ['an endless comment', `<a><!--${'x'.repeat(5_000_000)}--></a>`, 'ERR_XML_TOO_LARGE', 1],
    ['an endless name', `<a><${'x'.repeat(5_000_000)}`, 'ERR_XML_TOO_LARGE', 1],
    ['an endless document type', `<!DOCTYPE a [${'x'.repeat(5_000_000)}`, 'ERR_XML_TOO_LARGE', 1],
    [
      'too many attributes',
      `<a ${Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      'ERR_XML_TOO_LARGE',
      1,
    ],
  ])('%s', (_, input, code, line) => {
    expect(() => read(input)).toThrow(expect.objectContaining({ code, line, name: 'TestamurError' }))
  })

  it.each<[keyof XmlLimits, string, number]>([
    ['maxBytes', '<a>123456789</a>', 15],
    ['maxRecordLength', '<a>123456789</a>', 10],
    ['maxElements', '<a><b/><b/></a>', 2],
    ['maxDepth', '<a><b><c/></b></a>', 2],
    ['maxAttributes', '<a b="" c=""/>', 1],
    ['maxTextLength', '<a>123456789</a>', 5],
  ])('keeps %s, and not one less', (limit, xml, tooLow) => {
    expect(() => read(xml, { [limit]: tooLow })).toThrow(/ERR_|limit|deeper/)
    expect(read(xml, { [limit]: tooLow + (limit.endsWith('Length') ? 20 : 1) })).toHaveLength(1)
  })

  it('counts elements and length anew for every record', () => {
    const batch = `<r>${'<a><b/></a>'.repeat(50)}</r>`
    expect(read(batch, { maxElements: 3, maxRecordLength: 40 })).toHaveLength(50)
  })

  it('bounds the attributes of all elements of a record, and counts them anew for the next', () => {
    const batch = `<r>${'<a b="" c=""><d e="" f=""/></a>'.repeat(20)}</r>`
    expect(read(batch, { maxElements: 4 })).toHaveLength(20)
    expect(() => read(batch, { maxElements: 3 })).toThrow(/maxElements/)
  })

  it('keeps an attribute of any name', () => {
    const [record] = read('<a __proto__="x" constructor="y"/>')
    expect(Object.entries(record?.element.attributes ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  it('bounds what stands outside the records too', () => {
    expect(() => read(`<r>${'<x/>'.repeat(20)}<a/></r>`, { maxElements: 10 })).toThrow(/maxElements/)
  })

  it('quotes no text of the document', () => {
    expect(() => read('<a>SECRET<b x="SECRET"></c></a>')).toThrow(/^((?!SECRET).)*$/s)
    expect(() => read('<a SECRET="1" SECRET="2"/>')).toThrow(/well-formed XML: duplicate attribute \((?!.*SECRET)/s)
  })
})

describe('streamXmlRecords', () => {
  it('reads pieces cut anywhere, bytes or text', async () => {
    const document = bytes('<?xml version="1.0"?><r><a>é😀</a><a>2</a></r>')
    for (let cut = 0; cut <= document.length; cut++) {
      const records: XmlRecord[] = []
      const stream = pieces([document.subarray(0, cut), document.subarray(cut)])
      for await (const record of streamXmlRecords(stream, { isRecord })) records.push(record)
      expect(records.map(({ element }) => element.text)).toEqual(['é😀', '2'])
    }
  })

  it('yields a record before the rest of the document has arrived', async () => {
    let isOpen = true
    async function* source(): AsyncGenerator<string> {
      yield '<r><a>1</a>'
      yield '<a>2</a>'
      isOpen = false
      yield '</r>'
    }
    const records = streamXmlRecords(source(), { isRecord })
    expect((await records.next()).value?.element.text).toBe('1')
    expect(isOpen).toBe(true)
  })

  it('has no bound of its own, and takes one', async () => {
    const chunks = [`<r>`, ...Array.from({ length: 50 }, () => '<a/>'), '</r>']
    const count = async (limits: XmlLimits): Promise<number> => {
      let records = 0
      for await (const _ of streamXmlRecords(pieces(chunks), { isRecord, limits })) records++
      return records
    }
    expect(await count({})).toBe(50)
    await expect(count({ maxBytes: 100 })).rejects.toThrow(/maxBytes/)
  })

  it('reports a stream that ends too early', async () => {
    const records = streamXmlRecords(pieces(['<r><a/>']), { isRecord })
    await expect(records.next()).rejects.toThrow(expect.objectContaining({ code: 'ERR_XML_TRUNCATED' }))
  })
})
