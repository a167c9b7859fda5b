import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { TestamurError } from '@testamur/documents'
import type { Pkcs11KeyStore, Pkcs11KeyStoreOptions } from '@testamur/proofs/key-stores/pkcs11'
import { build } from 'esbuild'
import type { Call, Outcome } from './pkcs11-program.js'

/** A store in another process; what it throws has the same code. */
export interface RemoteStore extends Omit<Pkcs11KeyStore, 'close'> {
  call(member: Call['member'], ...parameters: unknown[]): Promise<unknown>
}

/** A process with stores in it. */
export interface Pkcs11Process {
  readonly child: ChildProcess
  open(options: Pkcs11KeyStoreOptions & { readonly isLoaded?: boolean }): Promise<RemoteStore>
}

/** Starts processes, and ends them. */
export interface Pkcs11Processes {
  start(environment: NodeJS.ProcessEnv): Pkcs11Process
  /** Runs the example, and returns what it prints. */
  runExample(environment: NodeJS.ProcessEnv): Promise<string>
  /** Makes an application that links to the key store, and alone has pkcs11js. */
  linkedApplication(): Promise<LinkedApplication>
  /** Everything that the processes printed or threw. */
  readonly printed: string[]
  stop(): Promise<void>
}

/** An application in a folder of its own. */
export interface LinkedApplication {
  /** Runs it, and returns what it prints: how many keys the token has, or what went wrong. */
  run(environment: NodeJS.ProcessEnv): Promise<string>
  removePkcs11js(): Promise<void>
}

/** Builds the program of the processes, where it finds pkcs11js. */
export async function pkcs11Processes(): Promise<Pkcs11Processes> {
  const folder = await mkdtemp(path.join(import.meta.dirname, '../../node_modules/.pkcs11-'))
  const program = path.join(folder, 'program.mjs')
  const example = path.join(folder, 'key-store-pkcs11.mjs')
  await build({
    entryPoints: {
      program: path.join(import.meta.dirname, 'pkcs11-program.ts'),
      'key-store-pkcs11': path.join(import.meta.dirname, '../../../../examples/key-store-pkcs11.ts'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@testamur/source'],
    external: ['pkcs11js'],
    // Packages in CommonJS ask for `require`, which modules do not have.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  const children: ChildProcess[] = []
  const applications: string[] = []
  const printed: string[] = []
  return {
    printed,
    start(environment) {
      const child = fork(program, {
        env: environment,
        serialization: 'advanced',
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      children.push(child)
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => printed.push(String(piece)))
      return processOf(child, printed)
    },
    async runExample(environment) {
      return (await promisify(execFile)(process.execPath, [example], { env: environment })).stdout
    },
    async linkedApplication() {
      const made = await mkdtemp(path.join(tmpdir(), 'testamur-linked-'))
      applications.push(made)
      return linkedApplication(made)
    },
    async stop() {
      const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      await Promise.all(running.map((child) => (child.kill('SIGKILL'), once(child, 'exit'))))
      for (const made of [folder, ...applications]) await rm(made, { recursive: true })
    },
  }
}

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pkcs11js/package.json'))

/** In `folder`, as `npm install ../library` leaves it. */
async function linkedApplication(folder: string): Promise<LinkedApplication> {
  const library = path.join(folder, 'library')
  const installed = path.join(folder, 'application', 'node_modules')
  const program = path.join(folder, 'application', 'main.mjs')
  await build({
    stdin: { contents: "export * from '@testamur/proofs/key-stores/pkcs11'", resolveDir: import.meta.dirname },
    outfile: path.join(library, 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@testamur/source'],
  })
  await writeFile(path.join(library, 'package.json'), '{ "name": "library", "exports": "./index.mjs" }')
  await mkdir(installed, { recursive: true })
  await symlink(library, path.join(installed, 'library'))
  await symlink(packageFolder, path.join(installed, 'pkcs11js'))
  await writeFile(
    program,
    `import { pkcs11KeyStore } from 'library'
    const { PKCS11_MODULE: module, PKCS11_TOKEN: tokenLabel, PKCS11_PIN: pin } = process.env
    const listing = pkcs11KeyStore({ module, tokenLabel, pin }).list()
    console.log(await listing.then(({ length }) => length + ' keys', ({ code, message }) => code + ' ' + message))`,
  )
  return {
    async run(environment) {
      // pnpm's own programs hand on a NODE_PATH to all that it installed.
      const env = { ...environment, NODE_PATH: undefined }
      return (await promisify(execFile)(process.execPath, [program], { env, cwd: tmpdir() })).stdout
    },
    removePkcs11js: () => rm(path.join(installed, 'pkcs11js')),
  }
}

function processOf(child: ChildProcess, printed: string[]): Pkcs11Process {
  const waiting = new Map<number, (outcome: Outcome) => void>()
  let count = 0
  child.on('message', (outcome: Outcome) => waiting.get(outcome.id)?.(outcome))
  child.on('exit', () => {
    for (const [id, settle] of waiting) settle({ id, code: 'PROCESS_ENDED', shown: '' })
  })
  const call = async (store: number, member: Call['member'], parameters: readonly unknown[]): Promise<unknown> => {
    const id = ++count
    const outcome = await new Promise<Outcome>((resolve) => {
      waiting.set(id, resolve)
      // Its end may be known to nobody yet when the next call is sent.
      child.send(
        { id, store, member, parameters },
        (error) => error && resolve({ id, code: 'PROCESS_ENDED', shown: '' }),
      )
    })
    waiting.delete(id)
    if ('result' in outcome) return outcome.result
    printed.push(outcome.shown)
    throw new TestamurError(outcome.code, outcome.shown)
  }
  return {
    child,
    async open(options) {
      const store = ++count
      const remote = (member: Call['member'], ...parameters: unknown[]): Promise<never> =>
        call(store, member, parameters) as Promise<never>
      await remote('open', options)
      return {
        call: remote,
        generate: (options) => remote('generate', options),
        list: () => remote('list'),
        exportPublic: (name) => remote('exportPublic', name),
        getSigner: async (name) => ({
          ...((await remote('getSigner', name)) as object as { verificationMethod: string; algorithm: 'EdDSA' }),
          sign: (data) => remote('sign', name, data),
        }),
      }
    },
  }
}
