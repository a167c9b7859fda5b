import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { requiredLevel } from './required-level.js'

const descriptions = '/credentialSubject/achievement/resultDescription'
const levelOf = (index: number, level: string | number) =>
  changed(badge, `${descriptions}/${index}/requiredLevel`, level)

it('takes a level that the result description lists, and none at all', () => {
  expect(ruleFindings(requiredLevel, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(requiredLevel, 'AchievementCredential', levelOf(2, 'urn:example:mastered'))).toEqual([])
})

it('reports a level that the result description does not list, also one of another description', () => {
  expect(ruleFindings(requiredLevel, 'AchievementCredential', levelOf(2, 'urn:example:other'))).toEqual([
    `error required-level-unknown ${descriptions}/2/requiredLevel`,
  ])
  expect(ruleFindings(requiredLevel, 'AchievementCredential', levelOf(0, 'urn:example:mastered'))).toEqual([
    `error required-level-unknown ${descriptions}/0/requiredLevel`,
  ])
})

it('leaves what is no text to the schema', () => {
  expect(ruleFindings(requiredLevel, 'AchievementCredential', levelOf(2, 3))).toEqual([])
})
