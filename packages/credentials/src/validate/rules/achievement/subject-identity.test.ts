import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, record } from '../../../../test/samples.js'
import { subjectIdentity } from './subject-identity.js'

const identifier = { type: 'IdentityObject', hashed: false, identityHash: '4711', identityType: 'systemId' }

it('takes a subject with an id, or with an identifier', () => {
  expect(ruleFindings(subjectIdentity, 'AchievementCredential', badge)).toEqual([])
  const withIdentifier = changed(changed(badge, '/credentialSubject/id', undefined), '/credentialSubject/identifier', [
    identifier,
  ])
  expect(ruleFindings(subjectIdentity, 'AchievementCredential', withIdentifier)).toEqual([])
})

it('reports a subject without both, of a badge and of a record', () => {
  const found = ['error subject-unidentified /credentialSubject']
  const nobody = changed(badge, '/credentialSubject/id', undefined)
  expect(ruleFindings(subjectIdentity, 'AchievementCredential', nobody)).toEqual(found)
  expect(
    ruleFindings(subjectIdentity, 'AchievementCredential', changed(nobody, '/credentialSubject/identifier', [])),
  ).toEqual(found)
  expect(ruleFindings(subjectIdentity, 'ClrCredential', changed(record, '/credentialSubject/id', ''))).toEqual(found)
})
