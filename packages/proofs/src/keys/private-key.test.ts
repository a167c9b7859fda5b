import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { PublicKey, SignatureAlgorithm } from './interface.js'
import { generatePrivateJwk, keyPairFromJwk, privateJwkFrom, signerFromJwk } from './private-key.js'
import { verifySignature } from './signature.js'

// RFC 8037 appendix A.
const jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const
const seed = new Uint8Array(Buffer.from(jwk.d, 'base64url'))
const data = new TextEncoder().encode('data')

describe('privateJwkFrom', () => {
  it('reads a seed and a secretKeyMultibase', async () => {
    expect(await privateJwkFrom(seed)).toEqual(jwk)
    expect(await privateJwkFrom('z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq')).toMatchObject({ crv: 'Ed25519' })
  })

  it.each([
    ['a short seed', seed.subarray(1)],
    ['a public key', 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'],
    ['other text', 'canary-secret'],
  ])('refuses %s without showing it', async (_what, key) => {
    const error = await privateJwkFrom(key).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_INVALID_KEY' })
    expect(inspect(error)).not.toContain('canary')
  })
})

describe('keyPairFromJwk', () => {
  it('signs what its public key confirms, and nothing else', async () => {
    const { publicKey, sign } = await keyPairFromJwk(await generatePrivateJwk())
    const signature = await sign(data)
    expect(await verifySignature(data, { signature, publicKey })).toBe(true)
    expect(await verifySignature(data.subarray(1), { signature, publicKey })).toBe(false)
    const other = await keyPairFromJwk(await generatePrivateJwk({ algorithm: 'EdDSA' }))
    expect(await verifySignature(data, { signature, publicKey: other.publicKey })).toBe(false)
  })

  it.each([
    ['x of another key', { ...jwk, x: `2${jwk.x.slice(1)}` }],
    ['no d', { ...jwk, d: undefined as unknown as string }],
    ['a short d', { ...jwk, d: 'canary' }],
    ['another curve', { ...jwk, crv: 'X25519' as 'Ed25519' }],
    ['another type', { ...jwk, kty: 'EC' as 'OKP' }],
  ])('refuses a JWK with %s without showing it', async (_what, wrong) => {
    const error = await keyPairFromJwk(wrong).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_INVALID_KEY' })
    expect(inspect(error)).not.toMatch(/canary|nWGxne/)
  })
})

describe('signerFromJwk', () => {
  it('signs as the key itself, or as it is told', async () => {
    const multikey = 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw'
    expect((await signerFromJwk(jwk)).verificationMethod).toBe(`did:key:${multikey}#${multikey}`)
    const signer = await signerFromJwk(jwk, { verificationMethod: 'https://uni.example/keys#1' })
    expect(signer).toMatchObject({ verificationMethod: 'https://uni.example/keys#1', algorithm: 'EdDSA' })
  })

  it('shows no key material', async () => {
    const signer = await signerFromJwk(jwk)
    expect(inspect(signer, { depth: 9, showHidden: true }) + JSON.stringify(signer)).not.toMatch(/nWGxne/)
  })
})

describe('algorithms', () => {
  it.each(['ES256', 'toString'])('refuses to make keys for %s', async (algorithm) => {
    const made = generatePrivateJwk({ algorithm: algorithm as SignatureAlgorithm })
    await expect(made).rejects.toMatchObject({ code: 'ERR_ALGORITHM_UNSUPPORTED' })
  })
})

describe('verifySignature', () => {
  it.each([
    ['no Multikey', { algorithm: 'EdDSA', publicKeyMultibase: 'z6Mk' }],
    [
      'a Multikey for another algorithm',
      { algorithm: 'EdDSA', publicKeyMultibase: 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv' },
    ],
  ] satisfies [string, PublicKey][])('throws for %s', async (_what, publicKey) => {
    const verified = verifySignature(data, { signature: new Uint8Array(64), publicKey })
    await expect(verified).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })
})
