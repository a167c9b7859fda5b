import { createHash } from 'node:crypto'
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentOf, passphrase, resultOf, temporaryFolder, testamur, type World } from '../../test/call.js'
import { type GeneratedKey, jsonIn } from '../../test/registrar.js'
import { sampleRecord } from '../../test/sample-record.js'

const controller = 'did:web:registrar.example'
const [first, second] = [`${controller}#key-1`, `${controller}#key-2`]

interface ListedKey extends GeneratedKey {
  readonly retired?: string
  readonly revoked?: string
}

// Made once, because making a key is made to take its time; each test works on a copy.
const template = await mkdtemp(path.join(tmpdir(), 'testamur-cli-'))
afterAll(() => rm(template, { recursive: true }))
beforeAll(() => resultOf(['keys', 'generate', '--keys', 'keys', '--controller', controller], { cwd: template }))

/** A folder with one key of a did:web in the key store `keys`. */
async function registrarOfSite(): Promise<string> {
  const cwd = await temporaryFolder()
  await cp(template, cwd, { recursive: true })
  return cwd
}
const publish = (cwd: string): Promise<unknown> =>
  resultOf(['keys', 'publish', '--keys', 'keys', '--controller', controller, '-o', 'site'], { cwd, env: {} })

test('records stay good after a rotation and not after a revocation, as the published files say', async () => {
  const cwd = await registrarOfSite()
  const map = { 'https://registrar.example/.well-known/did.json': 'site/did.json' }
  await writeFile(path.join(cwd, 'map.json'), JSON.stringify(map))
  await writeFile(path.join(cwd, 'clr.json'), JSON.stringify(sampleRecord(controller)))
  const issue = (key: string, output: string): Promise<{ code: number; stderr: string }> =>
    testamur(['issue', 'clr.json', '--keys', 'keys', '--key', key, '-o', output], { cwd })
  const judged = async (file: string): Promise<number> =>
    (await testamur(['verify', file, '--documents', 'map.json', '--offline'], { cwd })).code

  expect(await issue(first, 'before.json')).toMatchObject({ code: 0 })
  const rotated = await resultOf<{ retired: ListedKey; current: ListedKey }>(
    ['keys', 'rotate', '--keys', 'keys', '--key', first],
    { cwd },
  )
  expect(rotated.retired).toMatchObject({ verificationMethod: first, retired: expect.any(String) as string })
  expect(rotated.current).toMatchObject({ verificationMethod: second, algorithm: 'EdDSA' })
  expect(await issue(first, 'late.json')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[ERR_KEY_RETIRED]') as string,
  })
  expect(await issue(second, 'after.json')).toMatchObject({ code: 0 })
  await publish(cwd)
  expect(await Promise.all(['before.json', 'after.json'].map(judged))).toEqual([0, 0])

  const { revoked } = await resultOf<{ revoked: ListedKey }>(
    ['keys', 'revoke', '--keys', 'keys', '--key', first, '--at', '2020-01-01T00:00:00Z'],
    { cwd },
  )
  expect(revoked).toMatchObject({ verificationMethod: first, revoked: '2020-01-01T00:00:00.000Z' })
  await publish(cwd)
  expect(await Promise.all(['before.json', 'after.json'].map(judged))).toEqual([1, 0])
  const { stdout } = await testamur(['keys', 'list', '--keys', 'keys'], { cwd, env: {} })
  expect(stdout).toMatch(/^\S+ {2}EdDSA {2}did:web:registrar\.example#key-1 {2}revoked 2020-01-01T00:00:00\.000Z$/m)
  expect(stdout).toMatch(/^\S+ {2}EdDSA {2}did:web:registrar\.example#key-2$/m)
})

test('rotate takes another algorithm and a name, and tells a person what to do', async () => {
  const cwd = await registrarOfSite()
  const options = ['--algorithm', 'ES256', '--fragment', '2027']
  const { code, stdout, stderr } = await testamur(['keys', 'rotate', '--keys', 'keys', '--key', first, ...options], {
    cwd,
  })
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${controller}#2027\n` })
  expect(stderr).toMatch(/key-1: retired; publish the keys before you sign/)
  const { stdout: listed } = await testamur(['keys', 'list', '--keys', 'keys'], { cwd })
  expect(listed).toMatch(/EdDSA {2}did:web:registrar\.example#key-1 {2}retired \S+\n.*ES256/)
})

test('revoke tells a person to publish, or that a did:key cannot be taken back', async () => {
  const cwd = await registrarOfSite()
  const { verificationMethod: didKey } = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys'], { cwd })
  const revoke = async (key: string): Promise<string> =>
    (await testamur(['keys', 'revoke', '--keys', 'keys', '--key', key], { cwd })).stderr
  expect(await revoke(first)).toMatch(/key-1: revoked since \S+; publish the keys now/)
  expect(await revoke(didKey)).toMatch(/nobody else can learn that/)
})

test('publish writes did.json and jwks.json, says where they belong, and replaces them', async () => {
  const cwd = await registrarOfSite()
  expect(await publish(cwd)).toEqual({
    files: [
      { file: path.join('site', 'did.json'), url: 'https://registrar.example/.well-known/did.json' },
      { file: path.join('site', 'jwks.json'), url: 'https://registrar.example/.well-known/jwks.json' },
    ],
  })
  expect(await jsonIn(cwd, 'site/did.json')).toMatchObject({ id: controller, assertionMethod: [first] })
  expect(await jsonIn(cwd, 'site/jwks.json')).toMatchObject({ keys: [{ kid: first, alg: 'EdDSA', iss: controller }] })
  await resultOf(['keys', 'rotate', '--keys', 'keys', '--key', first], { cwd })
  const argv = ['keys', 'publish', '--keys', 'keys', '--controller', controller, '-o', 'site']
  const { stdout, stderr } = await testamur(argv, { cwd, env: {} })
  expect(stdout).toBe('')
  expect(stderr).toMatch(/did\.json: belongs at https:\/\/registrar\.example\/\.well-known\/did\.json/)
  expect(await jsonIn(cwd, 'site/did.json')).toMatchObject({ assertionMethod: [first, second] })
  expect(await readdir(path.join(cwd, 'site'))).toEqual(['did.json', 'jwks.json'])
})

test('publish does not lose what the files say, unless told to', async () => {
  const cwd = await registrarOfSite()
  const argv = ['keys', 'publish', '--keys', 'keys', '--controller', controller, '-o', 'site']
  await publish(cwd)
  const [did, jwks] = [await jsonIn(cwd, 'site/did.json'), await jsonIn(cwd, 'site/jwks.json')] as [
    { verificationMethod: object[]; assertionMethod: string[] },
    { keys: object[] },
  ]
  const hsm = { ...did.verificationMethod[0], id: `${controller}#hsm` }
  const more: readonly [file: string, content: unknown, reason: RegExp][] = [
    ['did.json', { ...did, service: [] }, /lost: service/],
    ['did.json', { ...did, id: 'did:web:other.example' }, /what it says of did:web:other\.example/],
    ['did.json', { ...did, verificationMethod: [hsm, ...did.verificationMethod] }, /the key did:web:.*#hsm/],
    ['did.json', { ...did, assertionMethod: [...did.assertionMethod, hsm.id] }, /#hsm in assertionMethod/],
    ['did.json', { ...did, authentication: did.assertionMethod }, /authentication/],
    [
      'did.json',
      { ...did, verificationMethod: [{ ...did.verificationMethod[0], revoked: '2026-01-01T00:00:00Z' }] },
      /revoked of did:web:.*#key-1/,
    ],
    ['jwks.json', { keys: [...jwks.keys, { kty: 'OKP', kid: 'other' }] }, /the key other/],
    ['jwks.json', { keys: [{ ...jwks.keys[0], x: 'another' }] }, /x of did:web:.*#key-1/],
    ['jwks.json', [], /no JSON object/],
    ['jwks.json', 'notes\u001b[2J', /no JSON object/],
  ]
  for (const [file, content, reason] of more) {
    await publish(cwd)
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await writeFile(path.join(cwd, 'site', file), text)
    const before = await contentOf(cwd)
    const { code, stderr } = await testamur(argv, { cwd, env: {} })
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(reason) as string })
    expect(stderr).toMatch(/Nothing was written.*--force/)
    expect(await contentOf(cwd)).toEqual(before)
    expect((await testamur([...argv, '--force'], { cwd, env: {} })).code).toBe(0)
    expect(await jsonIn(cwd, 'site/did.json')).toEqual(did)
    expect(await jsonIn(cwd, 'site/jwks.json')).toEqual(jwks)
  }
})

test('publish refuses a key whose public part was changed, if it has the passphrase', async () => {
  const cwd = await registrarOfSite()
  const [name = ''] = await readdir(path.join(cwd, 'keys'))
  const file = path.join(cwd, 'keys', name)
  const { checksum: _, ...content } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  content.publicKeyMultibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  await writeFile(file, JSON.stringify({ ...content, checksum }))
  const argv = ['keys', 'publish', '--keys', 'keys', '--controller', controller, '-o', 'site']
  expect(await testamur(argv, { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('ERR_KEY_STORE_CORRUPT') as string,
  })
  expect(await readdir(cwd)).not.toContain('site')
  expect((await testamur(argv, { cwd, env: { TESTAMUR_PASSPHRASE: 'wrong' } })).stderr).toContain(
    'ERR_WRONG_PASSPHRASE',
  )
  expect((await testamur(argv, { cwd, env: {} })).code).toBe(0)
})

test('publish takes retired and revoked keys for good ones of the store', async () => {
  const cwd = await registrarOfSite()
  await resultOf(['keys', 'rotate', '--keys', 'keys', '--key', first], { cwd })
  await resultOf(['keys', 'revoke', '--keys', 'keys', '--key', second], { cwd })
  await resultOf(['keys', 'publish', '--keys', 'keys', '--controller', controller, '-o', 'site'], { cwd })
  expect(await jsonIn(cwd, 'site/did.json')).toMatchObject({ assertionMethod: [first] })
})

test('names in key files do nothing to a terminal', async () => {
  const cwd = await registrarOfSite()
  const [name = ''] = await readdir(path.join(cwd, 'keys'))
  const { checksum: _, ...content } = JSON.parse(await readFile(path.join(cwd, 'keys', name), 'utf8')) as Record<
    string,
    unknown
  >
  content.verificationMethod = `${controller}#\u001b[2J`
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const text = JSON.stringify({ ...content, checksum: sha256(JSON.stringify(content)) })
  await writeFile(path.join(cwd, 'keys', `${sha256(String(content.verificationMethod))}.json`), text, { mode: 0o600 })
  const { code, stdout } = await testamur(['keys', 'list', '--keys', 'keys'], { cwd, env: {} })
  expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 0, lines: 3 })
  expect(stdout).not.toContain('\u001b')
})

test('publish writes the key set alone for an https issuer', async () => {
  const cwd = await temporaryFolder()
  const issuer = 'https://registrar.example/issuer'
  await resultOf(['keys', 'generate', '--keys', 'keys', '--controller', issuer], { cwd })
  expect(await resultOf(['keys', 'publish', '--keys', 'keys', '--controller', issuer, '-o', '.'], { cwd })).toEqual({
    files: [{ file: 'jwks.json', url: 'https://registrar.example/.well-known/jwks.json' }],
  })
  expect(await jsonIn(cwd, 'jwks.json')).toMatchObject({ keys: [{ kid: `${issuer}#key-1`, iss: issuer }] })
})

const failure = (code: string): Error => Object.assign(new Error(`${code}: a failure of the test`), { code })

test.for<{ name: string; argv: string[]; reason: RegExp; world?: Partial<World> }>([
  {
    name: 'rotate an unknown key',
    argv: ['rotate', '--key', `${controller}#key-9`],
    reason: /no key .*key-9.*"testamur keys list/,
  },
  { name: 'revoke an unknown key', argv: ['revoke', '--key', 'key-1'], reason: /ERR_KEY_NOT_FOUND/ },
  { name: 'rotate no key', argv: ['rotate'], reason: /--key .*ERR_USAGE/ },
  {
    name: 'rotate to a name that is taken',
    argv: ['rotate', '--key', first, '--fragment', 'key-1'],
    reason: /ERR_KEY_EXISTS/,
  },
  { name: 'rotate to no name', argv: ['rotate', '--key', first, '--fragment', 'a b'], reason: /URL fragment/ },
  {
    name: 'rotate to an unknown algorithm',
    argv: ['rotate', '--key', first, '--algorithm', 'none'],
    reason: /ERR_USAGE/,
  },
  {
    name: 'rotate with a wrong passphrase',
    argv: ['rotate', '--key', first],
    reason: /keys: .*ERR_WRONG_PASSPHRASE/,
    world: { env: { TESTAMUR_PASSPHRASE: 'wrong' } },
  },
  {
    name: 'revoke without a passphrase',
    argv: ['revoke', '--key', first],
    reason: /Set TESTAMUR_PASSPHRASE/,
    world: { env: {} },
  },
  {
    name: 'revoke in the future',
    argv: ['revoke', '--key', first, '--at', '9999-01-01T00:00:00Z'],
    reason: /time that has come/,
  },
  { name: 'revoke at no time', argv: ['revoke', '--key', first, '--at', 'yesterday'], reason: /ERR_USAGE/ },
  {
    name: 'publish for somebody else',
    argv: ['publish', '--controller', 'did:web:registrar.exmaple', '-o', 'site'],
    reason: /None of the keys.*ERR_KEY_NOT_FOUND/,
  },
  {
    name: 'publish to standard output',
    argv: ['publish', '--controller', controller, '-o', '-'],
    reason: /name a directory/,
  },
  { name: 'publish to nowhere', argv: ['publish', '--controller', controller], reason: /ERR_USAGE/ },
  {
    name: 'publish below what is not there',
    argv: ['publish', '--controller', controller, '-o', 'no/where'],
    reason: /no\/where: .*no such file or folder \(ENOENT\)/,
  },
  {
    name: 'publish into a file',
    argv: ['publish', '--controller', controller, '-o', 'file'],
    reason: /not a folder \(ENOTDIR\)/,
  },
  {
    name: 'publish on a full disk',
    argv: ['publish', '--controller', controller, '-o', 'site'],
    reason: /the disk is full \(ENOSPC\)/,
    world: { fileSystem: { rename: () => Promise.reject(failure('ENOSPC')) } },
  },
  {
    name: 'change the passphrase to nothing',
    argv: ['change-passphrase'],
    reason: /Set TESTAMUR_NEW_PASSPHRASE/,
  },
  {
    name: 'change the passphrase with a wrong one',
    argv: ['change-passphrase'],
    reason: /ERR_WRONG_PASSPHRASE/,
    world: { env: { TESTAMUR_PASSPHRASE: 'wrong', TESTAMUR_NEW_PASSPHRASE: 'new' } },
  },
  {
    name: 'change the passphrase of no keys',
    argv: ['change-passphrase', '--keys', 'nowhere'],
    reason: /nowhere: the key store has no keys/,
  },
])('it is refused to $name, and nothing changes', async ({ argv: [command = '', ...options], reason, world }) => {
  const cwd = await registrarOfSite()
  await writeFile(path.join(cwd, 'file'), '')
  const before = await contentOf(cwd)
  const argv = ['keys', command, '--keys', 'keys', ...options]
  const { code, stdout, stderr } = await testamur(argv, { cwd, ...world })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(reason)
  expect(stderr).not.toMatch(/\n {4}at /)
  const { site: _folder, ...after } = await contentOf(cwd)
  expect(after).toEqual(before)
})

test('did:key controllers are not published or rotated, with a word of advice', async () => {
  const cwd = await temporaryFolder()
  const key = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys'], { cwd })
  const published = await testamur(['keys', 'publish', '--keys', 'keys', '--controller', key.controller, '-o', '.'], {
    cwd,
  })
  expect(published).toMatchObject({ code: 2, stderr: expect.stringContaining('says its key itself') as string })
  const rotated = await testamur(['keys', 'rotate', '--keys', 'keys', '--key', key.verificationMethod], { cwd })
  expect(rotated).toMatchObject({ code: 2, stderr: expect.stringContaining('did:web') as string })
})

test('change-passphrase asks for the old one once and for the new one twice', async () => {
  const cwd = await registrarOfSite()
  await resultOf(['keys', 'rotate', '--keys', 'keys', '--key', first], { cwd })
  const argv = ['keys', 'change-passphrase', '--keys', 'keys']
  const slip = await testamur(argv, { cwd, env: {}, answers: [passphrase, 'one', 'two'] })
  expect(slip).toMatchObject({ code: 2, stderr: expect.stringContaining('The two passphrases differ') as string })
  const changed = await testamur(argv, { cwd, env: {}, answers: [passphrase, 'one', 'one'] })
  expect(changed).toMatchObject({
    code: 0,
    questions: ['Passphrase of keys: ', 'New passphrase for keys: ', 'The same again: '],
    stderr: 'keys: 2 keys under the new passphrase\n',
  })
  const revoke = ['keys', 'revoke', '--keys', 'keys', '--key', second]
  expect((await testamur(revoke, { cwd })).stderr).toContain('ERR_WRONG_PASSPHRASE')
  expect(await resultOf(argv, { cwd, env: { TESTAMUR_PASSPHRASE: 'one', TESTAMUR_NEW_PASSPHRASE: 'two' } })).toEqual({
    changed: 2,
  })
  expect((await testamur(revoke, { cwd, env: { TESTAMUR_PASSPHRASE: 'two' } })).code).toBe(0)
})

test('a key file that others can read is refused', async () => {
  const cwd = await registrarOfSite()
  const [file = ''] = await readdir(path.join(cwd, 'keys'))
  await chmod(path.join(cwd, 'keys', file), 0o640)
  const { code, stderr } = await testamur(['keys', 'list', '--keys', 'keys'], { cwd })
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/chmod 600.*ERR_KEY_STORE_UNSAFE/) as string,
  })
})

