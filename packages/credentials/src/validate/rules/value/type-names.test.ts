import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { validateSchema } from '../../schema.js'
import { typeNames } from './type-names.js'

const result = '/credentialSubject/result/0'
const found = (pointer: string, type: string | string[] | undefined): string[] =>
  ruleFindings(typeNames, 'AchievementCredential', changed(badge, pointer, type))

it('takes one name or several, with the one of the class among them', () => {
  expect(ruleFindings(typeNames, 'AchievementCredential', badge)).toEqual([])
  expect(found(`${result}/type`, 'Result')).toEqual([])
  expect(found(`${result}/type`, ['Grade', 'Result'])).toEqual([])
  expect(found('/type', ['VerifiableCredential', 'OpenBadgeCredential'])).toEqual([])
})

it('reports a type without the name of the class, also a single one that the schema takes', () => {
  const single = changed(badge, `${result}/type`, 'Grade')
  expect(validateSchema(single, 'AchievementCredential')).toEqual([])
  for (const type of ['Grade', ['Grade'], []])
    expect(found(`${result}/type`, type)).toEqual([`error type-missing ${result}/type`])
  expect(found('/type', 'AchievementCredential')).toEqual(['error type-missing /type'])
})

it('reports it in VCDM 1.1 too', () => {
  expect(
    ruleFindings(typeNames, 'AchievementCredential', changed(badgev1p1, '/credentialSubject/type', 'Learner')),
  ).toEqual(['error type-missing /credentialSubject/type'])
})

it.each([
  changed(badge, `${result}/type`, ['Grade']),
  changed(badge, '/image', { id: 'https://university.example/badge.png', type: 'Picture' }),
])('says the same as the schema where both find it (%#)', (document) => {
  const [byRule] = wholeRuleFindings(typeNames, 'AchievementCredential', document)
  expect(validateSchema(document, 'AchievementCredential').map(({ message }) => message)).toEqual([byRule?.message])
})

it('only warns of an issuer without a type', () => {
  expect(found('/issuer/type', undefined)).toEqual(['warning member-missing /issuer'])
})

it('asks nothing of classes that have no type of their own', () => {
  expect(found('/credentialSubject/achievement/criteria/type', 'Text')).toEqual([])
})
