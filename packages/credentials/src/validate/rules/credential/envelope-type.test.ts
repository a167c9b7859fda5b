import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { changed, otherCredential, presentation } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { envelopeType } from './envelope-type.js'

const found = (type: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(envelopeType, 'VerifiableCredential', changed(otherCredential, '/type', type))

it('takes what says that it is a credential, or a presentation', () => {
  for (const document of [otherCredential, asVcdm11(otherCredential)])
    expect(ruleFindings(envelopeType, 'VerifiableCredential', document)).toEqual([])
  expect(ruleFindings(envelopeType, 'VerifiablePresentation', presentation)).toEqual([])
  expect(found('VerifiableCredential')).toEqual([])
})

it('reports a missing type', () => {
  expect(found(undefined)).toEqual(['error member-missing '])
})

it('reports a type without the name of the envelope', () => {
  expect(found([])).toEqual(['error type-missing /type'])
  expect(found(['LibraryCard'])).toEqual(['error type-missing /type'])
  const credential = changed(presentation, '/type', ['VerifiableCredential'])
  expect(ruleFindings(envelopeType, 'VerifiablePresentation', credential)).toEqual(['error type-missing /type'])
})

it('reports names that are no strings', () => {
  expect(found(['VerifiableCredential', 7, null])).toEqual(['error value-kind /type/1', 'error value-kind /type/2'])
})
