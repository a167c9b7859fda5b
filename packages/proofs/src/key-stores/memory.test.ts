import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { privateJwkFrom } from '../keys/private-key.js'
import { keyStoreContract } from '../testing/key-store-contract.js'
import { memoryKeyStore } from './memory.js'

describe('memoryKeyStore', () => {
  describe.each(['EdDSA', 'ES256', 'ES384', 'RS256'] as const)('passes the key store contract for %s:', (algorithm) => {
    const checks = keyStoreContract(memoryKeyStore, { algorithm })
    // RSA keys take a second to make, and what becomes of a key is the same for all kinds.
    const isCheap = (name: string): boolean => algorithm !== 'RS256' || !/^(rotate|revoke) /.test(name)
    for (const { name, run } of checks.filter(({ name }) => isCheap(name))) it(name, run)
  })

  it('imports a key and signs with it', async () => {
    const keys = memoryKeyStore()
    const stored = await keys.importJwk(await privateJwkFrom(new Uint8Array(32)))
    expect(stored.publicKeyMultibase).toBe('z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp')
    const signer = await keys.getSigner(stored.verificationMethod)
    expect(await signer.sign(new Uint8Array(64))).toHaveLength(64)
  })

  it('refuses to import a key twice, and what is no key', async () => {
    const keys = memoryKeyStore()
    const jwk = await privateJwkFrom(new Uint8Array(32))
    await keys.importJwk(jwk)
    await expect(keys.importJwk(jwk)).rejects.toMatchObject({ code: 'ERR_KEY_EXISTS' })
    await expect(keys.importJwk({ ...jwk, d: 'canary' })).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })

  it.each([
    [{ fragment: 'key-1' }],
    [{ controller: 'registrar.example' }],
    [{ controller: 'http://registrar.example' }],
    [{ controller: 'did:web:registrar.example#key-1' }],
    [{ controller: 'did:web:registrar example' }],
    [{ controller: 'did:web:registrar.example', fragment: '' }],
    [{ controller: 'did:web:registrar.example', fragment: 'a#b' }],
    [{ controller: 'did:web:registrar.example', fragment: 'a b' }],
  ])('refuses the name %j', async (options) => {
    await expect(memoryKeyStore().generate(options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it('names keys of https issuers', async () => {
    const key = await memoryKeyStore().generate({ controller: 'https://registrar.example/issuers/1', fragment: 'a' })
    expect(key.verificationMethod).toBe('https://registrar.example/issuers/1#a')
  })

  it('shows no key material when inspected', async () => {
    const keys = memoryKeyStore()
    const jwk = await privateJwkFrom(new Uint8Array(32).fill(5))
    await keys.importJwk(jwk)
    expect(inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys)).not.toContain(jwk.d)
  })
})
