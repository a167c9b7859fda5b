import type { JsonObject } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { statusEntry } from './status-entry.js'

const entry = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: 'https://university.example/status/1',
}
const place = '/credentialStatus'
const found = (status: JsonObject | JsonObject[]): string[] =>
  ruleFindings(statusEntry, 'AchievementCredential', changed(badge, place, status))

it('takes entries with all that it needs, and none at all', () => {
  expect(ruleFindings(statusEntry, 'AchievementCredential', badge)).toEqual([])
  expect(found(entry)).toEqual([])
  expect(found({ ...entry, type: ['StatusList2021Entry'] })).toEqual([])
})

it.each(['statusPurpose', 'statusListIndex', 'statusListCredential'])('reports an entry without %s', (member) => {
  expect(found(changed(entry, `/${member}`, undefined))).toEqual([`error status-incomplete ${place}`])
})

it.each([
  ['statusPurpose', 1],
  ['statusListCredential', 'status/1'],
  ['statusListCredential', 7],
  ['statusListIndex', '-1'],
  ['statusListIndex', '1.5'],
  ['statusListIndex', ''],
  ['statusListIndex', -1],
  ['statusListIndex', 1.5],
  ['statusListIndex', null],
])('reports %s %j', (member, value) => {
  expect(found({ ...entry, [member]: value })).toEqual([`error status-incomplete ${place}/${member}`])
})

it('only warns of an index that is a number: a sample of the official validator has one', () => {
  for (const statusListIndex of [0, 94567])
    expect(found({ ...entry, statusListIndex })).toEqual([`warning status-incomplete ${place}/statusListIndex`])
})

it('looks at each entry', () => {
  expect(found([entry, { ...entry, statusPurpose: null }])).toEqual([
    `error status-incomplete ${place}/1/statusPurpose`,
  ])
})

it('warns of another status without an address, in either version', () => {
  const revocations = { type: '1EdTechRevocationList' }
  expect(found({ ...revocations, id: 'https://university.example/revocations' })).toEqual([])
  for (const document of [badge, badgev1p1])
    expect(ruleFindings(statusEntry, 'AchievementCredential', changed(document, place, revocations))).toEqual([
      `warning status-incomplete ${place}`,
    ])
})

it('asks credentials of other types for entries of lists alone', () => {
  const status = (value: JsonObject): string[] =>
    ruleFindings(statusEntry, 'VerifiableCredential', changed(otherCredential, place, value))
  expect(status({ type: 'LibraryStatus' })).toEqual([])
  expect(status({ ...entry, statusPurpose: 7 })).toEqual([`error status-incomplete ${place}/statusPurpose`])
})
