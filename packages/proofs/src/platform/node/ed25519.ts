import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { ed25519Pkcs8 } from '../ed25519-pkcs8.js'
import type { Ed25519 } from '../interface.js'
import { noVerifier } from '../no-verifier.js'

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
  verifier(publicKey) {
    if (publicKey.length !== 32) return noVerifier
    const x = Buffer.from(publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return async (signature, data) => signature.length === 64 && verify(null, data, key, signature)
  },
}
