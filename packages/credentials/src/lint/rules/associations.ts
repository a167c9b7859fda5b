import { childPointer, type JsonValue } from '@testamur/documents/json'
import { circles, idsBelow, stepsUp } from '../../validate/hierarchy.js'
import { memberOf, objectsAt } from '../../validate/located.js'
import { isOfType } from '../awards.js'
import type { LearnerRecord, LintReport, LintRule, LintSettings } from '../interface.js'
import { sources } from '../sources.js'

type Code =
  | 'association-end-unknown'
  | 'association-circle'
  | 'association-repeated'
  | 'course-apart'
  | 'program-missing'

const programWhy = 'A list of courses becomes a course of study by what the courses count towards.'

/** Q11: associations lead somewhere, form no circle, stand once, and bring the courses to a program or degree. */
export const associations: LintRule<Code> = {
  id: 'Q11',
  title: 'Associations lead from courses to a program or degree',
  why: 'Viewers draw the record along its associations: what hangs in the air is left out.',
  source: sources.association,
  level: 'warning',
  codes: {
    'association-end-unknown': {},
    'association-circle': {
      why: 'What stands above itself has no place in any picture of the record.',
      source: sources.associationType,
    },
    'association-repeated': { why: 'What is said twice is counted twice, or makes a reader look for a difference.' },
    'course-apart': { why: programWhy, source: sources.clrGuide },
    'program-missing': { why: programWhy, source: sources.clrGuide },
  },
  check: ({ learnerRecords, settings }, report) => {
    for (const record of learnerRecords) {
      for (const { step } of circles(stepsUp(record.subject))) {
        const message = 'This association closes a circle: remove it, or the one that it contradicts.'
        report('association-circle', step.association.pointer, message)
      }
      checkRepetition(record, report)
      // A credential as compact text hides its achievement, so what leads where is not known.
      if (record.compactCredentials.length > 0) continue
      checkEnds(record, report)
      checkCourses(record, settings, report)
    }
  },
}

function checkEnds({ subject, achievements }: LearnerRecord, report: LintReport<Code>): void {
  const ids = new Set(achievements.map(({ value }) => memberOf(value, 'id')))
  for (const { value, pointer } of objectsAt(subject, 'association')) {
    for (const end of ['sourceId', 'targetId']) {
      const id = memberOf(value, end)
      if (typeof id === 'string' && ids.has(id)) continue
      const message = `\`${end}\` names no achievement of this record: add it under \`achievement\` of the subject, or remove the association.`
      report('association-end-unknown', id === undefined ? pointer : childPointer(pointer, end), message)
    }
  }
}

/** That a course is a child of a program, and the program a parent of the course, is the same. */
function checkRepetition({ subject }: LearnerRecord, report: LintReport<Code>): void {
  const known = new Set<string>()
  for (const { value, pointer } of objectsAt(subject, 'association')) {
    const [type, source, target] = ['associationType', 'sourceId', 'targetId'].map((member) => memberOf(value, member))
    const said: (JsonValue | undefined)[] =
      type === 'isParentOf' ? ['isChildOf', target, source] : [type, source, target]
    const key = JSON.stringify(said)
    if (known.has(key))
      report('association-repeated', pointer, 'Another association says the same: remove one of them.')
    known.add(key)
  }
}

function checkCourses(
  { subject, awards, achievements }: LearnerRecord,
  settings: LintSettings,
  report: LintReport<Code>,
): void {
  const courses = awards.map(({ achievement }) => achievement).filter((each) => isOfType(each, ['Course']))
  const programs = achievements.filter((each) => isOfType(each, settings.programTypes))
  if (courses.length === 0) return
  if (programs.length === 0) {
    const message =
      'The record has courses and no program or degree: list what they count towards under `achievement` of the subject, and associate them.'
    report('program-missing', subject.pointer, message)
    return
  }
  const programIds = programs.map(({ value }) => memberOf(value, 'id')).filter((id) => typeof id === 'string')
  const below = idsBelow(stepsUp(subject), programIds)
  const told = new Set<JsonValue | undefined>()
  for (const { value, pointer } of courses) {
    const id = memberOf(value, 'id')
    if (told.has(id) || (typeof id === 'string' && below.has(id))) continue
    told.add(id)
    const message = 'No association leads from this course to a program or degree: add `isPartOf` or `isChildOf`.'
    report('course-apart', pointer, message)
  }
}
