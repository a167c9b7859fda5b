import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { withProofBy } from '../../../test/issuers.js'
import { course, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn } from '../../../test/verdict.js'

let university: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
})

const start = Date.parse('2026-05-17T00:00:00Z')
const end = Date.parse('2026-07-01T00:00:00Z')
const toleranceMs = 5 * 60 * 1000
const badge = (members: JsonObject = {}): Promise<JsonObject> =>
  signed(course(university.id, 1, { validUntil: new Date(end).toISOString(), ...members }), university)
const at = (time: number, document: object): Promise<string[]> => verdictOn(document, { now: new Date(time) })

describe('a credential', () => {
  it('is not valid before its time, but for what clocks may differ by', async () => {
    const dated = await badge()
    expect(await at(start - toleranceMs, dated)).toEqual(['verified'])
    expect(await at(start - toleranceMs - 1, dated)).toEqual(['rejected', 'validity failed: not-yet-valid /validFrom'])
  })

  it('is not valid after its time, not even for what clocks may differ by', async () => {
    const dated = await badge()
    expect(await at(end, dated)).toEqual(['verified'])
    expect(await at(end + 1, dated)).toEqual(['rejected', 'validity failed: expired /validUntil'])
  })

  it('has no dates that a reader could take for another time', async () => {
    for (const validUntil of ['2036-07-01', '2036-07-01T00:00:00', '01/07/2036', '2036-13-01T00:00:00Z', '2036']) {
      const vague = await withProofBy(university.signer, course(university.id, 1, { validUntil }))
      const verdict = await verdictOn(vague, { schema: 'warn' })
      expect(verdict[0], validUntil).toBe('rejected')
      expect(verdict).toContain('validity failed: date-malformed /validUntil')
    }
  })

  it('cannot live on by the date name of the other data model', async () => {
    const terms = { expirationDate: { '@id': 'https://www.w3.org/2018/credentials#validUntil' } }
    const context = [...(course(university.id, 1)['@context'] as string[]), terms]
    const dated = await badge({
      validUntil: undefined,
      '@context': context,
      expirationDate: '2026-05-18T00:00:00Z',
    }).catch(() => undefined)
    // Such a context is not even signed here; a document that says it is refused before its dates are looked at.
    expect(dated).toBeUndefined()
    const unsigned = course(university.id, 1, { expirationDate: '2026-05-18T00:00:00Z' })
    const verdict = await verdictOn({ ...unsigned, proof: (await badge())['proof'] })
    expect(verdict[0]).toBe('rejected')
    expect(verdict).toContain('rules failed: rule-broken /expirationDate')
    expect(verdict).toContain('validity failed: expired /expirationDate')
  })
})
