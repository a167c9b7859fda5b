import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { repeatedIds } from './repeated-ids.js'

const descriptions = '/credentialSubject/achievement/resultDescription'
const level = { id: 'urn:example:mastered', type: ['RubricCriterionLevel'], name: 'Mastered' }

it('takes result descriptions and levels with ids of their own', () => {
  expect(ruleFindings(repeatedIds, 'AchievementCredential', badge)).toEqual([])
})

it('warns of two result descriptions with the same id', () => {
  const repeated = changed(badge, `${descriptions}/1/id`, 'urn:example:grade')
  expect(ruleFindings(repeatedIds, 'AchievementCredential', repeated)).toEqual([
    `warning identifier-repeated ${descriptions}/1/id`,
  ])
})

it('warns of two levels with the same id, of one description or of two', () => {
  const ofOne = changed(badge, `${descriptions}/2/rubricCriterionLevel`, [level, level, level])
  expect(ruleFindings(repeatedIds, 'AchievementCredential', ofOne)).toEqual([
    `warning identifier-repeated ${descriptions}/2/rubricCriterionLevel/1/id`,
    `warning identifier-repeated ${descriptions}/2/rubricCriterionLevel/2/id`,
  ])
  const ofTwo = changed(badge, `${descriptions}/0/rubricCriterionLevel`, [level])
  expect(ruleFindings(repeatedIds, 'AchievementCredential', ofTwo)).toEqual([
    `warning identifier-repeated ${descriptions}/2/rubricCriterionLevel/0/id`,
  ])
})

it('does not compare what is no text', () => {
  const missing = changed(changed(badge, `${descriptions}/0/id`, undefined), `${descriptions}/1/id`, undefined)
  expect(ruleFindings(repeatedIds, 'AchievementCredential', missing)).toEqual([])
})
