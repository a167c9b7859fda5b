import { type ClrFromPescOptions, clrFromPescTranscript, transcriptsFromPesc } from '@testamur/adapters/pesc'
import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import { batchSchemas, fullDocument, leavesOf, messageSchemas, type PescSchemas } from './pesc-xml.js'

// Every element that the XSDs allow anywhere, alone in a document of its own: its text is in the model and the record, or
// its place is in the loss report. `npm test` takes a share of the elements, from a place that the seed says; with
// TESTAMUR_RUNS of some thousands (`npm run test:deep`) it takes them all. TESTAMUR_SEED repeats a run.

const runs = Number(process.env['TESTAMUR_RUNS'] ?? 100)
const seed = Number(process.env['TESTAMUR_SEED'] ?? Date.now() % 1_000_000)
const canary = 'CANARY'
const options: ClrFromPescOptions = {
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
  learner: { id: 'did:example:learner', identity: 'plain' },
  validFrom: '2026-01-01T00:00:00Z',
  include: ['class-rank', 'standing'],
}

const record = '<AcademicRecord><Course><CourseTitle>Algebra</CourseTitle></Course></AcademicRecord>'
/** What makes a message a transcript: where it stands, and what it is. */
const student = { holder: 'Student', content: record }
const skeletons: Readonly<Record<string, { holder: string; content: string }>> = {
  CollegeTranscript: student,
  HighSchoolTranscript: student,
  LearningRecord: { holder: 'LearningRecordDetail', content: record.replaceAll('AcademicRecord', 'AcademicLearning') },
  TestScoreReport: { holder: 'TestStudent', content: record },
  AcademicRecordBatch: {
    holder: 'BatchContent',
    content: `<CollegeTranscript><Student>${record}</Student></CollegeTranscript>`,
  },
}

const withoutPositions = (path: string): string => path.replaceAll(/\[\d+\]/g, '')

/** Places of all elements of a message that hold text. */
function placesIn(schemas: PescSchemas): string[] {
  return [...new Set(leavesOf(fullDocument(schemas)).map(({ path }) => withoutPositions(path)))]
}

/** A message that says nothing but the canary at a place, beside what makes it a transcript. */
function documentWith(path: string): string {
  const [, message = '', ...steps] = path.split('/')
  const { holder, content } = skeletons[message] ?? student
  const nested = (names: readonly string[]): string =>
    names.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, canary)
  const isInHolder = steps[0] === holder
  // What is transmitted stands before the students of a report.
  const before = isInHolder ? '' : nested(steps)
  const beside = isInHolder ? nested(steps.slice(1)) : ''
  return `<${message}>${before}<${holder}>${content}${beside}</${holder}></${message}>`
}

function isAccountedFor(path: string): boolean {
  const xml = documentWith(path)
  const [read] = transcriptsFromPesc(xml)
  const { credential, losses } = clrFromPescTranscript(xml, options)
  expect(JSON.stringify(losses), path).not.toContain(canary)
  const isLost = (places: readonly { readonly path: string }[]): boolean =>
    places.some((loss) => withoutPositions(loss.path) === path)
  const isRead = JSON.stringify(read?.transcript).includes(canary)
  if (isRead === isLost(read?.losses ?? [])) return false
  // Ids are derived from a document's id.
  return JSON.stringify(credential).includes(canary) || isLost(losses)
}

describeWithReference('every element of PESC’s schemas', () => {
  const all = Object.entries({ ...messageSchemas, 'AcademicRecordBatch 2.1': batchSchemas })

  it.each(all)('is accounted for: %s', (name, schemas) => {
    const places = placesIn(schemas).filter((path) => !path.startsWith('/AcademicRecordBatch/BatchContent/'))
    expect(places.length).toBeGreaterThan(50)
    const step = Math.max(1, Math.floor(places.length / runs))
    const chosen = places.filter((_, index) => index % step === seed % step)
    const unaccounted = chosen.filter((path) => !isAccountedFor(path))
    expect(unaccounted, `TESTAMUR_SEED=${seed}, ${chosen.length} of ${places.length} elements of ${name}`).toEqual([])
  })
})
