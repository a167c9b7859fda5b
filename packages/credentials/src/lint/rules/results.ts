import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, memberOf, objectsAt } from '../../validate/located.js'
import { resultTypeOf } from '../awards.js'
import type { LintReport, LintRule } from '../interface.js'
import { numberAt, numberIn, textAt, textsAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'result-undescribed'
  | 'result-description-unknown'
  | 'result-value-not-allowed'
  | 'result-value-out-of-range'
  | 'result-status-missing'
  | 'gpa-range-missing'

/** Q06: every result is described, and lies on the scale of its description. */
export const results: LintRule<Code> = {
  id: 'Q06',
  title: 'Results are described, and lie on their scale',
  why: 'A result without its description is a value of nothing: nobody can tell a grade from a number of hours.',
  source: sources.result,
  level: 'error',
  codes: {
    'result-undescribed': {},
    'result-description-unknown': {},
    'result-value-not-allowed': {
      why: 'A value beside its scale makes a reader doubt both.',
      source: sources.resultDescription,
    },
    'result-value-out-of-range': {
      why: 'A value beside its scale makes a reader doubt both.',
      source: sources.resultDescription,
    },
    'result-status-missing': {
      why: 'Software reads from the status whether the learner has finished; without it, it takes that for granted.',
    },
    'gpa-range-missing': {
      why: 'An average of 3.7 is excellent out of 4, and poor out of 12.',
      source: sources.resultDescription,
    },
  },
  check: ({ awards, achievements }, report) => {
    for (const award of awards) {
      for (const { result, description } of award.results) {
        if (description === undefined) checkReference(result, report)
        else checkValue(result, description, report)
        if (resultTypeOf({ result, description }) !== 'Status' || hasMember(result, 'status')) continue
        const message = 'The result has no `status`, though its description is of type `Status`: write it.'
        report('result-status-missing', result.pointer, message)
      }
    }
    for (const achievement of achievements) checkAverages(achievement, report)
  },
}

function checkReference(result: Located, report: LintReport<Code>): void {
  if (hasMember(result, 'resultDescription')) {
    const message =
      '`resultDescription` is not the `id` of a result description of the achievement: write the `id` of one.'
    report('result-description-unknown', childPointer(result.pointer, 'resultDescription'), message)
  } else {
    const message = 'The result has no `resultDescription`: describe it at the achievement, and write the `id` of that.'
    report('result-undescribed', result.pointer, message)
  }
}

function checkValue(result: Located, description: Located, report: LintReport<Code>): void {
  const value = textAt(result, 'value')
  const place = childPointer(result.pointer, 'value')
  if (value === '') return
  const allowed = textsAt(description, 'allowedValue')
  if (allowed.length > 0) {
    const number = numberIn(value)
    const isAllowed = allowed.some(
      (each) => each.trim() === value || (number !== undefined && numberIn(each) === number),
    )
    if (!isAllowed) {
      const message = '`value` is none of `allowedValue` of its description: write one of them, or extend the list.'
      report('result-value-not-allowed', place, message)
    }
  } else if (!isBetween(numberIn(value), numberAt(description, 'valueMin'), numberAt(description, 'valueMax'))) {
    const message =
      '`value` does not lie between `valueMin` and `valueMax` of its description: mend the one or the other.'
    report('result-value-out-of-range', place, message)
  }
}

/** True too where there are no ends to lie between; what is no number lies nowhere. */
function isBetween(value: number | undefined, min: number | undefined, max: number | undefined): boolean {
  if (min === undefined && max === undefined) return true
  return value !== undefined && value >= (min ?? -Infinity) && value <= (max ?? Infinity)
}

function checkAverages(achievement: Located, report: LintReport<Code>): void {
  for (const description of objectsAt(achievement, 'resultDescription')) {
    if (memberOf(description.value, 'resultType') !== 'GradePointAverage') continue
    const missing = ['valueMin', 'valueMax'].filter((end) => !hasMember(description, end))
    if (missing.length === 0) continue
    const names = missing.map((end) => `\`${end}\``).join(' and ')
    const message = `The grade point average lacks ${names}: write between which values an average can lie.`
    report('gpa-range-missing', description.pointer, message)
  }
}
