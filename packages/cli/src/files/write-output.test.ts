import { chmod, open, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentOf, temporaryFolder } from '../../test/call.js'
import type { FileSystem, Io } from '../io/index.js'
import { processIo } from '../io/index.js'
import { writeOutput } from './write-output.js'

const io = processIo()
const world = (cwd: string, fileSystem: Partial<FileSystem> = {}): Io => ({
  ...io,
  cwd,
  fileSystem: { ...io.fileSystem, ...fileSystem },
})

test('a file is made, and replaced as a whole', async () => {
  const cwd = await temporaryFolder()
  await writeOutput('out.json', 'long text', world(cwd))
  await writeOutput('out.json', 'text', world(cwd))
  expect(await contentOf(cwd)).toEqual({ 'out.json': 'text' })
})

test('a text in pieces is written whole, to a file and to standard output', async () => {
  const cwd = await temporaryFolder()
  const pieces = Array.from({ length: 50_000 }, (_, n) => `piece ${n}\n`)
  await writeOutput('out.txt', pieces, world(cwd))
  expect((await contentOf(cwd))['out.txt']).toBe(pieces.join(''))
  const written: string[] = []
  const stdout = { isTerminal: false, write: async (text: string) => void written.push(text) }
  await writeOutput(undefined, pieces, { ...world(cwd), stdout })
  expect(written.join('')).toBe(pieces.join(''))
  expect(written.length).toBeLessThan(20)
})

test('the text is on the disk before it takes the name', async () => {
  const cwd = await temporaryFolder({ 'out.json': 'old' })
  const calls: string[] = []
  const watched: Partial<FileSystem> = {
    open: async (...args) => {
      const handle = await open(...args)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        calls.push(`sync, out.json holds ${await readFile(path.join(cwd, 'out.json'), 'utf8')}`)
        await sync()
      }
      return handle
    },
    rename: async (from, to) => {
      calls.push(`rename to ${path.relative(cwd, String(to))}, a text of ${(await stat(from)).size} bytes`)
    },
  }
  await writeOutput('out.json', 'new text', world(cwd, watched))
  expect(calls).toEqual(['sync, out.json holds old', 'rename to out.json, a text of 8 bytes'])
})

test.for(['open', 'rename'] as const)('when %s fails, the old file stays and nothing is left behind', async (name) => {
  const cwd = await temporaryFolder({ 'out.json': 'old' })
  const fail = (): Promise<never> => Promise.reject(Object.assign(new Error('failed'), { code: 'EIO' }))
  await expect(writeOutput('out.json', 'new', world(cwd, { [name]: fail }))).rejects.toMatchObject({
    code: 'ERR_OUTPUT_FAILED',
    message: expect.stringContaining('out.json: the output cannot be written: the disk reports an error (EIO)'),
  })
  expect(await contentOf(cwd)).toEqual({ 'out.json': 'old' })
})

test('when writing fails half-way, the old file stays and nothing is left behind', async () => {
  const cwd = await temporaryFolder({ 'out.json': 'old' })
  const half: FileSystem['open'] = async (...args) => {
    const handle = await open(...args)
    const write = handle.writeFile.bind(handle)
    handle.writeFile = async () => {
      await write('ne')
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    return handle
  }
  await expect(writeOutput('out.json', 'new', world(cwd, { open: half }))).rejects.toThrow('the disk is full')
  expect(await contentOf(cwd)).toEqual({ 'out.json': 'old' })
})

test('a link stays a link, and permissions stay', async () => {
  const cwd = await temporaryFolder({ 'real.json': 'old' })
  await symlink('real.json', path.join(cwd, 'link.json'))
  await chmod(path.join(cwd, 'real.json'), 0o640)
  await writeOutput('link.json', 'new', world(cwd))
  expect(await contentOf(cwd)).toEqual({ 'real.json': 'new', 'link.json': undefined })
  expect((await stat(path.join(cwd, 'real.json'))).mode & 0o777).toBe(0o640)
})

test.skipIf(process.platform === 'win32')('a device is written to, never replaced', async () => {
  const cwd = await temporaryFolder()
  await writeOutput('/dev/null', 'text', world(cwd))
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
})

test('a file that nobody may write to is not replaced', async () => {
  const cwd = await temporaryFolder({ 'out.json': 'old' })
  await chmod(path.join(cwd, 'out.json'), 0o444)
  await expect(writeOutput('out.json', 'new', world(cwd))).rejects.toMatchObject({
    code: 'ERR_OUTPUT_FAILED',
    message: expect.stringMatching(/^out\.json: .*read-only\. Nothing was written/),
  })
  expect(await contentOf(cwd)).toEqual({ 'out.json': 'old' })
})

test('a file can be written over itself', async () => {
  const cwd = await temporaryFolder()
  await writeFile(path.join(cwd, 'clr.json'), 'input')
  await writeOutput('clr.json', 'output', world(cwd))
  expect(await contentOf(cwd)).toEqual({ 'clr.json': 'output' })
})
