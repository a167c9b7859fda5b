import { randomUUID } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { TestamurError } from '@testamur/documents'
import { ProofsError } from '../../errors.js'
import { keyExists } from '../stored-key.js'
import { hasNoLinks } from './directory-lock.js'
import { type KeyRecord, serializeKeyRecord } from './key-record.js'

/** Records that are written together. */
export interface RecordChanges {
  /** Records of new keys: none takes the place of another. They are written first. */
  readonly added?: readonly KeyRecord[] | undefined
  /** Records that take the place of those of the same names. */
  readonly replaced?: readonly KeyRecord[] | undefined
}

/** The temporary files of {@link writeRecords}. */
export const draftName: RegExp = /^[0-9a-f]{64}\.json\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/**
 * Writes records, each completely or not at all. All of them are on the disk under temporary names before the first takes
 * its place, so a disk that is full changes nothing. What fails later is undone while none was replaced.
 * @throws {ProofsError} `ERR_KEY_EXISTS` when an added one is there already; `ERR_KEY_STORE_WRITE` when only some were
 * written. Another error of the file system means that none was.
 */
export async function writeRecords(
  { added = [], replaced = [] }: RecordChanges,
  fileOf: (verificationMethod: string) => string,
): Promise<void> {
  const drafts = new Set<string>()
  const placed: string[] = []
  let replacedCount = 0
  try {
    const files = [...added, ...replaced].map((record) => ({ record, file: fileOf(record.key.verificationMethod) }))
    const changes: { record: KeyRecord; file: string; draft: string }[] = []
    for (const { record, file } of files) {
      const draft = `${file}.${randomUUID()}.tmp`
      drafts.add(draft)
      await writeDraft(draft, serializeKeyRecord(record))
      changes.push({ record, file, draft })
    }
    for (const { record, file, draft } of changes.slice(0, added.length)) {
      await placeNew(draft, file, record)
      placed.push(file)
    }
    for (const { file, draft } of changes.slice(added.length)) {
      await rename(draft, file)
      drafts.delete(draft)
      replacedCount++
    }
    // The new names must outlive a power cut, too.
    for (const directory of new Set(files.map(({ file }) => dirname(file)))) await syncDirectory(directory)
  } catch (cause) {
    if (replacedCount === 0 && (await areRemoved(placed))) throw cause
    throw partlyWritten(placed.length + replacedCount, added.length + replaced.length, cause)
  } finally {
    // What cannot be removed now is when somebody writes again.
    for (const draft of drafts) await rm(draft, { force: true }).catch(() => undefined)
  }
}

/** Makes sure that the names in a directory are on the disk. Windows cannot open directories. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  await handle.sync().finally(() => handle.close())
}

async function writeDraft(draft: string, text: string): Promise<void> {
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives a file its name, unless that is taken: also when the lock did not keep others away, no key is overwritten. */
async function placeNew(draft: string, file: string, { key }: KeyRecord): Promise<void> {
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (!hasNoLinks(error)) throw error
      return reserveAndRename(draft, file)
    })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? keyExists(key.verificationMethod) : error
  }
}

/** The same where there are no hard links: for a moment the file is empty. */
async function reserveAndRename(draft: string, file: string): Promise<void> {
  await (await open(file, 'wx', 0o600)).close()
  try {
    await rename(draft, file)
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

async function areRemoved(files: readonly string[]): Promise<boolean> {
  const outcomes = await Promise.allSettled(files.map((file) => rm(file, { force: true })))
  return outcomes.every(({ status }) => status === 'fulfilled')
}

function partlyWritten(written: number, all: number, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException
  if (TestamurError.isInstance(cause) || code === undefined) return cause
  return new ProofsError(
    'ERR_KEY_STORE_WRITE',
    `Of ${all} key files, ${written} were written before an error (${code})`,
    {
      advice: 'list() shows what is there; make room or correct the permissions, and do the rest',
      cause,
    },
  )
}
