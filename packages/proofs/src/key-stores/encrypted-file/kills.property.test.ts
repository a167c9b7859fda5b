// Processes that change one store at the same time, and are killed at random.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildKeyStoreProgram,
  type KeyStoreProcess,
  quickStore,
  startKeyStoreProcess,
  type Task,
} from '../../../test/key-store-process.js'
import { expectNoLeftovers, expectWholeKeyStore } from '../../../test/whole-key-store.js'
import type { RotatedKey, StoredKey } from '../interface.js'

// 20 rounds unless told otherwise, 200 in `npm run test:deep`.
const rounds = Math.max(20, Math.ceil(Number(process.env.TESTAMUR_RUNS ?? 100) / 10))
const roundsPerDirectory = 10
const root = await mkdtemp(join(tmpdir(), 'testamur-kills-'))
afterAll(() => rm(root, { recursive: true, force: true }))

let program: string
beforeAll(async () => {
  program = await buildKeyStoreProgram(root)
})

const did = 'did:web:registrar.example'
const [one, two] = ['one', 'two']

/** Starts processes, waits until each has done something, and kills them a moment later. */
async function killed(tasks: readonly Task[]): Promise<readonly KeyStoreProcess[]> {
  const started = tasks.map((task) => startKeyStoreProcess(program, { ...task, isEndless: true }))
  while (started.some(({ outcomes }) => outcomes.length === 0)) await setTimeout(5)
  await setTimeout(Math.random() * 40)
  for (const { child } of started) child.kill('SIGKILL')
  for (const { ended } of started) expect(await ended).toBe('SIGKILL')
  return started
}

/** The names of the keys that processes said they made, retired and revoked. */
function said(started: readonly KeyStoreProcess[]): Record<'made' | 'retired' | 'revoked', string[]> {
  const results = started.flatMap(({ outcomes }) => outcomes.map(({ result }) => result as unknown))
  const rotated = results.filter((result): result is RotatedKey => (result as RotatedKey)?.current !== undefined)
  const keys = results.filter((result): result is StoredKey => (result as StoredKey)?.created !== undefined)
  const namesOf = (some: readonly StoredKey[]): string[] => some.map((key) => key.verificationMethod)
  return {
    made: namesOf([...keys, ...rotated.map(({ current }) => current)]),
    retired: namesOf(rotated.map(({ retired }) => retired)),
    revoked: namesOf(keys.filter((key) => key.revoked !== undefined)),
  }
}

describe('processes that are killed', () => {
  it(`lose, damage and double no key (${rounds} rounds)`, { timeout: 3_600_000 }, async () => {
    const promised = { made: new Set<string>(), retired: new Set<string>(), revoked: new Set<string>() }
    let directory = ''
    for (let round = 0; round < rounds; round++) {
      if (round % roundsPerDirectory === 0) {
        directory = join(root, `changes-${round}`)
        for (const names of Object.values(promised)) names.clear()
      }
      const store = quickStore(directory, one)
      const [{ verificationMethod: rotated }, { verificationMethod: revoked }] = [
        await store.generate({ controller: did }),
        await store.generate({ controller: did }),
      ]
      const generate = ['generate', { controller: did }] as const
      const started = await killed([
        { directory, passphrase: one, actions: [['rotate', rotated], generate] },
        { directory, passphrase: one, actions: [generate, ['revoke', revoked], ['rotate', rotated]] },
      ])
      const { made, retired, revoked: ended } = said(started)
      for (const name of [...made, rotated, revoked]) promised.made.add(name)
      for (const name of retired) promised.retired.add(name)
      for (const name of ended) promised.revoked.add(name)
      expect(new Set(made.filter((name) => name !== revoked)).size).toBe(made.filter((name) => name !== revoked).length)

      // What the killed left must not keep the next one from writing, and it tidies up after them.
      promised.made.add((await store.generate({ controller: did })).verificationMethod)
      await expectNoLeftovers(directory)
      const keys = await expectWholeKeyStore(directory, [one])
      const namesOf = (some: readonly StoredKey[]): string[] => some.map((key) => key.verificationMethod)
      expect(namesOf(keys)).toEqual(expect.arrayContaining([...promised.made]))
      expect(namesOf(keys.filter((key) => key.retired !== undefined))).toEqual(
        expect.arrayContaining([...promised.retired]),
      )
      expect(namesOf(keys.filter((key) => key.revoked !== undefined))).toEqual(
        expect.arrayContaining([...promised.revoked]),
      )
    }
  })

  it(`leave each key under one of two passphrases (${rounds} rounds)`, { timeout: 3_600_000 }, async () => {
    const directory = join(root, 'passphrases')
    const store = quickStore(directory, one)
    for (let made = 0; made < 4; made++) await store.generate({ controller: did })
    for (let round = 0; round < rounds; round++) {
      const there = [
        ['changePassphrase', two],
        ['changePassphrase', one],
      ] as const
      await killed([{ directory, passphrase: one, actions: there }])
      expect(await expectWholeKeyStore(directory, [one, two])).toHaveLength(4)
      await quickStore(directory, two).changePassphrase(one)
      await expectNoLeftovers(directory)
      expect(await expectWholeKeyStore(directory, [one])).toHaveLength(4)
    }
  })
})
