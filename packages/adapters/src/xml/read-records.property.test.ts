import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { XmlElement } from './interface.js'
import { readXmlRecords, streamXmlRecords } from './read-records.js'

interface Tree {
  readonly name: string
  readonly text: string
  readonly children: readonly Tree[]
}

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)
const name = fc.constantFrom('b', 'c', 'B', 'x-1', '_y', 'é')
// Carriage returns are normalised by XML, and control characters are not XML.
const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(value))
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.record({ name, text, children: fc.constant([]) }),
    fc.record({ name, text, children: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}))

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const write = ({ name, text, children }: Tree): string =>
  `<${name}>${escape(text)}${children.map(write).join('')}</${name}>`
const plain = ({ name, text, children }: XmlElement): Tree => ({ name, text, children: children.map(plain) })

const root = tree.map((child) => ({ name: 'a', text: '', children: [child] }))
const options = { isRecord: (name: string): boolean => name === 'a' }

it('reads back every tree that was written, from text and from bytes cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(root, fc.nat(), async (expected, seed) => {
      const xml = write(expected)
      expect([...readXmlRecords(xml, options)].map(({ element }) => plain(element))).toEqual([expected])
      const bytes = new TextEncoder().encode(xml)
      const cut = seed % (bytes.length + 1)
      async function* stream(): AsyncGenerator<Uint8Array> {
        yield bytes.subarray(0, cut)
        yield bytes.subarray(cut)
      }
      for await (const { element } of streamXmlRecords(stream(), options)) expect(plain(element)).toEqual(expected)
    }),
    { numRuns },
  )
})

it('calls every proper beginning of a document truncated, or empty', () => {
  fc.assert(
    fc.property(root, fc.nat(), (expected, seed) => {
      const bytes = new TextEncoder().encode(write(expected))
      const cut = bytes.subarray(0, seed % bytes.length)
      const code = cut.length === 0 ? 'ERR_XML_EMPTY' : 'ERR_XML_TRUNCATED'
      expect(() => [...readXmlRecords(cut, options)]).toThrow(expect.objectContaining({ code }))
    }),
    { numRuns },
  )
})

it('either reads arbitrary bytes or refuses them with a code', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(`<a>${text}`)),
  )
  fc.assert(
    fc.property(bytes, (input) => {
      try {
        for (const { element } of readXmlRecords(input, options)) expect(element.name).toBe('a')
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_XML_/) })
      }
    }),
    { numRuns },
  )
})

interface Outcome {
  readonly trees: readonly unknown[]
  readonly error?: unknown
}

function outcomeOf(pieces: readonly string[]): Promise<Outcome> {
  async function* stream(): AsyncGenerator<string> {
    yield* pieces
  }
  const lined = ({ name, text, line, attributes, children }: XmlElement): unknown => [
    name,
    text,
    line,
    attributes,
    children.map(lined),
  ]
  const trees: unknown[] = []
  const read = async (): Promise<Outcome> => {
    for await (const { element, outside } of streamXmlRecords(stream(), options)) {
      trees.push([lined(element), outside.map(lined)])
    }
    return { trees }
  }
  return read().catch((error: { code: string; line: number; column: number; message: string }) => ({
    trees,
    error: [error.code, error.line, error.column, error.message],
  }))
}

// Character by character, nothing can be taken in passing: the parser sees it all.
it('reads the same, and finds the same faults at the same places, whether it takes elements in passing or not', async () => {
  const element = tree.map(write)
  const word = fc.string({ unit: 'grapheme-ascii', maxLength: 8 })
  const leaf = fc.tuple(name, word).map(([tag, content]) => `<${tag}>${escape(content)}</${tag}>`)
  const odd = fc.constantFrom(
    '<b x="1">',
    '</b>',
    '<c/>',
    '&amp;',
    '&no;',
    ']]>',
    '<!-- > -->',
    '<![CDATA[<b>]]>',
    '\r\n',
    '\n',
    'x',
    '<',
    '>',
    '<b >',
    '</c >',
    '\u0001',
    '<?p >?>',
    '<b><b>1</b>',
  )
  const part = fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: element },
    { weight: 2, arbitrary: fc.constantFrom('\n  ', ' ', '\t', '\n\n') },
    { weight: 1, arbitrary: odd },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
      // Names are taken in passing once they were met.
      const met = ['b', 'c', 'B', 'x-1', '_y', 'é'].map((each) => `<${each}/>`).join('')
      const xml = `<r>\n<a>${met}${parts.join('')}</a><x>1</x></r>`
      expect(await outcomeOf([xml])).toEqual(await outcomeOf(Array.from(xml)))
    }),
    { numRuns },
  )
})
