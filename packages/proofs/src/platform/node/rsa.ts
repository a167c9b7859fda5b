import { createPrivateKey, createPublicKey, generateKeyPair, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import type { Rsa, RsaPrivateNumbers } from '../interface.js'

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
  verifier({ n, e }) {
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    return async (signature, data) => verify('sha256', data, key, signature)
  },
}
