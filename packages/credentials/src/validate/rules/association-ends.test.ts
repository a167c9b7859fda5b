import { expect, it } from 'vitest'
import { ruleFindings } from '../../../test/rule-findings.js'
import { associationOf, changed, record } from '../../../test/samples.js'
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

it('claims nothing where a credential hides its achievement in a JWS', () => {
  const hidden = changed(record, '/credentialSubject/verifiableCredential/0', 'e30.e30.c2ln')
  expect(ruleFindings(associationEnds, 'ClrCredential', hidden)).toEqual([])
})
