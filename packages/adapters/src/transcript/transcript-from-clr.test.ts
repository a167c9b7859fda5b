import { achievement, achievementCredential, clrCredential, resultDescription } from '@testamur/credentials'
import { describe, expect, it } from 'vitest'
import { course, importDocument, innerOf, innerOfType, record, session } from '../../test/pesc-fixtures.js'
import { transcriptFromClr } from './index.js'

const issuer = { id: 'did:web:college.example', name: 'Example College' }
const shared = { issuer, validFrom: '2026-01-01T00:00:00Z' }
const learner = 'did:example:learner'

const grade = resultDescription({ name: 'Final mark', resultType: 'LetterGrade' })
const status = resultDescription({ name: 'State', resultType: 'Status' })
const algebra = achievement({
  achievementType: 'Course',
  name: 'Linear Algebra',
  humanCode: 'MATH 221',
  description: 'Vectors and maps.',
  criteria: { narrative: 'Pass the examination.' },
  creditsAvailable: 3,
  resultDescription: [grade, status],
})
const degree = achievement({
  achievementType: 'BachelorDegree',
  name: 'Bachelor of Science',
  description: 'A degree.',
  criteria: { narrative: 'Complete the programme.' },
})
const program = achievement({
  achievementType: 'LearningProgram',
  name: 'Mathematics',
  description: 'A programme.',
  criteria: { narrative: 'Admission.' },
})
const badge = achievement({
  achievementType: 'Badge',
  name: 'Chess',
  description: 'Plays.',
  criteria: { narrative: 'Win once.' },
})

const credentials = [
  achievementCredential({
    ...shared,
    credentialSubject: {
      id: learner,
      achievement: algebra,
      term: 'Fall 2024',
      creditsEarned: 3,
      activityStartDate: '2024-08-26T00:00:00Z',
      result: [
        { resultDescription: grade, value: 'A-' },
        { resultDescription: status, status: 'InProgress' },
      ],
    },
  }),
  achievementCredential({
    ...shared,
    awardedDate: '2025-05-20T00:00:00Z',
    credentialSubject: { id: learner, achievement: degree },
  }),
  achievementCredential({ ...shared, credentialSubject: { id: learner, achievement: program } }),
  achievementCredential({
    ...shared,
    issuer: { id: 'did:web:other.example', name: 'Other College' },
    credentialSubject: { id: learner, achievement: { ...algebra, id: 'https://other.example/1' }, term: 'Fall 2024' },
  }),
  achievementCredential({ ...shared, credentialSubject: { id: learner, achievement: badge } }),
]
const foreign = clrCredential({
  ...shared,
  name: 'Record',
  credentialSubject: {
    id: learner,
    verifiableCredential: credentials,
    association: [{ associationType: 'isPartOf', sourceId: program.id, targetId: degree.id }],
  },
})

describe('transcriptFromClr of a record of another system', () => {
  const { transcript, losses } = transcriptFromClr(foreign)
  const [only] = transcript.records

  it('reads courses into their terms, with credits, grade and state', () => {
    expect(transcript.records).toHaveLength(1)
    expect(only?.sessions).toHaveLength(1)
    expect(only?.sessions[0]).toMatchObject({ term: { name: 'Fall 2024', designator: '2024-08' } })
    expect(only?.sessions[0]?.courses[0]).toMatchObject({
      title: 'Linear Algebra',
      subject: 'MATH',
      number: '221',
      description: 'Vectors and maps.',
      creditValue: '3',
      creditEarned: '3',
      grade: 'A-',
      gradeStatus: 'InProgress',
      beginDate: '2024-08-26',
    })
  })

  it('names the issuer of a credential that another institution issued as the school', () => {
    expect(only?.sessions[0]?.courses[1]?.school?.names).toEqual(['Other College'])
    expect(losses).toContainEqual(
      expect.objectContaining({
        path: '/credentialSubject/verifiableCredential/3/issuer',
        disposition: 'reduced',
      }),
    )
  })

  it('reads degrees with their programmes', () => {
    expect(only?.awards).toMatchObject([
      { title: 'Bachelor of Science', level: '2.4', date: '2025-05-20', programs: [{ name: 'Mathematics' }] },
    ])
  })

  it('names what a transcript has no place for, whole credentials as one', () => {
    const paths = losses.map(({ path }) => path)
    expect(paths).toContain('/credentialSubject/verifiableCredential/4')
    expect(paths).toContain('/credentialSubject/verifiableCredential/0/credentialSubject/achievement/criteria')
    expect(paths).toContain('/name')
    expect(JSON.stringify(losses)).not.toMatch(/Chess|Win once/)
  })
})

describe('transcriptFromClr of a record that was made from a transcript', () => {
  const xml = { records: record(session(course('<CourseCreditEarned>3.00</CourseCreditEarned>'))) }
  const { credential } = importDocument(xml)

  it('keeps digits as they were', () => {
    const [only] = transcriptFromClr(credential).transcript.records
    expect(only?.sessions[0]?.courses[0]?.creditEarned).toBe('3.00')
  })

  it('takes what was changed since, and says so', () => {
    const changed = structuredClone(credential) as unknown as { credentialSubject: { verifiableCredential: object[] } }
    const inner = innerOfType(changed as never, 'Course')
    Object.assign(inner.credentialSubject, { creditsEarned: 4 })
    const { transcript, losses } = transcriptFromClr(changed)
    expect(transcript.records[0]?.sessions[0]?.courses[0]?.creditEarned).toBe('4')
    expect(losses).toContainEqual(
      expect.objectContaining({ path: '/records[1]/sessions[1]/courses[1]/creditEarned', code: 'superseded' }),
    )
  })

  it('puts a credential that was added into the term that it names', () => {
    const { credentialSubject } = credential
    const verifiableCredential = [...credentialSubject.verifiableCredential, credentials[0]]
    const added = structuredClone({ ...credential, credentialSubject: { ...credentialSubject, verifiableCredential } })
    Object.assign(innerOf(added as never)[1]?.credentialSubject ?? {}, { term: 'Fall 2020' })
    const { transcript } = transcriptFromClr(added)
    expect(transcript.records[0]?.sessions[0]?.courses.map(({ title }) => title)).toEqual(['Algebra', 'Linear Algebra'])
  })
})

describe('transcriptFromClr', () => {
  it.each([undefined, null, 7, 'text', [], {}, { type: 'AchievementCredential' }])('refuses %j', (value) => {
    expect(() => transcriptFromClr(value as object)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })

  it.each([
    { credentialSubject: null },
    { credentialSubject: { verifiableCredential: [1, null, 'token', { credentialSubject: [] }] } },
    { credentialSubject: { verifiableCredential: { credentialSubject: { achievement: { achievementType: 7 } } } } },
    { evidence: [{ genre: 'Transcript entry', narrative: '/\nconstructor/name: "x"' }] },
  ])('refuses a record without anything for a transcript: %j', (members) => {
    const read = () => transcriptFromClr({ type: ['ClrCredential'], ...members })
    expect(read).toThrow(expect.objectContaining({ code: 'ERR_TRANSCRIPT_EMPTY' }))
  })
})
