import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { associationOf, changed, record } from '../../../../test/samples.js'
import { recordv1p1 } from '../../../../test/vcdm11-samples.js'
import { associationEnds } from './association-ends.js'

const inside = '/credentialSubject/association/0'

it('takes ends in the subject, in credentials, and in records inside the record', () => {
  expect(ruleFindings(associationEnds, 'ClrCredential', record)).toEqual([])
  const outer = changed(
    changed(record, '/credentialSubject/verifiableCredential', [record]),
    '/credentialSubject/achievement',
    [],
  )
  expect(ruleFindings(associationEnds, 'ClrCredential', outer)).toEqual([])
})

it('reports ends that are no achievement of the record', () => {
  const dangling = changed(record, inside, associationOf('isRelatedTo', 'nowhere', 'algebra'))
  expect(ruleFindings(associationEnds, 'ClrCredential', dangling)).toEqual([
    `error association-end-unknown ${inside}/sourceId`,
  ])
  const byCredential = changed(record, `${inside}/targetId`, 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2d01')
  expect(ruleFindings(associationEnds, 'ClrCredential', byCredential)).toEqual([
    `error association-end-unknown ${inside}/targetId`,
  ])
})

it('only warns in VCDM 1.1', () => {
  const dangling = changed(recordv1p1, `${inside}/sourceId`, 'urn:example:nowhere')
  expect(ruleFindings(associationEnds, 'ClrCredential', dangling)).toEqual([
    `warning association-end-unknown ${inside}/sourceId`,
  ])
})

it('claims nothing where a credential hides its achievement in a JWS, however deep', () => {
  const hidden = changed(record, '/credentialSubject/verifiableCredential/0', 'e30.e30.c2ln')
  expect(ruleFindings(associationEnds, 'ClrCredential', hidden)).toEqual([])
  const outer = changed(record, '/credentialSubject/verifiableCredential/0', hidden)
  expect(ruleFindings(associationEnds, 'ClrCredential', outer)).toEqual([])
})

it('leaves ends that are no text to the schema', () => {
  const missing = changed(changed(record, `${inside}/sourceId`, undefined), `${inside}/targetId`, 7)
  expect(ruleFindings(associationEnds, 'ClrCredential', missing)).toEqual([])
})
