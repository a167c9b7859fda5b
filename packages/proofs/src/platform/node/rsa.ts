import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { BoundedCache } from '../bounded-cache.js'
import type { Rsa, RsaPrivateNumbers } from '../interface.js'

const publicKeys = new BoundedCache<KeyObject>(512)

/** RSASSA-PKCS1-v1_5 with SHA-256 by node:crypto; what takes milliseconds is done beside the main thread. */
export const rsa: Rsa = {
  async generate(modulusBits) {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: modulusBits })
    return privateKey.export({ format: 'jwk' }) as unknown as RsaPrivateNumbers
  },
  async signer({ n, e, d, p, q, dp, dq, qi }) {
    const key = createPrivateKey({ key: { kty: 'RSA', n, e, d, p, q, dp, dq, qi }, format: 'jwk' })
    return async (data) => new Uint8Array(await promisify(sign)('sha256', data, key))
  },
  async verify(signature, data, { n, e }) {
    const key = publicKeys.getOrMake(`${n}.${e}`, () => createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }))
    return verify('sha256', data, key, signature)
  },
}
