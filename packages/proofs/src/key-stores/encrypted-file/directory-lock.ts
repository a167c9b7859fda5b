import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ProofsError } from '../../errors.js'

/** A process names itself in its lock file at once; one that has not after this time died in between. */
const namelessAfterMs = 5_000

/**
 * Runs `action` while no other process does so for the same directory. A lock whose process is gone is broken.
 * @throws {ProofsError} `ERR_KEY_STORE_LOCKED` when the lock is not free within `timeoutMs`.
 */
export async function withDirectoryLock<T>(directory: string, timeoutMs: number, action: () => Promise<T>): Promise<T> {
  const file = join(directory, '.lock')
  const end = performance.now() + timeoutMs
  while (!(await createExclusively(file))) {
    if (await breakAbandoned(file)) continue
    if (performance.now() > end) {
      throw new ProofsError('ERR_KEY_STORE_LOCKED', `Another process is writing to the key store ${directory}`, {
        advice: `Try again; if no process is writing, delete ${file}`,
      })
    }
    await setTimeout(10 + Math.random() * 20)
  }
  try {
    return await action()
  } finally {
    await rm(file, { force: true })
  }
}

/** Creates a file that names this process; false when it exists. */
async function createExclusively(file: string): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    // Windows says EPERM while a deleted file is still open somewhere.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && process.platform === 'win32')) return undefined
    throw error
  })
  if (handle === undefined) return false
  try {
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname(), nonce: randomUUID() }))
    return true
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/**
 * Removes a lock whose process is gone; true when the lock may be free now. Only whoever first creates the claim on
 * exactly this lock may remove it, and looks again before doing so: nobody removes the lock of a process that lives.
 */
async function breakAbandoned(file: string): Promise<boolean> {
  const lock = await readLock(file)
  if (lock === undefined) return true
  if (!lock.abandoned) return false
  const claim = `${file}-${createHash('sha256').update(lock.identity).digest('hex').slice(0, 16)}`
  if (!(await createExclusively(claim))) return false
  try {
    if ((await readLock(file))?.identity === lock.identity) await rm(file, { force: true })
  } finally {
    await rm(claim, { force: true })
  }
  return true
}

/** What a lock file says, or `undefined` when there is none. */
async function readLock(file: string): Promise<{ readonly identity: string; readonly abandoned: boolean } | undefined> {
  try {
    const [text, { ino, mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    if (text === '') return { identity: `${ino} ${mtimeMs}`, abandoned: Date.now() - mtimeMs > namelessAfterMs }
    return { identity: text, abandoned: isAbandoned(text) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAbandoned(text: string): boolean {
  try {
    const { pid, host } = JSON.parse(text) as { pid: number; host: string }
    // Whether a process of another machine lives cannot be told from here.
    if (host !== hostname() || !Number.isSafeInteger(pid) || pid <= 0) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
