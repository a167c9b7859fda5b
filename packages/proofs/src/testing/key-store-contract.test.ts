import { describe, expect, it } from 'vitest'
import { ProofsError } from '../errors.js'
import type { KeyStore, LocalKeyStore, StoredKey } from '../key-stores/interface.js'
import { memoryKeyStore } from '../key-stores/memory.js'
import { keyNotFound } from '../key-stores/stored-key.js'
import type { Signer } from '../keys/interface.js'
import { type KeyStoreContractOptions, keyStoreContract } from './key-store-contract.js'

/** Names of the checks that a store fails. */
async function failures(create: () => KeyStore, options?: KeyStoreContractOptions): Promise<string[]> {
  const failed: string[] = []
  for (const { name, run } of keyStoreContract(create, options)) {
    await run().catch((error: Error) => {
      expect(error.message).toMatch(/^This key store breaks the contract/)
      failed.push(name)
    })
  }
  return failed
}

const withSigner = (change: (signer: Signer) => Signer) => (): KeyStore => {
  const store = memoryKeyStore()
  return { ...store, getSigner: async (verificationMethod) => change(await store.getSigner(verificationMethod)) }
}
const changed = (change: (store: LocalKeyStore) => Partial<KeyStore>) => (): KeyStore => {
  const store = memoryKeyStore()
  return { ...store, ...change(store) }
}

