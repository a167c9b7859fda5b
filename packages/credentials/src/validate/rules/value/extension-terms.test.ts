import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { extensionTerms } from './extension-terms.js'

const pointer = '/credentialSubject/achievement/achievementType'
const found = (term: string | number): string[] =>
  ruleFindings(extensionTerms, 'AchievementCredential', changed(badge, pointer, term))

it('takes terms of the specification and well-formed ones of one’s own', () => {
  for (const term of ['Course', 'ext:Bootcamp', 'ext:boot-camp_2.0']) expect(found(term)).toEqual([])
})

it('reports a term that holds `ext:` but does not start with it', () => {
  for (const term of ['xxext:Bootcamp', ' ext:Bootcamp'])
    expect(found(term)).toEqual([`error extension-term-form ${pointer}`])
})

it('warns of a term with other signs than the specification allows', () => {
  for (const term of ['ext:', 'ext:Boot camp', 'ext:a|b', 'ext:Übung'])
    expect(found(term)).toEqual([`warning extension-term-form ${pointer}`])
})

it('leaves what is no text, and terms without `ext:`, to the schema', () => {
  for (const term of [7, 'Bootcamp']) expect(found(term)).toEqual([])
})

it.each([
  ['Achievement', 'achievementType'],
  ['Alignment', 'targetType'],
  ['IdentifierEntry', 'identifierType'],
  ['IdentityObject', 'identityType'],
  ['ResultDescription', 'resultType'],
] as const)('looks at %s.%s', (className, member) => {
  expect(ruleFindings(extensionTerms, className, { [member]: 'my-ext:term' })).toEqual([
    `error extension-term-form /${member}`,
  ])
})
