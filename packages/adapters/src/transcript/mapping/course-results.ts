import type { ResultStatusType, ResultType } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { Course, SupplementalGrade } from '../model/index.js'
import type { Ledger, TextField } from './ledger.js'
import { licensureResults } from './licensure.js'
import { qualifierResults } from './qualifiers.js'
import type { ResultDraft } from './record-draft.js'
import { statusResult, textResult } from './results.js'

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
  ['averageGrade', 'Average grade of the class'],
  ['narrativeGrade', 'Explanation of the grade'],
  ['qualityPoints', 'Quality points'],
  ['gpaApplicability', 'GPA applicability'],
  ['repeatCode', 'Repeat code'],
  ['applicability', 'Program applicability'],
  ['section', 'Section'],
  ['classSize', 'Class size'],
  ['addDate', 'Date added'],
  ['dropDate', 'Date dropped'],
  ['instructionMethod', 'Instruction method'],
  ['instructionSite', 'Instruction site'],
  ['instructionSiteName', 'Name of the instruction site'],
]

/** Returns the grade and the other facts of one attempt at a course, each as a result with its own description. */
export function courseResults(ledger: Ledger, course: Course, options: ClrFromTranscriptOptions): ResultDraft[] {
  const grade = gradeResult('Grade', ledger.use(course, 'grade'), ledger.use(course, 'gradeScaleCode'), options)
  return [
    ...grade,
    ...statusResult('Grade status', ledger.use(course, 'gradeStatus'), statuses),
    ...course.supplementalGrades.flatMap((supplement) => supplementalResults(ledger, supplement, options)),
    ...course.equivalentGrades.flatMap((equivalent) =>
      gradeResult('Equivalent grade', ledger.use(equivalent, 'grade'), ledger.use(equivalent, 'scaleCode'), options),
    ),
    ...attemptFacts.flatMap(([field, name]) => textResult(name, ledger.use(course, field))),
    ...course.requirements.flatMap((node) => qualifierResults(ledger, 'Requirement', node)),
    ...course.attributes.flatMap((node) => qualifierResults(ledger, 'Attribute', node)),
    ...course.proficiencies.flatMap((node) => qualifierResults(ledger, 'Proficiency', node)),
    ...course.licensures.flatMap((node) => licensureResults(ledger, node)),
  ]
}

/**
 * Returns a grade verbatim. The scale stands in the description's name, because a grade means nothing without it; its
 * values are known only if the caller supplies them.
 */
function gradeResult(
  name: string,
  grade: string | undefined,
  scaleCode: string | undefined,
  { gradeScales = {} }: ClrFromTranscriptOptions,
): ResultDraft[] {
  const scaled = scaleCode === undefined ? name : `${name} (scale ${scaleCode})`
  if (grade === undefined) return textResult(`Scale of the ${name.toLowerCase()}`, scaleCode)
  const allowedValue =
    scaleCode !== undefined && Object.hasOwn(gradeScales, scaleCode) ? gradeScales[scaleCode] : undefined
  const description = {
    name: scaled,
    resultType: gradeType(grade),
    ...(allowedValue?.includes(grade) && { allowedValue }),
  }
  return [{ description, value: grade }]
}

/** Only a percent sign makes a percentage: a bare 87 may be a percentage, a mark or points. */
function gradeType(grade: string): ResultType {
  if (/^\d+(\.\d+)?\s*%$/.test(grade)) return 'Percent'
  return /^[+-]?\d+(\.\d+)?$/.test(grade) ? 'RawScore' : 'LetterGrade'
}

function supplementalResults(
  ledger: Ledger,
  node: SupplementalGrade,
  options: ClrFromTranscriptOptions,
): ResultDraft[] {
  if (node.grade === undefined && node.scaleCode === undefined && node.status === undefined && node.notes.length === 0)
    return []
  const parts = [ledger.use(node, 'code'), ledger.use(node, 'subSession')].filter((part) => part !== undefined)
  const name = ['Supplemental grade', ...parts].join(', ')
  return [
    ...gradeResult(name, ledger.use(node, 'grade'), ledger.use(node, 'scaleCode'), options),
    ...statusResult(`${name}, status`, ledger.use(node, 'status'), statuses),
    ...textResult(`${name}, note`, ledger.use(node, 'notes')),
  ]
}
