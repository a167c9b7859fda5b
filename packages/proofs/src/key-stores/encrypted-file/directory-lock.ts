import { createHash, randomUUID } from 'node:crypto'
import { link, lstat, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ProofsError } from '../../errors.js'
import { machineIdentity, processIdentity } from './process-identity.js'

/** A lock that names nobody after this time was left by a process that died while it wrote it. */
const namelessAfterMs = 5_000

/** What stands in a directory beside the lock for a moment: drafts of it, claims to break it, and their drafts. */
export const besidesLock: RegExp = /^\.lock(-([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16}))+$/

/**
 * Runs `action` while no other process does so for the same directory. A lock is broken when its process is certainly gone:
 * one of this machine, since its last start, and of this container.
 * @throws {ProofsError} `ERR_KEY_STORE_LOCKED` when the lock is not free within `timeoutMs`.
 */
export async function withDirectoryLock<T>(directory: string, timeoutMs: number, action: () => Promise<T>): Promise<T> {
  const file = join(directory, '.lock')
  const end = performance.now() + timeoutMs
  while (!(await createExclusively(file))) {
    if (await breakAbandoned(file)) continue
    if (performance.now() > end) {
      throw new ProofsError('ERR_KEY_STORE_LOCKED', `Another process is writing to the key store ${directory}`, {
        advice: `Try again; if no process is writing, in whatever container or on whatever machine, delete ${file}`,
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
  /** See {@link machineIdentity}. */
  readonly machine?: string | undefined
  /** See {@link processIdentity}. */
  readonly process?: string | undefined
  /** Tells one lock from the next of the same process. */
  readonly nonce: string
}

/** What `link` says where the file system has no hard links. */
const withoutLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

/** True for the error of `link` where the file system has no hard links. */
export function hasNoLinks({ code, syscall }: NodeJS.ErrnoException): boolean {
  return syscall === 'link' && withoutLinks.has(code)
}

/** Creates a file that names this process; false when it exists. It is there with its content or not at all. */
async function createExclusively(file: string): Promise<boolean> {
  const { pid } = process
  const [machine, identity] = await Promise.all([machineIdentity(), processIdentity(pid)])
  const lock: Lock = { pid, machine, process: identity, nonce: randomUUID() }
  const text = JSON.stringify(lock)
  const draft = `${file}-${lock.nonce}`
  try {
    await writeFile(draft, text, { flag: 'wx', mode: 0o600 })
    await link(draft, file)
    return true
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (hasNoLinks(error as NodeJS.ErrnoException)) return writeExclusively(file, text)
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
    const found = await lstat(file)
    const { ino, mtimeMs } = found
    // A link to nowhere, for instance: it keeps everybody out, and nobody here made it.
    if (!found.isFile()) return { identity: '', abandoned: false }
    const text = await readFile(file, 'utf8')
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

/**
 * True when the process that a lock names is gone. Whether one of another machine or container is cannot be told from here,
 * nor whether an earlier start of this machine was not another one of the same name.
 */
async function isGone({ pid, machine, process: identity }: Lock): Promise<boolean> {
  if (machine === undefined || machine !== (await machineIdentity())) return false
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
  const found = await processIdentity(pid)
  return identity !== undefined && found !== undefined && identity !== found
}
