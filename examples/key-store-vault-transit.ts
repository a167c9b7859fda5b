// Signs a badge with a key in the transit engine of HashiCorp Vault or OpenBao; without a server it says what it needs.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { vaultTransitKeyStore } from '@testamur/proofs/key-stores/vault-transit'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const verificationMethod = `${did}#key-1`
const { VAULT_ADDR: address, VAULT_TOKEN: token, VAULT_KEY_NAME: name } = process.env
if (!address || !token || !name) {
  console.log('Set VAULT_ADDR (https), VAULT_TOKEN, and VAULT_KEY_NAME to the name of a key') // Set VAULT_ADDR …
} else {
  const keys = vaultTransitKeyStore({ address, token, keys: [{ verificationMethod, name }] })
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
