// A key store of one's own, and the checks that every key store of Testamur passes.
import { generateKeyPairSync, sign } from 'node:crypto'
import { TestamurError } from '@testamur/documents'
import type { KeyStore } from '@testamur/proofs/key-stores'
import { publicKeyFromJwk } from '@testamur/proofs/keys'
import { keyStoreContract } from '@testamur/proofs/testing'

// Stands for the keys of a key service.
const verificationMethod = 'did:web:registrar.example.edu#key-1'
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const service = new Map([[verificationMethod, privateKey]])

const store: KeyStore = {
  async getSigner(name) {
    const key = service.get(name)
    if (key === undefined) throw new TestamurError('ERR_KEY_NOT_FOUND', 'The service has no such key')
    return { verificationMethod: name, algorithm: 'EdDSA', sign: (data) => new Uint8Array(sign(null, data, key)) }
  },
}

const known = publicKeyFromJwk({ ...publicKey.export({ format: 'jwk' }) })
if (known === undefined) throw new Error('not an Ed25519 key')
const checks = keyStoreContract(() => store, {
  existing: { verificationMethod, ...known },
  lacks: ['generate', 'list', 'exportPublic', 'rotate', 'revoke'],
})
for (const { name, run } of checks) {
  await run()
  console.log(`passed: ${name}`) // passed: …
}
