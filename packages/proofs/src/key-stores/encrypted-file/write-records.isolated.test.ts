// A file system that fails at the very last steps, when every file is written and takes its name.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { quickStore } from '../../../test/key-store-process.js'
import { expectNoLeftovers, expectWholeKeyStore } from '../../../test/whole-key-store.js'
import type { StoredKey } from '../interface.js'
import type { EncryptedFileKeyStore } from './encrypted-file-store.js'

/** The calls that fail, counted from now: the first is 1. */
const failing = vi.hoisted(() => ({ rename: 0, rm: 0 }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ rename: (...args: unknown[]) => unknown; rm: (...args: unknown[]) => unknown }>()
  const failed = (): Promise<never> => Promise.reject(Object.assign(new Error('of the test'), { code: 'EIO' }))
  return {
    ...real,
    rename: (...args: unknown[]) => (--failing.rename === 0 ? failed() : real.rename(...args)),
    rm: (file: string, ...args: unknown[]) =>
      file.endsWith('.json') && --failing.rm === 0 ? failed() : real.rm(file, ...args),
  }
})

const root = await mkdtemp(join(tmpdir(), 'testamur-writes-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const controller = 'did:web:registrar.example'
let directory: string
let store: EncryptedFileKeyStore
let keys: readonly StoredKey[]
beforeEach(async () => {
  directory = await mkdtemp(join(root, 'd'))
  store = quickStore(directory, 'one')
  for (let made = 0; made < 3; made++) await store.generate({ controller })
  keys = await store.list()
})

it('a rotation that cannot retire the old key makes no new one, and says so', async () => {
  failing.rename = 1
  await expect(store.rotate(`${controller}#key-1`)).rejects.toMatchObject({
    code: 'ERR_KEY_STORE_WRITE',
    message: expect.stringContaining('Every key in it is as it was') as string,
  })
  expect(await expectWholeKeyStore(directory, ['one'])).toEqual(keys)
  await expectNoLeftovers(directory)
})

it('a rotation that can neither retire the old key nor take back the new one says that', async () => {
  Object.assign(failing, { rename: 1, rm: 1 })
  await expect(store.rotate(`${controller}#key-1`)).rejects.toMatchObject({
    code: 'ERR_KEY_STORE_WRITE',
    message: expect.stringMatching(/Of 2 key files, 1 were written before an error \(EIO\).*list\(\) shows/) as string,
  })
  expect(await expectWholeKeyStore(directory, ['one'])).toHaveLength(4)
})

it('a change of passphrase that ends half-way says how far it came, and the same call does the rest', async () => {
  failing.rename = 3
  await expect(store.changePassphrase('two')).rejects.toMatchObject({
    code: 'ERR_KEY_STORE_WRITE',
    message: expect.stringContaining('Of 3 key files, 2 were written') as string,
  })
  await expectNoLeftovers(directory)
  expect(await expectWholeKeyStore(directory, ['one', 'two'])).toEqual(keys)
  await quickStore(directory, 'one').changePassphrase('two')
  expect(await expectWholeKeyStore(directory, ['two'])).toEqual(keys)
  expect(await readdir(directory)).toHaveLength(3)
})
