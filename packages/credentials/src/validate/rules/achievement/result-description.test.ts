import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { resultDescription } from './result-description.js'

it('takes results that refer to a description of the achievement, or to none', () => {
  expect(ruleFindings(resultDescription, 'AchievementCredential', badge)).toEqual([])
  const single = changed(badge, '/credentialSubject/result', { type: ['Result'], value: 'A' })
  expect(ruleFindings(resultDescription, 'AchievementCredential', single)).toEqual([])
})

it('reports a description that the achievement does not have', () => {
  const pointer = '/credentialSubject/result/1/resultDescription'
  const dangling = changed(badge, pointer, 'urn:example:other')
  expect(ruleFindings(resultDescription, 'AchievementCredential', dangling)).toEqual([
    `error result-description-unknown ${pointer}`,
  ])
})
