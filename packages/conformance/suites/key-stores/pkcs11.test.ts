import { rename } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { keyStoreContract } from '@testamur/proofs/testing'
import { issue, verify } from 'testamur'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeUnlessMissing } from '../../reference.js'
import { badge, now, record } from '../interop-records.js'
import type { Pkcs11Process, RemoteStore } from './pkcs11-process.js'
import { missingForSoftHsm, pin } from './soft-hsm.js'
import { module, signs, type TokenStores, tokenLabel, tokenStores } from './token-stores.js'

const key1 = { controller: 'did:web:registrar.example', fragment: 'key-1' }
const name1 = 'did:web:registrar.example#key-1'

describeUnlessMissing(missingForSoftHsm(), 'PKCS#11, on SoftHSM 2', () => {
  let tokens: TokenStores
  beforeAll(async () => {
    tokens = await tokenStores()
  })
  afterAll(() => tokens.remove())

  const { machine, openStore }: Pick<TokenStores, 'machine' | 'openStore'> = {
    machine: (...labels) => tokens.machine(...labels),
    openStore: (hsm, options) => tokens.openStore(hsm, options),
  }
  const newStore = async (options: object = {}) => openStore(await machine(), options)

  describe.each(['EdDSA', 'ES256', 'ES384'] as const)('passes the key store contract for %s:', (algorithm) => {
    // One process with a token for each check: most of the time would go into starting processes.
    let process: Pkcs11Process
    let count = 0
    const create = async () => {
      count += 1
      const store = await process.open({ module, tokenLabel: `token ${count}`, pin })
      const { getSigner, generate, list, exportPublic } = store
      return { getSigner, generate, list, exportPublic }
    }
    const checks = keyStoreContract(create, { algorithm, lacks: ['rotate', 'revoke'] })
    beforeAll(async () => {
      const { environment } = await machine(...checks.map((_, index) => `token ${index + 1}`))
      process = tokens.processes.start(environment)
    })
    for (const { name, run } of checks) it(name, run)
  })

  it.each(['EdDSA', 'ES256', 'ES384'] as const)('signs a CLR that verifies, by %s', async (algorithm) => {
    const store = await newStore()
    const { verificationMethod, controller } = await store.generate({ algorithm })
    const signer = await store.getSigner(verificationMethod)
    const clr = await issue(record(controller, [badge(controller, 1), badge(controller, 2)]), { signer, now })
    expect(await verify(clr, { offline: true, now })).toMatchObject({ outcome: 'verified', errors: [], warnings: [] })
  })

  // Each has tokens and processes of its own.
  it.concurrent('finds its keys again in another process, and numbers the next one', async () => {
    const hsm = await machine()
    const { controller } = key1
    const made = [await (await openStore(hsm)).generate({ controller })]
    made.push(await (await openStore(hsm)).generate({ controller, algorithm: 'ES256' }))
    const other = await openStore(hsm)
    expect(await other.list()).toEqual(made)
    expect(made.map((key) => key.verificationMethod)).toEqual([name1, 'did:web:registrar.example#key-2'])
    await signs(other, name1)
  })

  it.concurrent('signs by keys that pkcs11-tool made, named by label or id', async () => {
    const hsm = await machine()
    const pair = ['--keypairgen', '--key-type']
    await hsm.tool(tokenLabel, ...pair, 'EC:edwards25519', '--label', 'diplomas', '--id', '0a')
    await hsm.tool(tokenLabel, ...pair, 'EC:prime256v1', '--label', 'diplomas', '--id', '0b')
    await hsm.tool(tokenLabel, ...pair, 'EC:secp384r1', '--label', 'transcripts', '--id', '0c')
    const created = '2026-01-01T00:00:00Z'
    const named = (fragment: string, rest: object) => ({
      verificationMethod: `${key1.controller}#${fragment}`,
      ...rest,
    })
    const keys = [
      named('a', { label: 'diplomas', id: '0a', created }),
      named('b', { id: '0B', created }),
      named('c', { label: 'transcripts', created }),
      named('d', { label: 'diplomas' }),
      named('e', { label: 'transcripts', retired: created }),
      named('f', { label: 'transcripts', revoked: created }),
    ]
    const store = await openStore(hsm, { keys: keys.slice(0, 3) })
    expect((await store.list()).map(({ algorithm }) => algorithm)).toEqual(['EdDSA', 'ES256', 'ES384'])
    for (const { verificationMethod } of keys.slice(0, 3)) await signs(store, verificationMethod)
    const other = await openStore(hsm, { keys: keys.slice(3) })
    const failing = (fragment: string) => other.getSigner(`${key1.controller}#${fragment}`)
    await expect(failing('d')).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
    await expect(failing('e')).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    await expect(failing('f')).rejects.toMatchObject({ code: 'ERR_KEY_REVOKED' })
  })

  it.concurrent('numbers past the keys of other tools, and lists them once it is told when they were made', async () => {
    const hsm = await machine()
    const { controller } = key1
    const pair = (type: string, id: string) => ['--keypairgen', '--key-type', type, '--id', id, '--label']
    await hsm.tool(tokenLabel, ...pair('EC:prime256v1', '01'), name1)
    await hsm.tool(tokenLabel, ...pair('rsa:2048', '02'), `${controller}#key-2`)
    const store = await openStore(hsm)
    expect((await store.getSigner(name1)).algorithm).toBe('ES256')
    expect((await store.generate({ controller })).verificationMethod).toBe(`${controller}#key-3`)
    for (const fragment of ['key-1', 'key-2']) {
      await expect(store.generate({ controller, fragment })).rejects.toMatchObject({ code: 'ERR_KEY_EXISTS' })
    }
    await expect(store.list()).rejects.toMatchObject({
      code: 'ERR_INVALID_OPTION',
      message: expect.stringContaining(name1) as string,
    })
    const created = '2026-01-01T00:00:00Z'
    const told = await openStore(hsm, { keys: [{ verificationMethod: name1, created }] })
    expect(await told.list()).toMatchObject([
      { verificationMethod: name1, created, algorithm: 'ES256' },
      { verificationMethod: `${controller}#key-3` },
    ])
  })

  it.concurrent('does not sign under another name of a key that is retired or revoked', async () => {
    const hsm = await machine()
    const { controller } = key1
    const store = await openStore(hsm)
    await store.generate(key1)
    await store.generate({ ...key1, fragment: 'key-2' })
    const created = '2026-01-01T00:00:00Z'
    const named = (fragment: string, rest: object) => ({ verificationMethod: `${controller}#${fragment}`, ...rest })
    const keys = [
      named('key-1', { retired: created }),
      named('alias', { label: name1 }),
      named('compromised', { label: `${controller}#key-2`, revoked: created }),
    ]
    const told = await openStore(hsm, { keys })
    await expect(told.getSigner(`${controller}#alias`)).rejects.toMatchObject({ code: 'ERR_KEY_RETIRED' })
    await expect(told.getSigner(`${controller}#key-2`)).rejects.toMatchObject({ code: 'ERR_KEY_REVOKED' })
    const listed = (await told.list()).map((key) => [key.verificationMethod.split('#')[1], key.retired, key.revoked])
    expect(listed.toSorted()).toEqual([
      ['alias', created, undefined],
      ['compromised', undefined, created],
      ['key-1', created, undefined],
      ['key-2', undefined, created],
    ])
    const inUse = await openStore(hsm, { keys: [named('alias', { label: name1 }), keys[2]] })
    await signs(inUse, `${controller}#alias`)
    await signs(inUse, name1)
  })

  it.concurrent('does not sign with a key that is unfinished', async () => {
    const hsm = await machine()
    const label = `unfinished ${name1}`
    await hsm.tool(tokenLabel, '--keypairgen', '--key-type', 'EC:prime256v1', '--label', label, '--id', '01')
    const store = await openStore(hsm)
    await expect(store.getSigner(label)).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
    await expect(store.exportPublic(label)).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
  })

  it.concurrent('asks for the PIN once more where a key wants it for every signature', async () => {
    const hsm = await machine()
    const pair = ['--keypairgen', '--key-type', 'EC:prime256v1', '--always-auth', '--label', 'careful', '--id', '01']
    await hsm.tool(tokenLabel, ...pair)
    const store = await openStore(hsm, {
      keys: [{ verificationMethod: name1, label: 'careful', created: '2026-01-01T00:00:00Z' }],
    })
    await signs(store, name1)
    await signs(store, name1)
  })

  it.concurrent('makes keys that nobody reads out of the token', async () => {
    const store = await newStore()
    await store.generate({ algorithm: 'EdDSA' })
    await store.generate({ algorithm: 'ES256' })
    const values = await store.call('privateValues', module)
    expect(values).toEqual(['CKR_ATTRIBUTE_SENSITIVE', 'CKR_ATTRIBUTE_SENSITIVE'])
  })

  it.concurrent('refuses a public key that somebody put beside the private one', async () => {
    const hsm = await machine()
    const store = await openStore(hsm)
    await store.generate({ ...key1, fragment: 'key-2' })
    await store.generate(key1)
    const shown = await hsm.tool(tokenLabel, '--list-objects', '--type', 'privkey')
    const [, id = ''] = /#key-1[\s\S]*?ID:\s+([0-9a-f]+)/.exec(shown) ?? []
    await hsm.tool(tokenLabel, '--delete-object', '--type', 'pubkey', '--id', id)
    await hsm.tool(tokenLabel, '--keypairgen', '--key-type', 'EC:edwards25519', '--label', 'forged', '--id', id)
    const other = await openStore(hsm)
    await expect(other.exportPublic(name1)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
  })

  it.concurrent('signs thirty messages at once, and one of 5 MB', async () => {
    const store = await newStore({ maxSessions: 3 })
    for (const algorithm of ['EdDSA', 'ES256'] as const) {
      const { verificationMethod } = await store.generate({ algorithm })
      await signs(store, verificationMethod, ...Array.from({ length: 30 }, (_, i) => new Uint8Array(i + 1).fill(i)))
      await signs(store, verificationMethod, new Uint8Array(5_000_000).fill(7))
    }
  })

  it.concurrent('works with a second store on the same module, and with the module that the application loaded', async () => {
    const hsm = await machine('registrar', 'archive')
    const process = tokens.processes.start(hsm.environment)
    const registrar = await process.open({ module, tokenLabel: 'registrar', pin })
    const archive = await process.open({ module, tokenLabel: 'archive', pin })
    const same = await process.open({ module, tokenLabel: 'registrar', pin, isLoaded: true })
    await registrar.generate(key1)
    await archive.generate(key1)
    const [ours] = await registrar.list()
    expect(await same.list()).toEqual([ours])
    expect(await archive.list()).not.toEqual([ours])
    await registrar.call('close')
    await signs(same, name1)
    await signs(archive, name1)
    await expect(registrar.list()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
    const unlabelled = await process.open({ module, pin })
    await expect(unlabelled.list()).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it.concurrent('goes on after its sessions were closed, and after it was logged out', async () => {
    const store = await newStore()
    await store.generate(key1)
    await signs(store, name1)
    await store.call('closeAllSessions', module)
    await signs(store, name1, Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3))
    await store.call('logOut', module)
    await signs(store, name1)
    await store.call('logOut', module)
    expect(await store.list()).toHaveLength(1)
    await store.call('closeAllSessions', module)
    await store.generate({ ...key1, fragment: 'key-2' })
    expect(await store.list()).toHaveLength(2)
  })

  it.concurrent('says that the token is gone, and goes on when it is back', async () => {
    const hsm = await machine()
    const store = await openStore(hsm)
    await store.generate(key1)
    await signs(store, name1)
    const signer = await store.getSigner(name1)
    await rename(hsm.tokens, `${hsm.tokens}-away`)
    for (const action of [() => signer.sign(Uint8Array.of(1)), store.list, () => store.generate()]) {
      await expect(action()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
    }
    await rename(`${hsm.tokens}-away`, hsm.tokens)
    await signs(store, name1, Uint8Array.of(1), Uint8Array.of(2))
    expect(await store.list()).toHaveLength(1)
  })

  it.concurrent('waits for a token that is away for a moment only', async () => {
    const hsm = await machine()
    const store = await openStore(hsm, { retries: 5 })
    await store.generate(key1)
    await rename(hsm.tokens, `${hsm.tokens}-away`)
    const signed = signs(store, name1, ...Array.from({ length: 20 }, (_, i) => Uint8Array.of(i)))
    await setTimeout(600)
    await rename(`${hsm.tokens}-away`, hsm.tokens)
    await signed
  })

  it.concurrent('tries a wrong PIN once, and says no more about it than that it is wrong', async () => {
    const hsm = await machine()
    const store = await openStore(hsm, { pin: 'canary-wrong-pin' })
    const attempts = [
      store.list(),
      store.getSigner(name1),
      store.generate(),
      ...[1, 2, 3, 4, 5, 6].map(() => store.list()),
    ]
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'ERR_KEY_SERVICE_DENIED' } })
    }
    await (await openStore(hsm)).list()
    const empty = await openStore(hsm, { pin: '' })
    await expect(empty.list()).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it.concurrent('says which token and which module it does not find', async () => {
    const hsm = await machine()
    const wrongToken = await openStore(hsm, { tokenLabel: 'nobody', retries: 0 })
    await expect(wrongToken.list()).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/no PKCS#11 token called nobody.*there are: registrar/s) as string,
    })
    const wrongModule = await openStore(hsm, { module: '/nowhere/libnothing.so' })
    await expect(wrongModule.list()).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringContaining('/nowhere/libnothing.so') as string,
    })
  })

  it.concurrent('makes one key of a name, whichever process asks', async () => {
    const hsm = await machine()
    const stores = await Promise.all([1, 2, 3].map(() => openStore(hsm)))
    for (const round of [1, 2, 3, 4]) {
      const fragment = `round-${round}`
      const outcomes = await Promise.allSettled(stores.map((store) => store.generate({ ...key1, fragment })))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
      expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: 'ERR_KEY_EXISTS' })))
    }
    const numbered = await Promise.all(stores.map((store) => store.generate({ controller: key1.controller })))
    expect(new Set(numbered.map(({ verificationMethod }) => verificationMethod)).size).toBe(3)
    const listed = (await stores[0]?.list()) ?? []
    expect(listed).toHaveLength(7)
    for (const { verificationMethod } of listed) await signs(stores[1] as RemoteStore, verificationMethod)
  })

  it.concurrent('removes what a process left that died while it made a key, and nothing of others', async () => {
    const hsm = await machine()
    const old = '00000000000170008000000000000001'
    const pair = ['--keypairgen', '--key-type', 'EC:prime256v1', '--label']
    await hsm.tool(tokenLabel, ...pair, `unfinished ${name1}`, '--id', old)
    await hsm.tool(tokenLabel, ...pair, 'unfinished business', '--id', '0a')
    const store = await openStore(hsm)
    await store.generate(key1)
    await signs(store, name1)
    const shown = await hsm.tool(tokenLabel, '--list-objects', '--type', 'privkey')
    expect(shown).not.toContain(old)
    expect(shown).toContain('unfinished business')
  })

  it('finds pkcs11js beside an application that links to it', async () => {
    const hsm = await machine()
    const files = await tokens.processes.linkedApplication()
    const environment = { ...hsm.environment, PKCS11_MODULE: module, PKCS11_TOKEN: tokenLabel, PKCS11_PIN: pin }
    expect(await files.run(environment)).toBe('0 keys\n')
    await files.removePkcs11js()
    expect(await files.run(environment)).toMatch(/ERR_KEY_SERVICE_NOT_INSTALLED.*new PKCS11\(\)/s)
  })

  it('is shown by an example, which makes its key once', async () => {
    const hsm = await machine()
    expect(await tokens.processes.runExample({ ...hsm.environment, PKCS11_MODULE: undefined })).toContain(
      'Set PKCS11_MODULE',
    )
    const environment = { ...hsm.environment, PKCS11_MODULE: module, PKCS11_TOKEN: tokenLabel, PKCS11_PIN: pin }
    for (const _ of ['first', 'second']) expect(await tokens.processes.runExample(environment)).toBe('verified\n')
  })

  it('shows no PIN anywhere', async () => {
    const store = await newStore()
    await store.generate(key1)
    tokens.processes.printed.push(String(await store.call('shown')))
    expect(tokens.processes.printed.join()).toContain('ERR_KEY_SERVICE_DENIED')
    expect(tokens.processes.printed.join()).not.toContain('canary')
  })
})
