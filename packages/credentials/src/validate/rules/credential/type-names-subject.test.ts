import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, endorsement, otherCredential, record } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { typeNamesSubject } from './type-names-subject.js'

it('takes subjects of other types', () => {
  expect(ruleFindings(typeNamesSubject, 'VerifiableCredential', otherCredential)).toEqual([])
  const reader = changed(otherCredential, '/credentialSubject/type', ['Reader', 'constructor', 7])
  expect(ruleFindings(typeNamesSubject, 'VerifiableCredential', reader)).toEqual([])
})

it.each([
  [badge, 'AchievementCredential'],
  [badgev1p1, 'AchievementCredential'],
  [record, 'ClrCredential'],
  [endorsement, 'EndorsementCredential'],
])('reports a credential whose subject says what the credential does not (%#)', (document, type) => {
  const unnamed = changed(document, '/type', ['VerifiableCredential'])
  expect(wholeRuleFindings(typeNamesSubject, 'VerifiableCredential', unnamed)).toMatchObject([
    { code: 'type-misses-subject', pointer: '/type', message: expect.stringContaining(`must hold \`${type}\``) },
  ])
})

it('points at the credential where it has no type', () => {
  expect(ruleFindings(typeNamesSubject, 'VerifiableCredential', changed(badge, '/type', undefined))).toEqual([
    'error type-misses-subject ',
  ])
})

it('looks at each of several subjects', () => {
  const subjects = [{ id: 'did:example:learner' }, badge['credentialSubject'] as typeof badge]
  expect(
    ruleFindings(typeNamesSubject, 'VerifiableCredential', changed(otherCredential, '/credentialSubject', subjects)),
  ).toEqual(['error type-misses-subject /type'])
})
