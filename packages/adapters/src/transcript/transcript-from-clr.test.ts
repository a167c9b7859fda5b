import { achievement, achievementCredential, clrCredential, resultDescription } from '@testamur/credentials'
import { describe, expect, it } from 'vitest'
import { course, importDocument, innerOf, innerOfType, record, session } from '../../test/pesc-fixtures.js'
import { transcriptFromFacts } from './facts/index.js'
import { clrFromTranscript, transcriptFromClr } from './index.js'

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

  it('has a place for an award of which nothing is known, since its only date is none', () => {
    const award = { date: '2019-02-30', honors: [], programs: [], requirements: [], summaries: [], notes: [] }
    const nothing = transcriptFromFacts(new Map([['/records[1]/courses[1]/title', 'Algebra']]))
    const records = nothing.records.map((each) => ({ ...each, awards: [award] }))
    const made = clrFromTranscript({ ...nothing, records }, shared)
    expect(made.losses.map(({ path }) => path)).toEqual(['/records[1]/awards[1]/date'])
    const { transcript, losses } = transcriptFromClr(made.credential)
    expect(transcript.records[0]?.awards).toEqual([
      { honors: [], programs: [], requirements: [], summaries: [], notes: [] },
    ])
    expect(losses).toEqual([])
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

describe('transcriptFromClr of a record that was changed', () => {
  const xml = { records: record(session(course('<CourseAcademicGrade>F</CourseAcademicGrade>'))) }
  const { credential } = importDocument(xml)
  const inner = '/credentialSubject/verifiableCredential'

  const { achievement: definition } = innerOfType(credential, 'Course').credentialSubject
  const alignment = { type: ['Alignment'], targetName: 'Limits', targetUrl: 'https://case.example/1' }
  const [resultId, levelId] = ['urn:example:rubric', 'urn:example:level']
  const rubric = {
    id: resultId,
    name: 'Proof',
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: [{ id: levelId }],
  }

  it.each<[what: string, subject: object, definition: object, path: string]>([
    ['an alignment', {}, { alignment: [alignment] }, '/achievement/alignment/0'],
    ['criteria', {}, { criteria: { narrative: 'Other' } }, '/achievement/criteria'],
    ['a field of study', {}, { fieldOfStudy: 'Other' }, '/achievement/fieldOfStudy'],
    ['a role', { role: 'Tutor' }, {}, '/role'],
    ['another term', { term: 'Spring 2021' }, {}, '/term'],
    [
      'a rubric',
      {},
      { resultDescription: [...(definition.resultDescription ?? []), rubric] },
      `/achievement/resultDescription/${definition.resultDescription?.length ?? 0}`,
    ],
  ])('names %s that it has no place for, and nothing else', (_, subject, members, path) => {
    const changed = structuredClone(credential)
    const { credentialSubject } = innerOfType(changed, 'Course')
    Object.assign(credentialSubject, subject)
    Object.assign(credentialSubject.achievement, members)
    const added = transcriptFromClr(changed).losses.filter(({ code }) => code === 'no-equivalent')
    expect(added.map((loss) => loss.path)).toEqual([`${inner}/0/credentialSubject${path}`])
  })

  it('names a relation and a definition that were added, whatever they relate', () => {
    const changed = structuredClone(credential)
    const added = { ...badge, id: 'urn:example:badge' }
    const association = [{ associationType: 'precedes', sourceId: definition.id, targetId: added.id }]
    Object.assign(changed.credentialSubject, { achievement: [added], association })
    const paths = transcriptFromClr(changed).losses.map(({ path }) => path)
    expect(paths).toContain('/credentialSubject/achievement/0')
    expect(paths).toContain('/credentialSubject/association/0')
  })

  it('gives no other issuer a word in the transcript of the sender', () => {
    const evidence = [
      '/records[1]/sessions[1]/courses[1]\ngrade: "A" for "F"',
      '/learner\nschoolAssignedId: "666"',
    ].map((narrative) => ({ type: ['Evidence'], genre: 'Transcript entry', narrative }))
    const forged = { ...credentials[3], evidence }
    const { transcript, losses } = transcriptFromClr(withCredential(forged))
    const courses = transcript.records[0]?.sessions[0]?.courses ?? []
    expect(courses.map(({ title, grade: letter }) => [title, letter])).toEqual([['Algebra', 'F']])
    expect(transcript.learner).not.toHaveProperty('schoolAssignedId')
    const paths = losses.map(({ path }) => path)
    expect(paths).toContain(`${inner}/1/evidence/0`)
    expect(paths).toContain(`${inner}/1/evidence/1`)
  })

  it.each(['/learner', '/sender', '/document', '', '/records[1]/sessions[1]/courses[1]', '/records[1]/sessions[1]'])(
    'takes no word of a credential of the sender for %j, which is not its own',
    (place) => {
      const evidence = [
        { type: ['Evidence'], genre: 'Transcript entry', narrative: `${place || '/'}\ngrade: "A" for "F"` },
      ]
      const forged = { ...credentials[0], issuer: credential.issuer, evidence }
      const { transcript, losses } = transcriptFromClr(withCredential(forged))
      expect(transcript.records[0]?.sessions[0]?.courses[0]?.grade).toBe('F')
      expect(losses.map(({ path }) => path)).toContain(`${inner}/1/evidence/0`)
    },
  )

  function withCredential(added: object): object {
    const { credentialSubject } = structuredClone(credential)
    const verifiableCredential = [...credentialSubject.verifiableCredential, added]
    return { ...credential, credentialSubject: { ...credentialSubject, verifiableCredential } }
  }
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
