import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { sets } from './sets.js'

const tag = '/credentialSubject/achievement/tag'
const proof = { type: 'DataIntegrityProof', proofPurpose: 'assertionMethod' }

it('takes arrays', () => {
  expect(ruleFindings(sets, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(sets, 'AchievementCredential', changed(badge, tag, ['algebra']))).toEqual([])
})

it('takes single values where plain JSON may have them', () => {
  const schema = { id: 'https://university.example/schema.json', type: 'JsonSchema' }
  const compact = changed(changed(changed(badge, '/proof', proof), '/credentialSchema', schema), '/termsOfUse', schema)
  expect(
    ruleFindings(sets, 'AchievementCredential', changed(compact, '/credentialSubject/type', 'AchievementSubject')),
  ).toEqual([])
})

it('warns of other single values', () => {
  expect(ruleFindings(sets, 'AchievementCredential', changed(badge, tag, 'algebra'))).toEqual([
    `warning set-not-array ${tag}`,
  ])
  expect(ruleFindings(sets, 'AchievementCredential', changed(badge, '/evidence', { type: ['Evidence'] }))).toEqual([
    'warning set-not-array /evidence',
  ])
})

it('warns of sets with nothing in them', () => {
  expect(ruleFindings(sets, 'AchievementCredential', changed(changed(badge, tag, []), '/proof', []))).toEqual([
    'warning too-few-values /proof',
    `warning too-few-values ${tag}`,
  ])
})

it('does not ask it of credentials of other types', () => {
  const single = changed(changed(otherCredential, '/evidence', { type: 'Photo' }), '/termsOfUse', [])
  expect(ruleFindings(sets, 'VerifiableCredential', single)).toEqual([])
})
