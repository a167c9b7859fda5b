import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { KeyPair, SignatureAlgorithm } from '../../keys/interface.js'
import { generatePrivateJwk, keyPairFromJwk } from '../../keys/private-key.js'
import { keyStoreContract } from '../../testing/key-store-contract.js'
import { faultOfStatus, KeyServiceFault } from './fault.js'
import type { KeyService, KeyServiceKey, KeyServiceOptions, KeyServiceStore } from './interface.js'
import { keyServiceStore } from './key-service-store.js'

interface NumberedKey extends KeyServiceKey {
  readonly number: number
}

/** A key service in memory, which counts what it is asked. */
function serviceInMemory(): KeyService<NumberedKey> & { pairs: KeyPair[]; asked: string[]; maxBytes?: number } {
  const pairs: KeyPair[] = []
  const asked: string[] = []
  const pair = ({ number }: NumberedKey): KeyPair => {
    const found = pairs[number]
    if (found === undefined) throw new KeyServiceFault(faultOfStatus(404))
    return found
  }
  const service: ReturnType<typeof serviceInMemory> = {
    pairs,
    asked,
    name: 'The service',
    locatorMembers: ['number'],
    faultOf: () => faultOfStatus(400),
    async publicKey(key) {
      asked.push('publicKey')
      const { publicKey } = pair(key)
      return { algorithm: publicKey.algorithm, publicKey }
    },
    async created({ number }) {
      asked.push('created')
      return `2026-05-17T10:00:0${9 - number}Z`
    },
    async sign(data, { key }) {
      asked.push('sign')
      return pair(key).sign(data)
    },
    maxMessageBytes: () => service.maxBytes,
    async generate({ algorithm }) {
      asked.push('generate')
      if (algorithm === 'RS256') return undefined
      pairs.push(await keyPairFromJwk(await generatePrivateJwk({ algorithm })))
      return { number: pairs.length - 1 }
    },
  }
  return service
}

const did = 'did:web:registrar.example'
const name = (fragment: string): string => `${did}#${fragment}`
const multikey = 'z6MkkNF39jTc9v3AisMreCfaKb9an4iB1cvoF3vDMWctAQrH'
const otherKey = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const didKey = `did:key:${multikey}`
const didKeyName = `${didKey}#${multikey}`

async function storeWithKey(
  entry: Partial<NumberedKey> = {},
  options: KeyServiceOptions = {},
): Promise<{ service: ReturnType<typeof serviceInMemory>; store: KeyServiceStore<NumberedKey> }> {
  const service = serviceInMemory()
  await service.generate({ algorithm: 'EdDSA', name: 'a', signal: new AbortController().signal })
  service.asked.length = 0
  const keys = [{ verificationMethod: name('key-1'), number: 0, ...entry }]
  return { service, store: keyServiceStore(service, { keys, ...options }) }
}

