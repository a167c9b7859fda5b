import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { generatePrivateJwk, publicKeyFromJwk } from '@testamur/proofs/keys'
import { expect, test } from 'vitest'
import { contentOf, passphrase, resultOf, temporaryFolder, testamur } from '../../test/call.js'
import type { GeneratedKey } from '../../test/registrar.js'

const ed25519 = generateKeyPairSync('ed25519').privateKey
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const pem = (key: KeyObject, type: 'pkcs8' | 'sec1' | 'pkcs1'): string => key.export({ format: 'pem', type }).toString()
const canary = 'canary-of-the-pem'
const encrypted = (type: 'pkcs8' | 'sec1', key = p256): string =>
  key.export({ format: 'pem', type, cipher: 'aes-256-cbc', passphrase: canary }).toString()
const openssl = spawnSync('openssl', ['pkcs8', '-topk8', '-scrypt', '-passout', `pass:${canary}`], {
  input: pem(ed25519, 'pkcs8'),
  encoding: 'utf8',
}).stdout

const multikeyOf = (key: KeyObject): string | undefined => {
  const { kty, crv, x, y, n, e } = key.export({ format: 'jwk' })
  return publicKeyFromJwk({ kty, ...(crv && { crv }), ...(x && { x }), ...(y && { y }), ...(n && { n, e }) })
    ?.publicKeyMultibase
}

const env = { TESTAMUR_PASSPHRASE: passphrase, TESTAMUR_IMPORT_PASSPHRASE: canary, TESTAMUR_DEBUG: '1' }

test.for<[string, string, KeyObject, string]>([
  ['PKCS #8 of Ed25519', pem(ed25519, 'pkcs8'), ed25519, 'EdDSA'],
  ['PKCS #8 of P-256', pem(p256, 'pkcs8'), p256, 'ES256'],
  ['PKCS #8 of P-384', pem(p384, 'pkcs8'), p384, 'ES384'],
  ['PKCS #8 of RSA', pem(rsa, 'pkcs8'), rsa, 'RS256'],
  ['encrypted PKCS #8', encrypted('pkcs8'), p256, 'ES256'],
  ['SEC 1', pem(p256, 'sec1'), p256, 'ES256'],
  ['encrypted SEC 1', encrypted('sec1'), p256, 'ES256'],
  ['PKCS #1', pem(rsa, 'pkcs1'), rsa, 'RS256'],
  ['a JWK', JSON.stringify(ed25519.export({ format: 'jwk' })), ed25519, 'EdDSA'],
  ...(openssl
    ? [['PKCS #8 encrypted by scrypt', openssl, ed25519, 'EdDSA'] as [string, string, KeyObject, string]]
    : []),
])('import takes %s, and prints its public part alone', async ([, content, key, algorithm]) => {
  const cwd = await temporaryFolder({ key: content })
  const argv = ['keys', 'import', 'key', '--keys', 'keys', '--controller', 'did:web:registrar.example']
  const shown = await resultOf<GeneratedKey>(argv, { cwd, env })
  expect(shown).toEqual({
    verificationMethod: 'did:web:registrar.example#key-1',
    controller: 'did:web:registrar.example',
    algorithm,
    publicKeyMultibase: multikeyOf(key),
  })
  const { keys } = await resultOf<{ keys: object[] }>(['keys', 'list', '--keys', 'keys'], { cwd })
  expect(keys).toMatchObject([shown])
  const { code, stderr } = await testamur(argv.concat('--fragment', 'key-1'), { cwd, env })
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('ERR_KEY_EXISTS') as string })
})

test('import takes a secretKeyMultibase, from standard input too', async () => {
  const multikey = {
    type: 'Multikey',
    publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
    secretKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq',
  }
  const cwd = await temporaryFolder()
  const argv = ['keys', 'import', '-', '--keys', 'keys']
  const { publicKeyMultibase } = await resultOf<GeneratedKey>(argv, { cwd, stdin: JSON.stringify(multikey) })
  expect(publicKeyMultibase).toBe(multikey.publicKeyMultibase)
})

test('import asks for the passphrase of a file, and for that of the store', async () => {
  const cwd = await temporaryFolder({ key: encrypted('pkcs8') })
  const answers = [canary, 'new', 'new']
  const { code, questions } = await testamur(['keys', 'import', 'key', '--keys', 'keys'], { cwd, env: {}, answers })
  expect({ code, questions }).toEqual({
    code: 0,
    questions: ['Passphrase of key: ', 'New passphrase for keys: ', 'The same again: '],
  })
})

