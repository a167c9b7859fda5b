import { spawnSync } from 'node:child_process'
import { chmod, chown, link, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { compactDecrypt, decodeProtectedHeader } from 'jose'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { generatePrivateJwk, privateJwkFrom } from '../keys/private-key.js'
import { verifySignature } from '../keys/signature.js'
import { keyStoreContract } from '../testing/key-store-contract.js'
import { type EncryptedFileKeyStore, encryptedFileStore } from './encrypted-file/encrypted-file-store.js'
import { keyDirectory } from './encrypted-file/key-directory.js'
import { type KeyRecord, parseKeyRecord, publicPartDigest } from './encrypted-file/key-record.js'
import { encryptedFileKeyStore } from './encrypted-file.js'

const root = await mkdtemp(join(tmpdir(), 'testamur-keys-'))
afterAll(() => rm(root, { recursive: true, force: true }))

let count = 0
const newDirectory = (): string => join(root, String(++count))
const passphrase = 'canary-passphrase'
const key1 = { controller: 'did:web:registrar.example', fragment: 'key-1' }
const name1 = 'did:web:registrar.example#key-1'

/** A key file as it was written when stores held Ed25519 keys only; the seed is 32 times 7. */
const firstVersion = {
  name: 'ee159316f874a12a14f9184b2f023a0ae8948b6727e13bb14fbae03540902ba1.json',
  content: {
    verificationMethod: 'did:web:registrar.example#key-1',
    controller: 'did:web:registrar.example',
    algorithm: 'EdDSA',
    publicKeyMultibase: 'z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z',
    created: '2026-11-22T04:20:47.705Z',
    encryptedKey:
      'eyJhbGciOiJQQkVTMi1IUzUxMitBMjU2S1ciLCJlbmMiOiJBMjU2R0NNIiwiY3R5IjoiandrK2pzb24iLCJwdWJsaWNQYXJ0RGlnZXN0IjoiOD' +
      'YzMDkxNjBkZDNkOTc2NTdmYjZhNTZjMmFmNzE3OTY5YmZlZTE1NDJmYTk2ZDE2ZWRhMDlmNDhmZTg2YTY0MiIsInAyYyI6MTAwMCwicDJzIjoi' +
      'Qk8tNHlBbnFLOVEyOWFTOEF6NnpSdyJ9.wIaxsqWJiEeJ5YegClm3Dknfi506Ee5J1zyQqIlAtZsuf1HAnuzyPw._wdBFeJ5fGhQCgR_.fuuST' +
      'vdQuPlzHvtbl9o6to3rfUGhIp1h-try9G5zq_UsNhqJfJTm-4mnnKoxXwPZjaFzsZciMV42Yt4L81_Cp3O2h_eqa15LfcUaITPCuS5pU3zFshy' +
      '_LMBp_w268CcIg-f6NXm-WKKMvQCmj-K1fBtqZaqpJYDBJdSNJ69C1OG6Wofgvp-P8ljhfGGCaiVZfXrC4B_mesk66udNspw8MhYe4nFnxFhwY' +
      'Q.n35rFMQtuT6Vu94VMarUUw',
    checksum: 'be65980cb10973a04f4545f685487668e483ffcfd145ed2cd8d51a3b912f79a6',
  },
}

/** A store whose passphrase costs little to try. */
function quickStore(
  directory: string,
  options: { passphrase?: string | (() => string); lockTimeoutMs?: number } = {},
): EncryptedFileKeyStore {
  return encryptedFileStore({ directory, passphrase, lockTimeoutMs: 300, ...options }, 1_000)
}

async function onlyFile(directory: string): Promise<string> {
  const names = await readdir(directory)
  expect(names).toHaveLength(1)
  return join(directory, names[0] ?? '')
}

/** Changes a key file, its checksum included, as an intruder would. */
async function forge(file: string, change: (content: Record<string, unknown>) => void): Promise<void> {
  const { createHash } = await import('node:crypto')
  const { checksum: _, ...content } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  change(content)
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  await writeFile(file, JSON.stringify({ ...content, checksum }))
}

describe('encryptedFileKeyStore', () => {
  describe.each(['EdDSA', 'ES256', 'ES384'] as const)('passes the key store contract for %s:', (algorithm) => {
    for (const { name, run } of keyStoreContract(() => quickStore(newDirectory()), { algorithm })) it(name, run)
  })

  it.each(['EdDSA', 'ES256', 'ES384', 'RS256'] as const)(
    'keeps %s keys, without what else a JWK says',
    async (algorithm) => {
      const directory = newDirectory()
      const jwk = { ...(await generatePrivateJwk({ algorithm })), kid: 'canary', alg: algorithm }
      const stored = await quickStore(directory).importJwk(jwk, key1)
      expect(stored).toMatchObject({ algorithm, verificationMethod: name1 })
      const signer = await quickStore(directory).getSigner(name1)
      const data = Uint8Array.of(1, 2, 3)
      expect(signer.algorithm).toBe(algorithm)
      expect(await verifySignature(data, { signature: await signer.sign(data), publicKey: stored })).toBe(true)
      const { encryptedKey } = JSON.parse(await readFile(await onlyFile(directory), 'utf8')) as { encryptedKey: string }
      const { plaintext } = await compactDecrypt(encryptedKey, new TextEncoder().encode(passphrase), {
        keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
      })
      const { kid: _, alg: __, ...bare } = jwk
      expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({ ...bare, kid: name1 })
    },
  )

  it('opens files of the first version, and adds to them', async () => {
    const directory = newDirectory()
    await mkdir(directory, { mode: 0o700 })
    await writeFile(join(directory, firstVersion.name), JSON.stringify(firstVersion.content), { mode: 0o600 })
    const store = quickStore(directory, { passphrase: 'correct horse' })
    const [publicKey] = await store.list()
    const signer = await store.getSigner(name1)
    const data = Uint8Array.of(1, 2, 3)
    if (publicKey === undefined) throw new Error('no key')
    expect(await verifySignature(data, { signature: await signer.sign(data), publicKey })).toBe(true)
    await store.generate({ algorithm: 'ES256' })
    expect(await store.list()).toHaveLength(2)
  })

  it('keeps keys across store objects and signs the same with them', async () => {
    const directory = newDirectory()
    const stored = await quickStore(directory).generate(key1)
    const signer = await quickStore(directory).getSigner(name1)
    const data = Uint8Array.of(1, 2, 3)
    expect(await verifySignature(data, { signature: await signer.sign(data), publicKey: stored })).toBe(true)
    expect(await quickStore(directory).list()).toEqual([stored])
  })

  it('writes with 600,000 rounds of PBKDF2, and only its owner can read', async () => {
    const directory = newDirectory()
    const store = encryptedFileKeyStore({ directory, passphrase })
    await store.generate(key1)
    const file = await onlyFile(directory)
    const { encryptedKey } = JSON.parse(await readFile(file, 'utf8')) as { encryptedKey: string }
    const { alg, enc, p2c } = decodeProtectedHeader(encryptedKey)
    expect({ alg, enc }).toEqual({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
    expect(p2c).toBeGreaterThanOrEqual(600_000)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    const reopened = encryptedFileKeyStore({ directory, passphrase })
    expect((await reopened.getSigner(name1)).verificationMethod).toBe(name1)
  })

  it.each([0o750, 0o705, 0o701, 0o720])('refuses a directory with mode %o', async (mode) => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    await chmod(directory, mode)
    const store = quickStore(directory)
    const actions = [() => store.getSigner(name1), store.list, () => store.exportPublic(name1), store.generate]
    for (const action of actions) {
      await expect(action()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_UNSAFE' })
    }
  })

  it.each([0o620, 0o602, 0o666, 0o640, 0o604, 0o610])('refuses a key file with mode %o', async (mode) => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const file = await onlyFile(directory)
    await chmod(file, mode)
    const store = quickStore(directory)
    for (const action of [() => store.getSigner(name1), store.list, () => store.exportPublic(name1)]) {
      await expect(action()).rejects.toMatchObject({
        code: 'ERR_KEY_STORE_UNSAFE',
        message: expect.stringContaining(file) as string,
      })
    }
  })

  it.runIf(process.geteuid)('refuses a directory of another account', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const other = vi.spyOn(process as { geteuid: () => number }, 'geteuid').mockReturnValue(4_000_000)
    try {
      await expect(quickStore(directory).list()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_UNSAFE' })
    } finally {
      other.mockRestore()
    }
  })

  it.runIf(process.geteuid?.() === 0)('refuses a key file of another account', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    await chown(await onlyFile(directory), 4_000_000, 4_000_000)
    const store = quickStore(directory)
    for (const action of [() => store.getSigner(name1), store.list]) {
      await expect(action()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_UNSAFE' })
    }
  })

  it.runIf(process.platform === 'linux')('does not wait for a pipe in the place of a key', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const file = await onlyFile(directory)
    await rm(file)
    expect(spawnSync('mkfifo', ['-m', '600', file]).status).toBe(0)
    await expect(quickStore(directory).list()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_READ' })
  })

  it('leaves files that are not its own where they are', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    await store.generate(key1)
    const file = (await onlyFile(directory)).slice(directory.length + 1)
    const uuid = '01234567-89ab-cdef-0123-456789abcdef'
    const [theirs, ours] = [
      ['notes.tmp', '.lock-screen', `${file}.tmp`, `a.json.${uuid}.tmp`],
      [`${file}.${uuid}.tmp`, `.lock-${uuid}`, '.lock-0123456789abcdef', `.lock-0123456789abcdef-${uuid}`],
    ]
    for (const name of [...theirs, ...ours]) await writeFile(join(directory, name), '')
    const folder = `${file}.${uuid.replace('0', 'f')}.tmp`
    await mkdir(join(directory, folder))
    await store.revoke(name1)
    expect((await readdir(directory)).toSorted()).toEqual([...theirs, file, folder].toSorted())
  })

  it('never writes a new key over another, even if the lock did not keep others away', async () => {
    const [directory, elsewhere] = [newDirectory(), newDirectory()]
    await quickStore(elsewhere).generate(key1)
    const file = await onlyFile(elsewhere)
    const before = await readFile(file, 'utf8')
    await mkdir(directory, { mode: 0o700 })
    const late = keyDirectory(directory, { lockTimeoutMs: 300 }).writing(async (write) => {
      const record = parseKeyRecord(before) as KeyRecord
      await link(file, join(directory, file.slice(elsewhere.length + 1)))
      await write({ added: [record] })
    })
    await expect(late).rejects.toMatchObject({ code: 'ERR_KEY_EXISTS' })
    expect(await readFile(await onlyFile(directory), 'utf8')).toBe(before)
  })

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, '9' as never])('refuses to wait for %s ms', (lockTimeoutMs) => {
    expect(() => encryptedFileKeyStore({ directory: newDirectory(), passphrase, lockTimeoutMs })).toThrowError(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })

  it('refuses a key that is there under another name, also a revoked one', async () => {
    const store = quickStore(newDirectory())
    const jwk = await generatePrivateJwk()
    await store.importJwk(jwk, key1)
    const { controller } = key1
    const twin = { code: 'ERR_KEY_EXISTS', message: expect.stringContaining(name1) as string }
    await expect(store.importJwk(jwk, { controller })).rejects.toMatchObject(twin)
    await store.revoke(name1)
    await expect(store.importJwk(jwk)).rejects.toMatchObject(twin)
    expect(await store.list()).toHaveLength(1)
  })

  it('makes one nested directory, when several do so at once', async () => {
    const directory = join(newDirectory(), 'a', 'b', 'keys')
    await Promise.all([1, 2, 3, 4].map(() => quickStore(directory, { lockTimeoutMs: 10_000 }).generate()))
    expect(await quickStore(directory).list()).toHaveLength(4)
  })

  it('has no keys where there is no directory', async () => {
    const store = quickStore(newDirectory())
    expect(await store.list()).toEqual([])
    await expect(store.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
  })

  it('refuses a path that is no directory, or cannot become one', async () => {
    const file = newDirectory()
    await writeFile(file, '')
    await expect(quickStore(file).list()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_UNSAFE' })
    const below = quickStore(join(file, 'keys'))
    await expect(below.generate()).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_KEY_STORE_/) as string })
  })
})

