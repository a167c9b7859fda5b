// Whatever is wrong with what a command is given: the exit code, a message with the name of the file and the reason,
// never a stack trace, and nothing written.
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentOf, passphrase, testamur, type World } from '../../test/call.js'
import { type Registrar, registrar } from '../../test/registrar.js'
import { sampleRecord } from '../../test/sample-record.js'
import { sampleTranscript } from '../../test/sample-transcript.js'

interface BadInput {
  readonly name: string
  /** Content of the file `input`, or how it is made. */
  readonly input?: string | Uint8Array | ((file: string) => Promise<unknown>)
  readonly command: Command
  readonly code: number
  /** What the message says besides the file. */
  readonly reason: RegExp
  /** The file that the message names. Default: `input`. */
  readonly file?: string
  readonly options?: readonly string[]
  readonly world?: Partial<World>
}
type Command = 'import' | 'issue' | 'verify' | 'validate'

const argvOf = (command: Command, { verificationMethod }: Registrar): string[] =>
  ({
    import: ['import', 'pesc', 'input', '--issuer', 'issuer.json', '-o', 'out/out.json'],
    issue: ['issue', 'input', '--keys', 'keys', '--key', verificationMethod, '-o', 'out/out.json'],
    verify: ['verify', 'input'],
    validate: ['validate', 'input'],
  })[command]

const every = (commands: readonly Command[], { name, ...facts }: Omit<BadInput, 'command'>): BadInput[] =>
  commands.map((command) => ({ ...facts, command, name: `${command}: ${name}` }))
const all = ['import', 'issue', 'verify', 'validate'] as const
const ofJson = ['issue', 'verify', 'validate'] as const

