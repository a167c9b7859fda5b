import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { proofFields } from './proof-fields.js'

const proof = {
  type: 'DataIntegrityProof',
  proofPurpose: 'assertionMethod',
  verificationMethod: 'did:web:university.example#key-1',
}
const found = (value: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(proofFields, 'AchievementCredential', changed(badge, '/proof', value))

it('takes an unsigned credential, and one whose proofs assert it', () => {
  expect(ruleFindings(proofFields, 'AchievementCredential', badge)).toEqual([])
  expect(found(proof)).toEqual([])
  expect(found([{ ...proof, proofPurpose: 'authentication' }, proof])).toEqual([])
})

it('reports credentials of which no proof asserts the claims', () => {
  const other = { ...proof, proofPurpose: 'authentication' }
  expect(found(other)).toEqual(['error proof-purpose /proof'])
  expect(found([other, { ...proof, proofPurpose: 7 }])).toEqual(['error proof-purpose /proof/0'])
})

it.each(['key-1', '#key-1', 'urn:example:key', 'z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x', ''])(
  'reports the verification method %j',
  (verificationMethod) => {
    expect(found([proof, { ...proof, verificationMethod }])).toEqual(['error proof-method /proof/1/verificationMethod'])
  },
)

it('takes verification methods of the web, and leaves what is no text to the schema', () => {
  for (const verificationMethod of ['https://university.example/keys/1', 'HTTP://university.example/key', 7])
    expect(found({ ...proof, verificationMethod })).toEqual([])
})

it('looks at either version, and at credentials of other types', () => {
  const unrelated = { type: 'DataIntegrityProof' }
  expect(ruleFindings(proofFields, 'AchievementCredential', changed(badgev1p1, '/proof', unrelated))).toEqual([
    'error proof-purpose /proof',
  ])
  expect(ruleFindings(proofFields, 'VerifiableCredential', changed(otherCredential, '/proof', unrelated))).toEqual([
    'error proof-purpose /proof',
  ])
})
