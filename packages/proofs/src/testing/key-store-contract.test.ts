import { describe, expect, it } from 'vitest'
import { ProofsError } from '../errors.js'
import type { KeyStore, LocalKeyStore, StoredKey } from '../key-stores/interface.js'
import { memoryKeyStore } from '../key-stores/memory.js'
import { keyNotFound } from '../key-stores/stored-key.js'
import type { PublicKey, Signer } from '../keys/interface.js'
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
    [
      'a list of another public key',
      changed((store) => ({ list: async () => (await store.list()).map((key) => ({ ...key, ...foreign })) })),
      'generate names the key as it is told',
    ],
    [
      'a list that forgets what is revoked',
      changed((store) => ({ list: async () => (await store.list()).map((key) => without(key, 'revoked')) })),
      'revoke ends a key, and says when',
    ],
    [
      'a list that forgets what is retired',
      changed((store) => ({ list: async () => (await store.list()).map((key) => without(key, 'retired')) })),
      'rotate retires a key and makes the one that takes its place',
    ],
    [
      'a list that is empty after a revocation',
      changed((store) => ({
        list: async () => {
          const keys = await store.list()
          return keys.some(({ revoked }) => revoked !== undefined) ? [] : keys
        },
      })),
      'revoke ends a key, and says when',
    ],
    [
      'a list without the other keys after a revocation',
      changed((store) => ({
        list: async () => {
          const keys = await store.list()
          const revoked = keys.filter((key) => key.revoked !== undefined)
          return revoked.length > 0 ? revoked : keys
        },
      })),
      'revoke ends a key, and says when',
    ],
    [
      'an export that forgets what is retired',
      changed((store) => ({ exportPublic: async (id) => without(await store.exportPublic(id), 'retired') })),
      'rotate retires a key and makes the one that takes its place',
    ],
    [
      'an export of another public key once it is retired',
      changed((store) => ({
        exportPublic: async (id) => {
          const key = await store.exportPublic(id)
          return key.retired === undefined ? key : { ...key, ...foreign }
        },
      })),
      'rotate retires a key and makes the one that takes its place',
    ],
    [
      'a private key that generate returns',
      changed((store) => ({ generate: async (o) => ({ ...(await store.generate(o)), privateKeyJwk: { d: 'x' } }) })),
      'generate makes a did:key from the key itself',
    ],
    [
      'a controller that is only the beginning of one',
      changed((store) => ({
        generate: async (o) => ({ ...(await store.generate(o)), controller: 'did:web' }),
        list: async () => (await store.list()).map((key) => ({ ...key, controller: 'did:web' })),
        exportPublic: async (id) => ({ ...(await store.exportPublic(id)), controller: 'did:web' }),
      })),
      'exportPublic returns the public part only',
    ],
    [
      'deafness to the controller',
      changed((store) => ({
        getSigner: (id) =>
          store.getSigner(id).catch(async (error: unknown) => {
            const sameFragment = (await store.list()).find((key) =>
              key.verificationMethod.endsWith(`#${id.split('#')[1]}`),
            )
            if (sameFragment === undefined || !(error instanceof ProofsError) || error.code !== 'ERR_KEY_NOT_FOUND')
              throw error
            return store.getSigner(sameFragment.verificationMethod)
          }),
      })),
      'getSigner refuses an unknown key with ERR_KEY_NOT_FOUND',
    ],
    [
      'deafness to what follows a name',
      changed((store) => ({
        exportPublic: async (id) => {
          const begun = (await store.list()).find((key) => id.startsWith(key.verificationMethod))
          return store.exportPublic(begun?.verificationMethod ?? id)
        },
      })),
      'exportPublic refuses an unknown key with ERR_KEY_NOT_FOUND',
    ],
    ...['constructor', '__proto__'].map((member): [string, () => KeyStore, string] => [
      `a signer for ${member}`,
      changed((store) => ({
        getSigner: async (id) =>
          id === member ? store.getSigner((await store.generate()).verificationMethod) : store.getSigner(id),
      })),
      'getSigner refuses an unknown key with ERR_KEY_NOT_FOUND',
    ]),
    ...['token', 'pin', 'passphrase'].map((member): [string, () => KeyStore, string] => [
      `a ${member} that everybody sees`,
      changed(() => ({ options: { [member]: 'canary' } }) as object),
      'store and signer show nothing of the key',
    ]),
    [
      'a limit that is a byte too far',
      withSigner((s) => ({ ...s, maxMessageBytes: 6e6, sign: (data) => s.sign(data.subarray(0, 6e6 - 1)) })),
      'sign signs the longest message that the signer says it takes, or 5 MB',
    ],
    [
      'messages cut short at a limit above 5 MB',
      withSigner((s) => ({ ...s, maxMessageBytes: 6e6, sign: (data) => s.sign(data.subarray(0, 6e6)) })),
      'sign refuses a message that is too long, or signs it whole',
    ],
    [
      'a key under two names',
      changed((store) => {
        const twins = memoryKeyStore()
        return {
          importJwk: (jwk, options) =>
            store.importJwk(jwk, options).catch((error: ProofsError) => {
              if (error.message.includes('#contract-1')) return twins.importJwk(jwk, options)
              throw error
            }),
        } as Partial<LocalKeyStore>
      }),
      'importJwk, where there is one, refuses a key that is there under another name',
    ],
  ])('catches %s', async (_what, create, expected) => {
    expect(await failures(create)).toContain(expected)
  })
})

/** The public part of a key that no store has. */
const foreign: PublicKey = {
  algorithm: 'EdDSA',
  publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
}

function without({ ...key }: StoredKey, member: 'retired' | 'revoked'): StoredKey {
  delete (key as { retired?: string; revoked?: string })[member]
  return key
}

/** A key as it was before. */
const used = (store: LocalKeyStore, name: string): Promise<StoredKey> => store.exportPublic(name)

function listCheck(): string {
  return 'list names every key once, oldest first, and shows its public part only'
}

function newestFirst<Key extends { readonly created: string }>(keys: readonly Key[]): Key[] {
  return keys.map((key, index) => ({ ...key, created: new Date(Date.parse(key.created) - index * 1000).toISOString() }))
}
