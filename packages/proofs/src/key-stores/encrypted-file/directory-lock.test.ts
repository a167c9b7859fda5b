import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { withDirectoryLock } from './directory-lock.js'
import { machineIdentity, processIdentity } from './process-identity.js'

const root = await mkdtemp(join(tmpdir(), 'testamur-lock-'))
afterAll(() => rm(root, { recursive: true, force: true }))

let directory: string
let lock: string
beforeEach(async () => {
  directory = await mkdtemp(join(root, 'd'))
  lock = join(directory, '.lock')
})

/** The id of a process that has ended. */
const deadPid = spawnSync(process.execPath, ['-e', '']).pid
const machine = await machineIdentity()
const lockOf = (owner: { pid: number; machine?: string; process?: string | undefined; nonce?: string }): string =>
  JSON.stringify({ machine, nonce: 'n', ...owner })

describe('withDirectoryLock', () => {
  it('lets one in at a time and leaves nothing behind', async () => {
    let inside = 0
    let most = 0
    const done = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        withDirectoryLock(directory, 10_000, async () => {
          most = Math.max(most, ++inside)
          await setTimeout(2)
          inside--
          return index
        }),
      ),
    )
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(most).toBe(1)
    expect(await readdir(directory)).toEqual([])
  })

  it('frees the lock when the action fails', async () => {
    const failing = withDirectoryLock(directory, 100, async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await readdir(directory)).toEqual([])
  })

  it.each([
    ['a process that lives', () => lockOf({ pid: process.pid })],
    ['a process of another machine', () => lockOf({ pid: deadPid, machine: 'other.example' })],
    [
      'a process of another container of that name',
      () => lockOf({ pid: deadPid, machine: `${machine}`.replace(/pid:.*$/, 'pid:[4026530000]').concat(' ') }),
    ],
    ['a process of nobody knows what machine', () => JSON.stringify({ pid: deadPid, nonce: 'n' })],
    ['nobody who can be told', () => '{"pid":'],
    ['a process that has just begun to lock', () => ''],
  ])('waits for %s, then gives up', async (_who, text) => {
    await writeFile(lock, text())
    const waiting = withDirectoryLock(directory, 100, async () => 'in')
    await expect(waiting).rejects.toMatchObject({
      code: 'ERR_KEY_STORE_LOCKED',
      message: expect.stringContaining(lock) as string,
    })
    expect(await readFile(lock, 'utf8')).toBe(text())
  })

  it('breaks the lock of a process that is gone; one breaks it, all get in', async () => {
    await writeFile(lock, lockOf({ pid: deadPid }))
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withDirectoryLock(directory, 10_000, async () => {
          most = Math.max(most, ++inside)
          await setTimeout(2)
          inside--
        }),
      ),
    )
    expect(most).toBe(1)
    expect(await readdir(directory)).toEqual([])
  })

  it.runIf(process.platform === 'linux')(
    'breaks the lock of a process whose id another one has got since',
    async () => {
      await writeFile(lock, lockOf({ pid: process.pid, process: '1' }))
      expect(await withDirectoryLock(directory, 1_000, async () => 'in')).toBe('in')
    },
  )

  it.each([
    ['a link to nowhere', () => symlink(join(directory, 'nowhere'), lock)],
    ['a directory', () => mkdir(lock)],
  ])('waits for %s, then gives up', { timeout: 5_000 }, async (_what, make) => {
    await make()
    await expect(withDirectoryLock(directory, 100, async () => 'in')).rejects.toMatchObject({
      code: 'ERR_KEY_STORE_LOCKED',
    })
  })

  it('waits for a process that is still the same', async () => {
    await writeFile(lock, lockOf({ pid: process.pid, process: await processIdentity(process.pid) }))
    await expect(withDirectoryLock(directory, 100, async () => 'in')).rejects.toMatchObject({
      code: 'ERR_KEY_STORE_LOCKED',
    })
  })

  it('breaks the lock of a process that is gone, although another one died while breaking it', async () => {
    const text = lockOf({ pid: deadPid })
    await writeFile(lock, text)
    const { ino, mtimeMs } = await stat(lock)
    const claim = `${lock}-${createHash('sha256').update(`${text} ${ino} ${mtimeMs}`).digest('hex').slice(0, 16)}`
    await writeFile(claim, lockOf({ pid: deadPid, nonce: 'claim' }))
    expect(await withDirectoryLock(directory, 1_000, async () => 'in')).toBe('in')
    expect(await readdir(directory)).toEqual([])
  })

  it.each(['', '{"pid":'])('breaks the lock of a process that died before it named itself: %j', async (text) => {
    await writeFile(lock, text)
    const longAgo = Date.now() / 1000 - 60
    await utimes(lock, longAgo, longAgo)
    expect(await withDirectoryLock(directory, 1_000, async () => 'in')).toBe('in')
  })

  it('says what is wrong when the directory is not there', async () => {
    const action = withDirectoryLock(join(directory, 'none'), 100, async () => 'in')
    await expect(action).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
