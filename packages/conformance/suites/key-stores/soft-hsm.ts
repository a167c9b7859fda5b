import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** Where Debian, Fedora and Homebrew install the module of SoftHSM 2. */
const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
]

/** Path of the module of SoftHSM 2, if it is on this machine. */
export const softHsmModule: string | undefined = modules.find(existsSync)

/** Why there can be no token here; undefined when there can. */
export function missingForSoftHsm(): string | undefined {
  const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
  if (softHsmModule === undefined || !isThere('softhsm2-util')) return 'there is no SoftHSM 2 on this machine'
  if (!isThere('pkcs11-tool')) return 'there is no pkcs11-tool on this machine'
  try {
    createRequire(import.meta.url).resolve('pkcs11js')
    return undefined
  } catch {
    return 'the package pkcs11js was not built'
  }
}

/** A folder of tokens that nobody else knows. */
export interface SoftHsm {
  /** What programs that use these tokens have in their environment. */
  readonly environment: NodeJS.ProcessEnv
  /** The folder with a folder for each token; tokens are taken away by moving it. */
  readonly tokens: string
  /** Makes a token of that label. */
  addToken(label: string): Promise<void>
  /** Runs pkcs11-tool of OpenSC on a token, logged in, and returns what it prints. */
  tool(label: string, ...parameters: string[]): Promise<string>
  remove(): Promise<void>
}

/** The PIN of every token. Nothing that is printed may hold it. */
export const pin = 'canary-pin-7391'

/** Returns a folder for tokens, with none in it. */
export async function softHsm(): Promise<SoftHsm> {
  const home = await mkdtemp(path.join(tmpdir(), 'testamur-tokens-'))
  const tokens = path.join(home, 'tokens')
  const configuration = path.join(home, 'softhsm2.conf')
  await mkdir(tokens)
  await writeFile(configuration, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  const environment = { ...process.env, SOFTHSM2_CONF: configuration }
  const run = async (program: string, parameters: readonly string[]): Promise<string> =>
    (await promisify(execFile)(program, parameters, { env: environment })).stdout
  return {
    environment,
    tokens,
    async addToken(label) {
      await run('softhsm2-util', ['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '87654321'])
    },
    tool(label, ...parameters) {
      const login = ['--module', softHsmModule ?? '', '--token-label', label, '--login', '--pin', pin]
      return run('pkcs11-tool', [...login, ...parameters])
    },
    remove: () => rm(home, { recursive: true }),
  }
}