describe('the passphrase', () => {
  it('must be the right one', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const store = quickStore(directory, { passphrase: 'canary-other' })
    await expect(store.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
  })

  it('must be the same for every key of a store', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const store = quickStore(directory, { passphrase: 'canary-other' })
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    expect(await readdir(directory)).toHaveLength(1)
  })

  it('may not be empty', async () => {
    const store = quickStore(newDirectory(), { passphrase: '' })
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it('is asked for once, only when a private key is needed, and again after a wrong one', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const answers = ['canary-wrong', passphrase]
    let asked = 0
    const store = quickStore(directory, { passphrase: () => answers[asked++] ?? '' })
    await store.list()
    expect(asked).toBe(0)
    await expect(store.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    await store.getSigner(name1)
    await store.getSigner(name1)
    await store.generate()
    expect(asked).toBe(2)
  })

  it('is the same whichever way its accents are typed', async () => {
    const directory = newDirectory()
    await quickStore(directory, { passphrase: 'Schl\u00fcssel' }).generate(key1)
    const store = quickStore(directory, { passphrase: 'Schlu\u0308ssel' })
    expect((await store.getSigner(name1)).verificationMethod).toBe(name1)
  })
})

describe('changePassphrase', () => {
  const other = 'canary-other'

  it('encrypts every key anew, in or out of use, and the store goes on with the new passphrase', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    await store.generate(key1)
    await store.rotate(name1)
    await store.revoke((await store.generate()).verificationMethod)
    const before = await store.list()
    await store.changePassphrase(() => other)
    expect(await store.list()).toEqual(before)
    await store.generate()
    const reopened = quickStore(directory, { passphrase: other })
    await expect(reopened.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    expect((await reopened.getSigner('did:web:registrar.example#key-2')).algorithm).toBe('EdDSA')
    const old = quickStore(directory)
    for (const { verificationMethod } of await old.list()) {
      await expect(old.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    }
  })

  it('does the rest when only some keys have been done, and changes nothing when one opens with neither', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    const { verificationMethod: first } = await store.generate()
    const [file = ''] = await readdir(directory)
    await store.changePassphrase(other)
    const done = await readFile(join(directory, file), 'utf8')
    await store.changePassphrase(passphrase)
    const { verificationMethod: second } = await store.generate()
    await writeFile(join(directory, file), done)

    const neither = quickStore(directory, { passphrase: 'canary-wrong' })
    await expect(neither.changePassphrase('canary-new')).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    await expect(quickStore(directory).changePassphrase('canary-new')).rejects.toMatchObject({
      code: 'ERR_WRONG_PASSPHRASE',
    })
    expect(await readFile(join(directory, file), 'utf8')).toBe(done)
    let asked = 0
    const asking = (): string => {
      asked++
      return passphrase
    }
    await quickStore(directory, { passphrase: asking }).changePassphrase(other)
    expect(asked).toBe(1)
    const reopened = quickStore(directory, { passphrase: other })
    for (const name of [first, second]) expect((await reopened.getSigner(name)).verificationMethod).toBe(name)
  })

  it('refuses an empty one, and needs no old one where there are no keys', async () => {
    const directory = newDirectory()
    const store = quickStore(directory, {
      passphrase: () => {
        throw new Error('nobody should be asked')
      },
    })
    await expect(store.changePassphrase('')).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    await store.changePassphrase(other)
    const { verificationMethod } = await store.generate()
    await quickStore(directory, { passphrase: other }).getSigner(verificationMethod)
  })

  it('in another process keeps a store that is open from sealing keys under the old one', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    await store.generate(key1)
    await store.getSigner(name1)
    await quickStore(directory).changePassphrase(other)
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    await expect(store.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    expect(await readdir(directory)).toHaveLength(1)
  })
})

describe('rotate and revoke', () => {
  it('are seen by other stores, and take the passphrase', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    await store.generate({ ...key1, algorithm: 'ES256' })
    const wrong = quickStore(directory, { passphrase: 'canary-wrong' })
    await expect(wrong.rotate(name1)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    await expect(wrong.revoke(name1)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
    const reader = quickStore(directory)
    await reader.getSigner(name1)
    const { retired, current } = await store.rotate(name1)
    expect(current).toMatchObject({ verificationMethod: 'did:web:registrar.example#key-2', algorithm: 'ES256' })
    expect(await reader.list()).toEqual([retired, current])
    await expect(reader.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    const revoked = await store.revoke(current.verificationMethod)
    expect(await reader.exportPublic(current.verificationMethod)).toEqual(revoked)
    await expect(reader.getSigner(current.verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_REVOKED' })
  })

  it('name keys by the next number that is free', async () => {
    const store = quickStore(newDirectory())
    const { controller } = key1
    const names = [await store.generate({ controller }), await store.generate({ controller, fragment: 'key-7' })]
    names.push(await store.generate({ controller }), await store.generate({ controller: 'https://other.example' }))
    expect(names.map(({ verificationMethod }) => verificationMethod)).toEqual([
      `${controller}#key-1`,
      `${controller}#key-7`,
      `${controller}#key-8`,
      'https://other.example#key-1',
    ])
  })
})

/** The text with another letter in the place of one. */
const withOther = (text: string, letter: RegExp): string => text.replace(letter, (found) => (found === 'z' ? 'y' : 'z'))

describe('a damaged key file', () => {
  it.each<[string, (text: string) => string]>([
    ['is empty', () => ''],
    ['is cut short', (text) => text.slice(0, -20)],
    ['has a flipped bit in the private key', (text) => withOther(text, /(?<="encryptedKey": "[^"]{200}.)./)],
    ['has a flipped bit in the public key', (text) => withOther(text, /(?<="z6Mk.)./)],
    ['lacks a member', (text) => text.replace(/"created".*\n/, '')],
    ['is another kind of JSON', () => '[]'],
    ['is null', () => 'null'],
  ])('that %s is named', async (_what, damage) => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const file = await onlyFile(directory)
    const text = await readFile(file, 'utf8')
    expect(damage(text)).not.toBe(text)
    await writeFile(file, damage(text))
    const store = quickStore(directory)
    for (const action of [() => store.getSigner(name1), store.list, () => store.exportPublic(name1)]) {
      const error = await action().catch((error: unknown) => error)
      expect(error).toMatchObject({ code: 'ERR_KEY_STORE_CORRUPT', message: expect.stringContaining(file) as string })
    }
  })

  it('that cannot be read is named', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    const file = await onlyFile(directory)
    await rm(file)
    await mkdir(file)
    await expect(quickStore(directory).getSigner(name1)).rejects.toMatchObject({ code: 'ERR_KEY_STORE_READ' })
  })
})

describe('a forged key file', () => {
  const forgeries: [string, (content: Record<string, unknown>, other: Record<string, unknown>) => void][] = [
    ['names the public key of another', (content, other) => (content.publicKeyMultibase = other.publicKeyMultibase)],
    ['holds the private key of another', (content, other) => (content.encryptedKey = other.encryptedKey)],
    ['holds no JWE', (content) => (content.encryptedKey = 'canary')],
    [
      'asks for a thousand million rounds',
      (content) => {
        const header = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 1e9, p2s: 'AAAA' }
        const encoded = Buffer.from(JSON.stringify(header)).toString('base64url')
        content.encryptedKey = String(content.encryptedKey).replace(/^[^.]+/, encoded)
      },
    ],
    ['has another name', (content) => (content.verificationMethod = 'did:web:other.example#key-1')],
    ['names another controller', (content) => (content.controller = 'did:web:other.example')],
    ['names another time', (content) => (content.created = '2020-01-01T00:00:00.000Z')],
    ['says more than was stored', (content) => (content.revoked = 'no')],
    ['takes back that it is retired', (content) => delete content.retired],
    ['is retired at another time', (content) => (content.retired = '2020-01-01T00:00:00.000Z')],
    ['is for another algorithm', (content) => (content.algorithm = 'ES256')],
  ]
  it.each(forgeries)('that %s opens no key', async (_what, change) => {
    const directory = newDirectory()
    const store = quickStore(directory)
    await store.generate(key1)
    const file = await onlyFile(directory)
    await store.rotate(name1)
    const otherName = (await readdir(directory)).map((name) => join(directory, name)).find((name) => name !== file)
    const other = JSON.parse(await readFile(otherName ?? '', 'utf8')) as Record<string, unknown>
    await forge(file, (content) => change(content, other))
    const error = await quickStore(directory)
      .getSigner(name1)
      .catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_KEY_STORE_CORRUPT', message: expect.stringContaining(file) as string })
    expect(inspect(error)).not.toContain('canary')
  })
})

describe('a key file whose JWE is forged to fit', () => {
  it('opens no key', async () => {
    const directory = newDirectory()
    await quickStore(directory).generate(key1)
    await forge(await onlyFile(directory), (content) => {
      content.controller = 'did:web:other.example'
      const { encryptedKey, ...key } = content
      const [, ...rest] = String(encryptedKey).split('.')
      const header = {
        ...decodeProtectedHeader(String(encryptedKey)),
        publicPartDigest: publicPartDigest(key as never),
      }
      content.encryptedKey = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.')
    })
    await expect(quickStore(directory).getSigner(name1)).rejects.toMatchObject({ code: 'ERR_WRONG_PASSPHRASE' })
  })
})

describe('a key file that is forged after it was opened', () => {
  it('opens no key either', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    await store.generate(key1)
    await store.getSigner(name1)
    await forge(await onlyFile(directory), (content) => (content.controller = 'did:web:other.example'))
    await expect(store.getSigner(name1)).rejects.toMatchObject({ code: 'ERR_KEY_STORE_CORRUPT' })
  })
})

describe('secrets', () => {
  it('appear in no error, no JSON and no inspection', async () => {
    const directory = newDirectory()
    const store = quickStore(directory)
    const jwk = await privateJwkFrom(new Uint8Array(32).fill(0x5a))
    await store.importJwk(jwk, key1)
    const signer = await store.getSigner(name1)
    const wrong = quickStore(directory, { passphrase: 'canary-wrong' })
    const failing = [
      wrong.getSigner(name1),
      wrong.generate(),
      wrong.rotate(name1),
      wrong.revoke(name1),
      wrong.changePassphrase('canary-new'),
      store.importJwk(jwk, key1),
      store.getSigner('did:example:1#2'),
    ]
    const errors = await Promise.all(failing.map((action) => action.catch((error: unknown) => error)))
    const shown = [store, wrong, signer, await store.list(), ...errors]
      .map((value) => inspect(value, { depth: 9, showHidden: true }) + JSON.stringify(value) + String(value))
      .join('\n')
    expect(shown).toContain('ERR_WRONG_PASSPHRASE')
    expect(shown).not.toContain(jwk.d)
    expect(shown).not.toContain('canary')
  })

  it('stand in no file', async () => {
    const directory = newDirectory()
    const jwk = await privateJwkFrom(new Uint8Array(32).fill(0x5a))
    await quickStore(directory).importJwk(jwk, key1)
    const text = await readFile(await onlyFile(directory), 'utf8')
    expect(text).not.toContain(jwk.d)
    expect(text).not.toContain('canary')
  })
})

describe('keys added at the same time', () => {
  it('share one passphrase, or are refused', async () => {
    const directory = newDirectory()
    const stores = ['one', 'two', 'three'].map((passphrase) => quickStore(directory, { passphrase }))
    const results = await Promise.allSettled(stores.map((store) => store.generate()))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      results.filter((result) => result.status === 'rejected' && result.reason.code === 'ERR_WRONG_PASSPHRASE'),
    ).toHaveLength(2)
  })

  it('do not hang where the system makes no directory', { timeout: 10_000 }, async () => {
    const store = quickStore('/proc/testamur/keys')
    await expect(store.generate()).rejects.toMatchObject({ code: 'ERR_KEY_STORE_WRITE' })
  })
})
