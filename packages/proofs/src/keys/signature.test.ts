import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { CompactSign, compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { decodeBase64url } from '../platform/base64url.js'
import type { PublicKey, SignatureAlgorithm } from './interface.js'
import { jwkFromPublicKey, publicKeyFromJwk } from './jwk.js'
import { encodeMultikey } from './multikey.js'
import { generatePrivateJwk, keyPairFromJwk } from './private-key.js'
import { verifySignature } from './signature.js'

const data = new TextEncoder().encode('data')

const generate: Record<SignatureAlgorithm, () => { publicKey: KeyObject; privateKey: KeyObject }> = {
  EdDSA: () => generateKeyPairSync('ed25519'),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
}
const algorithms = Object.keys(generate) as SignatureAlgorithm[]

describe('verifySignature', () => {
  it.each(algorithms)('confirms what jose signs with %s', async (algorithm) => {
    const { publicKey, privateKey } = generate[algorithm]()
    const key = publicKeyFromJwk(publicKey.export({ format: 'jwk' })) as PublicKey
    const jws = await new CompactSign(data).setProtectedHeader({ alg: algorithm }).sign(privateKey)
    const [header, payload, signature] = jws.split('.')
    const signed = new TextEncoder().encode(`${header}.${payload}`)
    const options = { signature: decodeBase64url(signature) ?? new Uint8Array(), publicKey: key }
    expect(await verifySignature(signed, options)).toBe(true)
    expect(await verifySignature(data, options)).toBe(false)
  })

  it.each(algorithms)('confirms what jose confirms: signatures made here with %s', async (algorithm) => {
    const { publicKey, sign } = await keyPairFromJwk(await generatePrivateJwk({ algorithm }))
    const protectedHeader = Buffer.from(JSON.stringify({ alg: algorithm })).toString('base64url')
    const signed = `${protectedHeader}.${Buffer.from(data).toString('base64url')}`
    const signature = Buffer.from(await sign(new TextEncoder().encode(signed))).toString('base64url')
    const verified = await compactVerify(
      `${signed}.${signature}`,
      await importJWK(jwkFromPublicKey(publicKey) ?? {}, algorithm),
    )
    expect(verified.payload).toEqual(data)
  })

  it.each(['ES256', 'ES384'] as const)('says no to the DER form of a signature for %s', async (algorithm) => {
    const { publicKey, privateKey } = generate[algorithm]()
    const key = publicKeyFromJwk(publicKey.export({ format: 'jwk' })) as PublicKey
    const hash = algorithm === 'ES256' ? 'sha256' : 'sha384'
    const raw = sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    expect(await verifySignature(data, { signature: raw, publicKey: key })).toBe(true)
    expect(await verifySignature(data, { signature: sign(hash, data, privateKey), publicKey: key })).toBe(false)
  })

  it('says no to an RSA signature with a leading zero byte, by PSS, or over another hash', async () => {
    const { publicKey, privateKey } = generate.RS256()
    const key = publicKeyFromJwk(publicKey.export({ format: 'jwk' })) as PublicKey
    const signature = new Uint8Array(sign('sha256', data, privateKey))
    expect(await verifySignature(data, { signature, publicKey: key })).toBe(true)
    const wrong = [
      Uint8Array.of(0, ...signature),
      signature.subarray(1),
      sign('sha512', data, privateKey),
      sign('sha256', data, { key: privateKey, padding: 6, saltLength: 32 }),
    ]
    for (const signature of wrong) expect(await verifySignature(data, { signature, publicKey: key })).toBe(false)
  })

  it('says no to a key that is no point of its curve', async () => {
    const offCurve = encodeMultikey('ES256', new Uint8Array(33).fill(255).with(0, 2)) as PublicKey
    expect(await verifySignature(data, { signature: new Uint8Array(64).fill(1), publicKey: offCurve })).toBe(false)
  })

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
