import { expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { achievementType } from './achievement-type.js'

const place = '/credentialSubject/achievement/achievementType'
const own = changed(goodMicrocredential, place, 'ext:Bootcamp')
const tags = '/credentialSubject/achievement/tag'

it('Q02 takes known types, and types of one’s own that have a label', () => {
  expect(lintFindings(achievementType, goodTranscript)).toEqual([])
  expect(lintFindings(achievementType, changed(own, tags, ['ext:Bootcamp=Coding boot camp']))).toEqual([])
  expect(lintFindings(achievementType, own, { achievementTypeLabels: { 'ext:Bootcamp': 'Boot camp' } })).toEqual([])
})

it('Q02 reports a missing type, and a type of one’s own without a label', () => {
  const missing = ['error achievement-type-missing /credentialSubject/achievement']
  expect(lintFindings(achievementType, changed(goodMicrocredential, place, undefined))).toEqual(missing)
  expect(lintFindings(achievementType, changed(goodMicrocredential, place, ''))).toEqual(missing)
  const unlabelled = [`error achievement-type-unlabelled ${place}`]
  expect(lintFindings(achievementType, own)).toEqual(unlabelled)
  expect(lintFindings(achievementType, changed(own, tags, ['ext:Bootcamp='])), 'an empty label').toEqual(unlabelled)
  expect(lintFindings(achievementType, changed(own, tags, ['ext:Other=Other']))).toEqual(unlabelled)
})
