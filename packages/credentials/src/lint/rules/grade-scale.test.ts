import { expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { gradeScale } from './grade-scale.js'

const subject = '/credentialSubject/verifiableCredential/0/credentialSubject'
const description = `${subject}/achievement/resultDescription/0`
const bare = changed(goodTranscript, `${description}/allowedValue`, undefined)
const scale = [{ type: ['Alignment'], targetName: 'Scale', targetUrl: 'https://scales.example/1' }]

it('Q07 takes letter grades with their scale, in a list or by an alignment', () => {
  expect(lintFindings(gradeScale, goodTranscript)).toEqual([])
  expect(lintFindings(gradeScale, changed(bare, `${description}/alignment`, scale))).toEqual([])
  expect(lintFindings(gradeScale, changed(bare, `${subject}/result/0/alignment`, scale))).toEqual([])
})

it('Q07 reports a letter grade without a scale, and no other grade', () => {
  expect(lintFindings(gradeScale, bare)).toEqual([`warning grade-scale-missing ${description}`])
  expect(lintFindings(gradeScale, changed(bare, `${description}/resultType`, 'Percent'))).toEqual([])
})
