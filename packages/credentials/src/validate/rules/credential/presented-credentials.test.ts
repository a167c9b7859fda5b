import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, presentation } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { presentedCredentials } from './presented-credentials.js'

const enveloped = { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,e30.e30.c2ln' }
const presenting = (...credentials: Parameters<typeof changed>[2][]): typeof badge =>
  changed(presentation, '/verifiableCredential', credentials as (typeof badge)[])
const found = (...credentials: Parameters<typeof changed>[2][]): string[] =>
  ruleFindings(presentedCredentials, 'VerifiablePresentation', presenting(...credentials))

it('takes credentials as objects, in an envelope or not, and none at all', () => {
  expect(found(badge, enveloped, { ...enveloped, type: ['EnvelopedVerifiableCredential'] })).toEqual([])
  expect(found()).toEqual([])
  const empty = changed(presentation, '/verifiableCredential', undefined)
  expect(ruleFindings(presentedCredentials, 'VerifiablePresentation', empty)).toEqual([])
})

it('reports what is no object', () => {
  expect(found('e30.e30.c2ln', 7, null, badge)).toEqual([
    'error value-kind /verifiableCredential/0',
    'error value-kind /verifiableCredential/1',
    'error value-kind /verifiableCredential/2',
  ])
})

it('says how to present a credential that is a text', () => {
  const hints = wholeRuleFindings(presentedCredentials, 'VerifiablePresentation', presenting('e30.e30.c2ln', 7))
  expect(hints.map(({ hint }) => hint)).toEqual([expect.stringContaining('EnvelopedVerifiableCredential'), undefined])
})

it('takes a text in VCDM 1.1, and still nothing else', () => {
  expect(ruleFindings(presentedCredentials, 'VerifiablePresentation', asVcdm11(presenting('e30.e30.c2ln', 7)))).toEqual(
    ['error value-kind /verifiableCredential/1'],
  )
})

it('reports an envelope with nothing in it', () => {
  const place = 'error value-format /verifiableCredential/0'
  expect(found({ type: enveloped.type })).toEqual([place])
  for (const id of ['urn:example:badge', 'data:application/vc+jwt,', 'data:,e30.e30.c2ln', 7])
    expect(found({ ...enveloped, id })).toEqual([`${place}/id`])
})
