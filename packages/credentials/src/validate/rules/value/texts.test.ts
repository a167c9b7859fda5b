import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { texts } from './texts.js'

const achievement = '/credentialSubject/achievement'
const byLanguage = { en: 'Algebra', 'de-AT': 'Algebra' }

it('takes plain strings', () => {
  expect(ruleFindings(texts, 'AchievementCredential', badge)).toEqual([])
})

it.each([
  '/name',
  `${achievement}/name`,
  `${achievement}/criteria/narrative`,
  `${achievement}/id`,
  '/credentialSubject/result/0/resultDescription',
  '/issuer/url',
  '/issuer/email',
])('reports texts by language at %s', (pointer) => {
  for (const document of [badge, badgev1p1]) {
    expect(ruleFindings(texts, 'AchievementCredential', changed(document, pointer, byLanguage))).toEqual([
      `error language-map ${pointer}`,
    ])
  }
})

it.each([
  ['Alignment', 'targetUrl'],
  ['CredentialSchema', 'type'],
  ['IdentifierEntry', 'identifier'],
  ['IdentityObject', 'identityHash'],
  ['Profile', 'phone'],
  ['Address', 'addressCountryCode'],
  ['Achievement', 'inLanguage'],
  ['Achievement', 'endorsementJwt'],
] as const)('reports what is no prose: %s.%s', (className, member) => {
  expect(ruleFindings(texts, className, { [member]: byLanguage })).toEqual([`error language-map /${member}`])
})

it('reports each entry of a set', () => {
  expect(
    ruleFindings(texts, 'AchievementCredential', changed(badge, `${achievement}/tag`, ['maths', byLanguage])),
  ).toEqual([`error language-map ${achievement}/tag/1`])
})

it('says how to give the language of an achievement', () => {
  const [finding] = wholeRuleFindings(texts, 'AchievementCredential', changed(badge, `${achievement}/name`, byLanguage))
  expect(finding?.hint).toContain('`inLanguage`')
  const [other] = wholeRuleFindings(texts, 'AchievementCredential', changed(badge, '/name', byLanguage))
  expect(other?.hint).toBe('Write one string.')
})

it('leaves numbers, and the like, to the schema', () => {
  for (const value of [7, null, true]) expect(ruleFindings(texts, 'Achievement', { name: value })).toEqual([])
})

it('leaves other objects, and objects where objects belong, to the schema', () => {
  const typed = changed(badge, '/name', { '@value': 'Algebra', '@language': 'en' })
  expect(ruleFindings(texts, 'AchievementCredential', typed)).toEqual([])
  expect(ruleFindings(texts, 'AchievementCredential', changed(badge, achievement, byLanguage))).toEqual([])
})

it('lets credentials of other types have their own', () => {
  expect(ruleFindings(texts, 'VerifiableCredential', changed(otherCredential, '/id', byLanguage))).toEqual([])
})
