import {
  decodeMultikey,
  encodeMultikey,
  type PublicKey,
  publicKeyFromJwk,
  rawSignatureFromDer,
  verifySignature,
} from '@testamur/proofs/keys'
import { describe, expect, it, vi } from 'vitest'
import type { EllipticCurve } from '../../proofs/src/platform/interface.js'
import { p256Curve, p384Curve } from '../../proofs/src/platform/nist-curve.js'
import { nobleEcdsa } from '../../proofs/src/platform/noble/ecdsa.js'
import { nobleEd25519 } from '../../proofs/src/platform/noble/ed25519.js'
import * as node from '../../proofs/src/platform/node.js'
import * as web from '../../proofs/src/platform/web.js'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface Vectors {
  readonly numberOfTests: number
  readonly testGroups: readonly {
    /** Ed25519: `pk`. ECDSA: `uncompressed`. Both in hexadecimal. */
    readonly publicKey: { readonly pk?: string; readonly uncompressed?: string }
    readonly tests: readonly {
      readonly tcId: number
      readonly comment: string
      readonly msg: string
      readonly sig: string
      readonly result: 'valid' | 'invalid' | 'acceptable'
    }[]
  }[]
}

/** The rule for every test: what Wycheproof calls acceptable, such as BER instead of DER, is refused. */
const strictly = { valid: true, invalid: false, acceptable: false }

/** The members of a platform that verify by a curve. */
type CurveName = 'ed25519' | 'p256' | 'p384'
const ofWeb: Readonly<Record<CurveName, EllipticCurve>> = web
const platforms: readonly (readonly [string, Readonly<Record<CurveName, EllipticCurve>>])[] = [
  ['node:crypto', node],
  ['WebCrypto', ofWeb],
  ['noble', { ed25519: await nobleEd25519(), p256: await nobleEcdsa(p256Curve), p384: await nobleEcdsa(p384Curve) }],
]

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const asIs = (signature: Uint8Array): Uint8Array | undefined => signature

/** The public key of an uncompressed point, by way of a JWK. */
function ecKey(crv: 'P-256' | 'P-384', uncompressed = ''): PublicKey | undefined {
  const coordinates = bytes(uncompressed).subarray(1)
  const half = coordinates.length / 2
  const [x, y] = [coordinates.subarray(0, half), coordinates.subarray(half)].map((part) =>
    Buffer.from(part).toString('base64url'),
  )
  return publicKeyFromJwk({ kty: 'EC', crv, x, y })
}

type Key = Vectors['testGroups'][number]['publicKey']
const files: readonly {
  readonly file: string
  readonly tests: number
  readonly curve: CurveName
  readonly keyOf: (key: Key) => PublicKey | undefined
  /** Returns the raw form of a signature. */
  readonly rawOf: (signature: Uint8Array) => Uint8Array | undefined
}[] = [
  {
    file: 'ed25519_test.json',
    tests: 101,
    curve: 'ed25519',
    keyOf: ({ pk = '' }) => encodeMultikey('EdDSA', bytes(pk)),
    rawOf: asIs,
  },
  {
    file: 'ecdsa_secp256r1_sha256_p1363_test.json',
    tests: 175,
    curve: 'p256',
    keyOf: ({ uncompressed }) => ecKey('P-256', uncompressed),
    rawOf: asIs,
  },
  {
    file: 'ecdsa_secp256r1_sha256_test.json',
    tests: 323,
    curve: 'p256',
    keyOf: ({ uncompressed }) => ecKey('P-256', uncompressed),
    rawOf: (der) => rawSignatureFromDer(der, 'ES256'),
  },
  {
    file: 'ecdsa_secp384r1_sha384_p1363_test.json',
    tests: 187,
    curve: 'p384',
    keyOf: ({ uncompressed }) => ecKey('P-384', uncompressed),
    rawOf: asIs,
  },
  {
    file: 'ecdsa_secp384r1_sha384_test.json',
    tests: 336,
    curve: 'p384',
    keyOf: ({ uncompressed }) => ecKey('P-384', uncompressed),
    rawOf: (der) => rawSignatureFromDer(der, 'ES384'),
  },
]

describeWithReference('Wycheproof signatures', () => {
  it.each(['ed25519', 'p256', 'p384'] as const)('go through WebCrypto for %s on the web platform', async (curve) => {
    const verify = vi.spyOn(globalThis.crypto.subtle, 'verify')
    const { publicKey, sign } = await ofWeb[curve].keyPair(new Uint8Array(curve === 'p384' ? 48 : 32).fill(7))
    const data = Uint8Array.of(1)
    expect(await ofWeb[curve].verifier(publicKey)(await sign(data), data)).toBe(true)
    expect(verify).toHaveBeenCalledOnce()
    verify.mockRestore()
  })

  describe.each(files)('$file', ({ file, tests: count, curve, keyOf, rawOf }) => {
    const { numberOfTests, testGroups } = readReferenceJson<Vectors>('vectors', 'wycheproof', file)
    const tests = testGroups.flatMap(({ publicKey, tests }) => tests.map((test) => ({ ...test, publicKey })))

    it(`has its ${count} tests`, () => {
      expect(tests).toHaveLength(count)
      expect(numberOfTests).toBe(count)
    })

    it.each(tests)('$tcId $comment: $result', async ({ publicKey, msg, sig, result }) => {
      const key = keyOf(publicKey)
      const decoded = key && decodeMultikey(key.publicKeyMultibase)
      if (decoded === undefined) throw new Error('the key is refused')
      const signature = rawOf(bytes(sig))
      const verdicts = await Promise.all([
        signature !== undefined && verifySignature(bytes(msg), { signature, publicKey: key as PublicKey }),
        ...platforms.map(
          async ([, { [curve]: platform }]) =>
            signature !== undefined && platform.verifier(decoded.bytes)(signature, bytes(msg)),
        ),
      ])
      expect(verdicts).toEqual([undefined, ...platforms].map(() => strictly[result]))
    })
  })
})
