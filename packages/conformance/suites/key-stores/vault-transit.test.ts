// The store's own client against a double of Vault on loopback (doubles/vault-double.ts): this shows that requests, answers,
// retries and errors are understood, and nothing about Vault or OpenBao themselves.
import { inspect } from 'node:util'
import { type VaultTransitKey, vaultTransitKeyStore } from '@testamur/proofs/key-stores/vault-transit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Mishap } from './doubles/loopback-server.js'
import { selfSignedCertificate } from './doubles/self-signed-certificate.js'
import { newSigningKey } from './doubles/signing-key.js'
import { type VaultDouble, vaultDouble, vaultError } from './doubles/vault-double.js'
import { describeKeyService } from './key-service-suite.js'
import type { Trouble } from './key-service-under-test.js'

const token = 'canary-vault-token-hvs.CAESIJ'
const namespace = 'registrar/testamur'
const mount = 'engines/transit'

const mishaps: Readonly<Record<Trouble, Mishap>> = {
  none: (answer) => answer,
  throttled: vaultError(429, 'request path "transit": rate limit quota exceeded'),
  'server-error': vaultError(500, 'internal error'),
  silence: 'silence',
  unreadable: { status: 200, body: '{"data": {"signature": "vault:v1' },
  'no-signature': { status: 200, body: { data: {} } },
  denied: vaultError(403, 'permission denied'),
  disabled: vaultError(400, 'requested version for signing is less than the minimum encryption key version'),
  absent: vaultError(400, 'signing key not found'),
  talkative: vaultError(400, `you sent ${token}`, { 'x-odd': token }),
}

