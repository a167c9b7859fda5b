import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { changed, otherCredential } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { subject } from './subject.js'

const place = '/credentialSubject'
const found = (value: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(subject, 'VerifiableCredential', changed(otherCredential, place, value))

it('takes one subject, or several', () => {
  for (const document of [otherCredential, asVcdm11(otherCredential)])
    expect(ruleFindings(subject, 'VerifiableCredential', document)).toEqual([])
  expect(found([{ id: 'did:example:learner' }, { name: 'Ada' }])).toEqual([])
})

it('reports a credential without a subject', () => {
  expect(found(undefined)).toEqual(['error member-missing '])
  expect(found([])).toEqual([`error subject-empty ${place}`])
})

it('reports a subject of whom nothing is said', () => {
  expect(found({})).toEqual([`error subject-empty ${place}`])
  expect(found([{ name: 'Ada' }, {}])).toEqual([`error subject-empty ${place}/1`])
})

it('reports what is no object', () => {
  for (const value of [null, 'did:example:learner', 7]) expect(found(value)).toEqual([`error value-kind ${place}`])
  expect(found([{ name: 'Ada' }, 'Ada'])).toEqual([`error value-kind ${place}/1`])
})