const secret = String(ed25519.export({ format: 'jwk' }).d)
const jwkText = JSON.stringify(ed25519.export({ format: 'jwk' }))

test.for<{ name: string; content: string | object; code: number; reason: RegExp; passphrase?: string }>([
  { name: 'an empty file', content: '', code: 1, reason: /no private key that can sign.*ERR_INVALID_KEY/ },
  { name: 'text', content: secret, code: 1, reason: /ERR_INVALID_KEY/ },
  { name: 'a JWK that is cut short', content: jwkText.slice(0, -8), code: 1, reason: /ERR_INVALID_KEY/ },
  {
    name: 'a JWK whose halves differ',
    content: { ...JSON.parse(jwkText), x: generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x },
    code: 1,
    reason: /ERR_INVALID_KEY/,
  },
  { name: 'a JWK for encryption', content: { ...JSON.parse(jwkText), use: 'enc' }, code: 1, reason: /ERR_INVALID_KEY/ },
  {
    name: 'a bad secretKeyMultibase',
    content: { secretKeyMultibase: `z${secret}` },
    code: 1,
    reason: /ERR_INVALID_KEY/,
  },
  { name: 'a list', content: [secret], code: 1, reason: /ERR_INVALID_KEY/ },
  { name: 'a PEM that is cut short', content: pem(ed25519, 'pkcs8').slice(0, 80), code: 1, reason: /ERR_INVALID_KEY/ },
  {
    name: 'a curve that cannot sign here',
    content: pem(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey, 'pkcs8'),
    code: 1,
    reason: /Ed25519, P-256, P-384 or RSA/,
  },
  {
    name: "a key in OpenSSH's own format",
    content: '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n',
    code: 1,
    reason: /OpenSSH's own format.*ssh-keygen -p -m PKCS8/,
  },
  {
    name: 'a key for agreement',
    content: pem(generateKeyPairSync('x25519').privateKey, 'pkcs8'),
    code: 1,
    reason: /ERR_INVALID_KEY/,
  },
  {
    name: 'a short RSA key',
    content: pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey, 'pkcs8'),
    code: 1,
    reason: /2048 to 8192 bits/,
  },
  {
    name: 'a public key',
    content: generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    code: 1,
    reason: /it is a public key/,
  },
  {
    name: 'a wrong passphrase',
    content: encrypted('pkcs8'),
    code: 2,
    reason: /passphrase of the file.*ERR_WRONG_PASSPHRASE/,
    passphrase: 'canary-wrong',
  },
  {
    name: 'no passphrase',
    content: encrypted('pkcs8'),
    code: 2,
    reason: /Set TESTAMUR_IMPORT_PASSPHRASE/,
    passphrase: '',
  },
])('import refuses $name, shows nothing of it and keeps nothing', async ({ content, code, reason, ...given }) => {
  const cwd = await temporaryFolder({ key: content })
  const world = { cwd, env: { ...env, TESTAMUR_IMPORT_PASSPHRASE: given.passphrase ?? canary } }
  for (const json of [[], ['--json']]) {
    const outcome = await testamur(['keys', 'import', 'key', '--keys', 'keys', ...json], world)
    expect(outcome).toMatchObject({ code, stderr: expect.stringMatching(/^testamur: key: |The key in key/) as string })
    expect(outcome.stderr).toMatch(reason)
    expect(outcome.stdout + outcome.stderr).not.toContain(secret.slice(0, 12))
    expect(outcome.stdout + outcome.stderr).not.toContain('canary')
  }
  expect(Object.keys(await contentOf(cwd))).toEqual(['key'])
})

test('import says which file is not there', async () => {
  const cwd = await temporaryFolder()
  const { code, stderr } = await testamur(['keys', 'import', 'nowhere.pem', '--keys', 'keys'], { cwd })
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/nowhere\.pem.*ERR_FILE_NOT_FOUND/) as string,
  })
})

test('a key that was taken keeps nothing of the file but the key', async () => {
  const jwk = { ...(await generatePrivateJwk()), kid: 'canary-kid' }
  const cwd = await temporaryFolder({ key: jwk })
  await resultOf(['keys', 'import', 'key', '--keys', 'keys'], { cwd })
  const { key: _file, ...kept } = await contentOf(cwd)
  expect(JSON.stringify(kept)).not.toMatch(/canary/)
  expect(JSON.stringify(kept)).not.toContain(String(jwk.d))
})
