import type { JsonValue } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { identityHash } from './identity-hash.js'

const sha256 = `sha256$${'0aF'.repeat(21)}9`
const md5 = `md5$${'0aF9'.repeat(8)}`

const found = (hashed: JsonValue, hash: JsonValue): string[] =>
  ruleFindings(identityHash, 'IdentityObject', { type: 'IdentityObject', hashed, identityHash: hash })

it('takes a hash where one is announced, and a name in clear', () => {
  expect(found(true, sha256)).toEqual([])
  expect(found(false, 'ada@university.example')).toEqual([])
  expect(found(false, 'paid$100')).toEqual([])
})

it.each([
  'ada@university.example',
  '0aF9'.repeat(16),
  `${sha256}0`,
  sha256.slice(0, -1),
  `sha512$${'0aF9'.repeat(32)}`,
  `SHA256$${'0aF9'.repeat(16)}`,
  `constructor$${'0aF9'.repeat(16)}`,
  'sha256$',
  '',
])('reports a hash that is none: %j', (hash) => {
  expect(found(true, hash)).toEqual(['error identity-hash-form /identityHash'])
})

it('warns of a hash that is announced as a name in clear', () => {
  expect(found(false, sha256)).toEqual(['warning identity-hash-form /identityHash'])
})

it('warns of MD5', () => {
  expect(found(true, md5)).toEqual(['warning identity-hash-weak /identityHash'])
})

it('leaves values of other kinds to the schema', () => {
  for (const [hashed, hash] of [
    [true, 7],
    ['true', 'ada'],
    [undefined, sha256],
  ] as const)
    expect(found(hashed as JsonValue, hash)).toEqual([])
})

it('finds the identities of a learner', () => {
  const identity = { type: 'IdentityObject', hashed: true, identityHash: md5, identityType: 'emailAddress' }
  const learner = changed(badge, '/credentialSubject/identifier', [identity])
  expect(ruleFindings(identityHash, 'AchievementCredential', learner)).toEqual([
    'warning identity-hash-weak /credentialSubject/identifier/0/identityHash',
  ])
})
