import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { verifySignature } from '../keys/signature.js'
import { keyStoreContract } from '../testing/key-store-contract.js'
import { webCryptoKeyStore } from './webcrypto.js'

const pairOf = (extractable: boolean, namedCurve = 'P-256') =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, extractable, ['sign', 'verify'])
const key1 = { controller: 'did:web:learner.example', fragment: 'key-1' }

describe('webCryptoKeyStore', () => {
  describe.each(['EdDSA', 'ES256', 'ES384'] as const)('passes the key store contract for %s:', (algorithm) => {
    for (const { name, run } of keyStoreContract(() => webCryptoKeyStore(), { algorithm })) it(name, run)
  })

  it('makes RSA keys', async () => {
    const store = webCryptoKeyStore()
    const publicKey = await store.generate({ algorithm: 'RS256' })
    const { algorithm, sign } = await store.getSigner(publicKey.verificationMethod)
    const data = Uint8Array.of(1, 2, 3)
    expect(algorithm).toBe('RS256')
    expect(await verifySignature(data, { signature: await sign(data), publicKey })).toBe(true)
  })

  it('takes key pairs of the caller', async () => {
    const store = webCryptoKeyStore()
    const stored = await store.importKeyPair(await pairOf(false, 'P-384'), key1)
    expect(stored).toMatchObject({ verificationMethod: 'did:web:learner.example#key-1', algorithm: 'ES384' })
    const { sign } = await store.getSigner(stored.verificationMethod)
    const data = Uint8Array.of(1, 2, 3)
    expect(await verifySignature(data, { signature: await sign(data), publicKey: stored })).toBe(true)
    await expect(store.importKeyPair(await pairOf(false), key1)).rejects.toMatchObject({ code: 'ERR_KEY_EXISTS' })
  })

  it('takes a pair once, and under no other name when it is revoked or retired', async () => {
    const store = webCryptoKeyStore()
    const { controller } = key1
    const twins = []
    for (const fragment of ['in-use', 'retired', 'revoked']) {
      const pair = await pairOf(false)
      twins.push({ pair, stored: await store.importKeyPair(pair, { controller, fragment }) })
    }
    const [inUse, retired, revoked] = twins.map(({ stored }) => stored.verificationMethod)
    await store.rotate(retired ?? '')
    await store.revoke(revoked ?? '')
    const before = await store.list()
    for (const { pair, stored } of twins) {
      for (const options of [{}, { controller }, { controller: 'did:web:other.example' }]) {
        await expect(store.importKeyPair(pair, options)).rejects.toMatchObject({
          code: 'ERR_KEY_EXISTS',
          message: expect.stringContaining(stored.verificationMethod) as string,
        })
      }
    }
    expect(await store.list()).toEqual(before)
    expect((await store.getSigner(inUse ?? '')).algorithm).toBe('ES256')
  })

  it('rotates to a key of the same algorithm, or of the one that is asked for', async () => {
    const store = webCryptoKeyStore()
    const { verificationMethod } = await store.generate({ ...key1, algorithm: 'ES256' })
    const { current } = await store.rotate(verificationMethod)
    const next = await store.rotate(current.verificationMethod, { algorithm: 'ES384' })
    expect([current.algorithm, next.current.algorithm]).toEqual(['ES256', 'ES384'])
  })

  it('refuses pairs that can be exported, do not belong together, or do not sign here', async () => {
    const store = webCryptoKeyStore()
    const [a, b] = [await pairOf(false), await pairOf(false)]
    const agreement = { name: 'ECDH', namedCurve: 'P-256' }
    const pairs = [
      await pairOf(true),
      { privateKey: a.privateKey, publicKey: b.publicKey },
      { privateKey: a.publicKey, publicKey: a.publicKey },
      await pairOf(false, 'P-521'),
      await crypto.subtle.generateKey(agreement, false, ['deriveBits']),
    ]
    for (const pair of pairs) {
      await expect(store.importKeyPair(pair)).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
    }
    expect(await store.list()).toEqual([])
  })

  it('says so where there is no IndexedDB', async () => {
    const store = webCryptoKeyStore({ database: 'keys' })
    await expect(store.list()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_READ' })
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_READ' })
  })

  it('says so where the algorithm is not known', async () => {
    const store = webCryptoKeyStore()
    await expect(store.generate({ algorithm: 'HS256' as 'ES256' })).rejects.toMatchObject({
      code: 'ERR_ALGORITHM_UNSUPPORTED',
    })
  })

  it('shows no key', async () => {
    const store = webCryptoKeyStore()
    const { verificationMethod } = await store.generate()
    const signer = await store.getSigner(verificationMethod)
    const shown = [store, signer, await store.list()].map(
      (value) => inspect(value, { depth: 9 }) + JSON.stringify(value),
    )
    expect(shown.join()).not.toMatch(/CryptoKey|privateKey/)
  })
})
