// The store on a file system without hard links.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { quickStore } from '../../../test/key-store-process.js'
import { expectNoLeftovers } from '../../../test/whole-key-store.js'
import { keyStoreContract } from '../../testing/key-store-contract.js'

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<object>()),
  link: async () => {
    throw Object.assign(new Error('no links here'), { code: 'EPERM', syscall: 'link' })
  },
}))

const root = await mkdtemp(join(tmpdir(), 'testamur-no-links-'))
afterAll(() => rm(root, { recursive: true, force: true }))

describe('passes the key store contract:', () => {
  let count = 0
  for (const { name, run } of keyStoreContract(() => quickStore(join(root, String(++count)), 'one'))) it(name, run)
})

it('loses none of the keys that are made at once, and makes none of a name that is taken', async () => {
  const directory = join(root, 'shared')
  const stores = [1, 2, 3].map(() => quickStore(directory, 'one'))
  const named = { controller: 'did:web:registrar.example', fragment: 'key-1' }
  const outcomes = await Promise.allSettled(stores.flatMap((store) => [store.generate(), store.generate(named)]))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  expect(await readdir(directory)).toHaveLength(4)
  await expectNoLeftovers(directory)
})
