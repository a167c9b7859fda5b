import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { dateSequence } from './date-sequence.js'

const end = '/credentialSubject/activityEndDate'
const dated = ['/awardedDate', '/validUntil'].reduce(
  (document, pointer, index) => changed(document, pointer, `20${26 + index}-06-01T00:00:00Z`),
  goodMicrocredential,
)

describe('Q09', () => {
  it('takes dates in their order, and a course that goes on', () => {
    expect(lintFindings(dateSequence, dated)).toEqual([])
    expect(lintFindings(dateSequence, goodTranscript)).toEqual([])
  })

  it('takes a day for the same in every time zone', () => {
    expect(lintFindings(dateSequence, changed(dated, end, '2026-06-01T23:59:59Z'))).toEqual([])
  })

  it.each([
    [end, '2026-03-01T00:00:00Z', `error activity-reversed ${end}`],
    ['/validUntil', '2026-06-01T08:59:59Z', 'error validity-reversed /validUntil'],
    ['/awardedDate', '2026-05-01T00:00:00Z', `error activity-after-award ${end}`],
    ['/validFrom', '2026-05-01T00:00:00Z', `error activity-after-validity ${end}`],
    ['/awardedDate', '2026-07-01T00:00:01Z', 'error award-in-future /awardedDate'],
  ])('reports %s: %s', (pointer, value, finding) => {
    expect(lintFindings(dateSequence, changed(dated, pointer, value))).toEqual([finding])
  })

  it('reports an award after the end of validity, of a record too', () => {
    const late = changed(changed(dated, '/validFrom', undefined), '/validUntil', '2026-05-31T00:00:00Z')
    expect(lintFindings(dateSequence, late)).toEqual(['error award-after-expiry /awardedDate'])
    const record = changed(goodTranscript, '/awardedDate', '2027-01-01T00:00:00Z')
    expect(lintFindings(dateSequence, record)).toEqual(['error award-in-future /awardedDate'])
  })

  it('knows the dates of VCDM 1.1', () => {
    const from = changed(changed(dated, '/validFrom', undefined), '/issuanceDate', '2026-05-01T00:00:00Z')
    expect(lintFindings(dateSequence, from)).toEqual([`error activity-after-validity ${end}`])
    const until = changed(changed(dated, '/validUntil', undefined), '/expirationDate', '2026-05-01T00:00:00Z')
    expect(lintFindings(dateSequence, until)).toEqual([
      'error validity-reversed /expirationDate',
      'error award-after-expiry /awardedDate',
    ])
  })

  it('leaves dates that are none to validation', () => {
    expect(lintFindings(dateSequence, changed(dated, end, 'next year'))).toEqual([])
  })
})
