import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { changed, otherCredential } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { validityDates } from './validity-dates.js'

const older = asVcdm11(otherCredential)

it('takes dates with a time and a time zone', () => {
  expect(ruleFindings(validityDates, 'VerifiableCredential', otherCredential)).toEqual([])
  expect(ruleFindings(validityDates, 'VerifiableCredential', older)).toEqual([])
  const until = changed(otherCredential, '/validUntil', '2036-06-01T09:00:00.5-05:00')
  expect(ruleFindings(validityDates, 'VerifiableCredential', until)).toEqual([])
})

it('needs a beginning in VCDM 1.1 alone', () => {
  expect(
    ruleFindings(validityDates, 'VerifiableCredential', changed(otherCredential, '/validFrom', undefined)),
  ).toEqual([])
  expect(ruleFindings(validityDates, 'VerifiableCredential', changed(older, '/issuanceDate', undefined))).toEqual([
    'error member-missing ',
  ])
})

it.each([
  [otherCredential, '/validFrom'],
  [otherCredential, '/validUntil'],
  [older, '/issuanceDate'],
  [older, '/expirationDate'],
])('reports dates that are none (%#)', (document, pointer) => {
  for (const date of ['2026-06-01', '2026-06-01T09:00:00', '2026-02-30T09:00:00Z', 7, null])
    expect(ruleFindings(validityDates, 'VerifiableCredential', changed(document, pointer, date))).toEqual([
      `error value-format ${pointer}`,
    ])
})

it('leaves dates of the other version to the rule `date-names`', () => {
  expect(
    ruleFindings(validityDates, 'VerifiableCredential', changed(otherCredential, '/expirationDate', 'soon')),
  ).toEqual([])
})
