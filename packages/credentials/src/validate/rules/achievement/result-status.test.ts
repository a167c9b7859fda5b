import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { resultStatus } from './result-status.js'

it('takes a status where a status is described, and grades without one', () => {
  expect(ruleFindings(resultStatus, 'AchievementCredential', badge)).toEqual([])
})

it('reports a described status that is missing', () => {
  const missing = changed(badge, '/credentialSubject/result/1/status', undefined)
  expect(ruleFindings(resultStatus, 'AchievementCredential', missing)).toEqual([
    'error result-status-missing /credentialSubject/result/1',
  ])
})

it('asks nothing of results that refer to no description', () => {
  const nameless = changed(badge, '/credentialSubject/achievement/resultDescription/1/id', undefined)
  const unlinked = changed(nameless, '/credentialSubject/result/1', { type: ['Result'], value: 'A' })
  expect(ruleFindings(resultStatus, 'AchievementCredential', unlinked)).toEqual([])
})
