import { describe, expect, it } from 'vitest'
import { badge, changed, endorsement, record } from '../../test/samples.js'
import { validate } from './validate.js'

const found = (document: unknown): string[] =>
  validate(document).findings.map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

describe('validate', () => {
  it('finds nothing in valid documents', () => {
    for (const document of [badge, record, endorsement, badge['issuer']]) {
      expect(validate(document)).toEqual({ valid: true, findings: [] })
    }
  })

  it('applies schema and rules', () => {
    const document = changed(changed(badge, '/validFrom', 1), '/credentialSubject/id', undefined)
    expect(validate(document)).toMatchObject({
      valid: false,
      findings: [
        { rule: 'schema', code: 'value-kind', pointer: '/validFrom' },
        { rule: 'subject-identity', code: 'subject-unidentified', pointer: '/credentialSubject' },
      ],
    })
  })

  it('takes OpenBadgeCredential for AchievementCredential', () => {
    const types = ['VerifiableCredential', 'OpenBadgeCredential']
    expect(found(changed(badge, '/type', types))).toEqual([])
    expect(found(changed(changed(badge, '/type', types), '/credentialSubject/achievement/name', undefined))).toEqual([
      'error member-missing /credentialSubject/achievement',
    ])
  })

  it('validates each credential of a record by its own type', () => {
    const inside = '/credentialSubject/verifiableCredential/0'
    expect(found(changed(record, `${inside}/credentialSubject/achievement/criteria`, undefined))).toEqual([
      `error member-missing ${inside}/credentialSubject/achievement`,
    ])
    expect(
      found(changed(record, `${inside}/credentialSubject/result/0/resultDescription`, 'urn:example:other')),
    ).toEqual([`error result-description-unknown ${inside}/credentialSubject/result/0/resultDescription`])
    expect(found(changed(record, inside, record))).toEqual([])
  })

  it('says once what the schemas of the record and of its credential both find', () => {
    const inside = '/credentialSubject/verifiableCredential/0'
    expect(found(changed(record, `${inside}/issuer`, undefined))).toEqual([`error member-missing ${inside}`])
  })

  it('applies the rules to endorsements inside', () => {
    const reversed = changed(endorsement, '/validUntil', '2020-01-01T00:00:00Z')
    expect(found(changed(badge, '/credentialSubject/achievement/endorsement', [endorsement, reversed]))).toEqual([
      'error dates-reversed /credentialSubject/achievement/endorsement/1/validUntil',
    ])
  })

  it('holds a document to all the types it claims', () => {
    expect(
      found(changed(badge, '/type', ['VerifiableCredential', 'AchievementCredential', 'EndorsementCredential'])),
    ).toContain('error member-missing ')
  })

  it('warns of types it does not know, and still looks at what every credential has', () => {
    const other = changed(badge, '/type', ['VerifiableCredential', 'DiplomaCredential'])
    expect(validate(other)).toMatchObject({
      valid: true,
      findings: [{ level: 'warning', code: 'type-unknown', pointer: '/type' }],
    })
    expect(found(changed(other, '/issuer', undefined))).toEqual(['warning type-unknown /type', 'error member-missing '])
    expect(validate({}).valid).toBe(false)
  })

  it('does not let a profile pass for a credential', () => {
    const disguised = changed(changed(badge, '/type', ['VerifiableCredential', 'Profile']), '/issuer', undefined)
    expect(found(disguised)).toContain('error member-missing ')
  })

  it('warns of VCDM 1.1, for the document and for a credential of a record', () => {
    const v1 = 'https://www.w3.org/2018/credentials/v1'
    expect(validate(changed(badge, '/@context', [v1]))).toMatchObject({
      valid: true,
      findings: [{ level: 'warning', code: 'vcdm-version-not-checked', pointer: '/@context' }],
    })
    const inside = '/credentialSubject/verifiableCredential/0/@context'
    expect(found(changed(record, `${inside}/0`, v1))).toEqual([
      `error context-position ${inside}/0`,
      `warning vcdm-version-not-checked ${inside}`,
    ])
  })

  it.each([undefined, null, true, 1, 'text', [], [badge], () => {}, 1n])('refuses %s: it is no object', (value) => {
    expect(validate(value)).toMatchObject({ valid: false, findings: [{ code: 'not-an-object', pointer: '' }] })
  })

  it('refuses what is nested too deep, whatever its depth', () => {
    expect(found({ ...badge, extension: nested(127) })).toEqual([])
    expect(found({ ...badge, extension: nested(128) })).toEqual(['error too-deep '])
    expect(found({ ...badge, extension: nested(100_000) })).toEqual(['error too-deep '])
  })
})
