import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, record } from '../../../../test/samples.js'
import { uris } from './uris.js'

const achievement = '/credentialSubject/achievement'

it('takes absolute URIs', () => {
  expect(ruleFindings(uris, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(uris, 'ClrCredential', record)).toEqual([])
})

it('reports an id that is not absolute', () => {
  for (const pointer of [`${achievement}/id`, '/issuer/id', `${achievement}/criteria/id`])
    expect(ruleFindings(uris, 'AchievementCredential', changed(badge, pointer, 'courses/algebra'))).toEqual([
      `error identifier-not-uri ${pointer}`,
    ])
})

it('warns of other members that are not absolute', () => {
  const alignment = { type: ['Alignment'], targetName: 'Algebra', targetUrl: 'www.framework.example/algebra' }
  expect(ruleFindings(uris, 'AchievementCredential', changed(badge, `${achievement}/alignment`, [alignment]))).toEqual([
    `warning identifier-not-uri ${achievement}/alignment/0/targetUrl`,
  ])
  const end = '/credentialSubject/association/0/targetId'
  expect(ruleFindings(uris, 'ClrCredential', changed(record, end, '#mathematics'))).toEqual([
    `warning identifier-not-uri ${end}`,
  ])
})

it('says must of an id, and should of others', () => {
  const messages = ['/issuer/id', '/issuer/url'].flatMap((pointer) =>
    wholeRuleFindings(uris, 'AchievementCredential', changed(badge, pointer, 'home')).map(({ message }) => message),
  )
  expect(messages).toEqual([expect.stringMatching(/^`id` must be /), expect.stringMatching(/^`url` should be /)])
})

it('leaves credentials, proofs and what is no text to others', () => {
  const proof = { type: 'DataIntegrityProof', verificationMethod: 'key-1' }
  const elsewhere = changed(changed(badge, '/id', 'badge-1'), '/proof', proof)
  expect(ruleFindings(uris, 'AchievementCredential', changed(elsewhere, `${achievement}/id`, 7))).toEqual([])
})
