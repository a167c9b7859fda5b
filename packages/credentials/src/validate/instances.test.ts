import type { JsonObject } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { badge, changed, endorsement, otherCredential, record } from '../../test/samples.js'
import { asVcdm11, badgev1p1, recordv1p1 } from '../../test/vcdm11-samples.js'
import type { ClassName } from '../model/index.js'
import { instancesIn, vcdmVersionOf } from './instances.js'

const at = (value: JsonObject) => ({ value, pointer: '' })
const instances = (className: ClassName, value: JsonObject): string[] =>
  [...instancesIn(className, at(value))].map((each) => `${each.version} ${each.className} ${each.pointer}`)

it('reads the version from the first context', () => {
  expect(vcdmVersionOf(at(badge))).toBe('2.0')
  expect(vcdmVersionOf(at(badgev1p1))).toBe('1.1')
  expect(vcdmVersionOf(at({ '@context': 'https://www.w3.org/2018/credentials/v1' }))).toBe('1.1')
})

it('takes everything else for VCDM 2.0', () => {
  const v1 = 'https://www.w3.org/2018/credentials/v1'
  for (const context of [['https://www.w3.org/ns/credentials/v2', v1], [], [[v1]], {}, null, 7])
    expect(vcdmVersionOf(at({ '@context': context }))).toBe('2.0')
  expect(vcdmVersionOf(at({}))).toBe('2.0')
})

it('yields the object itself, then everything of a class in it, in the order of the document', () => {
  expect(instances('AchievementCredential', badge)).toEqual([
    '2.0 AchievementCredential ',
    '2.0 Profile /issuer',
    '2.0 AchievementSubject /credentialSubject',
    '2.0 Achievement /credentialSubject/achievement',
    '2.0 Criteria /credentialSubject/achievement/criteria',
    '2.0 ResultDescription /credentialSubject/achievement/resultDescription/0',
    '2.0 ResultDescription /credentialSubject/achievement/resultDescription/1',
    '2.0 ResultDescription /credentialSubject/achievement/resultDescription/2',
    '2.0 RubricCriterionLevel /credentialSubject/achievement/resultDescription/2/rubricCriterionLevel/0',
    '2.0 Result /credentialSubject/result/0',
    '2.0 Result /credentialSubject/result/1',
    '2.0 Result /credentialSubject/result/2',
  ])
})

it('gives what belongs to a credential of VCDM 1.1 that version', () => {
  expect(instances('AchievementCredential', badgev1p1).every((each) => each.startsWith('1.1 '))).toBe(true)
  expect(instances('ClrCredential', recordv1p1)).toContain('1.1 Association /credentialSubject/association/0')
})

it('follows endorsements, each in its own version', () => {
  const endorsed = changed(badge, '/issuer/endorsement', [endorsement, asVcdm11(endorsement)])
  expect(instances('AchievementCredential', endorsed)).toEqual(
    expect.arrayContaining([
      '2.0 EndorsementCredential /issuer/endorsement/0',
      '2.0 EndorsementSubject /issuer/endorsement/0/credentialSubject',
      '1.1 EndorsementCredential /issuer/endorsement/1',
      '1.1 EndorsementSubject /issuer/endorsement/1/credentialSubject',
    ]),
  )
})

it('does not follow the credentials of a record, nor what is in a credential of another type', () => {
  expect(instances('ClrCredential', record).filter((each) => each.includes('/verifiableCredential'))).toEqual([])
  expect(instances('VerifiableCredential', otherCredential)).toEqual(['2.0 VerifiableCredential '])
})

it('passes over what is no object', () => {
  expect(instances('AchievementCredential', { credentialSubject: [null, 7, 'x'], issuer: 'did:example:a' })).toEqual([
    '2.0 AchievementCredential ',
  ])
})
