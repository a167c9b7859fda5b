import { classRank, creditHours, enrollmentDates, summaryTags } from '../mapping/map-summary.js'
import {
  type CredentialView,
  type Put,
  putNotes,
  resultNamed,
  resultsNamed,
  taggedValues,
  valueOf,
} from './credential-view.js'

/** Reads averages, totals and honors out of the credential of a summary. */
export function readSummary(view: CredentialView, put: Put): void {
  const { source, results } = view
  for (const [field, tag] of summaryTags) put(field, taggedValues(view, tag)[0])
  put('gpa/creditUnit', taggedValues(view, 'CreditUnit')[0])
  const average = results.find(
    ({ resultType, name }) => resultType === 'GradePointAverage' || name === 'Grade point average',
  )
  if (average !== undefined) {
    put('gpa/average', valueOf(source, average))
    put('gpa/rangeMinimum', source.text(average.description, 'valueMin'))
    put('gpa/rangeMaximum', source.text(average.description, 'valueMax'))
  }
  for (const [field, name] of creditHours) put(`gpa/${field}`, resultNamed(view, name))
  for (const [field, name] of [...enrollmentDates, ...classRank]) put(field, resultNamed(view, name))
  put('prize', resultNamed(view, 'Prize'))
  readHonors(view, put)
  for (const [index, standing] of resultsNamed(view, 'Academic standing').entries()) {
    put(`standings[${index + 1}]`, standing)
  }
  put('exitReasonCode', resultNamed(view, 'Exit reason'))
  putNotes(view, put)
}

/** Reads the honors of a summary or an award. */
export function readHonors({ source, results }: CredentialView, put: Put): void {
  let count = 0
  for (const result of results) {
    const [, level] = /^Honors(?: \((.+)\))?$/.exec(result.name) ?? []
    const isLevel = result.name === 'Honors level'
    if (!isLevel && !/^Honors( \(.+\))?$/.test(result.name)) continue
    count += 1
    const value = valueOf(source, result)
    put(`honors[${count}]/${isLevel ? 'level' : 'title'}`, value)
    if (level !== undefined) put(`honors[${count}]/level`, level)
  }
}