test('no passphrase and no key is in anything that is printed or published', async () => {
  const cwd = await registrarOfSite()
  const [old, next] = ['canary-old-one', 'canary-new-one']
  const env = { TESTAMUR_DEBUG: '1' }
  const runs: [string[], Record<string, string>][] = [
    [['rotate', '--key', first], { TESTAMUR_PASSPHRASE: passphrase }],
    [['rotate', '--key', second, '--json'], { TESTAMUR_PASSPHRASE: old }],
    [['revoke', '--key', second], { TESTAMUR_PASSPHRASE: old }],
    [['revoke', '--key', second, '--json'], { TESTAMUR_PASSPHRASE: passphrase }],
    [['change-passphrase', '--json'], { TESTAMUR_PASSPHRASE: old, TESTAMUR_NEW_PASSPHRASE: next }],
    [['change-passphrase'], { TESTAMUR_PASSPHRASE: passphrase, TESTAMUR_NEW_PASSPHRASE: next }],
    [['publish', '--controller', controller, '-o', 'site', '--json'], { TESTAMUR_PASSPHRASE: next }],
    [['list', '--json'], { TESTAMUR_PASSPHRASE: next }],
  ]
  let printed = ''
  for (const [[command = '', ...options], secrets] of runs) {
    const world = { cwd, env: { ...env, ...secrets } }
    const { stdout, stderr } = await testamur(['keys', command, '--keys', 'keys', ...options], world)
    printed += stdout + stderr
  }
  expect(printed).toContain('ERR_WRONG_PASSPHRASE')
  const published = await Promise.all(
    ['did.json', 'jwks.json'].map((name) => readFile(path.join(cwd, 'site', name), 'utf8')),
  )
  for (const text of [printed, ...published, JSON.stringify(await contentOf(cwd))]) {
    expect(text).not.toContain('canary')
    expect(text).not.toContain(passphrase)
    expect(text).not.toMatch(/"(d|p|q|secretKeyMultibase)"/)
  }
})
