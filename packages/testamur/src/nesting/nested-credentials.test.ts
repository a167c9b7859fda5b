import { expect, it } from 'vitest'
import { nestedCredentials } from './nested-credentials.js'

const found = (credential: object): [string, string][] =>
  nestedCredentials(credential as never).map(({ pointer, role }) => [pointer, role])

it('finds credentials in a record, as JSON and as JWS, alone and in lists', () => {
  expect(found({ credentialSubject: { verifiableCredential: [{ type: 'X' }, 'a.b.c'] } })).toEqual([
    ['/credentialSubject/verifiableCredential/0', 'credential'],
    ['/credentialSubject/verifiableCredential/1', 'credential'],
  ])
  expect(found({ credentialSubject: { verifiableCredential: { type: 'X' } } })).toEqual([
    ['/credentialSubject/verifiableCredential', 'credential'],
  ])
})

it('finds endorsements of the credential, the achievement and the issuer', () => {
  const credential = {
    endorsement: [{ type: ['VerifiableCredential', 'EndorsementCredential'] }],
    endorsementJwt: ['a.b.c'],
    issuer: { endorsement: { type: ['VerifiableCredential'] } },
    credentialSubject: { achievement: { endorsement: [{ proof: {} }] } },
  }
  expect(found(credential)).toEqual([
    ['/endorsement/0', 'endorsement'],
    ['/endorsementJwt/0', 'endorsement'],
    ['/issuer/endorsement', 'endorsement'],
    ['/credentialSubject/achievement/endorsement/0', 'endorsement'],
  ])
})

it('finds what looks like a credential elsewhere, however its type is written', () => {
  for (const hidden of [
    { type: 'VerifiableCredential' },
    { '@type': ['https://www.w3.org/2018/credentials#VerifiableCredential'] },
    { type: ['cred:VerifiableCredential'] },
    { proof: [{}] },
    { issuer: 'did:key:z', credentialSubject: {} },
  ]) {
    expect(found({ evidence: [[{ attached: hidden }]] })).toEqual([['/evidence/0/0/attached', 'credential']])
  }
})

it('leaves what stands inside a nested credential to that credential', () => {
  const inner = {
    type: ['VerifiableCredential'],
    endorsement: [{ proof: {} }],
    credentialSubject: { verifiableCredential: ['a.b.c'] },
  }
  expect(found({ credentialSubject: { verifiableCredential: [inner] } })).toHaveLength(1)
})
