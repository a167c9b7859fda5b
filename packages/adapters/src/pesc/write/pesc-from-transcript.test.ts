import { describe, expect, it } from 'vitest'
import { transcriptFromFacts } from '../../transcript/facts/index.js'
import type { Transcript } from '../../transcript/index.js'
import type { PescPerson, PescWriteOptions, PescWritten } from './interface.js'
import { pescFromTranscript } from './pesc-from-transcript.js'

const person: PescPerson = { name: { given: 'Robin', family: 'Sample' } }
const now = (): Date => new Date('2026-01-01T00:00:00Z')
const at = '/records[1]/courses[1]'

function write(facts: Record<string, string>, options: PescWriteOptions = {}): PescWritten {
  const all = { [`${at}/title`]: 'Algebra', ...facts }
  return pescFromTranscript(transcriptFromFacts(new Map(Object.entries(all))), { person, now, ...options })
}
const lost = ({ losses }: PescWritten): Record<string, string> =>
  Object.fromEntries(losses.map(({ path, code, disposition }) => [path, `${code} ${disposition}`]))

describe('pescFromTranscript', () => {
  it('writes elements in the order of the schemas, whatever the order of the fields', () => {
    const { xml } = write({ [`${at}/grade`]: 'A', [`${at}/creditBasis`]: 'Regular', [`${at}/notes[1]`]: 'a < b' })
    expect(xml.match(/(?<=<)(Course\w+|NoteMessage)(?=>[^<\n])/g)).toEqual([
      'CourseCreditBasis',
      'CourseAcademicGrade',
      'CourseTitle',
      'NoteMessage',
    ])
    expect(xml).toContain('<NoteMessage>a &lt; b</NoteMessage>')
  })

  it('names what PESC demands and the transcript does not have', () => {
    const { defaults } = write({}, { creditBasis: 'Military', creditUnit: 'Quarter', document: { id: 'D1' } })
    expect(defaults).toEqual([
      { path: at, element: 'CourseCreditBasis', value: 'Military' },
      { path: at, element: 'CourseCreditUnits', value: 'Quarter' },
      { path: '/document', element: 'CreatedDateTime', value: '2026-01-01T00:00:00.000Z' },
      { path: '/document', element: 'DocumentTypeCode', value: 'StudentRequest' },
      { path: '/document', element: 'TransmissionType', value: 'Original' },
    ])
  })

  it('replaces a credit basis that is none, and reports it', () => {
    const written = write({ [`${at}/creditBasis`]: 'Magic' })
    expect(written.xml).toContain('<CourseCreditBasis>Regular<')
    expect(lost(written)).toEqual({ [`${at}/creditBasis`]: 'not-in-version dropped' })
  })

  it('leaves out an element without what it needs, with everything in it', () => {
    const written = write({
      [`${at}/school/identifiers/FICE`]: '000001',
      [`${at}/outcomes[1]/assessments[1]/skillCode`]: 'AnalyticInquiry',
    })
    expect(written.xml).not.toMatch(/CourseOverrideSchool|LearningOutcome/)
    expect(lost(written)).toEqual({
      [`${at}/school/identifiers/FICE`]: 'incomplete dropped',
      [`${at}/outcomes[1]/assessments[1]/skillCode`]: 'incomplete dropped',
    })
  })

  it('writes the first of several codes where only one may stand', () => {
    const written = write({ [`${at}/subjectCodes/CIP`]: '27.0101', [`${at}/subjectCodes/NCES`]: '123' })
    expect(written.xml).toContain('<CourseCIPCode>27.0101<')
    expect(lost(written)).toEqual({ [`${at}/subjectCodes/NCES`]: 'no-equivalent dropped' })
  })

  it('has in 1.6 no elements that came later', () => {
    const facts = { [`${at}/description`]: 'Vectors', [`${at}/classSize`]: '20' }
    expect(lost(write(facts))).toEqual({})
    expect(Object.keys(lost(write(facts, { version: '1.6' })))).toHaveLength(2)
  })

  it('takes year and month of a session from its days, and puts what has none into the record', () => {
    const session = '/records[1]/sessions[1]'
    const dated = write({ [`${session}/term/name`]: 'Fall', [`${session}/term/beginDate`]: '2019-08-26' })
    expect(dated.xml).toContain('<SessionDesignator>2019-08<')
    const undated = write({ [`${session}/term/name`]: 'Fall', [`${session}/courses[1]/title`]: 'Stray' })
    expect(undated.xml).not.toContain('AcademicSession')
    expect(undated.xml).toContain('<CourseTitle>Stray<')
    expect(lost(undated)).toEqual({
      [session]: 'incomplete reduced',
      [`${session}/term/name`]: 'no-equivalent dropped',
    })
  })

  it('takes the person of the caller, and says what it stands for', () => {
    const written = write({ '/learner/name/given': 'Robin', '/learner/schoolAssignedId': 'S1' })
    expect(lost(written)).toEqual({ '/learner/schoolAssignedId': 'superseded dropped' })
    const own = write({ '/learner/name/composite': 'Casey Sample' }, { person: undefined })
    expect(own.xml).toContain('<CompositeName>Casey Sample<')
  })

  it.each<[string, PescWriteOptions, RegExp]>([
    ['no person', { person: undefined }, /person is missing/],
    ['a person without any name', { person: { name: {} } }, /person/],
    ['a number that is none', { person: { ...person, ssn: 'CANARY' } }, /person\.ssn cannot be written/],
    ['a name that is too long', { person: { name: { given: 'CANARY'.repeat(9) } } }, /person\.name\.given/],
    ['an unknown version', { version: '1.7' as never }, /version/],
    ['an unknown document type', { document: { typeCode: 'CANARY' } }, /document\.typeCode/],
    ['a moment that there is not', { document: { created: new Date(Number.NaN) } }, /document\.created/],
    ['a moment that is no Date', { document: { created: '2026-01-01' as never } }, /document\.created/],
    ['a clock that has stopped', { now: () => new Date(Number.NaN) }, /now/],
    ['an unknown credit basis', { creditBasis: 'CANARY' }, /creditBasis is no code/],
    ['an unknown credit unit', { creditUnit: 'CANARY' }, /creditUnit is no code/],
    ['an id that is too long', { document: { id: 'CANARY'.repeat(9) } }, /document\.id/],
    [
      'a receiver that does not fit',
      { destination: { identifiers: { FICE: 'CANARY-1' } } },
      /destination\.identifiers/,
    ],
  ])('refuses %s, and quotes nothing', (_, options, message) => {
    const attempt = () => write({}, options)
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION', message: expect.stringMatching(message) }),
    )
    expect(attempt).not.toThrow(/CANARY/)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    [
      'a transcript without lists',
      { ...transcriptFromFacts(new Map()), records: [{ courses: [{ title: 'CANARY' }] }] },
    ],
    ['a text where a list is due', { ...transcriptFromFacts(new Map()), notes: 'CANARY' }],
    ['a number where a text is due', { ...transcriptFromFacts(new Map()), notes: [7] }],
  ])('refuses %s for a transcript, and quotes nothing', (_, value) => {
    const attempt = () => pescFromTranscript(value as Transcript, { person })
    expect(attempt).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
    expect(attempt).not.toThrow(/CANARY/)
  })

  it('leaves out the summary of the programme of a summary, which the schemas do not have there', () => {
    const summary = '/records[1]/summaries[1]'
    const written = write({
      [`${summary}/type`]: 'All',
      [`${summary}/program/name`]: 'History',
      [`${summary}/program/summary/type`]: 'All',
    })
    expect(written.xml).toContain('<AcademicProgramName>History<')
    expect(written.xml).not.toContain('ProgramSummary')
    expect(lost(written)).toEqual({ [`${summary}/program/summary/type`]: 'no-equivalent dropped' })
  })

  it('refuses a transcript without a record', () => {
    const empty = transcriptFromFacts(new Map([['/tests[1]/name', 'SAT']]))
    expect(() => pescFromTranscript(empty, { person })).toThrow(
      expect.objectContaining({ code: 'ERR_TRANSCRIPT_EMPTY' }),
    )
  })
})
