import type { ClrCredential } from '@testamur/credentials'
import { describe, expect, it } from 'vitest'
import {
  collegeTranscript,
  course,
  importDocument,
  importRecord,
  innerOf,
  options,
  record,
} from '../../test/pesc-fixtures.js'
import { clrFromPescTranscript, clrsFromPesc, transcriptsFromPesc } from '../pesc/index.js'
import { clrFromTranscript } from './index.js'

const document = (id: string): string => `<DocumentID>${id}</DocumentID>`
const idsOf = (clr: ClrCredential): (string | undefined)[] => [clr.id, ...innerOf(clr).map(({ id }) => id)]
const graded = (grade: string): string => course(`<CourseAcademicGrade>${grade}</CourseAcademicGrade>`)
const { learner: _, ...anyLearner } = options

/** A batch of transcripts that hold the same, all with one number. */
function batch(count: number): string {
  const one = collegeTranscript({ transmission: document('1') })
  return `<AcademicRecordBatch><BatchContent>${one.repeat(count)}</BatchContent></AcademicRecordBatch>`
}

describe('ids of records', () => {
  it('are the same whenever the same is said of the same learner, from another moment on', () => {
    const import1 = importDocument({ transmission: document('D-1') })
    const import2 = importDocument({ transmission: document('D-2') }, { validFrom: new Date(0) })
    expect(idsOf(import2.credential)).toEqual(idsOf(import1.credential))
  })

  it('are others for another learner, issuer, grade or name of the record', () => {
    const ids = [
      importRecord(graded('A')),
      importRecord(graded('B')),
      importRecord(graded('A'), { learner: 'did:example:other' }),
      importRecord(graded('A'), { issuer: { id: 'did:web:other.example', name: 'Example University' } }),
      importRecord(graded('A'), { name: 'Own' }),
    ].map(({ credential }) => credential.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('never repeat where nothing says who the learner is', () => {
    const ids = [1, 2, 3].flatMap(() => idsOf(clrFromPescTranscript(collegeTranscript({}), anyLearner).credential))
    expect(new Set(ids).size).toBe(6)
  })

  it('tell nothing of a number that the record does not carry', () => {
    const import1 = importDocument({ transmission: document('TR-078051120') })
    expect(idsOf(importDocument({}).credential)).toEqual(idsOf(import1.credential))
    expect(import1.losses).toMatchObject([{ code: 'transport', disposition: 'dropped' }])
  })

  it('are the caller’s, if there is one', () => {
    expect(importDocument({}, { id: 'urn:example:own' }).credential.id).toBe('urn:example:own')
  })
})

describe('ids of credentials in a record', () => {
  it('tell nothing of the rest of the record', () => {
    const [alone] = innerOf(importRecord(graded('A')).credential)
    const [beside] = innerOf(importRecord(graded('A') + course('', '102')).credential)
    expect(beside?.id).toBe(alone?.id)
  })

  it('differ where two say the same', () => {
    const ids = innerOf(importRecord(graded('A') + graded('A')).credential).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

  it('are the same with entries and without', () => {
    const [carried, omitted] = (['carry', 'omit'] as const).map((transcriptEntries) =>
      idsOf(importRecord(graded('A'), { transcriptEntries }).credential),
    )
    expect(omitted).toEqual(carried)
  })
})

describe('the records of one document', () => {
  it.each([
    ['of the same learner', options],
    ['of students of whom nothing is known', { ...anyLearner, random: (length: number) => new Uint8Array(length) }],
  ])('have ids of their own: %s', async (_title, more) => {
    const ids = clrsFromPesc(batch(3), more).flatMap(({ credential }) => idsOf(credential))
    expect(new Set(ids).size).toBe(6)
    const streamed: (string | undefined)[] = []
    for await (const { credential } of clrsFromPesc(pieces(batch(3)), more)) streamed.push(...idsOf(credential))
    expect(streamed).toEqual(ids)
  })

  it('have them too for each student of one report', () => {
    const student = (name: string): string =>
      `<TestStudent><TestPerson><Name><LastName>${name}</LastName></Name></TestPerson><EducationTests><TestScaleScoreValue>2592</TestScaleScoreValue></EducationTests></TestStudent>`
    const report = `<TestScoreReport><TransmissionData>${document('1')}</TransmissionData>${student('A')}${student('B')}</TestScoreReport>`
    const ids = clrsFromPesc(report, anyLearner).flatMap(({ credential }) => idsOf(credential))
    expect(new Set(ids).size).toBe(4)
  })

  it('cannot all have the id of the caller', async () => {
    const given = { ...options, id: 'urn:example:own' }
    const refusal = expect.objectContaining({ code: 'ERR_INVALID_OPTION' })
    expect(() => clrsFromPesc(batch(2), given)).toThrow(refusal)
    expect(clrsFromPesc(batch(1), given)[0]?.credential.id).toBe('urn:example:own')
    const stream = clrsFromPesc(pieces(batch(2)), given)
    expect((await stream.next()).value?.credential.id).toBe('urn:example:own')
    await expect(stream.next()).rejects.toThrow(refusal)
  })

  it('are told apart by their position also in two steps', () => {
    const ids = transcriptsFromPesc(batch(2)).map(
      ({ transcript }, index) => clrFromTranscript(transcript, { ...options, position: index + 1 }).credential.id,
    )
    expect(new Set(ids).size).toBe(2)
    expect(ids).toEqual(clrsFromPesc(batch(2), options).map(({ credential }) => credential.id))
  })
})

async function* pieces(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield new TextEncoder().encode(text)
}
