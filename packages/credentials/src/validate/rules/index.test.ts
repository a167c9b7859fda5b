import { contextSource } from '@testamur/documents/contexts'
import { expect, it } from 'vitest'
import { badge, changed, endorsement, otherCredential, record } from '../../../test/samples.js'
import { asVcdm11, badgev1p1, recordv1p1 } from '../../../test/vcdm11-samples.js'
import { checkRules } from '../check-rules.js'
import { rules } from './index.js'

it('gives each rule an id of its own, in small letters', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

it('has a class to look at and a source for each rule', () => {
  for (const { classes, source } of rules) {
    expect(classes.length).toBeGreaterThan(0)
    expect(new Set(classes).size).toBe(classes.length)
    expect(source).not.toBe('')
  }
})

it.each([
  ['AchievementCredential', badge],
  ['ClrCredential', record],
  ['EndorsementCredential', endorsement],
  ['VerifiableCredential', otherCredential],
] as const)('finds nothing in a valid %s', (className, document) => {
  expect(checkRules(className, { value: document, pointer: '' }, rules, { contexts: contextSource() })).toEqual([])
})

it.each([
  ['AchievementCredential', badgev1p1],
  ['ClrCredential', recordv1p1],
  ['EndorsementCredential', asVcdm11(endorsement)],
  // The context of VCDM 1.1 defines no names of things.
  ['VerifiableCredential', changed(changed(asVcdm11(otherCredential), '/name', undefined), '/issuer/name', undefined)],
] as const)('finds nothing but its age in a valid %s of VCDM 1.1', (className, document) => {
  const codes = checkRules(className, { value: document, pointer: '' }, rules, { contexts: contextSource() }).map(
    ({ code }) => code,
  )
  expect(codes.filter((code) => code !== 'context-outdated')).toEqual([])
})
