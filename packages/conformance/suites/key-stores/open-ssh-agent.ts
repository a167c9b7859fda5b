import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Why there can be no agent here; undefined when there can. */
export function missingForSshAgent(): string | undefined {
  const missing = ['ssh-agent', 'ssh-add', 'ssh-keygen'].filter((name) => spawnSync(name, ['-?']).error !== undefined)
  return missing.length === 0 ? undefined : `there is no ${missing.join()} on this machine`
}

/** An agent of OpenSSH that nobody else knows. */
export interface SshAgent {
  readonly socketPath: string
  /** Makes a key, adds it under a comment, and returns its fingerprint. */
  addKey(comment: string, ...type: string[]): Promise<string>
  /** Runs ssh-add. */
  add(...parameters: string[]): Promise<string>
  /** Locks the agent under a passphrase, or opens it again. */
  lock(parameter: '-x' | '-X', passphrase: string): Promise<void>
  kill(): Promise<void>
  /** Starts it again on the same socket, with no keys. */
  start(): Promise<void>
  remove(): Promise<void>
}

/** Starts an agent. */
export async function startSshAgent(): Promise<SshAgent> {
  const home = await mkdtemp(path.join(tmpdir(), 'testamur-agent-'))
  const socketPath = path.join(home, 'agent.sock')
  const environment = { ...process.env, SSH_AUTH_SOCK: socketPath, SSH_ASKPASS_REQUIRE: 'force' }
  let child: ChildProcess | undefined
  let keys = 0
  const run = async (program: string, parameters: readonly string[], more: object = {}): Promise<string> =>
    (await promisify(execFile)(program, parameters, { env: { ...environment, ...more } })).stdout
  const agent: SshAgent = {
    socketPath,
    async addKey(comment, ...type) {
      const file = path.join(home, `key-${++keys}`)
      await run('ssh-keygen', ['-q', '-N', '', '-C', comment, '-f', file, '-t', ...type])
      await agent.add(file)
      return (await run('ssh-keygen', ['-l', '-f', file])).split(' ')[1] ?? ''
    },
    add: (...parameters) => run('ssh-add', ['-q', ...parameters]),
    async lock(parameter, passphrase) {
      // ssh-add asks a program for the passphrase where there is no terminal: this one.
      await run('ssh-add', [parameter], {
        SSH_ASKPASS: path.join(import.meta.dirname, 'ask-pass.sh'),
        PASSPHRASE: passphrase,
      })
    },
    async kill() {
      if (child?.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
    async start() {
      await rm(socketPath, { force: true })
      child = spawn('ssh-agent', ['-D', '-a', socketPath], { stdio: 'ignore' })
      while (!existsSync(socketPath)) await setTimeout(5)
    },
    async remove() {
      await agent.kill()
      await rm(home, { recursive: true })
    },
  }
  await agent.start()
  return agent
}
