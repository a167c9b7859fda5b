import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential, presentation } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { identifiers } from './identifiers.js'

const found = (pointer: string, value: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(identifiers, 'VerifiableCredential', changed(otherCredential, pointer, value))

it('takes URIs, and credentials without an id', () => {
  for (const document of [badge, badgev1p1])
    expect(ruleFindings(identifiers, 'AchievementCredential', document)).toEqual([])
  expect(ruleFindings(identifiers, 'VerifiablePresentation', presentation)).toEqual([])
  expect(found('/id', undefined)).toEqual([])
  expect(found('/credentialStatus', { type: 'Status' })).toEqual([])
})

it('reports a badge whose own id, or whose issuer, is no URI', () => {
  expect(ruleFindings(identifiers, 'AchievementCredential', changed(badge, '/id', 'badge-1'))).toEqual([
    'error identifier-not-uri /id',
  ])
  expect(ruleFindings(identifiers, 'AchievementCredential', changed(badge, '/issuer', 'University'))).toEqual([
    'error identifier-not-uri /issuer',
  ])
})

it('leaves what the schema and the rule `uris` look at in a badge to them', () => {
  const others = changed(changed(badge, '/id', 7), '/issuer/id', 'University')
  expect(ruleFindings(identifiers, 'AchievementCredential', others)).toEqual([])
})

it.each(['', 'card 1', 7, null, ['urn:example:a', 'urn:example:b'], { en: 'urn:example:a' }])(
  'reports the id %j of a credential of another type',
  (id) => {
    expect(found('/id', id)).toEqual(['error identifier-not-uri /id'])
  },
)

it.each(['credentialSubject', 'credentialSchema', 'credentialStatus', 'refreshService', 'termsOfUse', 'evidence'])(
  'reports the id of %s in a credential of another type',
  (member) => {
    expect(found(`/${member}`, { id: 'card', type: 'Card' })).toEqual([`error identifier-not-uri /${member}/id`])
    expect(found(`/${member}`, [{ type: 'Card' }, { id: 7 }])).toEqual([`error identifier-not-uri /${member}/1/id`])
  },
)

it('reports an issuer that is no URI, or whose id is none', () => {
  expect(found('/issuer', 'Library')).toEqual(['error identifier-not-uri /issuer'])
  expect(found('/issuer/id', null)).toEqual(['error identifier-not-uri /issuer/id'])
})

it('reports the holder of a presentation', () => {
  for (const [holder, pointer] of [
    ['learner', '/holder'],
    [{ id: 'learner' }, '/holder/id'],
  ] as const) {
    const document = changed(presentation, '/holder', holder)
    expect(ruleFindings(identifiers, 'VerifiablePresentation', document)).toEqual([
      `error identifier-not-uri ${pointer}`,
    ])
  }
})
