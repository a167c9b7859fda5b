import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, record } from '../../../../test/samples.js'
import { criteriaContent } from './criteria-content.js'

it('takes criteria with a text, or with a web page', () => {
  expect(ruleFindings(criteriaContent, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(criteriaContent, 'ClrCredential', record)).toEqual([])
})

it('reports criteria that say nothing, wherever an achievement is', () => {
  const pointer = '/credentialSubject/achievement/criteria'
  const empty = changed(badge, pointer, { narrative: '' })
  expect(ruleFindings(criteriaContent, 'AchievementCredential', empty)).toEqual([`error criteria-empty ${pointer}`])
  const inRecord = '/credentialSubject/achievement/1/criteria'
  expect(ruleFindings(criteriaContent, 'ClrCredential', changed(record, inRecord, {}))).toEqual([
    `error criteria-empty ${inRecord}`,
  ])
})
