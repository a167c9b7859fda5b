// Verifies a badge of a did:web issuer without the network: the DID document comes from the caller.
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const keys = memoryKeyStore()
const { verificationMethod, publicKeyMultibase } = await keys.generate({ controller: did, fragment: 'key-1' })
const badge = achievementCredential({
  issuer: { id: did, name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: 'did:example:learner',
    achievement: {
      name: 'Statics',
      description: 'Forces at rest.',
      criteria: { narrative: 'Two midterms and a final examination.' },
    },
  },
})
const signed = await issue(badge, { signer: await keys.getSigner(verificationMethod) })

// What the issuer publishes at https://registrar.example.edu/.well-known/did.json.
const didDocument = {
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: did,
  verificationMethod: [{ id: verificationMethod, type: 'Multikey', controller: did, publicKeyMultibase }],
  assertionMethod: [verificationMethod],
}
const documents = { 'https://registrar.example.edu/.well-known/did.json': didDocument }
const report = await verify(signed, { documents, offline: true })
console.log(report.outcome) // verified

// Without it, nothing can be said about the signature. That is not the same as a wrong one.
const unknown = await verify(signed, { offline: true })
console.log(unknown.outcome, unknown.errors[0]?.code) // undetermined key-unobtainable
