import type { KeyAlgorithm, PublicJwk, PublicKey } from './interface.js'
import { keyAlgorithm, keyAlgorithms } from './key-algorithm.js'
import { decodeMultikey, encodeMultikey } from './multikey.js'

/** Members of private and symmetric keys (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/**
 * Returns the public key of a JWK, or `undefined` when it is none that Testamur can use for checking signatures: another
 * type or curve, coordinates of a wrong length or not on the curve, an Ed25519 point of small order, an RSA key that
 * {@link decodeMultikey} would refuse or whose numbers have leading zeros, a private member (a key whose private half
 * was published proves nothing), `use`, `alg` or `key_ops` for something else. What `export({ format: 'jwk' })` of
 * node:crypto returns fits as it is.
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
  if (secretMembers.some((member) => member in jwk)) return undefined
  const keys = keyAlgorithmOfJwk(jwk, 'verify')
  const bytes = keys?.bytesFromJwk(jwk)
  return keys && bytes && encodeMultikey(keys.algorithm, bytes)
}

/**
 * Returns a public key as JWK, or `undefined` when its Multikey is malformed or for another algorithm than the key says,
 * or its bytes are no point of the curve.
 *
 * @example
 * ```ts
 * import { jwkFromPublicKey, publicKeyFromMultikey } from '@testamur/proofs/keys'
 *
 * const publicKey = publicKeyFromMultikey('zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv')
 * if (publicKey) console.log(jwkFromPublicKey(publicKey)?.crv) // P-256
 * ```
 */
export function jwkFromPublicKey(publicKey: PublicKey): PublicJwk | undefined {
  const decoded = decodeMultikey(publicKey.publicKeyMultibase)
  if (decoded?.algorithm !== publicKey.algorithm) return undefined
  return keyAlgorithm(decoded.algorithm).jwkFromBytes(decoded.bytes)
}

/**
 * True for a JWK of a kind that is not known here: with a `kty`, or a `crv` for it, that none of our keys has. A malformed
 * or private key of a known kind is none of those.
 */
export function isUnknownJwk({ kty, crv }: Readonly<Record<string, unknown>>): boolean {
  const ofType = keyAlgorithms.filter(({ jwk }) => jwk.kty === kty)
  if (ofType.length === 0) return typeof kty === 'string' && kty !== 'oct'
  return typeof crv === 'string' && !ofType.some(({ jwk }) => jwk.crv === undefined || jwk.crv === crv)
}

/**
 * Returns what can be done with the kind of key that a JWK is, or `undefined` when the kind is not known or the JWK is
 * for other uses: RFC 7517 §4.2 `use`, §4.3 `key_ops`, §4.4 `alg`. Says nothing about its numbers.
 */
export function keyAlgorithmOfJwk(
  jwk: Readonly<Record<string, unknown>>,
  operation: 'sign' | 'verify',
): KeyAlgorithm | undefined {
  const { kty, crv, use, alg, key_ops: operations } = jwk
  if (use !== undefined && use !== 'sig') return undefined
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes(operation))) return undefined
  const keys = keyAlgorithms.find(({ jwk }) => jwk.kty === kty && (jwk.crv === undefined || jwk.crv === crv))
  return alg === undefined || (typeof alg === 'string' && keys?.jwk.algs.includes(alg)) ? keys : undefined
}
