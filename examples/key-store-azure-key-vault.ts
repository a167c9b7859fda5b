// Signs a badge with a key in Azure Key Vault. Needs @azure/keyvault-keys, a token and a key; without one it says so.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { azureKeyVaultKeyStore } from '@testamur/proofs/key-stores/azure-key-vault'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const verificationMethod = `${did}#key-1`
const { AZURE_VAULT_URL: vaultUrl, AZURE_KEY_NAME: name, AZURE_KEY_VERSION: version, AZURE_TOKEN: token } = process.env
if (!vaultUrl || !name || !version || !token) {
  console.log('Set AZURE_VAULT_URL, AZURE_KEY_NAME and AZURE_KEY_VERSION, and AZURE_TOKEN for the vault') // Set AZURE_VAULT_URL, …
} else {
  const { KeyClient } = await import('@azure/keyvault-keys')
  // In an application: new DefaultAzureCredential() of @azure/identity.
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 600_000 }) }
  const client = new KeyClient(vaultUrl, credential, { retryOptions: { maxRetries: 0 } })
  const keys = azureKeyVaultKeyStore({ client, keys: [{ verificationMethod, name, version }] })
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
