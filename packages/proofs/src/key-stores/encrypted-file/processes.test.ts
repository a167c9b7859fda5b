import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encryptedFileStore } from './encrypted-file-store.js'

const rounds = Math.ceil(Number(process.env.TESTAMUR_RUNS ?? 100) / 20)
const root = await mkdtemp(join(tmpdir(), 'testamur-processes-'))
const program = join(root, 'generate.mjs')
const store = (directory: string) => encryptedFileStore({ directory, passphrase: 'secret' }, 10)
afterAll(() => rm(root, { recursive: true, force: true }))

/** A program that makes keys until it is killed, and says each name once the key is there. */
beforeAll(() =>
  build({
    stdin: {
      contents: `
        import { encryptedFileStore } from './encrypted-file-store.js'
        const [directory, count, fragment] = process.argv.slice(2)
        const store = encryptedFileStore({ directory, passphrase: 'secret' }, 10)
        const options = fragment && { controller: 'did:web:registrar.example', fragment }
        for (let made = 0; made < Number(count); made++) {
          await store.generate(options).then((key) => console.log(key.verificationMethod), (error) => console.log(error.code))
        }`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@testamur/source'],
    outfile: program,
  }),
)

function start(directory: string, count: number, fragment = ''): { child: ChildProcess; lines: string[] } {
  const child = spawn(process.execPath, [program, directory, String(count), fragment], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line))
  return { child, lines }
}

describe('processes that share a directory', () => {
  it('lose no key when they write at once', async () => {
    const directory = join(root, 'shared')
    const started = [start(directory, 12), start(directory, 12), start(directory, 12)]
    await Promise.all(started.map(({ child }) => once(child, 'close')))
    const names = started.flatMap(({ lines }) => lines)
    expect(names).toHaveLength(36)
    const listed = (await store(directory).list()).map((key) => key.verificationMethod)
    expect(listed.toSorted()).toEqual(names.toSorted())
  })

  it('never both make the key of one name', async () => {
    const directory = join(root, 'same-name')
    const started = [start(directory, 1, 'key-1'), start(directory, 1, 'key-1'), start(directory, 1, 'key-1')]
    await Promise.all(started.map(({ child }) => once(child, 'close')))
    const lines = started.flatMap(({ lines }) => lines).toSorted()
    expect(lines).toEqual(['ERR_KEY_EXISTS', 'ERR_KEY_EXISTS', 'did:web:registrar.example#key-1'])
  })

  it(`leave every key whole when they are killed (${rounds} rounds)`, async () => {
    const directory = join(root, 'killed')
    const reported = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const started = [start(directory, 1e6), start(directory, 1e6)]
      while (started.some(({ lines }) => lines.length === 0)) await setTimeout(5)
      await setTimeout(Math.random() * 40)
      for (const { child } of started) child.kill('SIGKILL')
      await Promise.all(started.map(({ child }) => once(child, 'close')))
      for (const name of started.flatMap(({ lines }) => lines)) reported.add(name)

      // What the killed left must not keep the next one from writing, and it tidies up after them.
      reported.add((await store(directory).generate()).verificationMethod)
      expect((await readdir(directory)).filter((name) => !name.endsWith('.json'))).toEqual([])
      const reader = store(directory)
      const listed = await reader.list()
      const names = new Set(listed.map((key) => key.verificationMethod))
      expect([...reported].filter((name) => !names.has(name))).toEqual([])
      const signers = await Promise.all(listed.map((key) => reader.getSigner(key.verificationMethod)))
      expect(signers).toHaveLength(listed.length)
    }
  }, 600_000)
})