const transcript = sampleTranscript()
const json = JSON.stringify(sampleRecord('did:example:issuer'))
const deepJson = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`
const deepXml = `<CollegeTranscript>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</CollegeTranscript>`
const doctype = '<!DOCTYPE CollegeTranscript [<!ENTITY a "b">]>'
const latin1 = Buffer.from('{"name":"Universität"}', 'latin1')
const binary = Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256)

const failure = (code: string): Error => Object.assign(new Error(`${code}: a failure of the test`), { code })
/** A function of the file system that does something else for the file `input`. */
const insteadOf = <T>(real: T, other: () => Promise<unknown>): T =>
  ((file: string, ...rest: unknown[]) =>
    path.basename(file) === 'input' ? other() : (real as (...args: unknown[]) => unknown)(file, ...rest)) as T

const badInputs: BadInput[] = [
  ...every(all, { name: 'no such file', input: async () => undefined, code: 2, reason: /there is no such file/ }),
  ...every(all, { name: 'a folder', input: (file) => mkdir(file), code: 2, reason: /it is a folder/ }),
  ...every(all, {
    name: 'a link to nowhere',
    input: (file) => symlink('nowhere', file),
    code: 2,
    reason: /there is no such file/,
  }),
  ...every(all, {
    name: 'a circle of links',
    input: (file) => symlink('input', file),
    code: 2,
    reason: /links go in a circle \(ELOOP\)/,
  }),
  ...every(all, {
    name: 'no permission',
    input: json,
    world: { fileSystem: { readFile: insteadOf(readFile, () => Promise.reject(failure('EACCES'))) } },
    code: 2,
    reason: /you have no permission \(EACCES\)/,
  }),
  ...every(all, {
    name: 'larger than any file that is read',
    input: json,
    world: { fileSystem: { stat: insteadOf(stat, async () => ({ size: 2 ** 40, isFile: () => true })) } },
    code: 1,
    reason: /larger than 256 MiB/,
  }),
  ...every(ofJson, { name: 'an empty file', input: '', code: 1, reason: /The document is empty/ }),
  ...every(ofJson, { name: 'blanks', input: ' \n\t', code: 1, reason: /The document is empty.*Line 2, column 2/s }),
  ...every(ofJson, {
    name: 'not JSON',
    input: transcript,
    code: 1,
    reason: /not JSON.*Line 1, column 1|web page or XML/s,
  }),
  ...every(ofJson, { name: 'binary', input: binary, code: 1, reason: /UTF-8|not JSON/ }),
  ...every(ofJson, { name: 'not UTF-8', input: latin1, code: 1, reason: /not UTF-8/ }),
  ...every(ofJson, { name: 'truncated JSON', input: json.slice(0, 200), code: 1, reason: /not JSON.*Line 1/s }),
  ...every(ofJson, { name: '100,000 deep JSON', input: deepJson, code: 1, reason: /nested too deeply.*128/s }),
  ...every(ofJson, { name: 'a number', input: '1', code: 1, reason: /JSON object/ }),
  ...every(ofJson, { name: 'an empty array', input: '[]', code: 1, reason: /JSON object/ }),
  ...every(['issue', 'verify'], { name: 'no credential', input: '{}', code: 1, reason: /VerifiableCredential/ }),
  ...every(['import'], { name: 'an empty file', input: '', code: 1, reason: /ERR_XML_EMPTY/ }),
  ...every(['import'], { name: 'neither XML nor JSON', input: 'hello', code: 1, reason: /ERR_XML_NOT_XML/ }),
  ...every(['import'], { name: 'JSON of something else', input: json, code: 1, reason: /ERR_PESC_ROOT/ }),
  ...every(['import'], {
    name: 'truncated JSON',
    input: json.slice(0, 200),
    code: 1,
    reason: /line \d+, column \d+.*ERR_JSON_NOT_WELL_FORMED/,
  }),
  ...every(['import'], { name: '100,000 deep JSON', input: deepJson, code: 1, reason: /ERR_JSON_TOO_DEEP/ }),
  ...every(['import'], { name: 'binary', input: binary, code: 1, reason: /ERR_XML_/ }),
  ...every(['import'], {
    name: 'a DOCTYPE',
    input: sampleTranscript({ prolog: doctype }),
    code: 1,
    reason: /line 1, column \d+.*ERR_XML_DOCTYPE/,
  }),
  ...every(['import'], { name: '100,000 deep XML', input: deepXml, code: 1, reason: /ERR_XML_TOO_DEEP/ }),
  ...every(['import'], {
    name: 'truncated XML',
    input: transcript.slice(0, -100),
    code: 1,
    reason: /line \d+, column \d+.*ERR_XML_TRUNCATED/,
  }),
  ...every(['import'], {
    name: 'a mistake in XML',
    input: transcript.replace('</Student>', '</student>'),
    code: 1,
    reason: /line \d+, column \d+.*ERR_XML_NOT_WELL_FORMED/,
  }),
  ...every(['import'], {
    name: 'another root element',
    input: sampleTranscript({ root: 'HighSchoolDiploma' }),
    code: 1,
    reason: /ERR_PESC_ROOT/,
  }),
  ...every(['import'], { name: 'XML of something else', input: '<html/>', code: 1, reason: /ERR_PESC_ROOT/ }),
  {
    name: 'issue: a wrong passphrase',
    command: 'issue',
    input: json,
    world: { env: { TESTAMUR_PASSPHRASE: 'wrong' } },
    file: 'keys',
    code: 2,
    reason: /The passphrase does not open.*ERR_WRONG_PASSPHRASE/,
  },
  {
    name: 'issue: no passphrase',
    command: 'issue',
    input: json,
    world: { env: {} },
    file: 'TESTAMUR_PASSPHRASE',
    code: 2,
    reason: /needs a passphrase/,
  },
  {
    name: 'issue: an unknown key',
    command: 'issue',
    input: json,
    options: ['--key', 'did:web:registrar.example#key-9'],
    file: 'keys',
    code: 2,
    reason: /no key did:web:registrar\.example#key-9.*testamur keys list --keys keys.*ERR_KEY_NOT_FOUND/,
  },
  {
    name: 'issue: a folder that is no key store',
    command: 'issue',
    input: json,
    options: ['--keys', 'nowhere'],
    file: 'nowhere',
    code: 2,
    reason: /ERR_KEY_NOT_FOUND/,
  },
  {
    name: 'issue: a file as key store',
    command: 'issue',
    input: json,
    options: ['--keys', 'issuer.json'],
    file: 'issuer.json',
    code: 2,
    reason: /not a directory/,
  },
  { name: 'issue: the key of another issuer', command: 'issue', input: json, code: 2, reason: /ERR_ISSUER_MISMATCH/ },
  ...every(['import', 'issue'], {
    name: 'no folder for the output',
    input: json,
    options: ['-o', 'nowhere/out.json'],
    file: 'nowhere/out.json',
    code: 2,
    reason: /there is no such file or folder \(ENOENT\)/,
  }),
  ...every(['import', 'issue'], {
    name: 'a folder as output',
    input: json,
    options: ['-o', 'out'],
    file: 'out',
    code: 2,
    reason: /it is a folder \(EISDIR\)/,
  }),
  ...every(['import', 'issue'], {
    name: 'a file where the folder of the output should be',
    input: json,
    options: ['-o', 'issuer.json/out.json'],
    file: 'issuer.json/out.json',
    code: 2,
    reason: /not a folder \(ENOTDIR\)/,
  }),
  ...every(['import', 'issue'], {
    name: 'a full disk',
    input: json,
    world: { fileSystem: { rename: () => Promise.reject(failure('ENOSPC')) } },
    file: 'out/out.json',
    code: 2,
    reason: /the disk is full \(ENOSPC\)/,
  }),
  ...['nowhere.json', 'broken.json', 'text.json', 'anonymous.json', 'relative.json', 'signed.json'].map(
    (issuer): BadInput => ({
      name: `import: issuer in ${issuer}`,
      command: 'import',
      input: transcript,
      options: ['--issuer', issuer],
      file: issuer,
      code: 2,
      reason: /no such file|not JSON.*Line 1|profile of the issuer/s,
    }),
  ),
  ...every(['import', 'issue'], {
    name: 'a read-only file as output',
    input: json,
    options: ['-o', 'read-only.json'],
    file: 'read-only.json',
    code: 2,
    reason: /is read-only.*make the file writable.*ERR_OUTPUT_FAILED/,
  }),
  ...(['verify', 'issue'] as const)
    .flatMap((command) =>
      ['nowhere.json', 'broken.json', 'text.json', 'map-to-number.json', 'map-to-nowhere.json'].map((map) => ({
        command,
        map,
      })),
    )
    .map(
      ({ command, map }): BadInput => ({
        name: `${command}: documents in ${map}`,
        command,
        input: json,
        options: ['--documents', map],
        file: map === 'map-to-nowhere.json' ? 'nowhere/did.json' : map,
        code: 2,
        reason: /no such file|not JSON.*Line 1|from URL to file path/s,
      }),
    ),
]

/** What a case needs to come as far as it should: a transcript to import, a record of this issuer to sign. */
function contentFor({ command, input, options = [], world = {} }: BadInput, { issuer }: Registrar): BadInput['input'] {
  const isAboutOutput = options.includes('-o') || world.fileSystem?.rename !== undefined
  if (!isAboutOutput) return input
  return command === 'import' ? transcript : JSON.stringify(sampleRecord(issuer))
}

test.for(badInputs)('$name', async (badInput) => {
  const { command, code, reason, file = 'input', options = [], world = {} } = badInput
  const place = await registrar()
  const write = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(path.join(place.cwd, name), content)
  await mkdir(path.join(place.cwd, 'out'))
  await write('issuer.json', JSON.stringify({ id: place.issuer, name: 'Example University' }))
  await write('broken.json', '{"id": ')
  await write('text.json', '"did:example:issuer"')
  await write('anonymous.json', '{"name": "Example University"}')
  await write('relative.json', '{"id": "registrar"}')
  await write('read-only.json', 'protected')
  await chmod(path.join(place.cwd, 'read-only.json'), 0o444)
  await write('map-to-number.json', '{"https://registrar.example/did.json": 1}')
  await write('map-to-nowhere.json', '{"https://registrar.example/did.json": "nowhere/did.json"}')
  const input = contentFor(badInput, place)
  if (typeof input === 'function') await input(path.join(place.cwd, 'input'))
  else if (input !== undefined) await write('input', input)

  const before = await contentOf(place.cwd)
  const argv = [...argvOf(command, place), ...options]
  const plain = await testamur(argv, { cwd: place.cwd, ...world })
  const inJson = await testamur([...argv, '--json'], { cwd: place.cwd, ...world })

  expect({ plain: plain.code, inJson: inJson.code }, plain.stderr).toEqual({ plain: code, inJson: code })
  const said = plain.stdout + plain.stderr
  expect(said).toMatch(reason)
  expect(said).toContain(file)
  expect(JSON.parse(inJson.stdout)).toBeTypeOf('object')
  for (const text of [said, inJson.stdout, inJson.stderr]) {
    expect(text).not.toMatch(/^ {4}at .*[/(]|node:internal|\.[jt]s:\d+/m)
    expect(text).not.toContain(passphrase)
  }
  expect(await contentOf(place.cwd)).toEqual(before)
})
