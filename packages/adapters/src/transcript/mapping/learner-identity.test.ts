import { matchesIdentity } from '@testamur/credentials'
import { describe, expect, it } from 'vitest'
import { importDocument, innerOf, lossesOf } from '../../../test/pesc-fixtures.js'

const person =
  '<SchoolAssignedPersonID>CANARY-1</SchoolAssignedPersonID><AgencyIdentifier><AgencyAssignedID>CANARY-2</AgencyAssignedID>' +
  '<AgencyCode>Province</AgencyCode><AgencyName>Alberta Education</AgencyName><CountryCode>CA</CountryCode></AgencyIdentifier>' +
  '<Name><NamePrefix>Dr</NamePrefix><FirstName>CANARY-3</FirstName><MiddleName>Q</MiddleName><MiddleName>R</MiddleName>' +
  '<LastName>Sample</LastName><NameSuffix>IV</NameSuffix></Name>'
const subjectOf = (learner: Parameters<typeof importDocument>[1]) =>
  importDocument({ person }, learner).credential.credentialSubject

describe('learnerIdentity', () => {
  it('hashes what identifies the learner, each with its own salt', () => {
    const subject = subjectOf({ learner: 'did:example:learner' })
    expect(subject.id).toBe('did:example:learner')
    expect(JSON.stringify(subject)).not.toContain('CANARY')
    const [name, number, agency] = subject.identifier ?? []
    expect(name && matchesIdentity(name, 'CANARY-3 Q R Sample IV')).toBe(true)
    expect(number && matchesIdentity(number, 'CANARY-1')).toBe(true)
    expect(agency && matchesIdentity(agency, 'CANARY-2')).toBe(true)
    expect([name, number, agency].map((identifier) => identifier?.identityType)).toEqual([
      'name',
      'sourcedId',
      'ext:Province-Alberta-Education-CA',
    ])
    expect(new Set([name?.salt, number?.salt, agency?.salt]).size).toBe(3)
  })

  it('carries them plain, or not at all, when asked', () => {
    expect(subjectOf({ learner: { identity: 'plain' } }).identifier?.map(({ identityHash }) => identityHash)).toEqual([
      'CANARY-3 Q R Sample IV',
      'CANARY-1',
      'CANARY-2',
    ])
    const none = importDocument({ person }, { learner: { id: 'did:example:learner', identity: 'none' } })
    expect(none.credential.credentialSubject.identifier).toBeUndefined()
    expect(lossesOf(none)).toMatchObject({ FirstName: 'not-requested', SchoolAssignedPersonID: 'not-requested' })
  })

  it('adds identifiers of the caller', () => {
    const own = {
      type: 'IdentityObject',
      hashed: false,
      identityHash: 'a@mail.example',
      identityType: 'emailAddress',
    } as const
    expect(subjectOf({ learner: { identity: 'none', identifier: [own] } }).identifier).toEqual([own])
  })

  it('makes up an id from the given random bytes, the same in every credential', () => {
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(7)
    const { credential } = importDocument({ person }, { learner: undefined, random })
    expect(credential.credentialSubject.id).toBe('urn:uuid:07070707-0707-4707-8707-070707070707')
    expect(innerOf(credential)[0]?.credentialSubject.id).toBe(credential.credentialSubject.id)
    expect(subjectOf({ learner: undefined }).id).not.toBe(subjectOf({ learner: undefined }).id)
  })

  it('takes a name in one piece where it has no parts', () => {
    const xml = '<Name><CompositeName>Sample, Robin</CompositeName></Name>'
    const { identifier } = importDocument({ person: xml }).credential.credentialSubject
    expect(identifier).toMatchObject([{ identityType: 'name', identityHash: 'Sample, Robin' }])
  })
})
