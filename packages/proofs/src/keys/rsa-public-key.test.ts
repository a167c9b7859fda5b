import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { derFromRsaPublicKey, rsaPublicKeyFromDer } from './rsa-public-key.js'

describe('RSAPublicKey', () => {
  it.each([2048, 2052, 3072])('of %i bits is the one that OpenSSL writes and reads', (modulusLength) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
    const der = new Uint8Array(publicKey.export({ format: 'der', type: 'pkcs1' }))
    const key = rsaPublicKeyFromDer(der)
    expect(key && Buffer.from(key.modulus).toString('base64url')).toBe(publicKey.export({ format: 'jwk' }).n)
    expect(key?.exponent).toEqual(Uint8Array.of(1, 0, 1))
    const written = key && derFromRsaPublicKey(key)
    expect(written).toEqual(der)
    const reread = createPublicKey({ key: Buffer.from(written ?? []), format: 'der', type: 'pkcs1' })
    expect(reread.equals(publicKey)).toBe(true)
  })

  it('is refused with another length, more behind it, or one number short', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const der = new Uint8Array(publicKey.export({ format: 'der', type: 'pkcs1' }))
    const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }))
    for (const wrong of [new Uint8Array(), der.subarray(1), der.subarray(0, -1), Uint8Array.of(...der, 0), spki]) {
      expect(rsaPublicKeyFromDer(wrong)).toBeUndefined()
    }
  })

  it.each([[512], [1024], [2040]])('is refused with %i bits', (modulusLength) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
    expect(rsaPublicKeyFromDer(publicKey.export({ format: 'der', type: 'pkcs1' }))).toBeUndefined()
  })

  it('is refused with the exponent 3', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 })
    expect(rsaPublicKeyFromDer(publicKey.export({ format: 'der', type: 'pkcs1' }))).toBeUndefined()
  })
})
