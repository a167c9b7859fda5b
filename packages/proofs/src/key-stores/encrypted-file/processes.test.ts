import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildKeyStoreProgram, quickStore, startKeyStoreProcess, type Task } from '../../../test/key-store-process.js'
import { expectWholeKeyStore } from '../../../test/whole-key-store.js'
import type { StoredKey } from '../interface.js'

const root = await mkdtemp(join(tmpdir(), 'testamur-processes-'))
afterAll(() => rm(root, { recursive: true, force: true }))

let program: string
beforeAll(async () => {
  program = await buildKeyStoreProgram(root)
})

const did = 'did:web:registrar.example'
const passphrase = 'one'

/** Runs three processes with the same task at once; returns what each action came to. */
async function threeTimes(
  task: Omit<Task, 'passphrase'>,
  shell?: string,
): Promise<{ result?: StoredKey; code?: string }[]> {
  const started = [1, 2, 3].map(() => startKeyStoreProcess(program, { ...task, passphrase }, shell))
  await Promise.all(started.map(({ ended }) => ended))
  return started.flatMap(({ outcomes }) => outcomes)
}

const codesOf = (outcomes: readonly { code?: string }[]): string[] => outcomes.flatMap(({ code }) => code ?? [])

describe('processes that share a directory', () => {
  it.each([{}, { controller: did }])('lose no key when they write at once: %j', async (options) => {
    const directory = join(root, `shared-${Object.keys(options).length}`)
    const outcomes = await threeTimes({ directory, actions: Array.from({ length: 8 }, () => ['generate', options]) })
    const names = outcomes.map(({ result }) => result?.verificationMethod)
    expect(codesOf(outcomes)).toEqual([])
    const listed = (await expectWholeKeyStore(directory, [passphrase])).map((key) => key.verificationMethod)
    expect(listed).toHaveLength(24)
    expect(listed.toSorted()).toEqual(names.toSorted())
  })

  // As containers do that share a directory and a host name: each sees none of the others' processes. It takes the right
  // to make namespaces; what becomes of their locks is tested without it, in directory-lock.test.ts.
  const ownProcesses = ['unshare', '--pid', '--fork', '--mount-proc', '--']
  const [command = '', ...args] = [...ownProcesses, 'true']
  it.skipIf(spawnSync(command, args).status !== 0)('lose no key when they cannot see each other', async () => {
    const directory = join(root, 'containers')
    const actions = Array.from({ length: 8 }, () => ['generate', { controller: did }] as const)
    const outcomes = await threeTimes({ directory, actions }, `set -- ${ownProcesses.join(' ')} "$@"`)
    expect(codesOf(outcomes)).toEqual([])
    const listed = (await expectWholeKeyStore(directory, [passphrase])).map((key) => key.publicKeyMultibase)
    expect(listed.toSorted()).toEqual(outcomes.map(({ result }) => result?.publicKeyMultibase ?? '').toSorted())
    expect(listed).toHaveLength(24)
  })

  it('never both make the key of one name', async () => {
    const directory = join(root, 'same-name')
    const generate = ['generate', { controller: did, fragment: 'key-1' }] as const
    const outcomes = await threeTimes({ directory, actions: [generate] })
    expect(codesOf(outcomes)).toEqual(['ERR_KEY_EXISTS', 'ERR_KEY_EXISTS'])
    expect(await expectWholeKeyStore(directory, [passphrase])).toHaveLength(1)
  })

  it('never both rotate a key', async () => {
    const directory = join(root, 'rotated')
    const { verificationMethod } = await quickStore(directory, passphrase).generate({ controller: did })
    const outcomes = await threeTimes({ directory, actions: [['rotate', verificationMethod]] })
    expect(codesOf(outcomes)).toEqual(['ERR_KEY_RETIRED', 'ERR_KEY_RETIRED'])
    expect(await expectWholeKeyStore(directory, [passphrase])).toHaveLength(2)
  })
})
