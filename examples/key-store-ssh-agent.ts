// Signs a badge with a key in an SSH agent. Use an agent of its own and a key that opens no account.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { sshAgentKeyStore } from '@testamur/proofs/key-stores/ssh-agent'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const verificationMethod = `${did}#key-1`
const { SSH_KEY_FINGERPRINT: fingerprint } = process.env
if (fingerprint === undefined) {
  // ssh-keygen -t ed25519 -f registrar; ssh-add -c registrar; ssh-add -l
  console.log('Set SSH_AUTH_SOCK to the socket of an agent, and SSH_KEY_FINGERPRINT to a key of it') // Set SSH_AUTH_SOCK …
} else {
  const created = '2026-01-15T09:00:00Z'
  const keys = sshAgentKeyStore({ keys: [{ verificationMethod, fingerprint, created }] })
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
