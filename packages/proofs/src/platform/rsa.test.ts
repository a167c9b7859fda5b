import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rsa, RsaPrivateNumbers } from './interface.js'
import * as node from './node.js'
import { webRsa } from './web/rsa.js'
import * as web from './web.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const implementations: readonly (readonly [string, Rsa])[] = [
  ['node:crypto', node.rsa],
  ['WebCrypto', web.rsa],
]
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  format: 'jwk',
}) as unknown as RsaPrivateNumbers

describe('RSA', () => {
  it('signs the same everywhere, and every changed bit breaks a signature', async () => {
    const signers = await Promise.all(implementations.map(([, rsa]) => rsa.signer(privateKey)))
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(2047), async (data, bit) => {
        const [signature, other] = await Promise.all(signers.map((sign) => sign(data)))
        if (signature === undefined) throw new Error('no signature')
        expect(other).toEqual(signature)
        const changed = signature.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        for (const [name, rsa] of implementations) {
          expect(await rsa.verifier(privateKey)(signature, data), name).toBe(true)
          expect(await rsa.verifier(privateKey)(changed, data), name).toBe(false)
        }
      }),
      { numRuns },
    )
  })

  it.each(implementations)('makes keys by %s that the other takes', async (_name, rsa) => {
    const made = await rsa.generate(2048)
    const data = Uint8Array.of(1, 2, 3)
    expect(made.e).toBe('AQAB')
    for (const [, other] of implementations) {
      const signature = await (await other.signer(made))(data)
      expect(await rsa.verifier(made)(signature, data)).toBe(true)
      expect(await rsa.verifier(privateKey)(signature, data)).toBe(false)
    }
  })

  it.each(implementations)('says no to signatures of another length by %s', async (_name, rsa) => {
    const signature = await (await rsa.signer(privateKey))(Uint8Array.of(1))
    for (const wrong of [new Uint8Array(), signature.subarray(1), Uint8Array.of(0, ...signature)]) {
      expect(await rsa.verifier(privateKey)(wrong, Uint8Array.of(1))).toBe(false)
    }
  })

  it('says that it needs WebCrypto', async () => {
    const rsa = webRsa(undefined)
    const actions = [
      rsa.generate(2048),
      rsa.signer(privateKey),
      rsa.verifier(privateKey)(new Uint8Array(256), new Uint8Array()),
    ]
    for (const action of actions) await expect(action).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })
})