describe('keyStoreContract', () => {
  it('passes a good store', async () => {
    expect(await failures(memoryKeyStore)).toEqual([])
  })

  it('asks for keys of the algorithm it is told', async () => {
    expect(await failures(memoryKeyStore, { algorithm: 'ES256' })).toEqual([])
    const deaf = changed((store) => ({ generate: (options) => store.generate({ ...options, algorithm: 'EdDSA' }) }))
    expect(await failures(deaf, { algorithm: 'ES256' })).toContain('generate makes a did:key from the key itself')
  })

  it('passes a store that only signs, with a key it holds', async () => {
    const store = memoryKeyStore()
    const existing = await store.generate()
    const create = (): KeyStore => ({ getSigner: store.getSigner })
    expect(
      await failures(create, { existing, lacks: ['generate', 'list', 'exportPublic', 'rotate', 'revoke'] }),
    ).toEqual([])
  })

  it('passes a store with a limit that it keeps', async () => {
    const limited = withSigner((s) => ({
      ...s,
      maxMessageBytes: 4096,
      async sign(data) {
        if (data.length > 4096) throw new ProofsError('ERR_MESSAGE_TOO_LONG', 'too long')
        return s.sign(data)
      },
    }))
    expect(await failures(limited)).toEqual([])
  })

  it('holds a store to what it says it lacks', async () => {
    expect(await failures(memoryKeyStore, { lacks: ['list'] })).toEqual(['has no list'])
    const failed = await failures(() => ({ getSigner: memoryKeyStore().getSigner }))
    expect(failed).toContain('sign signs one byte')
    expect(failed).toContain('exportPublic returns the public part only')
  })

  it.each<[string, () => KeyStore, string]>([
    ['DER signatures', withSigner((s) => ({ ...s, sign: async () => new Uint8Array(71) })), 'sign signs one byte'],
    [
      'signatures of another key',
      withSigner((s) => ({ ...s, sign: async () => new Uint8Array(64) })),
      'twenty signatures at once are each their own',
    ],
    [
      'signatures over part of the data',
      withSigner((s) => ({ ...s, sign: (data) => s.sign(data.subarray(0, 63)) })),
      'sign signs 64 bytes, as a Data Integrity proof needs',
    ],
    [
      'changed data',
      withSigner((s) => ({ ...s, sign: (data) => s.sign(data.fill(0)) })),
      'sign leaves the data as it is',
    ],
    [
      'another name',
      withSigner((s) => ({ ...s, verificationMethod: 'did:example:b#c' })),
      'getSigner names the key and its algorithm',
    ],
    [
      'room for 32 bytes only',
      withSigner((s) => ({ ...s, maxMessageBytes: 32 })),
      'getSigner names the key and its algorithm',
    ],
    [
      'a private member',
      withSigner((s) => ({ ...s, privateKey: 'x' }) as Signer),
      'store and signer show nothing of the key',
    ],
    [
      'another error for unknown keys',
      changed((store) => ({
        getSigner: (id) =>
          store.getSigner(id).catch(() => {
            throw new Error('not there')
          }),
      })),
      'getSigner refuses an unknown key with ERR_KEY_NOT_FOUND',
    ],
    [
      'a signer for unknown keys',
      changed((store) => ({
        getSigner: async (id) => store.getSigner(id).catch(async () => ({ verificationMethod: id }) as Signer),
      })),
      'getSigner refuses an unknown key with ERR_KEY_NOT_FOUND',
    ],
    [
      'a second key of the same name',
      changed((store) => ({ generate: (options) => store.generate(options).catch(async () => store.generate()) })),
      'generate refuses a name that is taken with ERR_KEY_EXISTS, also at the same moment',
    ],
    [
      'a fixed key',
      changed((store) => {
        const key = store.generate()
        return { generate: () => key }
      }),
      'generate never makes a key twice',
    ],
    [
      'a limit that is not true',
      withSigner((s) => ({ ...s, maxMessageBytes: 4096, sign: (data) => s.sign(data.subarray(0, 1024)) })),
      'sign signs the longest message that the signer says it takes, or 5 MB',
    ],
    [
      'a limit that it does not say',
      withSigner((s) => ({
        ...s,
        sign(data) {
          if (data.length > 1024) throw new ProofsError('ERR_MESSAGE_TOO_LONG', 'too long')
          return s.sign(data)
        },
      })),
      'sign refuses a message that is too long, or signs it whole',
    ],
    [
      'long messages cut short',
      withSigner((s) => ({ ...s, maxMessageBytes: 4096, sign: (data) => s.sign(data.subarray(0, 4096)) })),
      'sign refuses a message that is too long, or signs it whole',
    ],
    [
      'an error without a code for long messages',
      withSigner((s) => ({
        ...s,
        maxMessageBytes: 4096,
        async sign(data) {
          if (data.length > 4096) throw new Error('413')
          return s.sign(data)
        },
      })),
      'sign refuses a message that is too long, or signs it whole',
    ],
    [
      'a retired key that signs',
      changed((store) => ({
        rotate: async (id) => ({ retired: await used(store, id), current: await store.generate() }),
      })),
      'rotate retires a key and makes the one that takes its place',
    ],
    [
      'a rotation that keeps the key',
      changed((store) => ({
        rotate: async (id, options) => {
          const { retired, current } = await store.rotate(id, options)
          return { retired, current: { ...current, publicKeyMultibase: retired.publicKeyMultibase } }
        },
      })),
      'rotate retires a key and makes the one that takes its place',
    ],
    [
      'deafness to the name of a new key',
      changed((store) => ({ rotate: (id) => store.rotate(id) })),
      'rotate names the new key as it is told',
    ],
    [
      'a second rotation of the same key',
      changed((store) => ({
        rotate: (id, options) =>
          store
            .rotate(id, options)
            .catch(async () => ({ retired: await used(store, id), current: await store.generate() })),
      })),
      'rotate makes one new key, also when asked twice at the same moment',
    ],
    [
      'a revoked key that signs',
      changed((store) => ({
        revoke: async (id) => ({ ...(await used(store, id)), revoked: new Date().toISOString() }),
      })),
      'revoke ends a key, and says when',
    ],
    [
      'deafness to the time of a revocation',
      changed((store) => ({ revoke: (id) => store.revoke(id) })),
      'revoke ends a key, and says when',
    ],
    [
      'a rotation of a revoked key',
      changed((store) => ({
        rotate: (id, options) =>
          store
            .rotate(id, options)
            .catch(async () => ({ retired: await used(store, id), current: await store.generate() })),
      })),
      'revoke ends a retired key too, and a revoked key is not rotated',
    ],
    ['an empty list', changed(() => ({ list: async () => [] })), listCheck()],
    [
      'a list that is newest first',
      changed((store) => ({ list: async () => newestFirst(await store.list()) })),
      listCheck(),
    ],
    [
      'an export of everything',
      changed((store) => ({ exportPublic: async (id) => ({ ...(await store.exportPublic(id)), d: 'x' }) })),
      'exportPublic returns the public part only',
    ],
    [
      'an export of any key',
      changed((store) => ({
        exportPublic: async (id) => {
          const [first] = await store.list()
          if (first === undefined && id === '') throw keyNotFound(id)
          return first as NonNullable<typeof first>
        },
      })),
      'exportPublic refuses an unknown key with ERR_KEY_NOT_FOUND',
    ],
  ])('catches %s', async (_what, create, expected) => {
    expect(await failures(create)).toContain(expected)
  })
})

/** A key as it was before. */
const used = (store: LocalKeyStore, name: string): Promise<StoredKey> => store.exportPublic(name)

function listCheck(): string {
  return 'list names every key once, oldest first, and shows its public part only'
}

function newestFirst<Key extends { readonly created: string }>(keys: readonly Key[]): Key[] {
  return keys.map((key, index) => ({ ...key, created: new Date(Date.parse(key.created) - index * 1000).toISOString() }))
}
