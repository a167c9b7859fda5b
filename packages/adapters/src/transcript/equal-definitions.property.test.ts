import type { Achievement, ClrCredential } from '@testamur/credentials'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { innerOf, options } from '../../test/pesc-fixtures.js'
import { anyTranscript } from '../../test/transcript-arbitrary.js'
import {
  type ClrFromTranscriptOptions,
  type Course,
  type CourseQualifier,
  clrFromTranscript,
  type Transcript,
} from './index.js'

const numRuns = Math.ceil(Number(process.env['TESTAMUR_RUNS'] ?? 50) / 4)
const term = { designator: '2021-01', name: 'Spring 2021', notes: [] }

/** All achievements that a record defines, asserted or not. */
function achievementsOf({ credentialSubject, ...clr }: ClrCredential): Achievement[] {
  const asserted = innerOf({ ...clr, credentialSubject }).map((inner) => inner.credentialSubject.achievement)
  return [...asserted, ...(credentialSubject.achievement ?? [])]
}

function coursesOf({ records }: Transcript): Course[] {
  return records.flatMap(({ courses, sessions }) => [...courses, ...sessions.flatMap((session) => session.courses)])
}

/** What a course is, whoever took it. */
function definitionOf(course: Course): Course {
  const { subject, number, title, description, creditValue, creditUnit, creditLevel, level } = course
  const { subjectCodes, originalId, agencyId, overrideSchoolNumber, topics, languages } = course
  const unmet = (node: CourseQualifier) => ({ ...node, conditionsMet: [], conditionsMetDates: [], notes: [] })
  return {
    subject,
    number,
    title,
    description,
    creditValue,
    creditUnit,
    creditLevel,
    level,
    subjectCodes,
    originalId,
    agencyId,
    overrideSchoolNumber,
    topics,
    languages,
    requirements: course.requirements.map(unmet),
    attributes: course.attributes.map(unmet),
    proficiencies: course.proficiencies.map(unmet),
    supplementalGrades: [],
    equivalentGrades: [],
    licensures: [],
    outcomes: [],
    notes: [],
  }
}

/** The achievement that a course is in a record of its own, in a term. */
function achievementOf(course: Course, more: Partial<ClrFromTranscriptOptions>): Achievement | undefined {
  const nothing = { awards: [], summaries: [], courses: [], additionalAchievements: [], notes: [] }
  const session = { ...nothing, term, programs: [], courses: [course], experiences: [] }
  const transcript = {
    document: { notes: [] },
    learner: { agencyIdentifiers: [] },
    records: [{ ...nothing, sessions: [session] }],
    tests: [],
    notes: [],
  }
  return innerOf(clrFromTranscript(transcript, { ...options, ...more }).credential)[0]?.credentialSubject.achievement
}

it('a course is one achievement, whatever becomes of an attempt at it', () => {
  const more = fc.record({
    gradeScales: fc.constantFrom(undefined, { 25: ['C', 'B', 'B+', 'A'], '4.3': ['1', '2'] }),
    achievementId: fc.constantFrom(undefined, () => 'https://catalogue.example.edu/1'),
  })
  fc.assert(
    fc.property(anyTranscript, more, (transcript, chosen) => {
      for (const { school: _, ...course } of coursesOf(transcript).slice(0, 5)) {
        expect(achievementOf(course, chosen)).toEqual(achievementOf(definitionOf(course), chosen))
      }
    }),
    { numRuns },
  )
})

it('equal ids mean equal definitions, also in two records', () => {
  fc.assert(
    fc.property(anyTranscript, anyTranscript, (one, other) => {
      const definitions = new Map<string, Achievement>()
      for (const transcript of [one, other]) {
        for (const achievement of achievementsOf(clrFromTranscript(transcript, options).credential)) {
          expect(achievement).toEqual(definitions.get(achievement.id) ?? achievement)
          definitions.set(achievement.id, achievement)
        }
      }
    }),
    { numRuns },
  )
})
