// The real client library of Google against a double on loopback (doubles/google-cloud-kms-double.ts), over gRPC: this shows
// that requests, answers, retries and errors are understood, and nothing about Google itself.
import { KeyManagementServiceClient } from '@google-cloud/kms'
import { credentials, status } from '@grpc/grpc-js'
import { type GoogleCloudKmsKey, googleCloudKmsKeyStore } from '@testamur/proofs/key-stores/google-cloud-kms'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  checksum,
  type GoogleCloudKmsDouble,
  type GoogleMishap,
  googleCloudKmsDouble,
  keyRing,
} from './doubles/google-cloud-kms-double.js'
import { newSigningKey } from './doubles/signing-key.js'
import { describeKeyService } from './key-service-suite.js'
import type { Trouble } from './key-service-under-test.js'

const token = 'canary-google-token-ya29.a0AfH6SMB'

/** A client without TLS, which does not ask Google for a token; it carries one as its real requests do. */
function newClient(port: number): KeyManagementServiceClient {
  return new KeyManagementServiceClient({
    servicePath: '127.0.0.1',
    port,
    sslCreds: credentials.createInsecure(),
    projectId: 'registrar',
    credentials: { client_email: 'registrar@example.com', private_key: token },
  })
}

const mishaps: Readonly<Record<Trouble, GoogleMishap>> = {
  none: (answer) => answer,
  throttled: { code: status.RESOURCE_EXHAUSTED },
  'server-error': { code: status.UNAVAILABLE },
  silence: 'silence',
  unreadable: 'garbage',
  'no-signature': () => ({}),
  denied: { code: status.PERMISSION_DENIED },
  disabled: { code: status.FAILED_PRECONDITION },
  absent: { code: status.NOT_FOUND },
  talkative: { code: status.INVALID_ARGUMENT, details: `you sent ${token}` },
}

describeKeyService<GoogleCloudKmsKey>('Google Cloud KMS', {
  algorithms: ['EdDSA', 'ES256', 'ES384', 'RS256'],
  canaries: [token],
  async start() {
    const double = await googleCloudKmsDouble()
    const client = newClient(double.port)
    return {
      addKey: (algorithm) => ({ keyVersion: double.addKey(algorithm) }),
      replaceKey({ keyVersion }) {
        double.keys.set(keyVersion, newSigningKey(double.keys.get(keyVersion)?.algorithm ?? 'EdDSA'))
      },
      store: (keys, options) => googleCloudKmsKeyStore({ client, keys, keyRing, ...options }),
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
      async close() {
        double.close()
        await client.close()
      },
    }
  },
})

describe('Google Cloud KMS', () => {
  const verificationMethod = 'did:web:registrar.example#key-1'
  const data = Uint8Array.of(1, 2, 3)
  let double: GoogleCloudKmsDouble
  let client: KeyManagementServiceClient
  beforeAll(async () => {
    double = await googleCloudKmsDouble()
    client = newClient(double.port)
  })
  afterEach(() => {
    double.mishaps.length = 0
  })
  afterAll(async () => {
    double.close()
    await client.close()
  })
  const storeFor = (keyVersion: string, options: object = {}) =>
    googleCloudKmsKeyStore({ client, keys: [{ verificationMethod, keyVersion }], sleep: async () => {}, ...options })

  it.each([
    ['a signature', { signature: Buffer.alloc(64, 1) }],
    ['its checksum', { signatureCrc32c: { value: '1' } }],
    ['the message on its way', { verifiedDataCrc32c: false }],
  ])('asks again when the checksums say that %s was damaged, and gives up when it goes on', async (_what, change) => {
    const signer = await storeFor(double.addKey('EdDSA'), { retries: 1 }).getSigner(verificationMethod)
    const damage = (answer: object): object => ({ ...answer, ...change })
    double.mishaps.push(damage)
    expect(await signer.sign(data)).toHaveLength(64)
    double.mishaps.push(damage, damage)
    const message = expect.stringContaining('checksum')
    await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE', message })
  })

  it('asks again for a public key that was damaged', async () => {
    const store = storeFor(double.addKey('ES256'), { retries: 1 })
    double.mishaps.push((answer) => ({ ...answer, pem: 'odd' }))
    expect((await store.getSigner(verificationMethod)).algorithm).toBe('ES256')
  })

  it('refuses answers about another key', async () => {
    const other = (answer: object): object => ({ ...answer, name: `${keyRing}/cryptoKeys/other/cryptoKeyVersions/1` })
    const store = storeFor(double.addKey('ES256'))
    double.mishaps.push(other)
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
    const signer = await store.getSigner(verificationMethod)
    double.mishaps.push(other)
    await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it('sends the hash of a message to sign, but for EdDSA the message', async () => {
    expect(checksum(Buffer.from('123456789'))).toBe(String(0xe3069283))
    for (const [algorithm, limit] of [
      ['EdDSA', 65_536],
      ['ES256', undefined],
      ['ES384', undefined],
      ['RS256', undefined],
    ] as const) {
      const signer = await storeFor(double.addKey(algorithm)).getSigner(verificationMethod)
      expect(signer.maxMessageBytes).toBe(limit)
      await signer.sign(data)
    }
  })

  it('refuses keys that are not for credentials', async () => {
    const store = storeFor(double.addKey('RS256'))
    double.mishaps.push((answer) => ({ ...answer, algorithm: 'RSA_SIGN_PSS_3072_SHA256' }))
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })

  it('waits until a new key is there', async () => {
    const store = googleCloudKmsKeyStore({ client, keys: [], keyRing })
    double.pending = 2
    const key = await store.generate({ algorithm: 'ES256' })
    expect((await store.getSigner(key.verificationMethod)).algorithm).toBe('ES256')
  })

  it('rotates by a new version of the same key', async () => {
    const keyVersion = double.addKey('ES256')
    const store = storeFor(keyVersion)
    await store.rotate(verificationMethod)
    expect(await store.pinnedKeys()).toMatchObject([
      { keyVersion, retired: expect.any(String) },
      { keyVersion: keyVersion.replace(/1$/, '2'), verificationMethod: 'did:web:registrar.example#key-2' },
    ])
  })

  it('makes keys in the ring that it is told', async () => {
    const store = googleCloudKmsKeyStore({ client, keys: [] })
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})
