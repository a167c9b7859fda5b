import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { privateJwkFrom } from '../keys/private-key.js'
import { keyStoreContract } from '../testing/key-store-contract.js'
import { memoryKeyStore } from './memory.js'
import { isKeyName } from './stored-key.js'

describe('memoryKeyStore', () => {
  describe.each(['EdDSA', 'ES256', 'ES384'] as const)('passes the key store contract for %s:', (algorithm) => {
    for (const { name, run } of keyStoreContract(memoryKeyStore, { algorithm })) it(name, run)
  })

  // RSA keys take a second to make, so there is one; what becomes of a key is the same for all kinds.
  describe('passes the key store contract for RS256, with a key that is there:', async () => {
    const store = memoryKeyStore()
    const existing = await store.generate({ algorithm: 'RS256' })
    const checks = keyStoreContract(() => store, { algorithm: 'RS256', existing })
    const makesKeys = (name: string): boolean => /^(generate|list|rotate|revoke) /.test(name)
    for (const { name, run } of checks.filter(({ name }) => !makesKeys(name))) it(name, run)
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
    for (const none of [{ ...jwk, d: 'canary' }, null as never, undefined as never]) {
      await expect(keys.importJwk(none)).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
    }
  })

  it.each(['in use', 'retired', 'revoked'])('refuses a key that is there under another name, %s', async (state) => {
    const keys = memoryKeyStore()
    const jwk = await privateJwkFrom(new Uint8Array(32))
    const controller = 'did:web:registrar.example'
    const { verificationMethod } = await keys.importJwk(jwk, { controller })
    if (state === 'retired') await keys.rotate(verificationMethod)
    if (state === 'revoked') await keys.revoke(verificationMethod)
    for (const options of [{ controller }, { controller: 'did:web:other.example' }, {}]) {
      await expect(keys.importJwk(jwk, options)).rejects.toMatchObject({
        code: 'ERR_KEY_EXISTS',
        message: expect.stringContaining(verificationMethod) as string,
      })
    }
  })

  it.each([
    [{ fragment: 'key-1' }],
    [{ controller: 'registrar.example' }],
    [{ controller: 'http://registrar.example' }],
    [{ controller: 'did:web:registrar.example#key-1' }],
    [{ controller: 'did:web:registrar example' }],
    [{ controller: 'did:web:registrar.example\u001b[2J' }],
    [{ controller: 'did:web:registrar.example\u202e' }],
    [{ controller: 'did:web:registrar.example/issuer' }],
    [{ controller: 'did:web:' }],
    [{ controller: 'did:web:registrar.example:' }],
    [{ controller: 'did:web:registrar.example:..:other' }],
    [{ controller: 'did:web:registrar.example:%2E%2e' }],
    [{ controller: 'did:web:registrar.example%2' }],
    [{ controller: 'https://' }],
    [{ controller: 'https://somebody@registrar.example' }],
    [{ controller: 'https://registrar.example/issuers/../1' }],
    [{ controller: 'https://registrar.example/\u0007' }],
    [{ controller: 'https://registrar.example/\u00fc' }],
    [{ controller: 'did:web:registrar.example', fragment: '' }],
    [{ controller: 'did:web:registrar.example', fragment: 'a#b' }],
    [{ controller: 'did:web:registrar.example', fragment: 'a b' }],
  ])('refuses the name %j', async (options) => {
    await expect(memoryKeyStore().generate(options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it.each([
    'did:web:localhost%3A8443:issuers:1',
    'did:example::a_b-c.d',
    'https://registrar.example',
    'https://registrar.example:8443/issuers/1?of=2026&by=a@b',
    'https://[::1]:8443/issuer',
  ])('names keys of %s', async (controller) => {
    const { verificationMethod } = await memoryKeyStore().generate({ controller })
    expect(verificationMethod).toBe(`${controller}#key-1`)
    expect(isKeyName(verificationMethod)).toBe(true)
    expect(['', '#', '#a#b', '#a b'].map((end) => isKeyName(controller + end))).toEqual([false, false, false, false])
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
