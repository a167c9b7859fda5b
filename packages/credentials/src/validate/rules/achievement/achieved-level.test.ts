import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { achievedLevel } from './achieved-level.js'

const pointer = '/credentialSubject/result/2/achievedLevel'

it('takes a level of the linked result description, and any level where none is linked', () => {
  expect(ruleFindings(achievedLevel, 'AchievementCredential', badge)).toEqual([])
  const unlinked = changed(badge, '/credentialSubject/result/2/resultDescription', undefined)
  expect(ruleFindings(achievedLevel, 'AchievementCredential', unlinked)).toEqual([])
})

it('reports a level that the achievement does not list', () => {
  const unknown = changed(badge, pointer, 'urn:example:other')
  expect(ruleFindings(achievedLevel, 'AchievementCredential', unknown)).toEqual([
    `error achieved-level-unknown ${pointer}`,
  ])
})

it('warns of a level of another result description', () => {
  const elsewhere = changed(badge, '/credentialSubject/result/2/resultDescription', 'urn:example:grade')
  expect(ruleFindings(achievedLevel, 'AchievementCredential', elsewhere)).toEqual([
    `warning achieved-level-elsewhere ${pointer}`,
  ])
})
