import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { changed, otherCredential } from '../../../../test/samples.js'
import { typedObjects } from './typed-objects.js'

const members = ['credentialStatus', 'refreshService', 'termsOfUse', 'evidence', 'credentialSchema', 'proof']
const typed = { id: 'urn:example:a', type: 'Kind' }
const found = (member: string, value: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(typedObjects, 'VerifiableCredential', changed(otherCredential, `/${member}`, value))

it('takes a credential without any of them', () => {
  expect(ruleFindings(typedObjects, 'VerifiableCredential', otherCredential)).toEqual([])
})

it.each(members)('takes one %s with a type, or several', (member) => {
  expect(found(member, typed)).toEqual([])
  expect(found(member, [typed, { ...typed, type: ['Kind', 'Other'] }])).toEqual([])
})

it.each(members)('reports %s without a type', (member) => {
  expect(found(member, [typed, { id: 'urn:example:a' }])).toEqual([`error member-missing /${member}/1`])
  expect(found(member, { ...typed, type: [] })).toEqual([`error member-missing /${member}`])
})

it.each(members)('reports %s whose type is no string', (member) => {
  expect(found(member, { ...typed, type: 7 })).toEqual([`error value-kind /${member}/type`])
  expect(found(member, { ...typed, type: ['Kind', null] })).toEqual([`error value-kind /${member}/type`])
})

it.each(members)('reports %s that is no object', (member) => {
  for (const value of ['urn:example:a', null, 7]) expect(found(member, value)).toEqual([`error value-kind /${member}`])
})

it('asks for the id of a schema, and of nothing else', () => {
  for (const member of members.filter((each) => each !== 'credentialSchema'))
    expect(found(member, { type: 'Kind' })).toEqual([])
  expect(found('credentialSchema', { type: 'JsonSchema' })).toEqual(['error member-missing /credentialSchema'])
})
