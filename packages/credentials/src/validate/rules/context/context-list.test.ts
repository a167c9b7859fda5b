import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, endorsement, record } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { contextList } from './context-list.js'

it('takes an array of contexts, and leaves its entries to the schema', () => {
  expect(ruleFindings(contextList, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(contextList, 'AchievementCredential', badgev1p1)).toEqual([])
  expect(ruleFindings(contextList, 'ClrCredential', changed(record, '/@context', []))).toEqual([])
})

it('reports one context alone, as a URL or inline', () => {
  for (const alone of ['https://www.w3.org/ns/credentials/v2', { name: 'https://schema.org/name' }]) {
    expect(ruleFindings(contextList, 'EndorsementCredential', changed(endorsement, '/@context', alone))).toEqual([
      'error too-few-values /@context',
    ])
  }
})

it('says which contexts belong there, in either version', () => {
  const messages = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'].flatMap((url) =>
    wholeRuleFindings(contextList, 'ClrCredential', changed(record, '/@context', url)).map(({ message }) => message),
  )
  expect(messages).toEqual([
    expect.stringMatching(
      /an array: the VCDM 2.0 context .*, then a CLR 2.0 context .*, then an Open Badges 3.0 context/,
    ),
    expect.stringMatching(
      /an array: the VCDM 1.1 context .*, then a CLR 2.0 context .*, then an Open Badges 3.0 context/,
    ),
  ])
})

it('leaves what is no context to the schema', () => {
  for (const value of [undefined, null, 7])
    expect(ruleFindings(contextList, 'AchievementCredential', changed(badge, '/@context', value))).toEqual([])
})
