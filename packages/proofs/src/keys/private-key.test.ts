import { inspect } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import type { PrivateJwk, SignatureAlgorithm } from './interface.js'
import { encodeBase58Multibase } from './multikey.js'
import { barePrivateJwk, generatePrivateJwk, keyPairFromJwk, privateJwkFrom, signerFromJwk } from './private-key.js'
import { verifySignature } from './signature.js'

// RFC 8037 appendix A.
const jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const
// RFC 7515 appendix A.3.
const p256Jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
} as const
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))
const seed = bytesOf(jwk.d)
const data = new TextEncoder().encode('data')
const algorithms: readonly SignatureAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'RS256']

const made = new Map<SignatureAlgorithm, PrivateJwk>()
beforeAll(async () => {
  for (const algorithm of algorithms) made.set(algorithm, await generatePrivateJwk({ algorithm }))
}, 120_000)
const madeFor = (algorithm: SignatureAlgorithm): PrivateJwk => made.get(algorithm) as PrivateJwk

describe('privateJwkFrom', () => {
  it('reads a seed and a secretKeyMultibase', async () => {
    expect(await privateJwkFrom(seed)).toEqual(jwk)
    expect(await privateJwkFrom('z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq')).toMatchObject({ crv: 'Ed25519' })
  })

  it('reads scalars of P-256 and P-384, raw and as secretKeyMultibase', async () => {
    const scalar = bytesOf(p256Jwk.d)
    expect(await privateJwkFrom(scalar, { algorithm: 'ES256' })).toEqual(p256Jwk)
    expect(await privateJwkFrom(encodeBase58Multibase(Uint8Array.of(0x86, 0x26, ...scalar)))).toEqual(p256Jwk)
    const p384Jwk = madeFor('ES384')
    const p384Scalar = bytesOf(p384Jwk.d)
    expect(await privateJwkFrom(p384Scalar, { algorithm: 'ES384' })).toEqual(p384Jwk)
    expect(await privateJwkFrom(encodeBase58Multibase(Uint8Array.of(0x87, 0x26, ...p384Scalar)))).toEqual(p384Jwk)
  })

  it.each<[string, string | Uint8Array, SignatureAlgorithm?]>([
    ['a short seed', seed.subarray(1)],
    ['a public key', 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'],
    ['other text', 'canary-secret'],
    ['a seed for another algorithm', 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq', 'ES256'],
    ['a scalar of 32 bytes for P-384', seed, 'ES384'],
    ['the scalar 0', new Uint8Array(32), 'ES256'],
    ['a scalar over the order', new Uint8Array(32).fill(255), 'ES256'],
    ['raw bytes for RSA', seed, 'RS256'],
  ])('refuses %s without showing it', async (_what, key, algorithm) => {
    const error = await privateJwkFrom(key, { algorithm }).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_INVALID_KEY' })
    expect(inspect(error)).not.toContain('canary')
  })
})

describe.each(algorithms)('%s', (algorithm) => {
  it('signs what its public key confirms, and nothing else', async () => {
    const { publicKey, sign } = await keyPairFromJwk(madeFor(algorithm))
    const signature = await sign(data)
    expect(publicKey.algorithm).toBe(algorithm)
    expect(await verifySignature(data, { signature, publicKey })).toBe(true)
    expect(await verifySignature(data.subarray(1), { signature, publicKey })).toBe(false)
    const other = await keyPairFromJwk(await generatePrivateJwk({ algorithm }))
    expect(await verifySignature(data, { signature, publicKey: other.publicKey })).toBe(false)
  }, 60_000)

  it('leaves out of a private JWK what does not make the key', () => {
    const named = { ...madeFor(algorithm), kid: 'a', alg: algorithm, key_ops: ['sign'] }
    expect(barePrivateJwk(named)).toEqual(madeFor(algorithm))
  })

  it('refuses the public half, and every number changed or left out, without showing it', async () => {
    const whole = madeFor(algorithm)
    for (const member of Object.keys(whole).filter((member) => member !== 'kty')) {
      const text = String(whole[member])
      const changed = encodeBase64url(bytesOf(text).map((byte, index) => (index === 8 ? byte ^ 64 : byte)))
      for (const value of [undefined, 'canary', changed]) {
        if (value === text) continue
        const { [member]: _, ...rest } = whole
        const wrong = value === undefined ? rest : { ...rest, [member]: value }
        const error = await keyPairFromJwk(wrong as PrivateJwk).catch((error: unknown) => error)
        expect(error, `${member}: ${value}`).toMatchObject({ code: 'ERR_INVALID_KEY' })
        expect(inspect(error)).not.toContain('canary')
        expect(inspect(error)).not.toContain(String(whole.d).slice(0, 6))
      }
    }
  }, 60_000)

  it.each([{ use: 'enc' }, { alg: 'none' }, { key_ops: ['verify'] }])(
    'refuses a private key for %j',
    async (members) => {
      const jwk = { ...madeFor(algorithm), ...members } as PrivateJwk
      await expect(keyPairFromJwk(jwk)).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
    },
  )

  it('signs as its did:key', async () => {
    const jwk = madeFor(algorithm)
    const signer = await signerFromJwk(jwk)
    const { publicKey } = await keyPairFromJwk(jwk)
    const { publicKeyMultibase } = publicKey
    expect(signer.algorithm).toBe(algorithm)
    expect(signer.verificationMethod).toBe(`did:key:${publicKeyMultibase}#${publicKeyMultibase}`)
    const starts = { EdDSA: 'z6Mk', ES256: 'zDna', ES384: 'z82L', RS256: 'z' }
    expect(publicKeyMultibase.startsWith(starts[algorithm])).toBe(true)
  })
})

describe('keyPairFromJwk', () => {
  it.each([
    ['x of another key', { ...jwk, x: `2${jwk.x.slice(1)}` }],
    ['another curve', { ...jwk, crv: 'X25519' as 'Ed25519' }],
    ['another type', { ...jwk, kty: 'EC' as 'OKP' }],
    ['more than two primes', { kty: 'RSA', n: 'AQAB', e: 'AQAB', oth: [] } as unknown as PrivateJwk],
  ])('refuses a JWK with %s without showing it', async (_what, wrong) => {
    const error = await keyPairFromJwk(wrong).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_INVALID_KEY' })
    expect(inspect(error)).not.toMatch(/canary|nWGxne/)
  })

  it('refuses an RSA key whose "primes" are none', async () => {
    // 2^1024 − 105 and 2^1024 − 179 are primes, 3^646 + 4 is none; the equations of RFC 8017 §3.2 hold all the same.
    expect((await keyPairFromJwk(rsaJwkOf(2n ** 1024n - 179n, 2n ** 1024n - 105n))).publicKey.algorithm).toBe('RS256')
    const jwk = rsaJwkOf(3n ** 646n + 4n, 2n ** 1024n - 105n)
    await expect(keyPairFromJwk(jwk)).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })

  it('refuses an RSA key that has more than two primes', async () => {
    const wrong = { ...madeFor('RS256'), oth: [] } as unknown as PrivateJwk
    await expect(keyPairFromJwk(wrong)).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })
})

/** The private RSA key of two numbers. */
function rsaJwkOf(p: bigint, q: bigint): PrivateJwk {
  const e = 65537n
  const d = inverse(e, ((p - 1n) * (q - 1n)) / 2n)
  const numbers = { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
  const texts = Object.entries(numbers).map(([member, number]) => {
    const hex = number.toString(16)
    return [member, Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url')]
  })
  return { kty: 'RSA', ...Object.fromEntries(texts) } as PrivateJwk
}

/** The inverse of a number modulo another, by Euclid. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [number % modulus, modulus, 1n, 0n]
  while (a > 1n) [a, b, x, y] = [b % a, a, y - (b / a) * x, x]
  return ((x % modulus) + modulus) % modulus
}

describe('signerFromJwk', () => {
  it('signs as the key itself, or as it is told', async () => {
    const multikey = 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw'
    expect((await signerFromJwk(jwk)).verificationMethod).toBe(`did:key:${multikey}#${multikey}`)
    const signer = await signerFromJwk(jwk, { verificationMethod: 'https://uni.example/keys#1' })
    expect(signer).toMatchObject({ verificationMethod: 'https://uni.example/keys#1', algorithm: 'EdDSA' })
  })

  it('shows no key material', async () => {
    for (const privateJwk of [jwk, madeFor('ES256'), madeFor('RS256')]) {
      const signer = await signerFromJwk(privateJwk)
      const shown = inspect(signer, { depth: 9, showHidden: true }) + JSON.stringify(signer)
      expect(shown).not.toContain(privateJwk.d.slice(0, 12))
    }
  })
})

describe('generatePrivateJwk', () => {
  it('makes RSA keys of 3072 bits', () => {
    expect(bytesOf(String(madeFor('RS256').n))).toHaveLength(384)
  })

  it.each(['HS256', 'toString'])('refuses to make keys for %s', async (algorithm) => {
    const made = generatePrivateJwk({ algorithm: algorithm as SignatureAlgorithm })
    await expect(made).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })
})
