import { base64url } from 'multiformats/bases/base64'
import type { PublicJwk, PublicKey } from './interface.js'
import { decodeMultikey, encodeMultikey } from './multikey.js'

/**
 * Returns the public key of a JWK, or `undefined` when it is none that Testamur can use for checking signatures:
 * another type or curve, a wrong length, a private member (a key whose private half was published proves nothing),
 * `use`, `alg` or `key_ops` for something else, a point of small order. What `export({ format: 'jwk' })` of node:crypto
 * returns fits as it is.
 *
 * @example
 * ```ts
 * import { publicKeyFromJwk } from '@testamur/proofs/keys'
 *
 * const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
 * console.log(publicKeyFromJwk(jwk)?.publicKeyMultibase)
 * ```
 */
export function publicKeyFromJwk(jwk: Readonly<Record<string, unknown>>): PublicKey | undefined {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || 'd' in jwk) return undefined
  if (jwk.use !== undefined && jwk.use !== 'sig') return undefined
  // RFC 9864 §2.2 registers `Ed25519` for what RFC 8037 calls `EdDSA`.
  if (jwk.alg !== undefined && jwk.alg !== 'EdDSA' && jwk.alg !== 'Ed25519') return undefined
  if (jwk.key_ops !== undefined && !(Array.isArray(jwk.key_ops) && jwk.key_ops.includes('verify'))) return undefined
  const bytes = decodeBase64url(jwk.x)
  return bytes && encodeMultikey('EdDSA', bytes)
}

/**
 * Returns a public key as JWK, or `undefined` for a key that is not Ed25519.
 *
 * @example
 * ```ts
 * import { jwkFromPublicKey, publicKeyFromMultikey } from '@testamur/proofs/keys'
 *
 * const publicKey = publicKeyFromMultikey('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')
 * if (publicKey) console.log(jwkFromPublicKey(publicKey)?.crv) // Ed25519
 * ```
 */
export function jwkFromPublicKey(publicKey: PublicKey): PublicJwk | undefined {
  const decoded = decodeMultikey(publicKey.publicKeyMultibase)
  if (decoded?.algorithm !== 'EdDSA') return undefined
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(decoded.bytes) }
}

/** Returns base64url text without padding (RFC 7515 §2). */
export function encodeBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes).slice(1)
}

/**
 * Returns the bytes of base64url text, or `undefined` when it is none, padded, or not the one encoding of its bytes.
 */
export function decodeBase64url(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !/^[\w-]+$/.test(text)) return undefined
  try {
    return base64url.decode(`u${text}`)
  } catch {
    return undefined
  }
}
