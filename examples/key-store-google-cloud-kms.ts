// Signs a badge with a key in Google Cloud KMS. Needs @google-cloud/kms, credentials and a key; without one it says so.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { googleCloudKmsKeyStore } from '@testamur/proofs/key-stores/google-cloud-kms'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const verificationMethod = `${did}#key-1`
const { GOOGLE_KMS_KEY_VERSION: keyVersion } = process.env
if (keyVersion === undefined) {
  console.log('Set GOOGLE_KMS_KEY_VERSION to the resource name of a key version, and the credentials of Google') // Set GOOGLE_KMS_KEY_VERSION …
} else {
  const { KeyManagementServiceClient } = await import('@google-cloud/kms')
  const client = new KeyManagementServiceClient()
  const keys = googleCloudKmsKeyStore({ client, keys: [{ verificationMethod, keyVersion }] })
  const signer = await keys.getSigner(verificationMethod)

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
  const signed = await issue(badge, { signer })
  const documents = {
    'https://registrar.example.edu/.well-known/did.json': didDocumentFor(await keys.list(), { controller: did }),
  }
  console.log((await verify(signed, { documents, offline: true })).outcome)
}
