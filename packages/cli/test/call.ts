// Runs command lines in this process, in a folder of their own.
import * as fileSystem from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Io, TextSink } from '../src/io/index.js'
import { run } from '../src/run.js'

/** What a test gives to a command instead of the process. */
export interface World {
  readonly cwd: string
  readonly stdin?: string | Uint8Array | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  /** What is typed at hidden prompts, in turn; there is no terminal to ask on without it. */
  readonly answers?: readonly string[] | undefined
  /** True when standard output and error are terminals. */
  readonly isTerminal?: boolean | undefined
  readonly fileSystem?: Partial<Io['fileSystem']> | undefined
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** What a command left behind. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Questions of hidden prompts. */
  readonly questions: readonly string[]
}

/** The passphrase of every key store in the tests. */
export const passphrase = 'canary-passphrase-of-the-tests'

/** Makes a folder that is removed when the test is over. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array | object>> = {},
): Promise<string> {
  const folder = await fileSystem.mkdtemp(path.join(tmpdir(), 'testamur-cli-'))
  onTestFinished(() => fileSystem.rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    const isText = typeof content === 'string' || content instanceof Uint8Array
    const file = path.join(folder, name)
    // As key stores want it: for the owner alone.
    await fileSystem.mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await fileSystem.writeFile(file, isText ? content : JSON.stringify(content), { mode: 0o600 })
  }
  return folder
}

/** Runs `testamur …` and returns what a shell would see. */
export async function testamur(argv: readonly string[], world: World): Promise<Outcome> {
  const [stdout, stderr] = [collector(world), collector(world)]
  const questions: string[] = []
  const answers = [...(world.answers ?? [])]
  const code = await run(argv, {
    stdin: (async function* () {
      if (world.stdin !== undefined) yield Buffer.from(world.stdin)
    })(),
    stdout,
    stderr,
    env: world.env ?? { TESTAMUR_PASSPHRASE: passphrase },
    cwd: world.cwd,
    fileSystem: { ...fileSystem, ...world.fileSystem },
    fetch: world.fetch,
    prompt:
      world.answers &&
      (async (question) => {
        questions.push(question)
        return answers.shift() ?? ''
      }),
  })
  return { code, stdout: stdout.text(), stderr: stderr.text(), questions }
}

/** The same, for a call that is expected to work: its result under `--json`. */
export async function resultOf<T>(argv: readonly string[], world: World): Promise<T> {
  const { code, stdout, stderr } = await testamur([...argv, '--json'], world)
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}

/** Returns the names of the files and folders below a folder, each file with its content. */
export async function contentOf(folder: string): Promise<Record<string, string | undefined>> {
  const entries = await fileSystem.readdir(folder, { recursive: true, withFileTypes: true })
  const contents = entries.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return [path.relative(folder, file), entry.isFile() ? await fileSystem.readFile(file, 'latin1') : undefined]
  })
  return Object.fromEntries(await Promise.all(contents)) as Record<string, string | undefined>
}

/** Returns the files below a folder, by their names in it. */
export async function filesIn(folder: string): Promise<Record<string, Uint8Array>> {
  const entries = await fileSystem.readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const contents = files.map(async (file) => [path.relative(folder, file), await fileSystem.readFile(file)] as const)
  return Object.fromEntries(await Promise.all(contents))
}

function collector({ isTerminal = false }: World): TextSink & { text(): string } {
  let text = ''
  return {
    isTerminal,
    async write(piece) {
      text += piece
    },
    text: () => text,
  }
}
