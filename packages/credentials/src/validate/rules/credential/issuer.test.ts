import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { validateSchema } from '../../schema.js'
import { issuer } from './issuer.js'

const found = (value: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(issuer, 'VerifiableCredential', changed(otherCredential, '/issuer', value))

it('takes a URL, and an object with an id', () => {
  for (const document of [otherCredential, asVcdm11(otherCredential)])
    expect(ruleFindings(issuer, 'VerifiableCredential', document)).toEqual([])
  expect(found('did:web:library.example')).toEqual([])
})

it('reports an issuer that is missing, or that has no id', () => {
  expect(found(undefined)).toEqual(['error member-missing '])
  expect(found({ name: 'Example Library' })).toEqual(['error issuer-unidentified /issuer'])
})

it('reports values of other kinds', () => {
  for (const value of [null, 7, ['did:web:library.example']]) expect(found(value)).toEqual(['error value-kind /issuer'])
})

it('reports of a badge what the schema takes for a URI by language', () => {
  const byLanguage = changed(badge, '/issuer', { en: 'https://university.example' })
  expect(validateSchema(byLanguage, 'AchievementCredential')).toEqual([])
  expect(ruleFindings(issuer, 'AchievementCredential', byLanguage)).toEqual(['error issuer-unidentified /issuer'])
})

it('says of a badge what the schema says', () => {
  const unidentified = changed(badge, '/issuer/id', undefined)
  const messages = validateSchema(unidentified, 'AchievementCredential').map(({ message }) => message)
  expect(messages).toEqual([wholeRuleFindings(issuer, 'AchievementCredential', unidentified)[0]?.message])
})

it('leaves the rest of a badge to the schema', () => {
  for (const value of [undefined, null, 7])
    expect(ruleFindings(issuer, 'AchievementCredential', changed(badge, '/issuer', value))).toEqual([])
})
