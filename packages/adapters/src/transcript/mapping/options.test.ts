import { validate } from '@testamur/credentials/validate'
import { describe, expect, it } from 'vitest'
import {
  course,
  importDocument,
  importRecord,
  innerOf,
  innerOfType,
  lossesOf,
  record,
  session,
} from '../../../test/pesc-fixtures.js'

const hip = '<Attribute><RAPCode>SL2</RAPCode></Attribute>'
const gpa = '<AcademicSummary><GPA><GradePointAverage>3.5</GradePointAverage></GPA></AcademicSummary>'

describe('the option achievementId', () => {
  const catalogue = (code: string | undefined): string => `https://catalogue.example.edu/${code}`

  it('makes a course the same achievement in every record', () => {
    const achievementId = ({ subject, number }: { subject?: string | undefined; number?: string | undefined }) =>
      catalogue(`${subject}-${number}`)
    const [one, other] = ['A', 'B'].map((grade) =>
      importRecord(course(`<CourseAcademicGrade>${grade}</CourseAcademicGrade>`), { achievementId }),
    )
    const ids = [one, other].map((each) => each && innerOf(each.credential)[0]?.credentialSubject.achievement.id)
    expect(ids).toEqual([catalogue('MATH-101'), catalogue('MATH-101')])
  })

  it('never gives two definitions one id', () => {
    const value = (credits: number): string => course(`<CourseCreditValue>${credits}</CourseCreditValue>`)
    const { credential } = importRecord(value(3) + value(4) + value(3), { achievementId: () => catalogue('1') })
    const ids = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.id)
    expect([ids[0], ids[2]]).toEqual([catalogue('1'), catalogue('1')])
    expect(ids[1]).toMatch(/^urn:uuid:/)
  })

  it('must be a URI', () => {
    expect(() => importRecord(course(), { achievementId: () => 'CANARY 1' })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION', message: expect.not.stringContaining('CANARY') }),
    )
  })
})

