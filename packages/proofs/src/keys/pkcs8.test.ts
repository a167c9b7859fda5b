import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import { privateJwkFromPkcs8 } from './pkcs8.js'

const privateKeys: readonly (readonly [string, KeyObject])[] = [
  ['Ed25519', generateKeyPairSync('ed25519').privateKey],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
]
const derOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }))
const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString()
const [ed25519, p256, , rsa] = privateKeys.map(([, key]) => key) as [KeyObject, KeyObject, KeyObject, KeyObject]

describe('privateJwkFromPkcs8', () => {
  it.each(privateKeys)('reads %s as node:crypto does', async (_name, key) => {
    const expected = key.export({ format: 'jwk' })
    expect(await privateJwkFromPkcs8(derOf(key))).toEqual(expected)
    expect(await privateJwkFromPkcs8(pemOf(key))).toEqual(expected)
    expect(await privateJwkFromPkcs8(pemOf(key).replaceAll('\n', '\r\n'))).toEqual(expected)
  })

  it('reads the key of RFC 8410 §10.3, also with attributes and the public key behind it', async () => {
    const d = '1O5y23l3fR2eE8rYvwgBzSoq0WbqWcJwT8Hp6D1ZQ0I'
    const bare = Buffer.from(`302e020100300506032b657004220420${Buffer.from(d, 'base64url').toString('hex')}`, 'hex')
    const { x } = (await privateJwkFromPkcs8(bare)) as { x: string }
    const publicKey = Buffer.from(x, 'base64url').toString('hex')
    const attributes = `a01f301d060a2a864886f70d01090914310f0c0d437572646c6520436861697273`
    const whole = `3072020101${bare.toString('hex').slice(10)}${attributes}812100${publicKey}`
    expect(await privateJwkFromPkcs8(Buffer.from(whole, 'hex'))).toEqual({ kty: 'OKP', crv: 'Ed25519', x, d })
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /unencrypted key/],
    ['other text', 'canary', /unencrypted key/],
    [
      'a public key',
      generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      /unencr/,
    ],
    [
      'an encrypted key',
      ed25519.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'canary' }).toString(),
      /createPrivateKey of node:crypto/,
    ],
    ['SEC 1', p256.export({ format: 'pem', type: 'sec1' }).toString(), /createPrivateKey of node:crypto/],
    ['PKCS #1', rsa.export({ format: 'pem', type: 'pkcs1' }).toString(), /createPrivateKey of node:crypto/],
    ['X25519', pemOf(generateKeyPairSync('x25519').privateKey), /unencrypted key/],
    ['secp256k1', pemOf(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey), /unencrypted key/],
    ['RSA of 1024 bits', pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey), /2048 to 8192 bits/],
  ])('refuses %s, says what to do and shows nothing', async (_what, pkcs8, advice) => {
    const error = await privateJwkFromPkcs8(pkcs8).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_INVALID_KEY', message: expect.stringMatching(advice) as string })
    expect(inspect(error)).not.toContain('canary')
  })

  it.each(privateKeys)('refuses %s cut short and shows nothing of it', async (_name, key) => {
    const der = derOf(key)
    const secret = encodeBase64url(der.subarray(16, 48))
    for (let length = 0; length < der.length; length += 7) {
      const error = await privateJwkFromPkcs8(der.subarray(0, length)).catch((error: unknown) => error)
      // The private key of P-256 and P-384 is followed by the public one, which is not needed.
      if (!(error instanceof Error)) throw new Error(`${length} of ${der.length} bytes were read`)
      expect(error).toMatchObject({ code: 'ERR_INVALID_KEY' })
      expect(inspect(error)).not.toContain(secret)
    }
  })
})
