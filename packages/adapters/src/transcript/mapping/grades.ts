import type { ResultType } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { Course } from '../model/index.js'
import type { Ledger } from './ledger.js'
import type { Description, ResultDraft } from './record-draft.js'
import { textResult } from './results.js'

/** Grades from low to high, by the code of the scale. */
type Scales = NonNullable<ClrFromTranscriptOptions['gradeScales']>

const scaleFact = 'Scale of the grade'

/** Returns what the grade of a course can be: one of a scale that the caller knows, or any. */
export function gradeDescriptions({ gradeScales = {} }: ClrFromTranscriptOptions): Description[] {
  const codes = Object.keys(gradeScales).sort()
  return [
    ...codes.map((code) => onScale(code, gradeScales[code] ?? [])).filter(({ allowedValue }) => allowedValue?.length),
    ...['A', '1', '1%'].map((grade) => onNoScale(grade, gradeScales)),
    { name: scaleFact, resultType: 'Result' },
  ]
}

/**
 * Returns the grade of a course verbatim. A scale that the caller does not know, or that does not have the grade, is a
 * code beside it: which one it is can differ from attempt to attempt.
 */
export function gradeResult(
  ledger: Ledger,
  course: Course,
  { gradeScales = {} }: ClrFromTranscriptOptions,
): ResultDraft[] {
  const [grade, code = ''] = [ledger.use(course, 'grade'), ledger.use(course, 'gradeScaleCode')]
  const scale = (Object.hasOwn(gradeScales, code) && gradeScales[code]) || []
  if (grade !== undefined && scale.includes(grade)) return [{ description: onScale(code, scale), value: grade }]
  const plain = grade === undefined ? [] : [{ description: onNoScale(grade, gradeScales), value: grade }]
  return [...plain, ...textResult(scaleFact, course.gradeScaleCode)]
}

function onScale(code: string, allowedValue: readonly string[]): Description {
  const [type = 'LetterGrade', ...others] = new Set(allowedValue.map(gradeType))
  return { name: `Grade (scale ${code})`, resultType: others.length === 0 ? type : 'LetterGrade', allowedValue }
}

/** Where the caller knows the scales, a word on none of them is no letter grade, but a remark such as `W`. */
function onNoScale(grade: string, scales: Scales): Description {
  const resultType = gradeType(grade)
  const isRemark = resultType === 'LetterGrade' && Object.keys(scales).length > 0
  return { name: 'Grade', resultType: isRemark ? 'Result' : resultType }
}

/** Only a percent sign makes a percentage: a bare 87 may be a percentage, a mark or points. */
function gradeType(grade: string): ResultType {
  if (/^\d+(\.\d+)?\s*%$/.test(grade)) return 'Percent'
  return /^[+-]?\d+(\.\d+)?$/.test(grade) ? 'RawScore' : 'LetterGrade'
}
