import { attemptDetail, attemptDetails, attemptFacts } from '../mapping/course-results.js'
import { courseIdentifiers, courseTags } from '../mapping/map-course.js'
import { nodesIn } from './clr-source.js'
import {
  type CredentialView,
  dayOf,
  type Put,
  putNotes,
  type ReadResult,
  resultNamed,
  resultsNamed,
  taggedValues,
  valueOf,
} from './credential-view.js'
import { readOrganization } from './read-organization.js'

/** Grade status codes for the statuses of Open Badges, where a result has no code of its own. */
const statusCodes: Readonly<Record<string, string>> = {
  Completed: 'Completed',
  Enrolled: 'PlanningToTake',
  Failed: 'OtherFail',
  InProgress: 'InProgress',
  OnHold: 'Incomplete',
  Provisional: 'NotYetReported',
  Withdrew: 'Withdrew',
}
const gradeTypes = new Set(['LetterGrade', 'Percent', 'RawScore'])
const subjectCodes = ['CIP', 'CSIS', 'USIS', 'NCES', 'SCED', 'FiveDigitSCED', 'SubjectArea']

/** Reads an attempt at a course out of its credential. */
export function readCourse(view: CredentialView, put: Put): void {
  const { source, subject, achievement } = view
  readDefinition(view, put)
  put('creditValue', source.text(achievement, 'creditsAvailable'))
  put('creditEarned', source.text(subject, 'creditsEarned'))
  put('beginDate', dayOf(source.text(subject, 'activityStartDate')))
  put('endDate', dayOf(source.text(subject, 'activityEndDate')))
  readGrade(view, put)
  for (const [field, name] of attemptFacts) put(field, resultNamed(view, name))
  const details = resultsNamed(view, attemptDetail)
  for (const [field, label] of attemptDetails) {
    put(field, details.find((detail) => detail.startsWith(`${label}: `))?.slice(label.length + 2))
  }
  put('school/overrideCode', resultNamed(view, 'School override'))
  const [creator] = nodesIn(achievement, 'creator')
  // A transcript has one sender: who issued the credential is known there as the school.
  const school = creator ?? view.otherIssuer
  if (school !== undefined) readOrganization(source, school, (path, text) => put(`school/${path}`, text))
  putNotes(view, put)
}

function readDefinition(view: CredentialView, put: Put): void {
  const { source, achievement } = view
  const humanCode = source.text(achievement, 'humanCode')
  const name = source.text(achievement, 'name')
  const description = source.text(achievement, 'description')
  const [, subjectArea, number] = /^(.*) (\S+)$/.exec(humanCode ?? '') ?? [undefined, undefined, humanCode]
  put('subject', subjectArea)
  put('number', number)
  put('title', name === (humanCode ?? 'Course') ? undefined : name)
  const isMadeUp = [name, `${humanCode} ${name}`].includes(description)
  put('description', isMadeUp ? undefined : description)
  for (const [field, tag] of courseTags) {
    const values = taggedValues(view, tag)
    if (field === 'topics') for (const [index, topic] of values.entries()) put(`topics[${index + 1}]`, topic)
    else put(field, values[0])
  }
  for (const entry of nodesIn(achievement, 'otherIdentifier')) {
    const { identifierType, identifier } = entry
    if (typeof identifierType !== 'string' || typeof identifier !== 'string') continue
    const field = courseIdentifiers.find(([, type]) => type === identifierType)?.[0]
    const code = subjectCodes.find((each) => identifierType === `ext:${each}`)
    if (field === undefined && code === undefined) continue
    put(field ?? `subjectCodes/${code}`, identifier)
    source.useAll(entry)
  }
}

function readGrade(view: CredentialView, put: Put): void {
  const { source, results } = view
  const grade = results.find(isGrade) ?? results.find(({ resultType }) => gradeTypes.has(resultType ?? ''))
  if (grade !== undefined) {
    put('grade', valueOf(source, grade))
    put('gradeScaleCode', /\(scale (.*)\)$/.exec(grade.name)?.[1])
  }
  put('gradeScaleCode', resultNamed(view, 'Scale of the grade'))
  const [code] = resultsNamed(view, 'Grade status')
  if (code !== undefined) return put('gradeStatus', code)
  const status = results.find(({ result }) => typeof result['status'] === 'string')
  if (status === undefined) return
  valueOf(source, status)
  put('gradeStatus', statusCodes[String(status.result['status'])])
}

function isGrade({ name }: ReadResult): boolean {
  return /^Grade( \(scale .*\))?$/.test(name)
}
