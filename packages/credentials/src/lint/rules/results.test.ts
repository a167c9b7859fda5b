import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { results } from './results.js'

const credential = (index: number) => `/credentialSubject/verifiableCredential/${index}/credentialSubject`
const grade = `${credential(0)}/result/0`
const average = `${credential(2)}/achievement/resultDescription/0`
const score = '/credentialSubject/result/0/value'
const range = '/credentialSubject/achievement/resultDescription/0'

describe('Q06', () => {
  it('takes results on their scale', () => {
    expect(lintFindings(results, goodTranscript)).toEqual([])
    for (const value of ['0', '100', '87.5 %', '+42']) {
      expect(lintFindings(results, changed(goodMicrocredential, score, value))).toEqual([])
    }
  })

  it.each([
    [`${grade}/resultDescription`, undefined, `error result-undescribed ${grade}`],
    [`${grade}/resultDescription`, 'urn:x', `error result-description-unknown ${grade}/resultDescription`],
    [`${grade}/value`, 'E', `error result-value-not-allowed ${grade}/value`],
    [`${credential(1)}/result/0/status`, undefined, `error result-status-missing ${credential(1)}/result/0`],
    [`${average}/valueMin`, undefined, `error gpa-range-missing ${average}`],
    [`${average}/valueMax`, undefined, `error gpa-range-missing ${average}`],
    [`${credential(2)}/result/0/value`, '4.01', `error result-value-out-of-range ${credential(2)}/result/0/value`],
  ])('reports %s: %j', (pointer, value, finding) => {
    expect(lintFindings(results, changed(goodTranscript, pointer, value))).toEqual([finding])
  })

  it.each(['-1', '101', 'A', '1e1', '10,5'])('reports %j on a scale from 0 to 100', (value) => {
    expect(lintFindings(results, changed(goodMicrocredential, score, value))).toEqual([
      `error result-value-out-of-range ${score}`,
    ])
  })

  it('compares numbers as numbers, and knows scales with one end or none', () => {
    const listed = changed(goodMicrocredential, `${range}/allowedValue`, ['1.0', '92.0'])
    expect(lintFindings(results, listed)).toEqual([])
    const open = changed(changed(goodMicrocredential, `${range}/valueMax`, undefined), score, '101')
    expect(lintFindings(results, open)).toEqual([])
    const letters = changed(changed(goodMicrocredential, `${range}/valueMin`, 'F'), `${range}/valueMax`, 'A')
    expect(lintFindings(results, letters)).toEqual([])
  })
})