describe('keyServiceStore', () => {
  describe.each(['EdDSA', 'ES256'] as const)(
    'passes the key store contract for %s:',
    (algorithm: SignatureAlgorithm) => {
      const create = (): KeyServiceStore<NumberedKey> => keyServiceStore(serviceInMemory(), { keys: [] })
      for (const { name, run } of keyStoreContract(create, { algorithm })) it(name, run)
    },
  )

  it.each([
    ['no fragment', { verificationMethod: did }, 'ERR_INVALID_OPTION'],
    ['no URL', { verificationMethod: 'key-1' }, 'ERR_INVALID_OPTION'],
    ['plain http', { verificationMethod: 'http://registrar.example#key-1' }, 'ERR_INVALID_OPTION'],
    ['a public key that is none', { publicKeyMultibase: 'z6Mk' }, 'ERR_INVALID_KEY'],
    ['a did:key that is none', { verificationMethod: 'did:key:z6Mk#z6Mk' }, 'ERR_INVALID_KEY'],
    ['a did:key of another fragment', { verificationMethod: `${didKey}#key-1` }, 'ERR_INVALID_OPTION'],
    [
      'a did:key of another key',
      { verificationMethod: didKeyName, publicKeyMultibase: otherKey },
      'ERR_INVALID_OPTION',
    ],
    ['a misspelt member', { Revoked: '2026-05-17T10:00:00Z' } as object, 'ERR_INVALID_OPTION'],
    ['an empty revoked', { revoked: '' }, 'ERR_INVALID_OPTION'],
    ['a retired that is no time', { retired: 'yes' }, 'ERR_INVALID_OPTION'],
    ['a revoked out of a database', { revoked: null as never }, 'ERR_INVALID_OPTION'],
    ['a created without a time', { created: '2026-05-17' }, 'ERR_INVALID_OPTION'],
  ])('refuses an entry with %s', async (_what, entry, code) => {
    await expect(storeWithKey(entry)).rejects.toMatchObject({ code })
  })

  it('refuses two entries of one name, and numbers that cannot be meant', async () => {
    const key = { verificationMethod: name('key-1'), number: 0 }
    const make = (options: object) => () => keyServiceStore(serviceInMemory(), { keys: [key], ...options })
    expect(make({ keys: [key, key] })).toThrow(expect.objectContaining({ code: 'ERR_KEY_EXISTS' }))
    expect(make({ retries: -1 })).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })

  describe('one key in two entries', () => {
    const make = (...keys: NumberedKey[]) => {
      const named = keys.map((key, index) => ({
        ...key,
        verificationMethod: key.verificationMethod || name(`key-${index}`),
      }))
      return () => keyServiceStore(serviceInMemory(), { keys: named })
    }
    const verificationMethod = ''
    const [one, other] = [
      { verificationMethod, number: 0 },
      { verificationMethod, number: 1 },
    ]
    const [revoked, publicKeyMultibase] = ['2026-05-17T10:00:00Z', multikey]

    it.each([
      ['of one name in the service', [{ ...one, revoked }, one]],
      ['of one name, where one is pinned', [{ ...one, publicKeyMultibase }, one]],
      [
        'of one public key',
        [
          { ...one, publicKeyMultibase },
          { ...other, publicKeyMultibase, revoked },
        ],
      ],
      [
        'that is a did:key too',
        [
          { ...one, publicKeyMultibase },
          { ...other, verificationMethod: didKeyName },
        ],
      ],
    ])('is refused: %s', (_what, keys) => {
      expect(make(...keys)).toThrow(
        expect.objectContaining({
          code: 'ERR_KEY_EXISTS',
          message: expect.stringMatching(/entries \S+#\S+ and \S+#\S+ of/),
        }),
      )
    })

    it('does not sign under one name when it was revoked under the other, which the service alone can know', async () => {
      const { service } = await storeWithKey()
      service.pairs[1] = service.pairs[0] as KeyPair
      const keys = [0, 1].map((number) => ({ verificationMethod: name(`key-${number}`), number }))
      const store = keyServiceStore(service, { keys })
      await store.getSigner(name('key-1'))
      await store.revoke(name('key-0'))
      await expect(store.getSigner(name('key-1'))).rejects.toMatchObject({ code: 'ERR_KEY_REVOKED' })
    })

    it('is two keys where the public keys say so: an alias has come to mean another one', () => {
      expect(make({ ...one, publicKeyMultibase }, { ...one, publicKeyMultibase: otherKey })).not.toThrow()
      expect(make(one, other)).not.toThrow()
    })
  })

  it('asks for nothing before it must', async () => {
    const { service, store } = await storeWithKey()
    const signer = await store.getSigner(name('key-1'))
    expect(service.asked).toEqual(['publicKey'])
    await signer.sign(new Uint8Array(64))
    await store.list()
    await store.exportPublic(name('key-1'))
    expect(service.asked).toEqual(['publicKey', 'sign', 'created'])
  })

  it('takes the key of a did:key from its name', async () => {
    const { service, store } = await storeWithKey()
    const { publicKeyMultibase } = await store.exportPublic(name('key-1'))
    service.asked.length = 0
    const verificationMethod = `did:key:${publicKeyMultibase}#${publicKeyMultibase}`
    const other = keyServiceStore(service, { keys: [{ verificationMethod, number: 0 }] })
    expect((await other.getSigner(verificationMethod)).algorithm).toBe('EdDSA')
    expect(service.asked).toEqual([])
  })

  it('lists keys out of use as the entries say, and lets none of them sign', async () => {
    const [retired, revoked] = ['2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z']
    const once = (await storeWithKey({ retired })).store
    await expect(once.getSigner(name('key-1'))).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    await expect(once.rotate(name('key-1'))).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    expect(await once.list()).toMatchObject([{ retired }])
    const twice = (await storeWithKey({ retired, revoked })).store
    await expect(twice.getSigner(name('key-1'))).rejects.toMatchObject({ code: 'ERR_KEY_REVOKED' })
    expect(await twice.pinnedKeys()).toMatchObject([{ retired, revoked, number: 0 }])
  })

  it('lists the oldest key first, whatever the order of the entries', async () => {
    const { service } = await storeWithKey()
    await service.generate({ algorithm: 'EdDSA', name: 'a', signal: new AbortController().signal })
    const keys = [0, 1].map((number) => ({ verificationMethod: name(`key-${number}`), number }))
    const listed = await keyServiceStore(service, { keys }).list()
    expect(listed.map(({ verificationMethod }) => verificationMethod)).toEqual([name('key-1'), name('key-0')])
  })

  it('numbers the names of new keys', async () => {
    const { store } = await storeWithKey()
    expect(await store.generate({ controller: did })).toMatchObject({ verificationMethod: name('key-2') })
    expect(await store.rotate(name('key-1'))).toMatchObject({ current: { verificationMethod: name('key-3') } })
  })

  it('makes no key when its name cannot be, or is taken', async () => {
    const { service, store } = await storeWithKey()
    const bad = store.generate({ controller: 'http://registrar.example', fragment: 'a' })
    await expect(bad).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    const taken = store.generate({ controller: did, fragment: 'key-1' })
    await expect(taken).rejects.toMatchObject({ code: 'ERR_KEY_EXISTS' })
    expect(service.asked).toEqual([])
    await expect(store.generate({ algorithm: 'RS256' })).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })

  it('makes new versions where there are some, and a new key for another algorithm', async () => {
    const { service, store } = await storeWithKey()
    const versions: string[] = []
    service.newVersion = async (key, { algorithm, signal }) => {
      versions.push(`${key.number} ${algorithm}`)
      return (await service.generate({ algorithm, name: 'b', signal })) ?? { number: -1 }
    }
    const { current } = await store.rotate(name('key-1'))
    expect(versions).toEqual(['0 EdDSA'])
    expect(await store.rotate(current.verificationMethod, { algorithm: 'ES256' })).toMatchObject({
      current: { algorithm: 'ES256' },
    })
    expect(versions).toHaveLength(1)
  })

  it('leaves a key as it is when there is no successor', async () => {
    const { service, store } = await storeWithKey()
    service.generate = () => Promise.reject(new KeyServiceFault(faultOfStatus(503)))
    await expect(store.rotate(name('key-1'))).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/may have made the key testamur-[0-9a-f-]{36}/),
    })
    expect((await store.getSigner(name('key-1'))).algorithm).toBe('EdDSA')
  })

  describe('a key that was made and cannot be read', () => {
    const setUp = async () => {
      const { service, store } = await storeWithKey()
      await store.list()
      const { publicKey } = service
      service.publicKey = () => Promise.reject(new KeyServiceFault(faultOfStatus(403)))
      return { service, store, mend: () => Object.assign(service, { publicKey }) }
    }

    it('is named by the error, with the entry that makes it known', async () => {
      const { service, store, mend } = await setUp()
      const error = await store.rotate(name('key-1')).then(
        () => expect.fail('there is a key'),
        (thrown: Error) => thrown,
      )
      expect(error).toMatchObject({
        code: 'ERR_KEY_SERVICE_DENIED',
        message: expect.stringMatching(
          /A key has been made, {"number":1}, .*`retired` to the entry of did:\S+#key-1$/s,
        ),
      })
      const entry = JSON.parse(/add ({.*?})/.exec(error.message)?.[1] ?? '') as NumberedKey
      expect(entry).toEqual({ verificationMethod: name('key-2'), number: 1 })
      mend()
      const again = keyServiceStore(service, { keys: [entry] })
      expect((await again.getSigner(name('key-2'))).algorithm).toBe('EdDSA')
      // The old one has no successor yet.
      expect((await store.getSigner(name('key-1'))).algorithm).toBe('EdDSA')
    })

    it('is named also when it was to be a did:key, or is not ready', async () => {
      const { service, store, mend } = await setUp()
      const message = expect.stringContaining('add {"number":1} and the verificationMethod')
      await expect(store.generate()).rejects.toMatchObject({ message })
      mend()
      service.whenReady = () => Promise.reject(new KeyServiceFault(faultOfStatus(404)))
      await expect(store.generate({ controller: did })).rejects.toMatchObject({
        code: 'ERR_KEY_NOT_FOUND',
        message: expect.stringContaining('{"verificationMethod":"did:web:registrar.example#key-2","number":2}'),
      })
    })
  })

  it('says what to do about a message that is too long as the service wants it said', async () => {
    const { service } = await storeWithKey()
    const keys = [{ verificationMethod: name('key-1'), number: 0 }]
    const store = keyServiceStore(Object.assign(service, { maxBytes: 1, tooLongAdvice: 'Say less' }), { keys })
    await expect((await store.getSigner(name('key-1'))).sign(new Uint8Array(2))).rejects.toMatchObject({
      message: expect.stringMatching(/are to be signed\. Say less$/),
    })
  })

  it('refuses messages that are too long before it asks', async () => {
    const { service, store } = await storeWithKey()
    service.maxBytes = 100
    const signer = await store.getSigner(name('key-1'))
    expect(signer.maxMessageBytes).toBe(100)
    service.asked.length = 0
    await expect(signer.sign(new Uint8Array(101))).rejects.toMatchObject({ code: 'ERR_MESSAGE_TOO_LONG' })
    expect(service.asked).toEqual([])
    expect(await signer.sign(new Uint8Array(100))).toHaveLength(64)
  })

  it.each([
    ['no signature', async () => undefined, 'an answer without a signature'],
    ['one of wrong length', async () => new Uint8Array(63), 'does not confirm'],
    ['one over something else', undefined, 'does not confirm'],
  ])('refuses %s', async (_what, sign, said) => {
    const { service, store } = await storeWithKey()
    const [pair] = service.pairs
    service.sign = sign ?? (async () => (await pair?.sign(new Uint8Array(3))) as Uint8Array)
    const signer = await store.getSigner(name('key-1'))
    await expect(signer.sign(new Uint8Array(64))).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_RESPONSE',
      message: expect.stringContaining(said),
    })
  })

  it.each([
    ['of a kind that is not known', { algorithm: undefined, publicKey: undefined }, 'ERR_ALGORITHM_UNSUPPORTED'],
    ['that is none', { algorithm: 'EdDSA', publicKey: undefined }, 'ERR_KEY_SERVICE_RESPONSE'],
  ] as const)('refuses a public key %s', async (_what, found, code) => {
    const { service, store } = await storeWithKey()
    service.publicKey = async () => found
    await expect(store.getSigner(name('key-1'))).rejects.toMatchObject({ code })
  })

  it('refuses a public key for another algorithm than the service says', async () => {
    const { service, store } = await storeWithKey()
    const [pair] = service.pairs
    service.publicKey = async () => ({ algorithm: 'ES256', publicKey: pair?.publicKey })
    await expect(store.getSigner(name('key-1'))).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it('wants to know when a key was made, once somebody asks', async () => {
    const { service, store } = await storeWithKey()
    service.created = async () => undefined
    await store.getSigner(name('key-1'))
    await expect(store.list()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it('goes on after a change that failed', async () => {
    const { store } = await storeWithKey()
    const outcomes = await Promise.allSettled([store.rotate(name('none')), store.generate({ controller: did })])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  it('shows nothing of what is behind it', async () => {
    const { store } = await storeWithKey()
    expect(JSON.stringify([store, await store.getSigner(name('key-1'))])).not.toMatch(/pairs|"d"/)
    expect(inspect(store)).not.toContain('pairs')
  })
})