describe('the option alignment', () => {
  const node = (code: string) => ({
    targetName: `Standard ${code}`,
    targetUrl: `https://frameworks.example/${code}`,
    targetType: 'CFItem' as const,
  })
  const alignmentsIn = (imported: ReturnType<typeof importRecord>): unknown[] =>
    innerOf(imported.credential).map(({ credentialSubject }) =>
      credentialSubject.achievement.alignment?.map(({ targetUrl }) => targetUrl),
    )

  it('says what courses are aligned with: one node, several, none', () => {
    const nodes = { '101': node('A'), '102': [node('A'), node('B')], '103': [] }
    const xml = ['101', '102', '103', '104'].map((number) => course('', number)).join('')
    const imported = importRecord(xml, { alignment: ({ number }) => nodes[number as keyof typeof nodes] })
    const [a, b] = ['A', 'B'].map((code) => node(code).targetUrl)
    expect(alignmentsIn(imported)).toEqual([[a], [a, b], undefined, undefined])
    expect(imported.losses).toEqual([])
    expect(validate(imported.credential).findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('is told who taught the course, if it was another than the sender', () => {
    const school = (name: string): string => `<School><OrganizationName>${name}</OrganizationName></School>`
    const sender =
      '<Source><Organization><OrganizationName>Example University</OrganizationName></Organization></Source>'
    const records = ['', school('Example University'), school('Other College')]
      .map((each) => record(each + course()))
      .join('')
    const schools: (string | undefined)[] = []
    const alignment = (_: unknown, { names }: { names: readonly string[] } = { names: [] }) => {
      schools.push(names[0])
      return names.length === 0 ? node('A') : undefined
    }
    const imported = importDocument({ transmission: sender, records }, { alignment })
    expect(schools).toEqual([undefined, undefined, 'Other College'])
    expect(alignmentsIn(imported)).toEqual([[node('A').targetUrl], [node('A').targetUrl], undefined])
  })

  it('makes two achievements of a course that is aligned with different nodes', () => {
    const ids = ['A', 'B', 'A'].map((code) => {
      const { credential } = importRecord(course(), { alignment: () => node(code) })
      return innerOf(credential)[0]?.credentialSubject.achievement.id
    })
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
  })

  it.each([
    [{ targetName: 'A', targetUrl: 'CANARY 1' }, 'ERR_INVALID_OPTION'],
    [{ targetUrl: node('A').targetUrl }, 'ERR_INVALID_CREDENTIAL'],
    ['CANARY', 'ERR_INVALID_CREDENTIAL'],
    [[null], 'ERR_INVALID_CREDENTIAL'],
  ])('is refused when it is no alignment: %j', (wrong, code) => {
    expect(() => importRecord(course(), { alignment: () => wrong as never })).toThrow(
      expect.objectContaining({ code, message: expect.not.stringContaining('CANARY') }),
    )
  })
})

describe('the option taxonomy', () => {
  const taxonomy = [
    {
      name: 'Service learning',
      tags: ['SL'],
      levels: [{ tag: 'SL2', title: 'of 15 hours' }],
      achievementTypes: ['CommunityService'],
    },
  ] as const

  it('tags a course that the source marks, and leaves it a course', () => {
    const { credential } = importRecord(course(hip), { taxonomy })
    expect(innerOfType(credential, 'Course').credentialSubject.achievement.tag).toEqual(
      expect.arrayContaining(['Service learning', 'SL2']),
    )
    expect(
      innerOf(importRecord(course(), { taxonomy }).credential)[0]?.credentialSubject.achievement.tag,
    ).toBeUndefined()
  })

  it('says what an achievement outside courses is', () => {
    const xml = `${course()}<AdditionalStudentAchievements>${hip}</AdditionalStudentAchievements>`
    expect(innerOfType(importRecord(xml, { taxonomy }).credential, 'CommunityService')).toBeDefined()
    const note =
      '<LearningExperience><SponsorOrganization>Trust</SponsorOrganization><NoteMessage>sl</NoteMessage></LearningExperience>'
    expect(innerOfType(importRecord(session(note), { taxonomy }).credential, 'CommunityService')).toBeDefined()
  })
})

describe('the option creditUnitIri', () => {
  it('says the unit beside the credits, in a member with its own context', () => {
    const xml = course('<CourseCreditUnits>Quarter</CourseCreditUnits><CourseCreditValue>3</CourseCreditValue>')
    const { credential } = importRecord(xml, { creditUnitIri: 'https://registrar.example.edu/terms#creditUnit' })
    const inner = innerOfType(credential, 'Course')
    expect(inner['@context']).toContainEqual({ creditUnit: 'https://registrar.example.edu/terms#creditUnit' })
    expect(inner.credentialSubject.achievement).toMatchObject({ creditsAvailable: 3, creditUnit: 'Quarter' })
    expect(validate(credential).findings.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('the option creditUnitIri, when no member can be named after it,', () => {
  const xml = course('<CourseCreditUnits>Quarter</CourseCreditUnits>')

  it.each([
    'https://registrar.example.edu/terms#name',
    'https://registrar.example.edu/terms#tag',
    'https://registrar.example.edu/terms#type',
    'https://registrar.example.edu/terms#id',
    'https://registrar.example.edu/terms#creditsAvailable',
    'https://registrar.example.edu/terms#issuer',
    'https://registrar.example.edu/terms/',
    'https://registrar.example.edu/terms#credit-unit',
    'https://registrar.example.edu/terms#1',
    'https://schema.org/address',
  ])('is refused: %s', (creditUnitIri) => {
    expect(() => importRecord(xml, { creditUnitIri })).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })

  it('is accepted when the whole last part is the name', () => {
    const creditUnitIri = 'https://registrar.example.edu/terms#credit_unit'
    const { achievement } = innerOfType(importRecord(xml, { creditUnitIri }).credential, 'Course').credentialSubject
    expect(achievement).toMatchObject({ credit_unit: 'Quarter', name: 'Algebra' })
  })
})

describe('the option summaries', () => {
  it('carries only what it names; the rest is a loss', () => {
    const xml = `${gpa}${session(course() + gpa)}`
    const imported = importRecord(xml, { summaries: ['record'] })
    const names = innerOf(imported.credential).map(({ name }) => name)
    expect(names).toEqual(['Summary of the academic record', 'Algebra'])
    expect(lossesOf(imported)).toEqual({ GradePointAverage: 'not-requested' })
  })
})

describe('the option criteriaTexts', () => {
  it('stands in for the general sentences', () => {
    const xml = `<AcademicAward><AcademicAwardTitle>BA</AcademicAwardTitle></AcademicAward>${gpa}`
    const { credential } = importRecord(xml, { criteriaTexts: { award: 'Complete it.', summary: 'Rule 7.' } })
    const narratives = innerOf(credential).map(
      ({ credentialSubject }) => credentialSubject.achievement.criteria.narrative,
    )
    expect(narratives).toEqual(['Complete it.', 'Rule 7.'])
  })
})

describe('the option transcriptEntries', () => {
  it('leaves a record without traces of its source', () => {
    const { credential } = importRecord(session(course()), { transcriptEntries: 'omit' })
    expect(JSON.stringify(credential)).not.toContain('Transcript entry')
  })
})
