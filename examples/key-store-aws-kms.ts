// Signs a badge with a key in AWS KMS. Needs @aws-sdk/client-kms, credentials and a key; without one it says so.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { awsKmsKeyStore } from '@testamur/proofs/key-stores/aws-kms'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const verificationMethod = `${did}#key-1`
const { AWS_KMS_KEY_ID: keyId } = process.env
if (keyId === undefined) {
  console.log('Set AWS_KMS_KEY_ID to the ARN of a signing key, AWS_REGION, and the credentials of AWS') // Set AWS_KMS_KEY_ID …
} else {
  const kms = await import('@aws-sdk/client-kms')
  const client = new kms.KMSClient({ maxAttempts: 1 })
  const keys = awsKmsKeyStore({ client, commands: kms, keys: [{ verificationMethod, keyId }] })
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
