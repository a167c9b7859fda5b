import * as fc from 'fast-check'
import type { AnyFieldShape, AnyShape } from '../src/transcript/facts/node-shape.js'
import { transcriptShape } from '../src/transcript/facts/transcript-shape.js'
import type { Transcript } from '../src/transcript/index.js'

// Transcripts of any content, made by the shape of the model: every field that it has, or will have, takes part.

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/)
const anyText = fc.oneof(
  { weight: 6, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== ''),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a (b) c', 'one\ntwo', 'say "none" for', 'x, y: z', ' verbatim  ', 'Ünï ☃ 𝄞'),
  },
)
const decimal = fc.constantFrom('3', '3.0', '3.00', '0', '12.5', '0.333', '-1', '007', '1e3', '99999999999999999999')
const date = fc.constantFrom(
  '2019-08-26',
  '2019-12-13',
  '2020-01-06Z',
  '2020-05-08-05:00',
  '2020-05-08+14:00',
  '2019-02-30',
  '2019',
)
const codes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  creditValue: decimal,
  creditEarned: decimal,
  average: fc.constantFrom('3.25', '4', '2.500'),
  rangeMinimum: fc.constantFrom('0', '0.0'),
  rangeMaximum: fc.constantFrom('4', '4.0'),
  beginDate: date,
  endDate: date,
  date,
  completionDate: date,
  designator: fc.constantFrom('2019-08', '2020-01', '2020-08'),
  repeatCode: fc.constantFrom('RepeatCounted', 'ReplacedNotCounted', 'ReplacementCounted', 'Other'),
  gradeStatus: fc.constantFrom('Completed', 'InProgress', 'Withdrew', 'Odd'),
  grade: fc.constantFrom('A', 'B+', '87', '87 %', 'PASS (P)'),
  gradeScaleCode: fc.constantFrom('25', '4.3', 'a)'),
  completed: fc.constantFrom('true', 'false', '1', 'True', 'maybe'),
  completeness: fc.constantFrom('Complete', 'Partial', 'Odd'),
  process: fc.constantFrom('TEST', 'PRODUCTION', 'test'),
  applicability: fc.constantFrom('FirstProgram', 'SecondProgram', 'BothPrograms', 'NotApplicable'),
  url: fc.constantFrom('https://work.example/1', 'www.work.example'),
  address: fc.constantFrom('https://school.example', 'office@school.example', 'odd'),
  type: fc.constantFrom('Major', 'Minor', 'Concentration', 'SenderOnly', 'Semester'),
  level: fc.constantFrom('2.4', '4.2', 'Undergraduate', 'FirstHighest'),
  conditionsMet: fc.constantFrom('Yes', 'No'),
}

/** A value as often as none. */
const perhaps = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(values, { nil: undefined, freq: 2 })

function node(shape: AnyShape, depth: number, texts: fc.Arbitrary<string>): fc.Arbitrary<object> {
  const fields = Object.entries(shape).map(([name, field]) => [name, fieldOf(name, field, depth, texts)] as const)
  return fc.record(Object.fromEntries(fields), { noNullPrototype: true })
}

function fieldOf(
  name: string,
  field: AnyFieldShape,
  depth: number,
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const text = codes[name] ?? texts
  const nodeOf = (of: () => AnyShape, at: number): fc.Arbitrary<object> => node(of(), at, texts)
  if (field === 'text') return perhaps(text)
  if (field === 'texts' || field === 'optional texts') return fc.array(text, { maxLength: 2 })
  if ('required' in field) return nodeOf(field.required, depth)
  if ('optional' in field) return depth > 0 ? perhaps(nodeOf(field.optional, depth - 1)) : fc.constant(undefined)
  const of = 'optionalList' in field ? field.optionalList : field[0]
  return depth > 0 ? fc.array(nodeOf(of, depth - 1), { maxLength: depth > 3 ? 3 : 2 }) : fc.constant([])
}

const course = {
  supplementalGrades: [],
  equivalentGrades: [],
  subjectCodes: {},
  title: 'Certain',
  requirements: [],
  attributes: [],
  proficiencies: [],
  licensures: [],
  languages: [],
  topics: [],
  outcomes: [],
  notes: [],
}

/** Transcripts with at least one course. `known` are texts that mean something to a format, such as its codes. */
export function transcriptsWith(known: readonly string[]): fc.Arbitrary<Transcript> {
  const texts = known.length === 0 ? anyText : fc.oneof(anyText, fc.constantFrom(...known))
  return node(transcriptShape, 4, texts).map((made) => {
    const transcript = made as Transcript
    const record = { awards: [], summaries: [], sessions: [], courses: [course], additionalAchievements: [], notes: [] }
    return { ...transcript, records: [...transcript.records, record] }
  })
}

/** Transcripts of any content. */
export const anyTranscript: fc.Arbitrary<Transcript> = transcriptsWith([])
