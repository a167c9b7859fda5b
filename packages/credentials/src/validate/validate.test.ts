import type { JsonObject } from '@testamur/documents/json'
import { describe, expect, it } from 'vitest'
import { badge, changed, endorsement, record } from '../../test/samples.js'
import { asVcdm11, badgev1p1, recordv1p1 } from '../../test/vcdm11-samples.js'
import type { Rule } from './interface.js'
import { rules } from './rules/index.js'
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

  it('warns of types it does not know, and looks at the envelope that every credential has', () => {
    const other: JsonObject = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: 'did:example:issuer',
      credentialSubject: { id: 'did:example:learner' },
    }
    expect(validate(other)).toMatchObject({
      valid: true,
      findings: [{ level: 'warning', code: 'type-unknown', pointer: '/type' }],
    })
    expect(found(changed(other, '/issuer', undefined))).toEqual(['warning type-unknown /type', 'error member-missing '])
    expect(validate({}).valid).toBe(false)
  })

  it('refuses a badge that does not call itself one', () => {
    expect(found(changed(badge, '/type', ['VerifiableCredential']))).toContain('error type-misses-subject /type')
  })

  it('does not let a profile pass for a credential', () => {
    const disguised = changed(changed(badge, '/type', ['VerifiableCredential', 'Profile']), '/issuer', undefined)
    expect(found(disguised)).toContain('error member-missing ')
  })

  it('holds a credential of VCDM 1.1 to the schema of its version', () => {
    expect(found(badgev1p1)).toEqual(['warning context-outdated /@context'])
    expect(found(changed(badgev1p1, '/name', undefined))).toContain('error member-missing ')
    expect(found(changed(badgev1p1, '/issuanceDate', undefined))).toContain('error member-missing ')
    expect(found(changed(badgev1p1, '/credentialSubject/honorCode', 'kept'))).toContain(
      'error member-unknown /credentialSubject/honorCode',
    )
    expect(found(changed(badgev1p1, '/issuer', 'did:web:university.example'))).toContain('error value-kind /issuer')
  })

  it('refuses a credential of VCDM 1.1 in a record of VCDM 2.0, and takes it in one of its own version', () => {
    const inside = '/credentialSubject/verifiableCredential/0'
    const mixed = found(changed(record, inside, badgev1p1))
    expect(mixed).toContain(`error version-mixed ${inside}`)
    expect(mixed.filter((each) => each.includes('member-missing'))).toEqual([])
    expect(found(changed(recordv1p1, inside, badgev1p1)).filter((each) => each.startsWith('error'))).toEqual([])
  })

  it('only warns of a nameless endorsement in VCDM 1.1', () => {
    const endorsementv1p1 = changed(asVcdm11(endorsement), '/name', undefined)
    const endorsed = changed(badgev1p1, '/endorsement', [changed(endorsementv1p1, '/issuer', badgev1p1['issuer'])])
    expect(found(endorsed)).toContain('warning member-missing /endorsement/0')
    expect(validate(endorsed).valid).toBe(true)
    expect(validate(changed(badge, '/endorsement', [changed(endorsement, '/name', undefined)])).valid).toBe(false)
  })

  it('validates what a presentation presents, and not what is enveloped', () => {
    const enveloped = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: 'data:application/vc+jwt,e30.e30.c2ln',
      type: 'EnvelopedVerifiableCredential',
    }
    const presentation: JsonObject = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [badge, enveloped],
    }
    expect(found(presentation)).toEqual([])
    const place = '/verifiableCredential/0/credentialSubject/achievement/criteria'
    expect(found(changed(presentation, place, {}))).toEqual([`error criteria-empty ${place}`])
    expect(found(changed(presentation, '/type', undefined))).toContain('error member-missing ')
  })

  it('does not look into what is excepted', () => {
    const inside = '/credentialSubject/verifiableCredential/0'
    const broken = changed(changed(record, `${inside}/credentialSubject/achievement/criteria`, {}), `${inside}/type`, 7)
    expect(validate(broken).valid).toBe(false)
    expect(validate(broken, { except: new Set([inside]) })).toEqual({ valid: true, findings: [] })
    expect(validate(changed(broken, '/issuer', undefined), { except: new Set([inside]) }).findings).toMatchObject([
      { code: 'member-missing', pointer: '' },
    ])
    // What only begins with the same letters is another place.
    expect(validate(broken, { except: new Set([inside.slice(0, -1), `${inside}0`]) })).toEqual(validate(broken))
    expect(validate(broken, { except: new Set(['']) })).toEqual({ valid: true, findings: [] })
  })

  it('reads what is excepted for rules about the whole record', () => {
    const inside = '/credentialSubject/verifiableCredential/0'
    const place = `${inside}/credentialSubject/achievement/id`
    const except = new Set([inside])
    expect(validate(record, { except }).findings).toEqual([])
    const codes = validate(changed(record, place, 'urn:example:other'), { except }).findings.map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['association-end-unknown']))
  })

  it('takes a presentation without its credentials, an endorsed badge without its endorsements', () => {
    const faulty = changed(badge, '/credentialSubject/achievement/criteria', {})
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [badge, faulty],
    }
    expect(validate(presentation, { except: new Set(['/verifiableCredential/1']) }).findings).toEqual([])
    expect(validate(presentation, { except: new Set(['/verifiableCredential/0']) }).valid).toBe(false)
    const nameless = changed(changed(endorsement, '/name', undefined), '/@graph', [])
    const endorsed = changed(badge, '/credentialSubject/achievement/endorsement', [endorsement, nameless])
    const place = '/credentialSubject/achievement/endorsement/1'
    expect(new Set(found(endorsed).map((each) => each.split(' ')[1]))).toContain('keyword-as-name')
    expect(validate(endorsed, { except: new Set([place]) }).findings).toEqual([])
  })

  it('applies the rules it is given', () => {
    const nameless: Rule = {
      id: 'names-shown',
      classes: ['AchievementCredential'],
      source: 'the house style of a university',
      check: ({ value, pointer }, report) => {
        if (value['name'] === undefined) report('member-missing', pointer, 'We show `name`.', { hint: 'Add one.' })
      },
    }
    expect(validate(badge, { rules: [...rules, nameless] }).findings).toEqual([
      {
        rule: 'names-shown',
        level: 'error',
        code: 'member-missing',
        pointer: '',
        message: 'We show `name`.',
        hint: 'Add one.',
        source: 'the house style of a university',
      },
    ])
    expect(validate(changed(badge, '/validUntil', '2020-01-01T00:00:00Z'), { rules: [] }).valid).toBe(true)
  })

  it.each([undefined, null, true, 1, 'text', [], [badge], () => {}, 1n])('refuses %s: it is no object', (value) => {
    expect(validate(value)).toMatchObject({ valid: false, findings: [{ code: 'not-an-object', pointer: '' }] })
  })

  it('refuses what is nested too deep, whatever its depth', () => {
    expect(found({ ...badge, extension: nested(127) })).not.toContain('error too-deep ')
    expect(found({ ...badge, extension: nested(128) })).toEqual(['error too-deep '])
    expect(found({ ...badge, extension: nested(100_000) })).toEqual(['error too-deep '])
  })

  it('measures the depth by `maxDepth`, and not where that is infinite', () => {
    const codes = (document: unknown, maxDepth: number): string[] =>
      validate(document, { maxDepth }).findings.map(({ code, message }) => `${code} ${message}`)
    const tooDeep = (levels: number): string[] => [`too-deep Arrays and objects are nested more than ${levels} deep.`]
    expect(codes(badge, 2)).toEqual(tooDeep(2))
    expect(codes(badge, 8)).toEqual([])
    expect(codes({ ...badge, extension: nested(200) }, 128)).toEqual(tooDeep(128))
    expect(codes({ ...badge, extension: nested(200) }, Number.POSITIVE_INFINITY).join()).not.toContain('too-deep')
    for (const none of [0, -1, Number.NaN]) expect(codes(badge, none)).toEqual(tooDeep(none))
  })
})
