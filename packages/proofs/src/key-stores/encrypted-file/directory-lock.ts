import { createHash, randomUUID } from 'node:crypto'
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ProofsError } from '../../errors.js'
import { processIdentity } from './process-identity.js'

/** A lock that names nobody after this time was left by a process that died while it wrote it. */
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

/** What a lock file says. */
interface Lock {
  readonly pid: number
  readonly host: string
  /** See {@link processIdentity}. */
  readonly process?: string | undefined
  /** Tells one lock from the next of the same process. */
  readonly nonce: string
}

/** What `link` says where the file system has no hard links. */
const withoutLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

/** Creates a file that names this process; false when it exists. It is there with its content or not at all. */
async function createExclusively(file: string): Promise<boolean> {
  const { pid } = process
  const lock: Lock = { pid, host: hostname(), process: await processIdentity(pid), nonce: randomUUID() }
  const text = JSON.stringify(lock)
  const draft = `${file}-${lock.nonce}`
  try {
    await writeFile(draft, text, { flag: 'wx', mode: 0o600 })
    await link(draft, file)
    return true
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (syscall === 'link' && withoutLinks.has(code)) return writeExclusively(file, text)
    // Without its draft, which whoever holds the lock may have removed, it does not exist either.
    if (syscall === 'link' && (code === 'EEXIST' || code === 'ENOENT')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** The same where there are no hard links: for a moment the file is empty. */
async function writeExclusively(file: string, text: string): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    // Windows says EPERM while a deleted file is still open somewhere.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && process.platform === 'win32')) return undefined
    throw error
  })
  if (handle === undefined) return false
  try {
    await handle.writeFile(text)
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
  // Whoever made the claim may have died, too.
  if (!(await createExclusively(claim))) {
    await breakAbandoned(claim)
    return false
  }
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
    const lock = parseLock(text)
    const abandoned = lock === undefined ? Date.now() - mtimeMs > namelessAfterMs : await isGone(lock)
    return { identity: `${text} ${ino} ${mtimeMs}`, abandoned }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The lock in a file; undefined when whoever wrote it has not named itself, or not to the end. */
function parseLock(text: string): Lock | undefined {
  try {
    return (JSON.parse(text) as Lock | null) ?? undefined
  } catch {
    return undefined
  }
}

/** True when the process that a lock names is gone; whether one of another machine is cannot be told from here. */
async function isGone({ pid, host, process: identity }: Lock): Promise<boolean> {
  if (host !== hostname() || !Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
  const found = await processIdentity(pid)
  return identity !== undefined && found !== undefined && identity !== found
}