describeKeyService<VaultTransitKey>('Vault transit', {
  algorithms: ['EdDSA', 'ES256', 'ES384', 'RS256'],
  canaries: [token],
  async start() {
    const double = await vaultDouble({ token, namespace, mount })
    const connection = { address: double.url, token: async () => token, namespace, mount, allowHttp: true }
    return {
      addKey: (algorithm) => ({ name: double.addKey(algorithm) }),
      replaceKey({ name }) {
        double.keys.set(name, [newSigningKey(double.keys.get(name)?.[0]?.algorithm ?? 'EdDSA')])
      },
      store: (keys, options) => vaultTransitKeyStore({ ...connection, keys, ...options }),
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

describe('Vault transit', () => {
  const verificationMethod = 'did:web:registrar.example#key-1'
  const data = Uint8Array.of(1, 2, 3)
  let double: VaultDouble
  beforeAll(async () => {
    double = await vaultDouble({ token })
  })
  afterAll(() => double.close())
  afterEach(() => {
    double.mishaps.length = 0
    double.isOld = false
  })
  const storeFor = (keys: readonly VaultTransitKey[], options: object = {}) =>
    vaultTransitKeyStore({ address: double.url, token, allowHttp: true, keys, sleep: async () => {}, ...options })

  it('asks for the version in the entry, also when the key has been rotated by others', async () => {
    const name = double.addKey('ES256')
    const keys = [
      { verificationMethod, name },
      { verificationMethod: 'did:web:registrar.example#key-2', name, version: 2 },
    ]
    const store = storeFor(keys)
    const signer = await store.getSigner(verificationMethod)
    double.keys.get(name)?.push(newSigningKey('ES256'))
    await signer.sign(data)
    expect(JSON.parse(double.requests.at(-1)?.body ?? '')).toMatchObject({ key_version: 1 })
    await (await store.getSigner('did:web:registrar.example#key-2')).sign(data)
    expect(JSON.parse(double.requests.at(-1)?.body ?? '')).toMatchObject({ key_version: 2 })
    const third = storeFor([{ verificationMethod, name, version: 3 }])
    await expect(third.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
  })

  it('rotates by a new version of the same key', async () => {
    const name = double.addKey('EdDSA')
    const store = storeFor([{ verificationMethod, name }])
    await store.rotate(verificationMethod)
    expect(double.keys.get(name)).toHaveLength(2)
    expect(await store.pinnedKeys()).toMatchObject([
      { verificationMethod, name, retired: expect.any(String) },
      { verificationMethod: 'did:web:registrar.example#key-2', name, version: 2 },
    ])
  })

  const pass: Mishap = (answer) => answer
  const denied = vaultError(403, 'permission denied')

  it.each([
    ['new', false],
    ['old', true],
  ])('makes no version whose name is lost: %s servers', async (_which, isOld) => {
    const name = double.addKey('EdDSA')
    const store = storeFor([{ verificationMethod, name }])
    await store.list()
    double.isOld = isOld
    // Whoever may not read the key makes no version.
    double.mishaps.push(denied)
    await expect(store.rotate(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
    expect(double.keys.get(name)).toHaveLength(1)
    double.mishaps.push(pass, pass, denied)
    const message = expect.stringContaining(isOld ? `has made version 2 of ${name}` : `{"name":"${name}","version":2}`)
    await expect(store.rotate(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED', message })
    expect(double.keys.get(name)).toHaveLength(2)
  })

  it('says that a version may have been made', async () => {
    const store = storeFor([{ verificationMethod, name: double.addKey('EdDSA') }], { timeoutMs: 200 })
    await store.list()
    double.mishaps.push(pass, 'silence')
    await expect(store.rotate(verificationMethod)).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringContaining(`may have made a new version of the key of ${verificationMethod}`),
    })
  })

  it('lets two rotate at once, and each has a version of its own', async () => {
    const name = double.addKey('EdDSA')
    const stores = [1, 2].map(() => storeFor([{ verificationMethod, name }]))
    await Promise.all(stores.map((store) => store.rotate(verificationMethod)))
    const pinned = (await Promise.all(stores.map((store) => store.pinnedKeys()))).flat()
    const made = pinned.filter(({ retired }) => retired === undefined).map(({ version }) => version)
    expect(made.toSorted()).toEqual([2, 3])
  })

  it('refuses a version that may be of somebody else, where the server does not tell', async () => {
    const name = double.addKey('EdDSA')
    const store = storeFor([{ verificationMethod, name }])
    double.isOld = true
    await store.rotate(verificationMethod)
    expect(await store.pinnedKeys()).toMatchObject([{ version: 1 }, { version: 2 }])
    double.mishaps.push(pass, (answer) => {
      double.keys.get(name)?.push(newSigningKey('EdDSA'))
      return answer
    })
    await expect(store.rotate('did:web:registrar.example#key-2')).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_RESPONSE',
      message: expect.stringContaining('from version 2 of the key to version 4'),
    })
  })

  it('takes a version without a number for the first', () => {
    const entries = [{ verificationMethod }, { verificationMethod: 'did:web:registrar.example#key-2', version: 1 }]
    expect(() => storeFor(entries.map((entry) => ({ ...entry, name: 'a' })))).toThrow(
      expect.objectContaining({ code: 'ERR_KEY_EXISTS' }),
    )
  })

  it('advises on a private certificate authority, and does not try again', async () => {
    const secure = await vaultDouble({ token, certificate: selfSignedCertificate() })
    const pauses: number[] = []
    const options = { address: secure.url, allowHttp: false, sleep: async (ms: number) => void pauses.push(ms) }
    await expect(
      storeFor([{ verificationMethod, name: 'a' }], options).getSigner(verificationMethod),
    ).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/DEPTH_ZERO_SELF_SIGNED_CERT.*NODE_EXTRA_CA_CERTS/),
    })
    expect(pauses).toEqual([])
    await secure.close()
  })

  it('refuses a signature of another version', async () => {
    const name = double.addKey('EdDSA')
    const signer = await storeFor([{ verificationMethod, name }]).getSigner(verificationMethod)
    double.mishaps.push(({ body, ...answer }) => {
      const { data } = body as { data: { signature: string } }
      return { ...answer, body: { data: { signature: data.signature.replace('v1', 'v2') } } }
    })
    await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it.each([
    ['a seal', vaultError(503, 'Vault is sealed'), 'sealed'],
    ['a standby that is behind', vaultError(412, 'required index state not present'), '412'],
    ['a proxy in the way', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }, '502'],
    ['a hang-up', 'hang-up' as const, 'could not be reached'],
  ])('tries again after %s', async (_what, mishap, said) => {
    const name = double.addKey('EdDSA')
    const store = storeFor([{ verificationMethod, name }], { retries: 1 })
    const signer = await store.getSigner(verificationMethod)
    double.mishaps.push(mishap)
    expect(await signer.sign(data)).toHaveLength(64)
    double.mishaps.push(mishap, mishap)
    const message = expect.stringContaining(said)
    await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE', message })
  })

  it('waits as long as Retry-After says', async () => {
    const pauses: number[] = []
    const sleep = async (ms: number): Promise<void> => void pauses.push(ms)
    const store = storeFor([{ verificationMethod, name: double.addKey('EdDSA') }], { sleep })
    const signer = await store.getSigner(verificationMethod)
    double.mishaps.push(vaultError(429, '', { 'retry-after': '12' }))
    await signer.sign(data)
    expect(pauses).toEqual([12_000])
  })

  it('takes the token nowhere else', async () => {
    const elsewhere = await vaultDouble({ token })
    const store = storeFor([{ verificationMethod, name: double.addKey('EdDSA') }])
    const signer = await store.getSigner(verificationMethod)
    double.mishaps.push({ status: 307, headers: { location: `${elsewhere.url}/v1/transit/sign/a` }, body: '' })
    await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
    expect(elsewhere.requests).toEqual([])
    await elsewhere.close()
  })

  it('reads no answer without end', async () => {
    const store = storeFor([{ verificationMethod, name: double.addKey('EdDSA') }])
    double.mishaps.push({ status: 200, body: ' '.repeat(5 * 1024 * 1024) })
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it.each([
    ['https alone', { address: 'http://vault.registrar.example:8200', allowHttp: undefined }],
    ['no credentials in the address', { address: 'https://a:b@vault.registrar.example' }],
    ['an address', { address: 'vault.registrar.example' }],
    ['a mount without dots', { mount: '../sys' }],
    ['a namespace that a header can have', { namespace: 'café/中' }],
    ['a namespace or none', { namespace: '' }],
  ])('wants %s', (_what, options) => {
    expect(() => storeFor([], options)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })

  it('refuses names that would be another path', async () => {
    const store = storeFor([{ verificationMethod, name: '../../sys/seal' }])
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it.each([
    ['none', () => ''],
    ['one with a line break', () => `${token}\n`],
    ['one that cannot be had', () => Promise.reject(new Error(token))],
  ])('says so of a token that is no good: %s', async (_what, badToken) => {
    const store = storeFor([{ verificationMethod, name: double.addKey('EdDSA') }], { token: badToken })
    const error: unknown = await store.getSigner(verificationMethod).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token)
  })

  it('has its global fetch read when it is called', async () => {
    const store = vaultTransitKeyStore({
      address: 'https://vault.registrar.example',
      token,
      retries: 0,
      keys: [{ verificationMethod, name: 'a' }],
    })
    const original = globalThis.fetch
    globalThis.fetch = async () => Response.json({ errors: [] }, { status: 403 })
    try {
      await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
    } finally {
      globalThis.fetch = original
    }
  })
})
