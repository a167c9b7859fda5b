import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { publicKeyFromJwk } from './jwk.js'
import { publicKeyFromSpki } from './spki.js'

const publicKeys: readonly (readonly [string, KeyObject])[] = [
  ['Ed25519', generateKeyPairSync('ed25519').publicKey],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey],
  ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey],
]
const derOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ format: 'der', type: 'spki' }))
const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString()

describe('publicKeyFromSpki', () => {
  it.each(publicKeys)('reads %s as node:crypto does', (_name, key) => {
    const expected = publicKeyFromJwk(key.export({ format: 'jwk' }) as Record<string, unknown>)
    expect(expected).toBeDefined()
    expect(publicKeyFromSpki(derOf(key))).toEqual(expected)
    expect(publicKeyFromSpki(pemOf(key))).toEqual(expected)
    expect(publicKeyFromSpki(`\n${pemOf(key).replaceAll('\n', '\r\n')}\n`)).toEqual(expected)
  })

  it('reads compressed points', () => {
    const key = createPublicKey(pemOf(publicKeys[1]?.[1] as KeyObject))
    const der = derOf(key)
    const compressed = Uint8Array.of(2 + ((der.at(-1) ?? 0) & 1), ...der.subarray(27, 59))
    // Both lengths are 32 bytes shorter: that of the SEQUENCE and that of the BIT STRING.
    const spki = Uint8Array.of(0x30, 0x39, ...der.subarray(2, 24), 0x22, 0, ...compressed)
    expect(publicKeyFromSpki(spki)).toEqual(publicKeyFromSpki(der))
  })

  it.each<[string, string | Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['an empty text', ''],
    ['X25519', derOf(generateKeyPairSync('x25519').publicKey)],
    ['secp256k1', derOf(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey)],
    ['RSA of 1024 bits', derOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
    ['an Ed25519 key of small order', Buffer.from(`302a300506032b6570032100${'00'.repeat(32)}`, 'hex')],
    ['a private key', generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
    ['base64 without its label', derOf(publicKeys[0]?.[1] as KeyObject).toString()],
    ['text before the PEM', `key: ${pemOf(publicKeys[0]?.[1] as KeyObject)}`],
    ['two PEMs', pemOf(publicKeys[0]?.[1] as KeyObject).repeat(2)],
    ['text that is not base64', '-----BEGIN PUBLIC KEY-----\n*=*=\n-----END PUBLIC KEY-----'],
    ['very long text', `-----BEGIN PUBLIC KEY-----${'A'.repeat(1e6)}-----END PUBLIC KEY-----`],
  ])('refuses %s', (_what, spki) => {
    expect(publicKeyFromSpki(spki)).toBeUndefined()
  })

  it.each(publicKeys)('refuses %s cut short or with bytes behind it', (_name, key) => {
    const der = derOf(key)
    for (let length = 0; length < der.length; length++)
      expect(publicKeyFromSpki(der.subarray(0, length))).toBeUndefined()
    expect(publicKeyFromSpki(Uint8Array.of(...der, 0))).toBeUndefined()
  })

  it.each(publicKeys)('refuses %s or reads what node:crypto reads, whichever bit is flipped', (_name, key) => {
    const der = derOf(key)
    for (let bit = 0; bit < Math.min(der.length, 40) * 8; bit++) {
      const flipped = der.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      const found = publicKeyFromSpki(flipped)
      if (found === undefined) continue
      const read = createPublicKey({ key: Buffer.from(flipped), format: 'der', type: 'spki' })
      expect(found).toEqual(publicKeyFromJwk(read.export({ format: 'jwk' }) as Record<string, unknown>))
    }
  })
})
