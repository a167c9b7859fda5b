import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { resultOf, temporaryFolder } from './call.js'
import { sampleRecord } from './sample-record.js'

/** A folder with a key store `keys`, the unsigned record `clr.json` and the signed one `signed.json`. */
export interface Registrar {
  readonly cwd: string
  readonly verificationMethod: string
  /** The did:key of the key: the issuer's id. */
  readonly issuer: string
}

/** What `keys generate --json` prints. */
export interface GeneratedKey {
  readonly verificationMethod: string
  readonly controller: string
  readonly algorithm: string
  readonly publicKeyMultibase: string
}

// Made once for each test file, because opening a key is made to take its time; each test works on a copy.
let template: Promise<Registrar> | undefined
afterAll(async () => template && rm((await template).cwd, { recursive: true }))

/** Returns such a folder, the test's own. */
export async function registrar(): Promise<Registrar> {
  template ??= makeRegistrar()
  const cwd = await temporaryFolder()
  await cp((await template).cwd, cwd, { recursive: true })
  return { ...(await template), cwd }
}

async function makeRegistrar(): Promise<Registrar> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'testamur-cli-'))
  const { verificationMethod, controller } = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys'], {
    cwd,
  })
  await writeFile(path.join(cwd, 'clr.json'), JSON.stringify(sampleRecord(controller)))
  await resultOf(['issue', 'clr.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'signed.json'], { cwd })
  return { cwd, verificationMethod, issuer: controller }
}

/** Writes a copy of a file in which a text is replaced, and returns its name. */
export async function alteredCopy(cwd: string, file: string, from: string, to: string): Promise<string> {
  const text = await readFile(path.join(cwd, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  await writeFile(path.join(cwd, `altered-${file}`), text.replace(from, to))
  return `altered-${file}`
}

/** Returns the JSON in a file. */
export async function jsonIn<T>(cwd: string, file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(cwd, file), 'utf8')) as T
}
