import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import type { Pkcs11 } from './pkcs11/cryptoki.js'
import { newKeyId, timeOfKeyId } from './pkcs11/key-id.js'
import { type Pkcs11KeyStoreOptions, pkcs11KeyStore } from './pkcs11.js'

// The store as it meets modules that fail; that it works is shown on SoftHSM 2, in the conformance suites.

const name = 'did:web:registrar.example#key-1'

/** An error as pkcs11js throws it. */
const failure = (code: number, text: string) => Object.assign(new Error(text), { code })

/** A module with one token on which nothing is, and parts that behave otherwise. */
function moduleWith(changes: Partial<Pkcs11> = {}): Pkcs11 {
  const nothing = () => {
    throw new Error('not expected')
  }
  return {
    C_Initialize: vi.fn(),
    C_Finalize: vi.fn(),
    C_GetSlotList: () => [Buffer.of(1)],
    C_GetTokenInfo: () => ({ label: 'registrar       ', flags: 0x400 }),
    C_OpenSession: vi.fn(() => Buffer.of(2)),
    C_CloseSession: vi.fn(),
    C_GetSessionInfo: () => ({ state: 1 }),
    C_Login: vi.fn(),
    C_FindObjectsInit: vi.fn(),
    C_FindObjects: () => [],
    C_FindObjectsFinal: vi.fn(),
    C_GetAttributeValue: nothing,
    C_SetAttributeValue: nothing,
    C_CreateObject: nothing,
    C_DestroyObject: nothing,
    C_SignInit: nothing,
    C_SignAsync: nothing,
    C_GenerateKeyPairAsync: nothing,
    ...changes,
  }
}
const storeWith = (changes: Partial<Pkcs11> = {}, options: Partial<Pkcs11KeyStoreOptions> = {}) =>
  pkcs11KeyStore({ module: moduleWith(changes), pin: 'canary-pin', retries: 0, ...options })

