import { inspect } from 'node:util'
import { didDocumentFor } from '@testamur/proofs/key-stores'
import type { KeyServiceKey, KeyServiceOptions, KeyServiceStore } from '@testamur/proofs/key-stores/vault-transit'
import { type SignatureAlgorithm, verifySignature } from '@testamur/proofs/keys'
import { keyStoreContract } from '@testamur/proofs/testing'
import { issue, verify } from 'testamur'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { badge, now, record } from '../interop-records.js'
import type { KeyServiceSession, KeyServiceUnderTest, Locator } from './key-service-under-test.js'

const controller = 'did:web:registrar.example'
const verificationMethod = `${controller}#key-1`
const data = new TextEncoder().encode('to whom it may concern')
const message = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x41)

/** Runs what every store over a key service must show, with the service's real client against its double. */
export function describeKeyService<Key extends KeyServiceKey>(name: string, service: KeyServiceUnderTest<Key>): void {
  const { algorithms } = service
  const algorithm = algorithms[0] as SignatureAlgorithm
  let session: KeyServiceSession<Key>
  beforeAll(async () => {
    session = await service.start()
  })
  afterAll(async () => session.close())
  afterEach(() => session.recover())

  const named = (locator: Locator<Key>, more: Partial<KeyServiceKey> = {}): Key =>
    ({ ...locator, verificationMethod, ...more }) as unknown as Key
  const storeOver = (locator: Locator<Key>, options: KeyServiceOptions = {}): KeyServiceStore<Key> =>
    session.store([named(locator)], { sleep: async () => {}, ...options })
  const newStore = (options: KeyServiceOptions = {}): KeyServiceStore<Key> =>
    storeOver(session.addKey(algorithm), options)

  describe.each(algorithms)(`${name} passes the key store contract for %s:`, (wanted) => {
    const create = (): KeyServiceStore<Key> => session.store([])
    for (const { name, run } of keyStoreContract(create, { algorithm: wanted })) it(name, run)
  })

  describe.each(algorithms)(`${name}: a record signed with %s`, (wanted) => {
    it.each(wanted === 'RS256' ? (['vc-jwt'] as const) : (['data-integrity', 'vc-jwt'] as const))(
      'as %s verifies, and stays verified when the key is rotated, not when it is revoked',
      async (format) => {
        const store = storeOver(session.addKey(wanted))
        const signer = await store.getSigner(verificationMethod)
        // RS256 signs tokens alone, so nothing inside; and AWS KMS takes no long tokens for EdDSA.
        const isShort = wanted === 'RS256' || (format === 'vc-jwt' && signer.maxMessageBytes !== undefined)
        const unsigned = isShort ? badge(controller, 1) : record(controller, [badge(controller, 1)])
        const signed = await issue(unsigned, { signer, format, now })
        expect(await outcome(store, signed)).toBe('verified')
        await store.rotate(verificationMethod)
        expect(await outcome(store, signed)).toBe('verified')
        await store.revoke(verificationMethod, { at: now })
        expect(await outcome(store, signed)).not.toBe('verified')
      },
    )
  })

  describe(`${name}: messages of 5 MB`, () => {
    it.each(algorithms)('are signed with %s, or refused with advice and without a request', async (wanted) => {
      const store = storeOver(session.addKey(wanted))
      const signer = await store.getSigner(verificationMethod)
      const long = message(5 * 1024 * 1024)
      if ((signer.maxMessageBytes ?? long.length) >= long.length) {
        const publicKey = await store.exportPublic(verificationMethod)
        expect(await verifySignature(long, { signature: await signer.sign(long), publicKey })).toBe(true)
        return
      }
      const before = session.requestCount()
      const refused = expect(signer.sign(long)).rejects
      await refused.toMatchObject({ code: 'ERR_MESSAGE_TOO_LONG', message: expect.stringContaining('ES256') })
      expect(session.requestCount()).toBe(before)
    })
  })

  describe(`${name}: trouble that passes`, () => {
    it.each(['throttled', 'server-error'] as const)('%s: is waited for, longer each time', async (kind) => {
      const pauses: number[] = []
      const signer = await newStore({
        random: () => 1,
        sleep: async (ms) => void pauses.push(ms),
      }).getSigner(verificationMethod)
      session.trouble(kind, 3)
      expect(await signer.sign(data)).toBeInstanceOf(Uint8Array)
      expect(pauses).toEqual([200, 400, 800])
    })

    it('silence: is not waited for longer than timeoutMs', async () => {
      const signer = await newStore({ timeoutMs: 300 }).getSigner(verificationMethod)
      session.trouble('silence', 1)
      expect(await signer.sign(data)).toBeInstanceOf(Uint8Array)
    })
  })

  describe(`${name}: trouble that does not pass`, () => {
    it.each(['throttled', 'server-error', 'silence'] as const)(
      '%s: ends with ERR_KEY_SERVICE_UNAVAILABLE after as many retries as told',
      async (kind) => {
        const signer = await newStore({ retries: 2, timeoutMs: 200 }).getSigner(verificationMethod)
        session.trouble(kind, Number.POSITIVE_INFINITY)
        const before = session.requestCount()
        const message = expect.stringContaining('after 2 retries')
        await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE', message })
        expect(session.requestCount() - before).toBe(3)
      },
    )

    it.each([
      ['unreadable', 'ERR_KEY_SERVICE_RESPONSE'],
      ['no-signature', 'ERR_KEY_SERVICE_RESPONSE'],
      ['denied', 'ERR_KEY_SERVICE_DENIED'],
      ['disabled', 'ERR_KEY_SERVICE_DENIED'],
      ['absent', 'ERR_KEY_NOT_FOUND'],
    ] as const)('%s: is %s, without a retry', async (kind, code) => {
      const signer = await newStore().getSigner(verificationMethod)
      await signer.sign(data)
      session.trouble(kind, Number.POSITIVE_INFINITY)
      const before = session.requestCount()
      await expect(signer.sign(data)).rejects.toMatchObject({ code })
      expect(session.requestCount() - before).toBe(1)
    })

    it('a server that is gone is ERR_KEY_SERVICE_UNAVAILABLE', async () => {
      const gone = await service.start()
      const store = gone.store([named(gone.addKey(algorithm))], { retries: 1, sleep: async () => {} })
      const signer = await store.getSigner(verificationMethod)
      await gone.stop()
      await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
      await gone.close()
    })

    it('a signal ends the waiting', async () => {
      const end = new AbortController()
      const signer = await newStore({ signal: end.signal }).getSigner(verificationMethod)
      session.trouble('silence', Number.POSITIVE_INFINITY)
      setTimeout(() => end.abort(), 50)
      const message = expect.stringContaining('cancelled')
      await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE', message })
    })

    it('a key is never asked for twice', async () => {
      const store = newStore()
      session.trouble('server-error', Number.POSITIVE_INFINITY)
      const before = session.requestCount()
      const made = store.generate({ algorithm })
      await expect(made).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
      expect(session.requestCount() - before).toBe(1)
    })

    it('a key that may have been made is told of', async () => {
      const store = newStore({ timeoutMs: 100 })
      session.trouble('silence', 1)
      const told = {
        code: 'ERR_KEY_SERVICE_UNAVAILABLE',
        message: expect.stringMatching(/may have made the key testamur-/),
      }
      await expect(store.generate({ algorithm })).rejects.toMatchObject(told)
      session.trouble('unreadable', 1)
      const made = store.generate({ algorithm })
      await expect(made).rejects.toMatchObject({ ...told, code: 'ERR_KEY_SERVICE_RESPONSE' })
    })

    it('a key that was made and cannot be read is not lost: the error has its entry', async () => {
      const store = newStore()
      session.trouble('none', 1)
      session.trouble('denied', Number.POSITIVE_INFINITY)
      const error = await store.generate({ algorithm, controller }).then(
        () => expect.fail('there is a key'),
        (thrown: Error) => thrown,
      )
      expect(error).toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED', message: expect.stringContaining('has been made') })
      session.recover()
      const entry = JSON.parse(/add ({.*?})/.exec(error.message)?.[1] ?? '') as Key
      const signer = await session.store([entry]).getSigner(`${controller}#key-2`)
      expect(await signer.sign(data)).toBeInstanceOf(Uint8Array)
    })
  })

  describe(`${name}: the public key`, () => {
    it('is fetched once, however many ask', async () => {
      const store = newStore()
      const before = session.requestCount()
      await Promise.all(Array.from({ length: 10 }, () => store.getSigner(verificationMethod)))
      await store.getSigner(verificationMethod)
      expect(session.requestCount() - before).toBe(1)
    })

    it('is fetched again when that failed', async () => {
      const store = newStore({ retries: 0 })
      session.trouble('server-error', 1)
      await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
      expect((await store.getSigner(verificationMethod)).algorithm).toBe(algorithm)
    })

    it('is not fetched when the entry has it', async () => {
      const locator = session.addKey(algorithm)
      const [pinned] = await storeOver(locator).pinnedKeys()
      const before = session.requestCount()
      const store = session.store([pinned as Key])
      await store.getSigner(verificationMethod)
      expect(await store.list()).toMatchObject([{ verificationMethod, controller, algorithm }])
      expect(session.requestCount()).toBe(before)
    })

    it('guards against another key behind the name, unless that is turned off', async () => {
      const locator = session.addKey(algorithm)
      const store = storeOver(locator)
      const signer = await store.getSigner(verificationMethod)
      const pinned = await store.pinnedKeys()
      const careless = await storeOver(locator, { skipSignatureCheck: true }).getSigner(verificationMethod)
      session.replaceKey(locator)
      const message = expect.stringContaining('public key does not confirm')
      await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE', message })
      const restarted = await session.store(pinned).getSigner(verificationMethod)
      await expect(restarted.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE', message })
      expect(await careless.sign(data)).toBeInstanceOf(Uint8Array)
    })
  })

  it(`${name}: what pinnedKeys returns is all that a new store needs`, async () => {
    const store = session.store([])
    const first = await store.generate({ algorithm, controller })
    const { retired, current } = await store.rotate(first.verificationMethod)
    const kept = JSON.parse(JSON.stringify(await store.pinnedKeys())) as Key[]
    const again = session.store(kept)
    expect(await again.list()).toEqual([retired, current])
    await expect(again.getSigner(first.verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    const signature = await (await again.getSigner(current.verificationMethod)).sign(data)
    expect(await verifySignature(data, { signature, publicKey: current })).toBe(true)
  })

  describe(`${name}: secrets`, () => {
    const printed: unknown[] = []
    beforeEach(() => {
      for (const stream of [process.stdout, process.stderr]) {
        vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(text) > 0)
      }
      for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
        vi.spyOn(console, method).mockImplementation((...values) => void printed.push(...values))
      }
    })
    afterEach(() => vi.restoreAllMocks())

    it.each(['talkative', 'denied', 'throttled', 'unreadable', 'silence'] as const)(
      '%s: none is in an error, its cause, or a log',
      async (kind) => {
        const store = newStore({ retries: 1, timeoutMs: 200 })
        const signer = await store.getSigner(verificationMethod)
        await signer.sign(data)
        session.trouble(kind, Number.POSITIVE_INFINITY)
        const attempts = [() => signer.sign(data), () => store.generate({ algorithm }), () => store.list()]
        const errors = await Promise.all(attempts.map((attempt) => Promise.resolve(attempt()).catch((error) => error)))
        expect(errors[0]).toBeInstanceOf(Error)
        const shown = inspect([errors, printed, store, signer], { depth: 12, showHidden: true, maxStringLength: null })
        for (const canary of service.canaries) {
          expect(shown).not.toContain(canary)
          expect(shown).not.toContain(Buffer.from(canary).toString('base64'))
        }
      },
    )
  })
}

/** What verifiers say who know the keys of the store as their issuer publishes them. */
async function outcome<Key extends KeyServiceKey>(store: KeyServiceStore<Key>, signed: unknown): Promise<string> {
  const document = didDocumentFor(await store.list(), { controller })
  const documents = { 'https://registrar.example/.well-known/did.json': document }
  return (await verify(signed as object, { offline: true, documents, now })).outcome
}
