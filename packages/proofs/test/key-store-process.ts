// Key stores in processes of their own, which can be killed, or lose their disk, at any step.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import type { EncryptedFileKeyStore } from '../src/key-stores/encrypted-file/encrypted-file-store.js'
import { encryptedFileStore } from '../src/key-stores/encrypted-file/encrypted-file-store.js'

/** What a process does, from the first to the last, or over and over. */
export interface Task {
  readonly directory: string
  readonly passphrase: string
  /** A member of the store, and what it is called with. */
  readonly actions: readonly (readonly [keyof EncryptedFileKeyStore, ...unknown[]])[]
  readonly isEndless?: boolean | undefined
  /** At that step of changing the file system, from 1: half of what is to be written is, then this happens. */
  readonly fault?: { readonly step: number; readonly kind: 'SIGKILL' | 'ENOSPC' } | undefined
}

/** A process at work. */
export interface KeyStoreProcess {
  readonly child: ChildProcess
  /** What each action that has ended returned, or the code of what it threw. */
  readonly outcomes: readonly { readonly result?: never; readonly code?: string }[]
  /** Resolves to the signal that ended it, if one did. */
  readonly ended: Promise<NodeJS.Signals | null>
}

/** The store of a directory, with a passphrase that costs little to try. */
export const quickStore = (directory: string, passphrase: string): EncryptedFileKeyStore =>
  encryptedFileStore({ directory, passphrase }, 10)

/** Writes the program of such processes to a folder and returns its name. */
export async function buildKeyStoreProgram(folder: string): Promise<string> {
  const outfile = path.join(folder, 'key-store-program.mjs')
  await build({
    stdin: { contents: program, resolveDir: path.join(import.meta.dirname, '../src/key-stores/encrypted-file') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@testamur/source'],
    outfile,
  })
  return outfile
}

/** Starts a process. `shell` is what a shell does before it becomes the process, such as setting a limit. */
export function startKeyStoreProcess(program: string, task: Task, shell?: string): KeyStoreProcess {
  const argv = [process.execPath, program, JSON.stringify(task)]
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child =
    shell === undefined
      ? spawn(argv[0] ?? '', argv.slice(1), { stdio: [...stdio] })
      : spawn('sh', ['-c', `${shell} && exec "$@"`, 'sh', ...argv], { stdio: [...stdio] })
  const outcomes: { result?: never; code?: string }[] = []
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  lines.on('line', (line) => outcomes.push(JSON.parse(line)))
  return { child, outcomes, ended: once(child, 'close').then(([, signal]) => signal as NodeJS.Signals | null) }
}

const program = `
import fileSystem from 'node:fs/promises'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { encryptedFileStore } from './encrypted-file-store.js'

const { directory, passphrase, actions, isEndless, fault } = JSON.parse(process.argv[2])

let steps = 0
async function fail(halfWay) {
  await halfWay?.()
  if (fault.kind === 'SIGKILL') process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error('a fault of the test'), { code: fault.kind, syscall: 'write' })
}
function atFault(real, halfWay) {
  return async function (...args) {
    return ++steps === fault?.step ? fail(halfWay && (() => halfWay.apply(this, args))) : real.apply(this, args)
  }
}
const { open, writeFile, link, rename, rm, mkdir } = fileSystem
const half = (data) => data.slice(0, data.length / 2)
fileSystem.writeFile = atFault(writeFile, (file, data, ...rest) => writeFile(file, half(data), ...rest))
fileSystem.link = atFault(link)
fileSystem.rename = atFault(rename)
fileSystem.mkdir = atFault(mkdir)
// Nothing is written when a file is removed, so only death can come in between.
if (fault?.kind === 'SIGKILL') fileSystem.rm = atFault(rm)
fileSystem.open = async (file, flags, ...rest) => {
  if (flags === 'r' || typeof flags === 'number') return open(file, flags, ...rest)
  if (++steps === fault?.step) await fail()
  const handle = await open(file, flags, ...rest)
  const { writeFile, sync } = handle
  handle.writeFile = atFault(writeFile, (data) => writeFile.call(handle, half(data)))
  handle.sync = atFault(sync)
  return handle
}
syncBuiltinESMExports()

const store = encryptedFileStore({ directory, passphrase }, 10)
do {
  for (const [member, ...args] of actions) {
    const outcome = await store[member](...args).then((result) => ({ result }), (error) => ({ code: error.code }))
    writeSync(1, JSON.stringify(outcome) + '\\n')
  }
} while (isEndless)
`
