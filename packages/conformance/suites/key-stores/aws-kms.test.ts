// The real client library of AWS against a double on loopback (doubles/aws-kms-double.ts): this shows that requests,
// answers, retries and errors are understood, and nothing about AWS itself.
import * as kms from '@aws-sdk/client-kms'
import { type AwsKmsKey, awsKmsKeyStore } from '@testamur/proofs/key-stores/aws-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AwsKmsDouble, awsError, awsKmsDouble } from './doubles/aws-kms-double.js'
import type { Mishap } from './doubles/loopback-server.js'
import { newSigningKey } from './doubles/signing-key.js'
import { describeKeyService } from './key-service-suite.js'
import type { Trouble } from './key-service-under-test.js'

// It would tell the age of Node.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

const secretAccessKey = 'canary-secret-access-key-wJalrXUtnFEMI'
const sessionToken = 'canary-session-token-AQoDYXdzEJr'
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey, sessionToken }

/** What a client is made with; its own retries are left to the store. */
const newClient = (endpoint: string): kms.KMSClient =>
  new kms.KMSClient({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })

const mishaps: Readonly<Record<Trouble, Mishap>> = {
  none: (answer) => answer,
  throttled: awsError('ThrottlingException'),
  'server-error': awsError('KMSInternalException', 500),
  silence: 'silence',
  unreadable: { status: 200, body: '{"Signature": "MEUC' },
  'no-signature': { status: 200, body: {} },
  denied: awsError('AccessDeniedException'),
  disabled: awsError('DisabledException'),
  absent: awsError('NotFoundException'),
  talkative: { status: 400, body: { __type: `Odd-${sessionToken}`, message: `${secretAccessKey} ${sessionToken}` } },
}

describeKeyService<AwsKmsKey>('AWS KMS', {
  algorithms: ['EdDSA', 'ES256', 'ES384', 'RS256'],
  canaries: [secretAccessKey, sessionToken],
  async start() {
    const double = await awsKmsDouble()
    const client = newClient(double.url)
    return {
      addKey: (algorithm) => ({ keyId: double.addKey(algorithm) }),
      replaceKey({ keyId }) {
        double.keys.set(keyId, newSigningKey(double.keys.get(keyId)?.algorithm ?? 'EdDSA'))
      },
      store: (keys, options) => awsKmsKeyStore({ client, commands: kms, keys, ...options }),
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
        client.destroy()
        await double.close()
      },
    }
  },
})

describe('AWS KMS', () => {
  const verificationMethod = 'did:web:registrar.example#key-1'
  let double: AwsKmsDouble
  let client: kms.KMSClient
  beforeAll(async () => {
    double = await awsKmsDouble()
    client = newClient(double.url)
  })
  afterAll(async () => {
    client.destroy()
    await double.close()
  })

  it('gets the hash of a message to sign, but for EdDSA the message', async () => {
    for (const [algorithm, type, bytes] of [
      ['EdDSA', 'RAW', 3],
      ['ES256', 'DIGEST', 32],
      ['ES384', 'DIGEST', 48],
      ['RS256', 'DIGEST', 32],
    ] as const) {
      const keys = [{ verificationMethod, keyId: double.addKey(algorithm) }]
      const signer = await awsKmsKeyStore({ client, commands: kms, keys }).getSigner(verificationMethod)
      await signer.sign(Uint8Array.of(1, 2, 3))
      const { MessageType, Message } = JSON.parse(double.requests.at(-1)?.body ?? '') as Record<string, string>
      expect([MessageType, Buffer.from(Message ?? '', 'base64').length]).toEqual([type, bytes])
      expect(signer.maxMessageBytes).toBe(algorithm === 'EdDSA' ? 4096 : undefined)
    }
  })

  it('waits as long as Retry-After says, and not for a minute or more', async () => {
    const pauses: number[] = []
    const keys = [{ verificationMethod, keyId: double.addKey('ES256') }]
    const sleep = async (ms: number): Promise<void> => void pauses.push(ms)
    const signer = await awsKmsKeyStore({ client, commands: kms, keys, sleep }).getSigner(verificationMethod)
    double.mishaps.push(awsError('ThrottlingException', 400, { 'retry-after': '7' }))
    await signer.sign(Uint8Array.of(1))
    expect(pauses).toEqual([7000])
    double.mishaps.push(awsError('ThrottlingException', 400, { 'retry-after': '3600' }))
    await expect(signer.sign(Uint8Array.of(1))).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringContaining('3600 s'),
    })
  })

  it('counts what a proxy says by its status', async () => {
    const keys = [{ verificationMethod, keyId: double.addKey('ES256') }]
    const store = awsKmsKeyStore({ client, commands: kms, keys, sleep: async () => {} })
    const proxy = (status: number) => ({ status, headers: { 'content-type': 'text/html' }, body: '<html>' })
    double.mishaps.push(proxy(502))
    expect((await store.getSigner(verificationMethod)).algorithm).toBe('ES256')
    double.mishaps.push(proxy(407))
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
  })

  it('says that there are no credentials', async () => {
    const failing = () =>
      Promise.reject(Object.assign(new Error(secretAccessKey), { name: 'CredentialsProviderError' }))
    const without = new kms.KMSClient({ region: 'us-east-1', endpoint: double.url, credentials: failing })
    const keys = [{ verificationMethod, keyId: double.addKey('ES256') }]
    const store = awsKmsKeyStore({ client: without, commands: kms, keys })
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_DENIED',
      message: expect.not.stringContaining(secretAccessKey),
    })
    without.destroy()
  })

  it('refuses keys that are not for credentials', async () => {
    const keyId = double.addKey('ES256')
    double.mishaps.push(({ body, ...answer }) => ({
      ...answer,
      body: { ...(body as object), KeySpec: 'ECC_SECG_P256K1' },
    }))
    const store = awsKmsKeyStore({ client, commands: kms, keys: [{ verificationMethod, keyId }] })
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })

  it('refuses a signature that is not in DER', async () => {
    const keyId = double.addKey('ES256')
    const store = awsKmsKeyStore({ client, commands: kms, keys: [{ verificationMethod, keyId }] })
    const signer = await store.getSigner(verificationMethod)
    double.mishaps.push({ status: 200, body: { Signature: Buffer.alloc(64, 1).toString('base64') } })
    await expect(signer.sign(Uint8Array.of(1))).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it('follows an alias, until it leads to another key', async () => {
    const keyId = 'alias/registrar'
    double.keys.set(keyId, newSigningKey('ES256'))
    const store = awsKmsKeyStore({ client, commands: kms, keys: [{ verificationMethod, keyId }] })
    const signer = await store.getSigner(verificationMethod)
    expect(await signer.sign(Uint8Array.of(1))).toHaveLength(64)
    double.keys.set(keyId, newSigningKey('ES256'))
    await expect(signer.sign(Uint8Array.of(1))).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it('says which command class is missing', async () => {
    const { SignCommand, GetPublicKeyCommand } = kms
    const keys = [{ verificationMethod, keyId: double.addKey('ES256') }]
    const store = awsKmsKeyStore({ client, commands: { SignCommand, GetPublicKeyCommand }, keys })
    const told = { code: 'ERR_INVALID_OPTION', message: expect.stringContaining('DescribeKeyCommand') }
    await expect(store.list()).rejects.toMatchObject(told)
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    const created = '2026-05-17T00:00:00Z'
    const dated = awsKmsKeyStore({
      client,
      commands: { SignCommand, GetPublicKeyCommand },
      keys: keys.map((key) => ({ ...key, created })),
    })
    expect(await dated.list()).toMatchObject([{ created }])
  })
})
