import { contextSource, contextUrls } from '@testamur/documents/contexts'
import type { JsonObject } from '@testamur/documents/json'
import { describe, expect, it } from 'vitest'
import { badge, changed, endorsement, presentation, record } from '../../../../test/samples.js'
import { badgev1p1, recordv1p1 } from '../../../../test/vcdm11-samples.js'
import { validate } from '../../validate.js'
import { terms } from './terms.js'

const findingsOf = (document: JsonObject) => validate(document, { rules: [terms] }).findings
const found = (document: JsonObject): string[] =>
  findingsOf(document)
    .filter(({ rule }) => rule === 'terms')
    .map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)
const hintOf = (document: JsonObject): string | undefined =>
  findingsOf(document).find(({ rule }) => rule === 'terms')?.hint

describe('terms', () => {
  it.each([badge, record, endorsement, presentation, badgev1p1, recordv1p1])(
    'finds nothing in a valid document',
    (each) => {
      expect(found(each)).toEqual([])
    },
  )

  it('finds undefined members, with what may have been meant', () => {
    const own = changed(badge, '/credentialSubject/honorCode', 'kept')
    expect(found(own)).toEqual(['error term-undefined /credentialSubject/honorCode'])
    expect(hintOf(own)).toContain('context')
    expect(hintOf(changed(badge, '/credentialSubject/achievement/achievmentType', 'Course'))).toBe(
      'Did you mean `achievementType`?',
    )
    expect(hintOf(changed(badge, '/credentialSubject/achievement/licenseNumber', '7'))).toContain('`type`')
  })

  it('finds undefined types, and names the context of those of 1EdTech', () => {
    const typed = (type: string): JsonObject => changed(badge, '/termsOfUse', [{ type }])
    expect(found(typed('HousePolicy'))).toEqual(['error type-undefined /termsOfUse/0/type'])
    const status = changed(badge, '/credentialStatus', { id: 'https://uni.example/1', type: '1EdTechRevocationList' })
    expect(found(status)).toEqual(['error context-extensions /credentialStatus/type'])
    expect(hintOf(status)).toContain(contextUrls.openBadgesExtensions)
    const misspelt = changed(badge, '/type', ['VerifiableCredential', 'AchievementCredential', 'OpenBadgesCredential'])
    expect(hintOf(misspelt)).toBe('Did you mean `OpenBadgeCredential`?')
  })

  it('finds contexts that cannot be combined, and names the release to take', () => {
    const outdated = changed(badge, '/@context/1', contextUrls.openBadges300)
    expect(found(outdated)).toEqual(['error context-conflict /@context/1'])
    expect(hintOf(outdated)).toContain(contextUrls.openBadges303)
  })

  it('warns of contexts it does not know, and takes those of the caller', () => {
    const url = 'https://university.example/terms/v1'
    const own = changed(changed(badge, '/@context/2', url), '/credentialSubject/honorCode', 'kept')
    expect(found(own)).toEqual(['warning context-unknown /@context/2'])
    const documents = { [url]: { '@context': { honorCode: 'https://university.example/terms#honorCode' } } }
    expect(validate(own, { documents }).findings).toEqual([])
  })

  it('finds inline contexts that break a rule', () => {
    const [finding] = findingsOf(changed(badge, '/@context/2', { honorCode: { '@id': 7 } }))
    expect(finding).toMatchObject({ code: 'context-invalid', pointer: '/@context/2' })
  })

  it('names the CLR context that has the later terms', () => {
    const first = changed(changed(record, '/@context/1', contextUrls.clr200), '/partial', true)
    expect(hintOf(first)).toContain(contextUrls.clr201)
  })

  it('says nothing where the vocabularies themselves are missing: other rules do, once', () => {
    expect(found(changed(badge, '/@context', undefined))).toEqual([])
    expect(found(changed(badge, '/@context', ['https://www.w3.org/ns/credentials/v2']))).toEqual([])
    expect(found(changed(badge, '/type', ['AchievementCredential']))).toEqual([])
  })

  it('looks at an endorsement with what holds it', () => {
    const inner = changed(endorsement, '/credentialSubject/stars', 5)
    expect(found(changed(badge, '/endorsement', [inner]))).toEqual([
      'error term-undefined /endorsement/0/credentialSubject/stars',
    ])
  })

  it('knows no context where it is given none', () => {
    const reported: string[] = []
    const instance = {
      value: badge,
      pointer: '',
      className: 'AchievementCredential',
      version: '2.0',
      isEmbedded: false,
    } as const
    terms.check(instance, (code) => reported.push(code), { contexts: () => undefined })
    expect(reported).toContain('context-unknown')
    terms.check(instance, (code) => reported.push(`bundled ${code}`), { contexts: contextSource() })
    expect(reported.filter((each) => each.startsWith('bundled'))).toEqual([])
  })
})
