import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { BoundedCache } from '../bounded-cache.js'
import { ed25519Pkcs8 } from '../ed25519-pkcs8.js'
import type { Ed25519 } from '../interface.js'

/** A state issues with a handful of keys; making a key object costs as much as a third of a verification. */
const publicKeys = new BoundedCache<KeyObject>(512)

/** Ed25519 by node:crypto, in one call per signature. */
export const ed25519: Ed25519 = {
  async keyPair(seed) {
    const privateKey = createPrivateKey({ key: Buffer.from(ed25519Pkcs8(seed)), format: 'der', type: 'pkcs8' })
    const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
    return {
      publicKey: new Uint8Array(Buffer.from(x as string, 'base64url')),
      sign: async (data) => new Uint8Array(sign(null, data, privateKey)),
    }
  },
  async verify(signature, data, publicKey) {
    if (signature.length !== 64 || publicKey.length !== 32) return false
    const x = Buffer.from(publicKey).toString('base64url')
    const key = publicKeys.getOrMake(x, () =>
      createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    )
    return verify(null, data, key, signature)
  },
}
