import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeUnlessMissing } from '../../reference.js'
import { missingForSoftHsm } from './soft-hsm.js'
import { signs, type TokenStores, tokenStores } from './token-stores.js'

const controller = 'did:web:registrar.example'
const rounds = Math.ceil(Number(process.env['TESTAMUR_RUNS'] ?? 100) / 5)

describeUnlessMissing(missingForSoftHsm(), 'PKCS#11, on SoftHSM 2, when its process is killed', () => {
  let tokens: TokenStores
  beforeAll(async () => {
    tokens = await tokenStores()
  })
  afterAll(() => tokens.remove())

  it(`leaves whole keys (${rounds} rounds)`, async () => {
    const hsm = await tokens.machine()
    const reported = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const store = await tokens.openStore(hsm)
      const making = (async () => {
        for (;;) reported.add((await store.generate({ controller })).verificationMethod)
      })().catch(() => {})
      await setTimeout(150 + Math.random() * 100)
      store.process.child.kill('SIGKILL')
      await making
    }
    const survivor = await tokens.openStore(hsm)
    reported.add((await survivor.generate({ controller })).verificationMethod)
    const listed = (await survivor.list()).map(({ verificationMethod }) => verificationMethod)
    expect(new Set(listed).size).toBe(listed.length)
    expect([...reported].filter((name) => !listed.includes(name))).toEqual([])
    for (const name of listed) await signs(survivor, name)
  }, 3_600_000)
})
