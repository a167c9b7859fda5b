// The real client library of Azure against a double on loopback (doubles/azure-key-vault-double.ts), over TLS and with the
// challenge for a token: this shows that requests, answers, retries and errors are understood, and nothing about Azure itself.
import { KeyClient } from '@azure/keyvault-keys'
import { type AzureKeyVaultKey, azureKeyVaultKeyStore } from '@testamur/proofs/key-stores/azure-key-vault'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AzureKeyVaultDouble, azureError, azureKeyVaultDouble } from './doubles/azure-key-vault-double.js'
import type { Mishap } from './doubles/loopback-server.js'
import { newSigningKey } from './doubles/signing-key.js'
import { describeKeyService } from './key-service-suite.js'
import type { Trouble } from './key-service-under-test.js'

const token = 'canary-azure-token-eyJ0eXAiOiJKV1Qi'
const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) }

/** A client that trusts the double; its own retries are left to the store. */
const newClient = ({ url, certificate }: AzureKeyVaultDouble, credentials = credential): KeyClient =>
  new KeyClient(url, credentials, {
    retryOptions: { maxRetries: 0 },
    tlsOptions: { ca: certificate },
    // The vault stands at 127.0.0.1 and not under vault.azure.net.
    disableChallengeResourceVerification: true,
  })

const mishaps: Readonly<Record<Trouble, Mishap>> = {
  none: (answer) => answer,
  throttled: azureError(429, 'Throttled'),
  'server-error': azureError(500, 'InternalServerError'),
  silence: 'silence',
  unreadable: { status: 200, body: '{"kid": "https' },
  'no-signature': { status: 200, body: { kid: 'https://vault.example/keys/a/b', value: '' } },
  denied: azureError(403, 'Forbidden'),
  disabled: azureError(403, 'KeyDisabled'),
  absent: azureError(404, 'KeyNotFound'),
  talkative: azureError(400, `BadParameter-${token}`, { 'x-odd': token }),
}

describeKeyService<AzureKeyVaultKey>('Azure Key Vault', {
  algorithms: ['ES256', 'ES384', 'RS256'],
  canaries: [token],
  async start() {
    const double = await azureKeyVaultDouble({ token })
    const client = newClient(double)
    return {
      addKey: (algorithm) => double.addKey(algorithm),
      replaceKey({ name, version }) {
        const path = `${name}/${version}`
        double.keys.set(path, newSigningKey(double.keys.get(path)?.algorithm ?? 'ES256'))
      },
      store: (keys, options) => azureKeyVaultKeyStore({ client, keys, ...options }),
      trouble(kind, times) {
        if (times === Number.POSITIVE_INFINITY) double.always = mishaps[kind]
        else double.mishaps.push(...Array.from({ length: times }, () => mishaps[kind]))
      },
      requestCount: () => double.requests.length,
      recover() {
        double.always = undefined
        double.mishaps.length = 0
      },
      stop: () => double.close(),
      close: () => double.close(),
    }
  },
})

describe('Azure Key Vault', () => {
  const verificationMethod = 'did:web:registrar.example#key-1'
  const data = Uint8Array.of(1, 2, 3)
  let double: AzureKeyVaultDouble
  let client: KeyClient
  beforeAll(async () => {
    double = await azureKeyVaultDouble({ token })
    client = newClient(double)
  })
  afterAll(() => double.close())

  it('makes ES256 keys unasked, and none for EdDSA', async () => {
    const store = azureKeyVaultKeyStore({ client, keys: [] })
    expect(await store.generate()).toMatchObject({ algorithm: 'ES256' })
    await expect(store.generate({ algorithm: 'EdDSA' })).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })

  it('rotates by a new version of the same key', async () => {
    const key = double.addKey('ES384')
    const store = azureKeyVaultKeyStore({ client, keys: [{ verificationMethod, ...key }] })
    await store.rotate(verificationMethod)
    const [old, current] = await store.pinnedKeys()
    expect(old).toMatchObject({ ...key, retired: expect.any(String) })
    expect(current).toMatchObject({ name: key.name, verificationMethod: 'did:web:registrar.example#key-2' })
    expect(current?.version).not.toBe(key.version)
  })

  it('waits as long as Retry-After says', async () => {
    const pauses: number[] = []
    const sleep = async (ms: number): Promise<void> => void pauses.push(ms)
    const keys = [{ verificationMethod, ...double.addKey('ES256') }]
    const signer = await azureKeyVaultKeyStore({ client, keys, sleep }).getSigner(verificationMethod)
    double.mishaps.push(azureError(429, 'Throttled', { 'retry-after': '9' }))
    expect(await signer.sign(data)).toHaveLength(64)
    expect(pauses).toEqual([9000])
  })

  it('counts what a proxy says by its status', async () => {
    const keys = [{ verificationMethod, ...double.addKey('ES256') }]
    const store = azureKeyVaultKeyStore({ client, keys, sleep: async () => {} })
    double.mishaps.push({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' })
    expect((await store.getSigner(verificationMethod)).algorithm).toBe('ES256')
  })

  it('takes keys in hardware', async () => {
    const keys = [{ verificationMethod, ...double.addKey('ES256') }]
    double.mishaps.push(({ body, ...answer }) => {
      const { key } = body as { key: object }
      return { ...answer, body: { ...(body as object), key: { ...key, kty: 'EC-HSM' } } }
    })
    const signer = await azureKeyVaultKeyStore({ client, keys }).getSigner(verificationMethod)
    expect(signer.algorithm).toBe('ES256')
  })

  it('refuses keys that are not for credentials', async () => {
    const keys = [{ verificationMethod, ...double.addKey('ES256') }]
    double.mishaps.push(({ body, ...answer }) => {
      const { key } = body as { key: object }
      return { ...answer, body: { ...(body as object), key: { ...key, crv: 'P-256K' } } }
    })
    const store = azureKeyVaultKeyStore({ client, keys })
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })

  it('says that a key has expired', async () => {
    const keys = [{ verificationMethod, ...double.addKey('ES256') }]
    const signer = await azureKeyVaultKeyStore({ client, keys }).getSigner(verificationMethod)
    double.mishaps.push(({ body, ...answer }) => {
      const { attributes } = body as { attributes: object }
      return { ...answer, body: { ...(body as object), attributes: { ...attributes, exp: 1 } } }
    })
    await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
  })

  it('says that there is no token', async () => {
    const failing = {
      getToken: () => Promise.reject(Object.assign(new Error(token), { name: 'CredentialUnavailableError' })),
    }
    const keys = [{ verificationMethod, ...double.addKey('ES256') }]
    const store = azureKeyVaultKeyStore({ client: newClient(double, failing), keys })
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_DENIED',
      message: expect.not.stringContaining(token),
    })
  })
})
