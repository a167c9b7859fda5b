import { ProofsError } from '../../errors.js'
import type { Rsa, RsaPrivateNumbers } from '../interface.js'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const publicExponent = Uint8Array.of(1, 0, 1)

/** Returns RSA by WebCrypto; every member rejects with `ERR_ALGORITHM_UNSUPPORTED` where there is none. */
export function webRsa(subtle: SubtleCrypto | undefined): Rsa {
  return {
    async generate(modulusBits) {
      const engine = required(subtle)
      const parameters = { ...algorithm, modulusLength: modulusBits, publicExponent }
      const { privateKey } = await engine.generateKey(parameters, true, ['sign', 'verify'])
      return (await engine.exportKey('jwk', privateKey)) as unknown as RsaPrivateNumbers
    },
    async signer({ n, e, d, p, q, dp, dq, qi }) {
      const engine = required(subtle)
      const jwk = { kty: 'RSA', n, e, d, p, q, dp, dq, qi }
      const key = await engine.importKey('jwk', jwk, algorithm, false, ['sign'])
      return async (data) => new Uint8Array(await engine.sign(algorithm.name, key, data as BufferSource))
    },
    verifier({ n, e }) {
      // Engines differ in which numbers they take for a key.
      const imported = subtle
        ?.importKey('jwk', { kty: 'RSA', n, e }, algorithm, false, ['verify'])
        .catch(() => undefined)
      return async (signature, data) => {
        const engine = required(subtle)
        const key = await imported
        if (key === undefined) return false
        return engine.verify(algorithm.name, key, signature as BufferSource, data as BufferSource)
      }
    },
  }
}

function required(subtle: SubtleCrypto | undefined): SubtleCrypto {
  if (subtle !== undefined) return subtle
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', 'RS256 needs WebCrypto, which is not there', {
    advice: 'Browsers have it on pages that were loaded over https only',
  })
}
