import { describe, it } from 'vitest'
import { expectGrowthBelow } from '../../../credentials/test/growth.js'
import { collegeTranscript, course, options, record } from '../../test/pesc-fixtures.js'
import { clrFromPescTranscript } from './clr-from-pesc.js'
import { transcriptsFromPesc } from './transcripts-from-pesc.js'

// What a document costs grows with its size, whatever it is made of: four times as much costs four times as much, give or
// take what a busy machine adds, and not sixteen times.

const linear = 9
const many = (count: number, unit: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => unit(index)).join('')
const document = (content: string): string => collegeTranscript({ records: record(course(content)) })

describe('the cost of a record grows with its transcript', () => {
  it.each<[what: string, n: number, content: (size: number) => string]>([
    ['notes of a course', 8000, (size) => many(size, () => '<NoteMessage>n</NoteMessage>')],
    [
      'notes beside what is lost',
      8000,
      (size) => many(size, (index) => `<NoteMessage>n</NoteMessage><CourseTitle>${index}</CourseTitle>`),
    ],
  ])(
    '%s',
    (_, n, content) => {
      expectGrowthBelow(linear, n, (size) => {
        const xml = document(content(size))
        return () => clrFromPescTranscript(xml, options)
      })
    },
    120_000,
  )
})

describe('the cost of reading grows with the document', () => {
  const note = (content: string): string => document(`<NoteMessage>${content}</NoteMessage>`)

  it.each<[what: string, n: number, text: (size: number) => string]>([
    [
      'attributes of elements in XML',
      250,
      (size) => note(many(100, () => `<n ${many(size, (index) => `a${index}="" `)}/>`)),
    ],
    [
      'attributes of an element in JSON',
      10_000,
      (size) =>
        `{"CollegeTranscript":{"Student":{"AcademicRecord":{${many(size, (index) => `"@a${index}":"1",`)}"Course":{"CourseTitle":"x"}}}}}`,
    ],
  ])(
    '%s',
    (_, n, text) => {
      expectGrowthBelow(linear, n, (size) => {
        const source = text(size)
        return () => transcriptsFromPesc(source, { limits: { maxAttributes: 100_000 } })
      })
    },
    120_000,
  )

  it('and not with the depth at which something is lost', () => {
    // Paths grow with it; what each loss costs does not.
    expectGrowthBelow(3, 60, (depth) => {
      const xml = note('<a>'.repeat(depth) + '<b>1</b>'.repeat(60_000) + '</a>'.repeat(depth))
      return () => transcriptsFromPesc(xml)
    })
  }, 120_000)
})
