import { describe, expect, it } from 'vitest'
import type { XmlLimits } from '../xml/index.js'
import { streamTranscriptsFromPesc, transcriptsFromPesc } from './transcripts-from-pesc.js'

const student = {
  Person: { Name: { FirstName: 'Alex', MiddleName: ['B', 'C'] } },
  AcademicRecord: [
    {
      Course: [
        { CourseTitle: 'Algebra', CourseCreditValue: 3, NoteMessage: ['one', ' two'] },
        { CourseTitle: 'Geometry' },
      ],
    },
  ],
}
const message = { TransmissionData: { DocumentID: '1' }, Student: student }
const coursesIn = (json: string | Uint8Array) => transcriptsFromPesc(json)[0]?.transcript.records[0]?.courses

describe('transcripts in JSON', () => {
  it.each([
    [
      'with a prefix',
      { '@xmlns:ColTrn': 'urn:org:pesc:message:CollegeTranscript:v1.8.0', 'ColTrn:CollegeTranscript': message },
    ],
    ['without one', { CollegeTranscript: message }],
    ['without the name of the message', message],
    ['in a batch', { AcademicRecordBatch: { BatchContent: { CollegeTranscript: [message] } } }],
    [
      'with single values where lists may stand',
      { CollegeTranscript: { Student: { AcademicRecord: { Course: student.AcademicRecord[0]?.Course } } } },
    ],
  ])('are read %s', (_, document) => {
    expect(coursesIn(JSON.stringify(document))).toMatchObject([
      { title: 'Algebra', creditValue: '3', notes: ['one', ' two'] },
      { title: 'Geometry', notes: [] },
    ])
  })

  it('keep the digits of numbers', () => {
    const json =
      '{"Student":{"AcademicRecord":{"Course":{"CourseTitle":"x","CourseCreditValue":3.50,"CourseCreditEarned":1e1}}}}'
    expect(coursesIn(json)?.[0]).toMatchObject({ creditValue: '3.50', creditEarned: '1e1' })
  })

  it('have lines and places like those in XML', () => {
    const [read] = transcriptsFromPesc(
      JSON.stringify({ CollegeTranscript: { ...message, Odd: ['a', { b: null }] } }, null, 1),
    )
    expect(read?.losses).toEqual([
      {
        path: '/CollegeTranscript/Odd[1]',
        line: expect.any(Number),
        code: 'unknown-element',
        reason: expect.any(String),
        disposition: 'dropped',
      },
      {
        path: '/CollegeTranscript/Odd[2]/b',
        line: expect.any(Number),
        code: 'empty',
        reason: expect.any(String),
        disposition: 'dropped',
      },
    ])
    expect(read?.losses[1]?.line).toBe((read?.losses[0]?.line ?? 0) + 2)
    expect(read?.counts).toEqual({ AcademicRecord: 1, Course: 2, NoteMessage: 2 })
  })

  it('report what is empty, text beside elements and attributes', () => {
    const odd = {
      AcademicRecord: { '#text': 'stray', '@id': '1', Course: { CourseTitle: 'x' }, Legend: null, NoteMessage: [] },
    }
    const [read] = transcriptsFromPesc(JSON.stringify({ CollegeTranscript: { Student: odd } }))
    expect(read?.losses.map(({ path, code }) => [path.split('/').slice(4).join('/'), code])).toEqual([
      ['@id', 'unknown-element'],
      ['', 'unknown-element'],
      ['Legend', 'empty'],
      ['NoteMessage', 'empty'],
    ])
  })

  it('stand one beside the other in a list, each as a document of its own', () => {
    const titled = (title: string) => ({ Student: { AcademicRecord: { Course: { CourseTitle: title }, Odd: title } } })
    const list = [{ CollegeTranscript: titled('a') }, titled('b'), { HighSchoolTranscript: titled('c') }, titled('d')]
    const read = transcriptsFromPesc(JSON.stringify(list))
    expect(read.map(({ transcript }) => transcript.records[0]?.courses[0]?.title)).toEqual(['a', 'b', 'c', 'd'])
    expect(read.flatMap(({ losses }) => losses).map(({ path }) => path)).toEqual([
      '/CollegeTranscript/Student/AcademicRecord/Odd',
      '/HighSchoolTranscript[1]/Student/AcademicRecord/Odd',
      '/HighSchoolTranscript[2]/Student/AcademicRecord/Odd',
      '/HighSchoolTranscript[3]/Student/AcademicRecord/Odd',
    ])
  })

  it('report what a list or its items hold beside them', () => {
    const list = [{ $schema: 'x', CollegeTranscript: message }, 'text', {}, { '@id': '1', ...message }]
    const read = transcriptsFromPesc(JSON.stringify(list))
    expect(read).toHaveLength(2)
    expect(read.flatMap(({ losses }) => losses).map(({ path, code }) => [path, code])).toEqual([
      ['/document[1]/@schema', 'unknown-element'],
      ['/document[2]', 'unknown-element'],
      ['/HighSchoolTranscript/@id', 'unknown-element'],
    ])
  })

  it('are followed by any number of elements', () => {
    const batch = { AcademicRecordBatch: { CollegeTranscript: message, Odd: Array.from({ length: 300_000 }, () => 1) } }
    expect(transcriptsFromPesc(JSON.stringify(batch))[0]?.losses).toHaveLength(300_000)
  })

  it.each(['#text', '$', '$t', '_'])('have texts under %s', (name) => {
    const Course = { CourseTitle: { [name]: 'Algebra', '@lang': 'en' }, CourseNumber: { [name]: 101 } }
    const [read] = transcriptsFromPesc(JSON.stringify({ Student: { AcademicRecord: { Course } } }))
    expect(read?.transcript.records[0]?.courses[0]).toMatchObject({ title: 'Algebra', number: '101' })
    expect(read?.losses.map(({ path }) => path.split('/').at(-1))).toEqual(['@lang'])
  })

  it('may call an attribute anything', () => {
    const odd = '{"Student":{"AcademicRecord":{"@__proto__":"x","@constructor":"y","Course":{"CourseTitle":"z"}}}}'
    expect(transcriptsFromPesc(odd)[0]?.losses.map(({ path }) => path.split('/').at(-1))).toEqual([
      '@__proto__',
      '@constructor',
    ])
  })

  it('are read from a stream, cut anywhere, and in UTF-16', async () => {
    const json = JSON.stringify({ CollegeTranscript: message })
    const pieces = Uint8Array.from(Buffer.from(`\uFEFF ${json}`, 'utf16le'))
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (let start = 0; start < pieces.length; start += 7) yield pieces.subarray(start, start + 7)
    }
    const read = []
    for await (const each of streamTranscriptsFromPesc(stream())) read.push(each)
    expect(read.map(({ transcript }) => transcript)).toEqual(
      transcriptsFromPesc(json).map(({ transcript }) => transcript),
    )
    expect(coursesIn(pieces)).toEqual(coursesIn(json))
  })

  it.each([
    ['half a document', '{"CollegeTranscript":', 'ERR_JSON_NOT_WELL_FORMED'],
    ['a member given twice', '{"Student":{},"Student":{}}', 'ERR_JSON_NOT_WELL_FORMED'],
    ['bytes that are not UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'ERR_JSON_ENCODING'],
    ['levels without end', '{"a":'.repeat(100_000), 'ERR_JSON_TOO_DEEP'],
    ['lists without end', '['.repeat(100_000), 'ERR_JSON_TOO_DEEP'],
    ['a long text', `{"Student":"${'x'.repeat(5_000_000)}"}`, 'ERR_JSON_TOO_LARGE'],
    ['another document', '{"type":"ClrCredential"}', 'ERR_PESC_ROOT'],
    ['PESC JSON-LD', '{"@context":["x"],"CollegeTranscript":[{"@id":"x"}]}', 'ERR_PESC_ROOT'],
    ['a list', '[1,2]', 'ERR_PESC_NO_TRANSCRIPT'],
    ['no student', '{"CollegeTranscript":{"Student":{}}}', 'ERR_PESC_INCOMPLETE'],
  ])('%s is refused', (_, json, code) => {
    expect(() => transcriptsFromPesc(json)).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    ['maxElements', 3],
    ['maxDepth', 3],
    ['maxBytes', 20],
    ['maxTextLength', 3],
  ] as const)('keep the limit %s', (limit, value) => {
    const json = JSON.stringify({ CollegeTranscript: message })
    expect(() => transcriptsFromPesc(json, { limits: { [limit]: value } })).toThrow(/ERR_|limit|deeper|json-too-large/)
  })

  it('keep the limits of attributes, of one element and of all', () => {
    const notes = [
      { '@a': '1', '@b': '2' },
      { '@a': '1', '@b': '2' },
    ]
    const json = JSON.stringify({ Student: { AcademicRecord: { Course: { CourseTitle: 'x', NoteMessage: notes } } } })
    const read = (limits: XmlLimits) => () => transcriptsFromPesc(json, { limits })
    const tooLarge = (limit: string) =>
      expect.objectContaining({ code: 'ERR_JSON_TOO_LARGE', message: expect.stringContaining(limit) })
    expect(read({ maxAttributes: 2 })).not.toThrow()
    expect(read({ maxAttributes: 1 })).toThrow(tooLarge('maxAttributes'))
    const attributes = { '@a': 1, '@b': 2, '@c': 3, '@d': 4, '@e': 5, '@f': 6, '@g': 7, '@h': 8 }
    const few = JSON.stringify({ Student: { AcademicRecord: { Course: { CourseTitle: 'x' }, ...attributes } } })
    expect(() => transcriptsFromPesc(few, { limits: { maxElements: 7 } })).toThrow(tooLarge('maxElements'))
    expect(() => transcriptsFromPesc(few, { limits: { maxElements: 8 } })).not.toThrow()
  })

  it('count elements anew for every transcript', () => {
    const list = JSON.stringify(Array.from({ length: 20 }, () => message))
    expect(transcriptsFromPesc(list, { limits: { maxElements: 20 } })).toHaveLength(20)
    const batch = JSON.stringify({
      AcademicRecordBatch: { BatchContent: { CollegeTranscript: Array.from({ length: 20 }, () => message) } },
    })
    expect(transcriptsFromPesc(batch, { limits: { maxElements: 20 } })).toHaveLength(20)
  })
})
