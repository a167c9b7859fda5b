import {
  type CredentialView,
  dayOf,
  type Put,
  putNotes,
  resultNamed,
  taggedValues,
  valueOf,
} from './credential-view.js'

/** Reads a part of a standardised test out of its credential; facts of the test itself go to `putTest`. */
export function readSubtest(view: CredentialView, put: Put, putTest: Put): void {
  const { source, subject, achievement, results } = view
  const [, test, subtest] = /^(.*?): (.*)$/.exec(source.text(achievement, 'name') ?? '') ?? []
  const name = test === undefined ? source.text(achievement, 'name') : test
  putTest('name', name)
  put('name', subtest)
  put('code', taggedValues(view, 'SubtestCode')[0])
  put('educationCode', taggedValues(view, 'EducationSubtestCode')[0])
  putTest('date', dayOf(source.text(subject, 'activityEndDate')))
  const term = source.text(subject, 'term')
  if (term !== undefined && /^\d{4}(-\d{2})?$/.test(term)) putTest(term.length > 4 ? 'yearMonth' : 'year', term)
  putTest('studentLevel/code', resultNamed(view, 'Student level'))
  const scores = results.filter(
    ({ name: each, resultType }) => /^Score\b(?!,)/.test(each) || scoreTypes.has(resultType ?? ''),
  )
  for (const [index, score] of scores.entries()) {
    put(`scores[${index + 1}]/value`, valueOf(source, score))
    put(`scores[${index + 1}]/method`, /^Score \(([^)]*)\)/.exec(score.name)?.[1])
    for (const [flag, field] of scoreFlags) {
      put(`scores[${index + 1}]/${field}`, new RegExp(`\\[${flag}: ([^\\]]*)\\]`).exec(score.name)?.[1])
    }
  }
  putNotes(view, put)
}

const scoreTypes = new Set(['RawScore', 'ScaledScore', 'Percent', 'PerformanceLevel'])
const scoreFlags = [
  ['revised', 'revised'],
  ['invalidated', 'invalidated'],
  ['self-reported', 'selfReported'],
] as const
