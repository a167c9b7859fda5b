// A key is rotated and later revoked; what is published of the key store decides which records are good.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const address = 'https://registrar.example.edu/.well-known/did.json'

// In memory, so that the example leaves nothing behind; encryptedFileKeyStore has the same members.
const keys = memoryKeyStore()
const old = await keys.generate({ controller: did })
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
const before = await issue(badge, { signer: await keys.getSigner(old.verificationMethod) })

// A new key takes the place of the old one. Publish both, then sign with the new one.
const { current } = await keys.rotate(old.verificationMethod)
console.log(current.verificationMethod) // did:web:registrar.example.edu#key-2
const after = await issue(badge, { signer: await keys.getSigner(current.verificationMethod) })

/** What a verifier says of both records, by the DID document that is published now. */
async function verdicts(): Promise<string[]> {
  const documents = { [address]: didDocumentFor(await keys.list(), { controller: did }) }
  const reports = await Promise.all([before, after].map((record) => verify(record, { documents, offline: true })))
  return reports.map(({ outcome }) => outcome)
}
console.log(`rotated: ${await verdicts()}`) // rotated: verified,verified

// Somebody has got hold of the old key. Nothing that it ever signed is good any more.
await keys.revoke(old.verificationMethod)
console.log(`revoked: ${await verdicts()}`) // revoked: rejected,verified
