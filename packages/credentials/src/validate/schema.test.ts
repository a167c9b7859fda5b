import type { JsonValue } from '@testamur/documents/json'
import { describe, expect, it } from 'vitest'
import { expectGrowthBelow } from '../../test/growth.js'
import { badge, changed, endorsement, record } from '../../test/samples.js'
import { validateSchema } from './schema.js'

/** The findings after a change of the badge, in one line each. */
const found = (pointer: string, value: JsonValue | undefined): string[] =>
  validateSchema(changed(badge, pointer, value), 'AchievementCredential').map(
    (each) => `${each.code} ${each.pointer}: ${each.message}`,
  )

describe('validateSchema', () => {
  it('finds nothing in valid documents', () => {
    expect(validateSchema(badge, 'AchievementCredential')).toEqual([])
    expect(validateSchema(record, 'ClrCredential')).toEqual([])
    expect(validateSchema(endorsement, 'EndorsementCredential')).toEqual([])
    expect(validateSchema(badge, 'VerifiableCredential')).toEqual([])
    expect(validateSchema(badge['issuer'], 'Profile')).toEqual([])
  })

  it('names a missing member and its class, at the object that lacks it', () => {
    expect(found('/credentialSubject/achievement/criteria', undefined)).toEqual([
      'member-missing /credentialSubject/achievement: An `Achievement` needs `criteria`.',
    ])
    expect(found('/issuer', undefined)).toEqual(['member-missing : An `AchievementCredential` needs `issuer`.'])
  })

  it('says where it is specified', () => {
    const [finding] = validateSchema(changed(record, '/credentialSubject/type', ['Thing']), 'ClrCredential')
    expect(finding).toMatchObject({ rule: 'schema', level: 'error', source: 'CLR 2.0, ClrSubject' })
  })

  it('says what kind of value was expected and what kind is there', () => {
    expect(found('/credentialSubject/achievement/creditsAvailable', 'three')).toEqual([
      'value-kind /credentialSubject/achievement/creditsAvailable: `creditsAvailable` must be a number; it is a string.',
    ])
    expect(found('/credentialSubject/achievement', 'Algebra')).toEqual([
      'value-kind /credentialSubject/achievement: `achievement` must be an `Achievement` object; it is a string.',
    ])
    expect(found('/credentialSubject/result', 'A')).toEqual([
      'value-kind /credentialSubject/result: `result` must be an array: each a `Result` object; it is a string.',
    ])
    expect(found('/credentialSubject/result/0', null)).toEqual([
      'value-kind /credentialSubject/result/0: Each entry of `result` must be a `Result` object; it is `null`.',
    ])
    expect(found('/issuer', 7)).toEqual([
      'value-kind /issuer: `issuer` must be a URI or a `Profile` object; it is a number.',
    ])
  })

  it('reports of an issuer that is an object what is wrong with the profile', () => {
    expect(found('/issuer', { id: 'did:web:university.example', name: 'Example University' })).toEqual([
      'member-missing /issuer: A `Profile` needs `type`.',
    ])
  })

  it('takes texts by language, and asks for language tags where there are none', () => {
    expect(found('/name', { en: 'Algebra', 'de-AT': 'Algebra' })).toEqual([])
    expect(found('/name', { english: 'Algebra', german: 'Algebra' })).toEqual([
      'value-format /name: `name` must be a string, or strings by language tag such as `en` or `en-US`.',
    ])
    expect(found('/name', { en: 1 })).toEqual(['value-kind /name/en: `name` must be a string; it is a number.'])
  })

  it('lists the terms of an enumeration, and says where one may have terms of its own', () => {
    expect(found('/credentialSubject/achievement/achievementType', 'ext:Bootcamp')).toEqual([])
    const [type] = found('/credentialSubject/achievement/achievementType', 'Bootcamp')
    expect(type).toMatch(
      /^value-not-allowed .*achievementType: `achievementType` must be one of `Achievement`, .*`Course`.* or a term that starts with `ext:`\.$/,
    )
    expect(found('/credentialSubject/result/1/status', 'ext:Paused')).toEqual([
      'value-not-allowed /credentialSubject/result/1/status: `status` must be one of `Completed`, `Enrolled`, `Failed`, `InProgress`, `OnHold`, `Provisional`, `Withdrew`.',
    ])
  })

  it('describes formats', () => {
    expect(found('/validFrom', '2026-05-31')).toEqual([
      'value-format /validFrom: `validFrom` must be a date and time with its time zone, such as `2026-05-31T09:00:00Z`.',
    ])
    expect(found('/endorsementJwt', ['no.jws'])).toEqual([
      'value-format /endorsementJwt/0: Each entry of `endorsementJwt` must be a compact JWS: three base64url parts joined by dots.',
    ])
    expect(found('/credentialSubject/achievement/inLanguage', 'English')).toEqual([
      'value-format /credentialSubject/achievement/inLanguage: `inLanguage` must be a language tag such as `en` or `en-US`.',
    ])
  })

  it('says once which names a type lacks', () => {
    expect(found('/type', ['Badge'])).toEqual([
      'type-missing /type: `type` must hold `VerifiableCredential` and `AchievementCredential` or `OpenBadgeCredential`.',
    ])
    expect(found('/credentialSubject/result/0/type', [])).toEqual([
      'type-missing /credentialSubject/result/0/type: `type` must hold `Result`.',
      'too-few-values /credentialSubject/result/0/type: `type` must not be empty.',
    ])
    expect(found('/image', { id: 'https://university.example/badge.png', type: 'Picture' })).toEqual([
      'value-not-allowed /image/type: `type` must be `Image`.',
    ])
  })

  it('says which context belongs where', () => {
    const contexts = record['@context'] as string[]
    const swapped = changed(record, '/@context', [contexts[0] ?? '', contexts[2] ?? '', contexts[1] ?? ''])
    expect(validateSchema(swapped, 'ClrCredential').map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'context-order /@context',
    ])
    expect(found('/@context/1', 'https://university.example/terms/v1')).toEqual([
      'context-position /@context/1: Entry 2 of `@context` must be an Open Badges 3.0 context, `https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json`.',
    ])
    expect(found('/@context', [contexts[0] ?? ''])).toEqual([
      'too-few-values /@context: `@context` must have at least 2 entries: the VCDM 2.0 context (`https://www.w3.org/ns/credentials/v2`), then an Open Badges 3.0 context (`https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json`).',
    ])
    expect(found('/@context', 1)).toEqual([
      'value-kind /@context: `@context` must be an array: each a URI or an inline context; it is a number.',
    ])
  })

  it('refuses members of other vocabularies in closed classes alone', () => {
    expect(found('/credentialSubject/honorCode', 'kept')).toEqual([])
    const [image] = found('/image', { id: 'https://university.example/badge.png', type: 'Image', alt: 'A badge' })
    expect(image).toBe(
      'member-unknown /image/alt: An `Image` takes no member `alt`, nor any other than `id`, `type`, `caption`.',
    )
  })

  it('takes a single value for a set, as official schemas do', () => {
    expect(found('/credentialSubject/result', { type: 'Result', value: 'A' })).toEqual([])
  })

  it('refuses what is no object', () => {
    expect(validateSchema('badge', 'AchievementCredential')).toMatchObject([
      { code: 'value-kind', pointer: '', message: 'This must be an `AchievementCredential` object; it is a string.' },
    ])
  })
})

it('reports many errors in time that grows with their number', () => {
  // Four times the errors: about four times the time, against 16 times when each error costs a copy of all.
  expectGrowthBelow(11, 8000, (count) => {
    const document = { endorsement: Array.from({ length: count }, () => 'a.b.c') }
    return () => expect(validateSchema(document, 'AchievementCredential').length).toBeGreaterThanOrEqual(count)
  })
})