describe('pkcs11KeyStore', () => {
  it('says what to install', async () => {
    const store = pkcs11KeyStore({ module: '/nowhere/libtoken.so', pin: '1234' })
    await expect(store.list()).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_KEY_SERVICE_(NOT_INSTALLED|UNAVAILABLE)$/) as string,
    })
  })

  it.each<[string, number, string]>([
    ['CKR_DEVICE_REMOVED', 0x32, 'ERR_KEY_SERVICE_UNAVAILABLE'],
    ['CKR_TOKEN_NOT_PRESENT', 0xe0, 'ERR_KEY_SERVICE_UNAVAILABLE'],
    ['CKR_SESSION_COUNT', 0xb1, 'ERR_KEY_SERVICE_UNAVAILABLE'],
    ['CKR_ACTION_PROHIBITED', 0x1b, 'ERR_KEY_SERVICE_DENIED'],
    ['CKR_MECHANISM_INVALID', 0x70, 'ERR_ALGORITHM_UNSUPPORTED'],
    ['CKR_DATA_LEN_RANGE', 0x21, 'ERR_MESSAGE_TOO_LONG'],
    ['CKR_VENDOR_DEFINED', 0x8000_0001, 'ERR_KEY_SERVICE_RESPONSE'],
  ])('says what %s means', async (text, value, code) => {
    const C_FindObjectsInit = () => {
      throw failure(value, text)
    }
    await expect(storeWith({ C_FindObjectsInit }).list()).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text) as string,
    })
  })

  it('finds the number of an error in its message, too', async () => {
    const C_FindObjectsInit = () => {
      throw new Error('CKR_SESSION_READ_ONLY:181')
    }
    await expect(storeWith({ C_FindObjectsInit }).list()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
  })

  it('passes errors on that are none of the module', async () => {
    const C_FindObjectsInit = () => {
      throw new TypeError('a mistake of ours')
    }
    await expect(storeWith({ C_FindObjectsInit }).list()).rejects.toBeInstanceOf(TypeError)
  })

  it('never tries a refused PIN again, and asks for another one', async () => {
    const C_Login = vi.fn((_session: Buffer, _user: number, pin?: string) => {
      if (pin !== 'right') throw failure(0xa0, 'CKR_PIN_INCORRECT')
    })
    const answers = ['canary-1', 'canary-1', 'canary-1', 'right']
    let asked = 0
    const pin = () => answers[Math.min(asked++, 3)] ?? ''
    const store = storeWith(
      { C_Login, C_GetSessionInfo: () => ({ state: C_Login.mock.calls.length > 1 ? 1 : 0 }) },
      { pin },
    )
    const errors = []
    for (const _ of [1, 2, 3]) errors.push(await store.list().catch((error: unknown) => error))
    expect(errors.map((error) => (error as { code: string }).code)).toEqual(Array(3).fill('ERR_KEY_SERVICE_DENIED'))
    expect(await store.list()).toEqual([])
    expect(C_Login.mock.calls.map(([, , pin]) => pin)).toEqual(['canary-1', 'right'])
    expect(inspect([errors, store], { depth: 9 })).not.toContain('canary')
  })

  it('asks once for the PIN when many wait for it', async () => {
    const pin = vi.fn(async () => 'right')
    const state = { state: 0 }
    const C_Login = vi.fn(() => {
      state.state = 1
    })
    const store = storeWith({ C_Login, C_GetSessionInfo: () => state }, { pin })
    await Promise.all(Array.from({ length: 20 }, () => store.list()))
    expect([pin.mock.calls.length, C_Login.mock.calls.length]).toEqual([1, 1])
  })

  it('opens no more sessions than it may', async () => {
    const C_OpenSession = vi.fn(() => Buffer.of(2))
    const store = storeWith({ C_OpenSession }, { maxSessions: 2 })
    await Promise.all(Array.from({ length: 20 }, () => store.list()))
    expect(C_OpenSession.mock.calls.length).toBeLessThanOrEqual(3)
  })

  it('initialises a module anew that it initialised itself, and no other', async () => {
    const gone = () => {
      throw failure(0x32, 'CKR_DEVICE_REMOVED')
    }
    const ours = moduleWith({ C_FindObjectsInit: gone })
    await pkcs11KeyStore({ module: ours, pin: '1234', retries: 2 })
      .list()
      .catch(() => {})
    expect(ours.C_Finalize).toHaveBeenCalled()
    const C_Initialize = () => {
      throw failure(0x191, 'CKR_CRYPTOKI_ALREADY_INITIALIZED')
    }
    const theirs = moduleWith({ C_FindObjectsInit: gone, C_Initialize })
    await pkcs11KeyStore({ module: theirs, pin: '1234', retries: 2 })
      .list()
      .catch(() => {})
    expect(theirs.C_Finalize).not.toHaveBeenCalled()
  })

  it('initialises a module once for all its stores', async () => {
    const module = moduleWith()
    for (const _ of [1, 2]) await pkcs11KeyStore({ module, pin: '1234' }).list()
    expect(module.C_Initialize).toHaveBeenCalledTimes(1)
  })

  it('says which tokens there are when there is none of that label, and leaves the module alone', async () => {
    const module = moduleWith()
    const store = pkcs11KeyStore({ module, pin: '1234', tokenLabel: 'registar' })
    await expect(store.list()).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/no PKCS#11 token called registar.*there are: registrar/s) as string,
    })
    expect(module.C_Initialize).toHaveBeenCalledTimes(1)
    expect(module.C_Finalize).not.toHaveBeenCalled()
  })

  it('looks again for a token that was there, though others are', async () => {
    const labels = ['registrar', 'archive']
    const C_FindObjectsInit = vi.fn()
    const C_GetSlotList = () => labels.map((_, index) => Buffer.of(index))
    const C_GetTokenInfo = ([index = 0]: Buffer) => ({ label: labels[index] ?? '', flags: 0x400 })
    const module = moduleWith({ C_FindObjectsInit, C_GetSlotList, C_GetTokenInfo })
    const store = pkcs11KeyStore({ module, pin: '1234', tokenLabel: 'registrar', retries: 2 })
    await store.list()
    labels.shift()
    C_FindObjectsInit.mockImplementationOnce(() => {
      labels.push('registrar')
      throw failure(0x32, 'CKR_DEVICE_REMOVED')
    })
    expect(await store.list()).toEqual([])
  })

  it('says that there is no token', async () => {
    await expect(storeWith({ C_GetSlotList: () => [] }).list()).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringContaining('there is no token') as string,
    })
  })

  it('looks for a free number for some time only', async () => {
    let asked = 0
    let isByLabel = false
    const store = storeWith({
      C_FindObjectsInit: (_session, template) => {
        isByLabel = template.some(({ type }) => type === 0x3)
      },
      // Whichever name is asked for, there is a key of it.
      C_FindObjects() {
        asked += 1
        if (asked > 10_000) throw new Error('asked without end')
        return isByLabel ? [Buffer.of(3)] : []
      },
    })
    await expect(store.generate({ controller: 'did:web:registrar.example' })).rejects.toMatchObject({
      code: 'ERR_KEY_EXISTS',
    })
  })

  it('refuses options that cannot be meant', async () => {
    const invalid = expect.objectContaining({ code: 'ERR_INVALID_OPTION' }) as Error
    expect(() => storeWith({}, { maxSessions: 0 })).toThrow(invalid)
    expect(() => storeWith({}, { retries: -1 })).toThrow(invalid)
    expect(() => storeWith({}, { keys: [{ verificationMethod: 'key-1' }] })).toThrow(invalid)
    expect(() => storeWith({}, { keys: [{ verificationMethod: name, id: '0' }] })).toThrow(invalid)
    const twice = [{ verificationMethod: name }, { verificationMethod: name }]
    expect(() => storeWith({}, { keys: twice })).toThrow(expect.objectContaining({ code: 'ERR_KEY_EXISTS' }) as Error)
    await expect(storeWith().generate({ algorithm: 'RS256' })).rejects.toMatchObject({
      code: 'ERR_ALGORITHM_UNSUPPORTED',
    })
    await expect(storeWith().generate({ fragment: 'key-1' })).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})

describe('the id of a key', () => {
  it('tells when the key was made, and only those we made', () => {
    const before = Date.now()
    const time = timeOfKeyId(newKeyId())?.getTime() ?? 0
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Date.now())
    expect(timeOfKeyId(Buffer.alloc(16))).toBeUndefined()
    expect(timeOfKeyId(newKeyId().subarray(1))).toBeUndefined()
  })
})
