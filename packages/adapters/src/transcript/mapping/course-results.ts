import type { ResultStatusType } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { Course, EquivalentGrade, SupplementalGrade } from '../model/index.js'
import { gradeDescriptions, gradeResult } from './grades.js'
import type { Ledger, TextField } from './ledger.js'
import { licensureFacts } from './licensure.js'
import type { Setting } from './mapping.js'
import { qualifierFacts, qualifierResults } from './qualifiers.js'
import type { Description, ResultDraft } from './record-draft.js'
import { labelledResult, statusResult, textResult } from './results.js'

/** Statuses of Open Badges for the grade status codes of PESC; the exact code stays beside it as the result's value. */
const statuses: ReadonlyMap<string, ResultStatusType> = new Map([
  ['Completed', 'Completed'],
  ['HonorsGrade', 'Completed'],
  ['PassFailPass', 'Completed'],
  ['OtherPass', 'Completed'],
  ['TransferNoGrade', 'Completed'],
  ['RecognizedPriorLearning', 'Completed'],
  // Open Badges has no status for a course that was attended without credit; creditsEarned tells.
  ['AuditedCourse', 'Completed'],
  ['PassFailFail', 'Failed'],
  ['OtherFail', 'Failed'],
  ['IncompleteNotResolvedFail', 'Failed'],
  ['InProgress', 'InProgress'],
  ['PlanningToTake', 'Enrolled'],
  ['Incomplete', 'Provisional'],
  ['NotYetReported', 'Provisional'],
  ['Withdrew', 'Withdrew'],
  ['WithdrewFailing', 'Withdrew'],
  ['WithdrewNoPenalty', 'Withdrew'],
  ['WithdrewPassing', 'Withdrew'],
])

/** Facts of one attempt that Open Badges has no member for, and what the result that carries each is called. */
export const attemptFacts: readonly (readonly [field: TextField<Course>, name: string])[] = [
  ['qualityPoints', 'Quality points'],
  ['creditBasis', 'Credit basis'],
  ['repeatCode', 'Repeat code'],
]

/** The result that carries any other fact of an attempt: a course describes it once, however many there can be. */
export const attemptDetail = 'Attempt detail'

/** Facts that share it, and what stands before each. */
export const attemptDetails: readonly (readonly [field: TextField<Course>, label: string])[] = [
  ['averageGrade', 'Average grade of the class'],
  ['narrativeGrade', 'Explanation of the grade'],
  ['gpaApplicability', 'GPA applicability'],
  ['applicability', 'Program applicability'],
  ['section', 'Section'],
  ['classSize', 'Class size'],
  ['addDate', 'Date added'],
  ['dropDate', 'Date dropped'],
  ['instructionMethod', 'Instruction method'],
  ['instructionSite', 'Instruction site'],
  ['instructionSiteName', 'Name of the instruction site'],
]
const otherFacts = ['School override', 'Session', attemptDetail]

/**
 * Returns all results that a course can have, whatever an attempt brings: the course is then the same achievement in
 * every record, in progress or graded, on whichever scale.
 */
export function courseDescriptions(course: Course, options: ClrFromTranscriptOptions): Description[] {
  const facts = [
    ...attemptFacts.map(([, name]) => name),
    ...otherFacts,
    ...course.requirements.flatMap((node) => qualifierFacts('Requirement', node)),
    ...course.attributes.flatMap((node) => qualifierFacts('Attribute', node)),
    ...course.proficiencies.flatMap((node) => qualifierFacts('Proficiency', node)),
  ]
  return [
    ...gradeDescriptions(options),
    { name: 'Grade status', resultType: 'Status' },
    // A status that is none of PESC's is a text.
    { name: 'Grade status', resultType: 'Result' },
    ...facts.map((name) => ({ name, resultType: 'Result' as const })),
  ]
}

/** Returns the grade and the other facts of one attempt at a course, each a result of one of its descriptions. */
export function courseResults(
  ledger: Ledger,
  course: Course,
  { school, term }: Setting,
  options: ClrFromTranscriptOptions,
): ResultDraft[] {
  return [
    ...gradeResult(ledger, course, options),
    ...statusResult('Grade status', ledger.use(course, 'gradeStatus'), statuses),
    ...course.supplementalGrades.flatMap((supplement) => supplementalResults(ledger, supplement)),
    ...course.equivalentGrades.flatMap((equivalent) =>
      labelledResult(attemptDetail, 'Equivalent grade', scaledGrade(ledger, equivalent)),
    ),
    ...attemptFacts.flatMap(([field, name]) => textResult(name, ledger.use(course, field))),
    ...attemptDetails.flatMap(([field, label]) => labelledResult(attemptDetail, label, ledger.use(course, field))),
    ...course.requirements.flatMap((node) => qualifierResults(ledger, 'Requirement', node)),
    ...course.attributes.flatMap((node) => qualifierResults(ledger, 'Attribute', node)),
    ...course.proficiencies.flatMap((node) => qualifierResults(ledger, 'Proficiency', node)),
    ...course.licensures.flatMap((node) => licensureFacts(ledger, attemptDetail, node)),
    ...textResult('School override', school && ledger.use(school, 'overrideCode')),
    // Where the term has a name, its year and month are what puts attempts in order.
    ...textResult('Session', term?.name && ledger.use(term, 'designator')),
  ]
}

/** A grade beside the final one: which it is stands before it, since there can be any. */
function supplementalResults(ledger: Ledger, node: SupplementalGrade): ResultDraft[] {
  const { grade, scaleCode, status, notes } = node
  if (grade === undefined && scaleCode === undefined && status === undefined && notes.length === 0) return []
  const parts = [ledger.use(node, 'code'), ledger.use(node, 'subSession')].filter((part) => part !== undefined)
  const label = ['Supplemental grade', ...parts].join(', ')
  return [
    ...labelledResult(attemptDetail, label, scaledGrade(ledger, node)),
    ...labelledResult(attemptDetail, `${label}, status`, ledger.use(node, 'status')),
    ...labelledResult(attemptDetail, `${label}, note`, ledger.use(node, 'notes')),
  ]
}

/** A grade with its scale, without which it means nothing. */
function scaledGrade(ledger: Ledger, node: EquivalentGrade): string | undefined {
  const [grade, scale] = [ledger.use(node, 'grade'), ledger.use(node, 'scaleCode')]
  if (scale === undefined) return grade
  return grade === undefined ? `scale ${scale}` : `${grade} (scale ${scale})`
}
