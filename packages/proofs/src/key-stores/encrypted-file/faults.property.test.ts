// Death and a full disk at each step of each change: what was there stays, and the next process carries on. Every third
// step, from a random one on; all of them in the deep tests.
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildKeyStoreProgram, quickStore, startKeyStoreProcess, type Task } from '../../../test/key-store-process.js'
import { expectNoLeftovers, expectWholeKeyStore } from '../../../test/whole-key-store.js'
import type { StoredKey } from '../interface.js'
import type { EncryptedFileKeyStore } from './encrypted-file-store.js'

const root = await mkdtemp(join(tmpdir(), 'testamur-faults-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const did = 'did:web:registrar.example'
const [passphrase, next] = ['one', 'two']
const template = join(root, 'template')
let program: string
let before: readonly StoredKey[]
beforeAll(async () => {
  program = await buildKeyStoreProgram(root)
  const store = quickStore(template, passphrase)
  for (let made = 0; made < 3; made++) await store.generate({ controller: did })
  before = await store.list()
})

/** How many steps further the next one is that is looked at. */
const stride = process.env['TESTAMUR_RUNS'] === undefined ? 3 : 1

/** A change, and how the next process makes sure that it is done. */
interface Change {
  readonly name: string
  readonly actions: Task['actions']
  readonly finish: (store: EncryptedFileKeyStore) => Promise<unknown>
}

const changes: readonly Change[] = [
  {
    name: 'generate',
    actions: [['generate', { controller: did, fragment: 'key-4' }]],
    finish: (store) => store.generate({ controller: did, fragment: 'key-4' }).catch(mustBe('ERR_KEY_EXISTS')),
  },
  {
    name: 'rotate',
    actions: [['rotate', `${did}#key-2`]],
    finish: (store) => store.rotate(`${did}#key-2`).catch(mustBe('ERR_KEY_RETIRED')),
  },
  { name: 'revoke', actions: [['revoke', `${did}#key-2`]], finish: (store) => store.revoke(`${did}#key-2`) },
  {
    name: 'changePassphrase',
    actions: [['changePassphrase', next]],
    finish: (store) => store.changePassphrase(next),
  },
]

describe.each(changes)('$name', ({ name, actions, finish }) => {
  const passphrases = [passphrase, next]

  /** Lets a process die or run out of space at a step, and the next one carry on. Returns true behind the last step. */
  async function carriesOn(kind: 'SIGKILL' | 'ENOSPC', step: number): Promise<boolean> {
    const directory = join(root, `${name}-${kind}-${step}`)
    await cp(template, directory, { recursive: true })
    await chmod(directory, 0o700)
    const fault = { step, kind }
    const { outcomes, ended } = startKeyStoreProcess(program, { directory, passphrase, actions, fault })
    const signal = await ended
    const isDone = signal === null && outcomes[0]?.code === undefined
    if (!isDone && kind === 'SIGKILL') expect(signal).toBe('SIGKILL')
    if (!isDone && kind === 'ENOSPC') expect(outcomes[0]?.code).toBe('ERR_KEY_STORE_WRITE')

    const keys = await expectWholeKeyStore(directory, passphrases)
    expect(keys.map(({ verificationMethod }) => verificationMethod)).toEqual(
      expect.arrayContaining([1, 2, 3].map((number) => `${did}#key-${number}`)),
    )
    // None is retired without a successor.
    if (keys.some(({ retired }) => retired !== undefined)) expect(keys).toHaveLength(4)
    if (kind === 'ENOSPC') await expectNoLeftovers(directory)
    if (kind === 'ENOSPC' && !isDone && name !== 'changePassphrase') expect(keys).toEqual(before)

    const store = quickStore(directory, passphrase)
    await finish(store)
    await store.generate()
    await expectNoLeftovers(directory)
    await expectWholeKeyStore(directory, name === 'changePassphrase' ? [next] : [passphrase])
    return isDone
  }

  it.each(['SIGKILL', 'ENOSPC'] as const)('survives %s at every step', async (kind) => {
    const at = async (step: number): Promise<boolean> =>
      carriesOn(kind, step).catch((cause: unknown) => {
        throw new Error(`${kind} at step ${step}`, { cause })
      })
    let step = 1 + Math.floor(Math.random() * stride)
    while (!(await at(step))) step += stride
    // Locking, writing and unlocking take as many at least.
    expect(step).toBeGreaterThan(kind === 'SIGKILL' ? 9 : 6)
  })
})

describe('a limit on the size of files', () => {
  // In blocks of 512 bytes, or 1024 in some shells: enough for the lock, too little for a key.
  it.skipIf(process.platform === 'win32')('is a coded error, and leaves nothing behind', async () => {
    const directory = join(root, 'limited')
    const { outcomes, ended } = startKeyStoreProcess(
      program,
      { directory, passphrase, actions: [['generate', { algorithm: 'RS256' }]] },
      'ulimit -f 1',
    )
    await ended
    expect(outcomes).toEqual([{ code: 'ERR_KEY_STORE_WRITE' }])
    await expectNoLeftovers(directory)
    expect(await quickStore(directory, passphrase).list()).toEqual([])
  })
})

function mustBe(code: string): (error: { code?: string }) => void {
  return (error) => expect(error.code).toBe(code)
}
