import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentOf, passphrase, resultOf, temporaryFolder, testamur } from '../../test/call.js'
import type { GeneratedKey } from '../../test/registrar.js'

test('generate makes an Ed25519 did:key and prints its name', async () => {
  const cwd = await temporaryFolder()
  const { code, stdout } = await testamur(['keys', 'generate', '--keys', 'keys'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^did:key:(z6Mk\w+)#\1\n$/)
})

test('generate --json prints the public part', async () => {
  const cwd = await temporaryFolder()
  const key = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys'], { cwd })
  expect(key).toEqual({
    verificationMethod: `did:key:${key.publicKeyMultibase}#${key.publicKeyMultibase}`,
    controller: `did:key:${key.publicKeyMultibase}`,
    algorithm: 'EdDSA',
    publicKeyMultibase: expect.stringMatching(/^z6Mk/),
  })
})

test('generate takes a controller and a fragment; list names the keys, oldest first', async () => {
  const cwd = await temporaryFolder()
  const generate = (...options: string[]): Promise<GeneratedKey> =>
    resultOf(['keys', 'generate', '--keys', 'keys', ...options], { cwd })
  const made = [
    await generate('--controller', 'did:web:registrar.example', '--fragment', 'key-1'),
    await generate('--controller', 'https://registrar.example/issuer', '--fragment', 'key-2'),
  ]
  expect(made.map(({ verificationMethod }) => verificationMethod)).toEqual([
    'did:web:registrar.example#key-1',
    'https://registrar.example/issuer#key-2',
  ])
  const { keys } = await resultOf<{ keys: GeneratedKey[] }>(['keys', 'list', '--keys', 'keys'], { cwd, env: {} })
  expect(keys).toMatchObject(made)
  const { stdout } = await testamur(['keys', 'list', '--keys', 'keys'], { cwd })
  expect(stdout.match(/ {2}EdDSA {2}(did:web|https):.+#key-\d\n/g)).toHaveLength(2)
})

test.for([
  { algorithm: 'EdDSA', multikey: /^z6Mk/ },
  { algorithm: 'ES256', multikey: /^zDn/ },
  { algorithm: 'ES384', multikey: /^z82L/ },
  { algorithm: 'RS256', multikey: /^z/ },
])('generate makes keys for $algorithm', async ({ algorithm, multikey }) => {
  const cwd = await temporaryFolder()
  const key = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys', '--algorithm', algorithm], { cwd })
  expect(key).toMatchObject({ algorithm, publicKeyMultibase: expect.stringMatching(multikey) as string })
})

test('generate numbers the keys of a controller', async () => {
  const cwd = await temporaryFolder()
  for (const number of [1, 2]) {
    const argv = ['keys', 'generate', '--keys', 'keys', '--controller', 'https://registrar.example/issuer']
    expect((await testamur(argv, { cwd })).stdout).toBe(`https://registrar.example/issuer#key-${number}\n`)
  }
})

test('a folder without keys lists none', async () => {
  const cwd = await temporaryFolder()
  expect(await resultOf(['keys', 'list', '--keys', 'keys'], { cwd })).toEqual({ keys: [] })
  expect(await testamur(['keys', 'list', '--keys', 'keys'], { cwd })).toMatchObject({
    code: 0,
    stderr: 'keys: no keys yet\n',
  })
})

test('on a terminal a new passphrase is asked for twice, and a known one once', async () => {
  const cwd = await temporaryFolder()
  const generate = ['keys', 'generate', '--keys', 'keys']
  const slip = await testamur(generate, { cwd, env: {}, answers: ['one', 'two'] })
  expect(slip).toMatchObject({ code: 2, stderr: expect.stringContaining('The two passphrases differ') })
  const first = await testamur(generate, { cwd, env: {}, answers: ['one', 'one'] })
  expect(first).toMatchObject({ code: 0, questions: ['New passphrase for keys: ', 'The same again: '] })
  const second = await testamur(generate, { cwd, env: {}, answers: ['one'] })
  expect(second).toMatchObject({ code: 0, questions: ['Passphrase of keys: '] })
  const wrong = await testamur(generate, { cwd, env: {}, answers: ['two'] })
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('ERR_WRONG_PASSPHRASE') })
  expect(await readdir(path.join(cwd, 'keys'))).toHaveLength(2)
})

test('without a terminal and without TESTAMUR_PASSPHRASE, it says how to give a passphrase', async () => {
  const cwd = await temporaryFolder()
  for (const env of [{}, { TESTAMUR_PASSPHRASE: '' }]) {
    const { code, stderr } = await testamur(['keys', 'generate', '--keys', 'keys'], { cwd, env })
    expect(code).toBe(2)
    expect(stderr).toContain('Set TESTAMUR_PASSPHRASE')
  }
  expect(await contentOf(cwd)).toEqual({ keys: undefined })
})

test.for([
  { options: ['--fragment', 'key-1'], reason: 'did:key cannot have a fragment' },
  { options: ['--controller', 'registrar.example'], reason: 'must be a DID or an https URL' },
  { options: ['--controller', 'did:web:a.example', '--fragment', 'a b'], reason: 'must be a URL fragment' },
  { options: ['--algorithm', 'ES512'], reason: 'Allowed choices are EdDSA, ES256, ES384, RS256' },
])('a key cannot be called $options', async ({ options, reason }) => {
  const cwd = await temporaryFolder()
  const { code, stderr } = await testamur(['keys', 'generate', '--keys', 'keys', ...options], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain(reason)
})

test('the passphrase is in no output and no file', async () => {
  const cwd = await temporaryFolder()
  const calls = [
    ['keys', 'generate', '--keys', 'keys'],
    ['keys', 'generate', '--keys', 'keys', '--json'],
    ['keys', 'list', '--keys', 'keys', '--json'],
  ]
  for (const argv of calls) {
    const { stdout, stderr } = await testamur(argv, {
      cwd,
      env: { TESTAMUR_PASSPHRASE: passphrase, TESTAMUR_DEBUG: '1' },
    })
    expect(stdout + stderr).not.toContain(passphrase)
  }
  const wrong = 'another-canary'
  const { stdout, stderr } = await testamur(['keys', 'generate', '--keys', 'keys', '--json'], {
    cwd,
    env: { TESTAMUR_PASSPHRASE: wrong, TESTAMUR_DEBUG: '1' },
  })
  expect(stdout + stderr).toContain('ERR_WRONG_PASSPHRASE')
  expect(stdout + stderr).not.toContain(wrong)
  expect(JSON.stringify(await contentOf(cwd))).not.toContain(passphrase)
})
