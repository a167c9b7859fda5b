import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { filesIn, resultOf, temporaryFolder } from './call.js'
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

// Made once, because making a key is made to take its time; each test works on a copy.
let template: Promise<Omit<Registrar, 'cwd'> & { readonly files: Readonly<Record<string, Uint8Array>> }> | undefined

/** Returns such a folder, the test's own. */
export async function registrar(): Promise<Registrar> {
  template ??= makeRegistrar()
  const { files, ...named } = await template
  return { ...named, cwd: await temporaryFolder(files) }
}

async function makeRegistrar(): NonNullable<typeof template> {
  const cwd = await temporaryFolder()
  const { verificationMethod, controller } = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys'], {
    cwd,
  })
  await writeFile(path.join(cwd, 'clr.json'), JSON.stringify(sampleRecord(controller)))
  await resultOf(['issue', 'clr.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'signed.json'], { cwd })
  return { verificationMethod, issuer: controller, files: await filesIn(cwd) }
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
