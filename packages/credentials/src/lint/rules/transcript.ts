import { hasMember, memberOf, objectsAt } from '../../validate/located.js'
import { changingStates, isCourse, isInState, resultTypeOf, unfinishedStates } from '../awards.js'
import type {
  Award,
  DescribedResult,
  LearnerRecord,
  LintRecord,
  LintReport,
  LintRule,
  LintSettings,
} from '../interface.js'
import { numberAt, textAt, textsAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'cumulative-gpa-missing'
  | 'course-term-missing'
  | 'course-credits-missing'
  | 'course-grade-missing'
  | 'in-progress-not-marked'
  | 'repeat-not-marked'

/** Q17: a transcript has what registrars read one for. */
export const transcript: LintRule<Code> = {
  id: 'Q17',
  title: 'A transcript has what registrars read one for',
  why: 'Admission and transfer offices decide course by course: by when it was, what it counted, and how it ended.',
  source: sources.clrGuide,
  level: 'warning',
  codes: {
    'cumulative-gpa-missing': { why: 'The average over everything is the first thing that most readers look for.' },
    'course-term-missing': {},
    'course-credits-missing': {},
    'course-grade-missing': {},
    'in-progress-not-marked': {
      why: 'Without a status a course counts as completed: a reader would take it for credit that was earned.',
      source: sources.gradeStatus,
    },
    'repeat-not-marked': {
      why: 'A course that was taken twice counts once: a reader must know which attempt does.',
      source: sources.repeatCodes,
    },
  },
  check: (record, report) => {
    for (const learnerRecord of record.learnerRecords) checkAverage(learnerRecord, report)
    const courses = record.awards.filter(isCourse)
    for (const course of courses) checkCourse(course, record.settings, report)
    checkRepeats(courses, record, report)
  },
}

function checkAverage({ subject, awards, compactCredentials }: LearnerRecord, report: LintReport<Code>): void {
  if (compactCredentials.length > 0 || awards.some(hasCumulativeAverage)) return
  const message =
    'The record has no cumulative grade point average: add an achievement with a result of type `GradePointAverage`, without a term or named `cumulative`.'
  report('cumulative-gpa-missing', subject.pointer, message)
}

/** An average that belongs to no term is over all, and so is one that says so. */
function hasCumulativeAverage({ subject, achievement, results }: Award): boolean {
  const averages = results.filter((result) => resultTypeOf(result) === 'GradePointAverage')
  const names = [textAt(achievement, 'name'), ...textsAt(achievement, 'tag'), ...averages.map(nameOf)]
  const says = names.some((name) => /cumulative|overall/i.test(name))
  return averages.some(({ result }) => hasMember(result, 'value')) && (says || !hasMember(subject, 'term'))
}

function checkCourse(course: Award, settings: LintSettings, report: LintReport<Code>): void {
  const { subject, achievement, results } = course
  const isUnfinished = isInState(course, unfinishedStates)
  if (!hasMember(subject, 'term')) {
    report('course-term-missing', subject.pointer, 'The course has no `term`: write when it was taken, as `Fall 2025`.')
  }
  if (!hasMember(subject, 'creditsEarned') && !(isUnfinished && hasMember(achievement, 'creditsAvailable'))) {
    const message = 'The course has no `creditsEarned`: write how many the learner earned, 0 if none.'
    report('course-credits-missing', subject.pointer, message)
  }
  const grades = results.filter(isGrade).map(({ result }) => textAt(result, 'value').toLowerCase())
  if (grades.length === 0 && !results.some(({ result }) => hasMember(result, 'status'))) {
    const message =
      'The course has neither a grade nor a status: add a result with the grade, or with `status` if it goes on.'
    report('course-grade-missing', subject.pointer, message)
  }
  if (!isUnfinished && grades.some((grade) => settings.inProgressGrades.includes(grade))) {
    const message = 'The grade says that the course goes on, and no `status` does: add a result with `InProgress`.'
    report('in-progress-not-marked', subject.pointer, message)
  }
}

/** Any kind of result but facts and states is a grade; and so is what is called one. */
function isGrade(described: DescribedResult): boolean {
  const { result, description } = described
  if (description === undefined || !['value', 'achievedLevel'].some((member) => hasMember(result, member))) return false
  const type = resultTypeOf(described)
  return (type !== 'Result' && type !== 'Status') || /\b(?:grade|mark|score)\b/i.test(nameOf(described))
}

/** Attempts at one course that counted, of which none says that it was repeated. */
function checkRepeats(courses: readonly Award[], record: LintRecord, report: LintReport<Code>): void {
  const replaced = replacedIds(record)
  for (const attempts of attemptsByCourse(courses)) {
    const [, second] = attempts
    const isMarked = attempts.some(
      (attempt) => saysRepeat(attempt) || replaced.has(memberOf(attempt.achievement.value, 'id')),
    )
    if (second === undefined || isMarked) continue
    const message =
      'The course is in the record more than once, and no attempt says so: add a result named `Repeat`, or an association `replacedBy`.'
    report('repeat-not-marked', second.subject.pointer, message)
  }
}

function attemptsByCourse(courses: readonly Award[]): Award[][] {
  const groups = new Map<string, Award[]>()
  for (const course of courses) {
    const { achievement } = course
    // A laboratory that belongs to a course has its code, and no credits.
    const isPart = numberAt(achievement, 'creditsAvailable') === 0
    if (isPart || isInState(course, [...changingStates, 'Withdrew'])) continue
    const key = courseKey(course)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [course])
    else group.push(course)
  }
  return [...groups.values()]
}

/** A special topics course has one code and many names. */
function courseKey({ achievement }: Award): string {
  const code = textAt(achievement, 'humanCode')
  const creators = objectsAt(achievement, 'creator').map(({ value }) => memberOf(value, 'id'))
  const id = memberOf(achievement.value, 'id') ?? achievement.pointer
  return JSON.stringify(code === '' ? [id] : [creators, code, textAt(achievement, 'name')])
}

const saysRepeat = ({ subject, achievement, results }: Award): boolean =>
  [textAt(subject, 'narrative'), ...textsAt(achievement, 'tag'), ...results.map(nameOf)].some((text) =>
    /\brepeat|CourseRepeatCode/i.test(text),
  )

function replacedIds({ learnerRecords }: LintRecord): ReadonlySet<unknown> {
  const replacements = learnerRecords
    .flatMap(({ subject }) => objectsAt(subject, 'association'))
    .filter(({ value }) => memberOf(value, 'associationType') === 'replacedBy')
  return new Set(replacements.map(({ value }) => memberOf(value, 'sourceId')))
}

const nameOf = ({ description }: DescribedResult): string =>
  description === undefined ? '' : textAt(description, 'name')
