import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential, record } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { dateOrder } from './date-order.js'

it('takes dates in order, equal ones, and dates that are none', () => {
  expect(ruleFindings(dateOrder, 'AchievementCredential', badge)).toEqual([])
  expect(
    ruleFindings(dateOrder, 'AchievementCredential', changed(badge, '/validUntil', '2026-05-31T11:00:00+02:00')),
  ).toEqual([])
  expect(ruleFindings(dateOrder, 'AchievementCredential', changed(badge, '/validUntil', '1900'))).toEqual([])
})

it('reports an end before the beginning, of a credential and of an activity', () => {
  const expired = changed(record, '/validUntil', '2026-06-01T08:59:59Z')
  expect(ruleFindings(dateOrder, 'ClrCredential', expired)).toEqual(['error dates-reversed /validUntil'])
  const zones = changed(badge, '/validUntil', '2026-05-31T10:59:59+02:00')
  expect(ruleFindings(dateOrder, 'AchievementCredential', zones)).toEqual(['error dates-reversed /validUntil'])
  const pointer = '/credentialSubject/activityEndDate'
  const activity = changed(badge, pointer, '2026-01-11T00:00:00Z')
  expect(ruleFindings(dateOrder, 'AchievementCredential', activity)).toEqual([`error dates-reversed ${pointer}`])
})

it('knows the names of VCDM 1.1, and credentials of any type', () => {
  const expired = changed(badgev1p1, '/expirationDate', '2026-05-31T08:59:59Z')
  expect(ruleFindings(dateOrder, 'AchievementCredential', expired)).toEqual(['error dates-reversed /expirationDate'])
  const other = changed(otherCredential, '/validUntil', '2026-06-01T08:59:59Z')
  expect(ruleFindings(dateOrder, 'VerifiableCredential', other)).toEqual(['error dates-reversed /validUntil'])
})
