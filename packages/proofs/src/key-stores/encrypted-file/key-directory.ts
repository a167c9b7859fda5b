import { createHash } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { TestamurError } from '@testamur/documents'
import { ProofsError } from '../../errors.js'
import { besidesLock, withDirectoryLock } from './directory-lock.js'
import { type KeyRecord, parseKeyRecord } from './key-record.js'
import { draftName, type RecordChanges, syncDirectory, writeRecords } from './write-records.js'

/** A directory with one file per key. Reads and writes key records; knows nothing of passphrases. */
export interface KeyDirectory {
  /** Returns the path of a key's file, whether or not it exists. */
  fileOf(verificationMethod: string): string
  /** Returns the record of a key, or `undefined` when there is none. */
  read(verificationMethod: string): Promise<KeyRecord | undefined>
  /** Returns all records, oldest first. */
  readAll(): Promise<readonly KeyRecord[]>
  /**
   * Runs an action that may write records, and reads again before it does: nobody else writes in between. After a crash
   * at any moment each record is there as it was or as it was written, completely.
   * @throws {ProofsError} `ERR_KEY_EXISTS` when a record that is added is there already.
   */
  writing<T>(action: (write: (changes: RecordChanges) => Promise<void>) => Promise<T>): Promise<T>
}

/**
 * Returns the key directory at a path; it need not exist yet.
 *
 * @throws {ProofsError} from every member: `ERR_KEY_STORE_UNSAFE` when others than the owner can enter the directory, or
 * read or write a file in it, or either belongs to another account, `ERR_KEY_STORE_CORRUPT` for a file that is not what it should be, `ERR_KEY_STORE_READ`,
 * `ERR_KEY_STORE_WRITE`, `ERR_KEY_STORE_LOCKED`.
 */
export function keyDirectory(directory: string, options: { readonly lockTimeoutMs: number }): KeyDirectory {
  const fileOf = (verificationMethod: string): string => join(directory, fileName(verificationMethod))
  return {
    fileOf,
    async read(verificationMethod) {
      await refuseUnsafe(directory)
      return readRecord(fileOf(verificationMethod))
    },
    async readAll() {
      if (!(await refuseUnsafe(directory))) return []
      const entries = await readdir(directory).catch((cause: unknown) => {
        throw unreadable(`The key store ${directory}`, cause)
      })
      const names = entries.filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
      const records = await Promise.all(names.map((name) => readRecord(join(directory, name))))
      return records
        .filter((record) => record !== undefined)
        .sort(
          (a, b) =>
            compare(a.key.created, b.key.created) || compare(a.key.verificationMethod, b.key.verificationMethod),
        )
    },
    async writing(action) {
      try {
        await makeDirectory(directory)
        await refuseUnsafe(directory)
        return await withDirectoryLock(directory, options.lockTimeoutMs, async () => {
          await removeLeftovers(directory)
          return action((changes) => writeRecords(changes, fileOf))
        })
      } catch (error) {
        throw unwritable(directory, error)
      }
    },
  }
}

/**
 * Makes a directory and those above it. Node's own way never ends where the system refuses to make one, as in `/proc`.
 */
async function makeDirectory(directory: string): Promise<void> {
  const reason = await makeOneDirectory(directory)
  if (reason === undefined) return
  const parent = dirname(directory)
  if (reason.code !== 'ENOENT' || parent === directory) throw reason
  // Somebody else may have made it since.
  const hasParent = (await stat(parent).catch(() => undefined)) !== undefined
  if (!hasParent) await makeDirectory(parent)
  const again = await makeOneDirectory(directory)
  if (again !== undefined) throw again
}

/** Makes a directory, unless it is there, also since a moment ago; returns why it cannot be made. */
async function makeOneDirectory(directory: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(directory, { mode: 0o700 })
    await syncDirectory(dirname(directory))
    return undefined
  } catch (error) {
    const reason = error as NodeJS.ErrnoException
    return reason.code === 'EEXIST' ? undefined : reason
  }
}

/** The error for what the file system does not let us read. */
function unreadable(what: string, cause: unknown): ProofsError {
  const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown reason'
  return new ProofsError('ERR_KEY_STORE_READ', `${what} cannot be read (${reason})`, {
    advice: 'Use the account that the keys belong to',
    cause,
  })
}

/** The names of keys are URLs, which do not fit file systems; their hashes do. */
function fileName(verificationMethod: string): string {
  return `${createHash('sha256').update(verificationMethod).digest('hex')}.json`
}

async function readRecord(file: string): Promise<KeyRecord | undefined> {
  let text: string | undefined
  let found: Stats
  try {
    // One handle: the file whose owner and mode are checked is the file that is read. A pipe would keep us waiting.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      found = await handle.stat()
      text = found.isFile() ? await handle.readFile('utf8') : undefined
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw unreadable(`The key file ${file}`, cause)
  }
  if (text === undefined) {
    throw new ProofsError('ERR_KEY_STORE_READ', `The key file ${file} is no regular file`, {
      advice: 'Restore it from a backup, and find out who put it there',
    })
  }
  refuseOtherOwner(`The key file ${file}`, found)
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new ProofsError('ERR_KEY_STORE_UNSAFE', `Others than its owner can read or write the key file ${file}`, {
      advice: `Make sure that nobody copied or changed it, then run chmod 600 ${file}`,
    })
  }
  const record = parseKeyRecord(text)
  if (typeof record === 'object' && fileName(record.key.verificationMethod) === basename(file)) return record
  const reason = typeof record === 'string' ? record : 'it holds a key of another name'
  throw new ProofsError('ERR_KEY_STORE_CORRUPT', `The key file ${file} is damaged: ${reason}`, {
    advice: 'Restore it from a backup',
  })
}

/** False when there is no such directory. */
async function refuseUnsafe(directory: string): Promise<boolean> {
  const found = await stat(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unreadable(`The key store ${directory}`, error)
  })
  if (found === undefined) return false
  if (!found.isDirectory()) {
    throw new ProofsError('ERR_KEY_STORE_UNSAFE', `The key store ${directory} is not a directory`)
  }
  refuseOtherOwner(`The key store ${directory}`, found)
  // Windows has no such bits; there the user's profile protects what is in it.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new ProofsError('ERR_KEY_STORE_UNSAFE', `Others than its owner can enter the key store ${directory}`, {
      advice: `Run chmod 700 ${directory}`,
    })
  }
  return true
}

/** Whoever owns a file can give others access to it at any time. */
function refuseOtherOwner(what: string, { uid }: Stats): void {
  // Windows has no such ids.
  if (process.geteuid === undefined || uid === process.geteuid()) return
  throw new ProofsError('ERR_KEY_STORE_UNSAFE', `${what} belongs to another account`, {
    advice: 'Use the account that the keys belong to',
  })
}

/** Files of processes that died while writing or breaking a lock; whoever holds the lock may remove them. */
async function removeLeftovers(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const isOurs = entry.isFile() && (draftName.test(entry.name) || besidesLock.test(entry.name))
    if (isOurs) await rm(join(directory, entry.name), { force: true })
  }
}

/** The error for what the file system does not let us write; other errors as they are. */
function unwritable(directory: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException
  if (TestamurError.isInstance(cause) || code === undefined) return cause
  return new ProofsError('ERR_KEY_STORE_WRITE', `The key store ${directory} could not be written (${code})`, {
    advice: 'Every key in it is as it was; make room or correct the permissions, and try again',
    cause,
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
