import { ProofsError } from '../errors.js'
import type { KeyPair, PrivateJwk, SignatureAlgorithm, Signer } from './interface.js'
import { keyAlgorithmOfJwk } from './jwk.js'
import { keyAlgorithm } from './key-algorithm.js'
import { decodeSecretMultikey } from './multikey.js'

/**
 * Makes a private key, by default for `EdDSA`. RSA keys (`RS256`) have 3072 bits and take up to some seconds to make.
 * The result is secret; a key store makes its own and never shows it.
 *
 * @throws {ProofsError} `ERR_ALGORITHM_UNSUPPORTED`
 * @example
 * ```ts
 * import { generatePrivateJwk, signerFromJwk } from '@testamur/proofs/keys'
 *
 * const signer = await signerFromJwk(await generatePrivateJwk())
 * console.log(signer.verificationMethod) // did:key:z6Mk…#z6Mk…
 * ```
 */
export async function generatePrivateJwk(
  options: { readonly algorithm?: SignatureAlgorithm | undefined } = {},
): Promise<PrivateJwk> {
  return keyAlgorithm(options.algorithm ?? 'EdDSA').generateJwk()
}

/**
 * Returns the private key of a `secretKeyMultibase` (Controlled Identifiers 1.0 §2.2.2: Ed25519, P-256, P-384), or of raw
 * bytes: the 32-byte seed of an Ed25519 key (RFC 8032 §5.1.5), with `algorithm` `ES256` or `ES384` the scalar in 32 or
 * 48 bytes, as private JWK. The result is secret.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when it is none, or not for `algorithm`; the message does not show it.
 * @example
 * ```ts
 * import { privateJwkFrom } from '@testamur/proofs/keys'
 *
 * const seed = crypto.getRandomValues(new Uint8Array(32))
 * console.log((await privateJwkFrom(seed)).crv) // Ed25519
 * console.log((await privateJwkFrom(seed, { algorithm: 'ES256' })).crv) // P-256
 * ```
 */
export async function privateJwkFrom(
  key: string | Uint8Array,
  options: {
    /** Default: what a `secretKeyMultibase` says; `EdDSA` for bytes. */
    readonly algorithm?: SignatureAlgorithm | undefined
  } = {},
): Promise<PrivateJwk> {
  const decoded = typeof key === 'string' ? decodeSecretMultikey(key) : { algorithm: 'EdDSA' as const, bytes: key }
  const algorithm = options.algorithm ?? decoded?.algorithm
  const isMeant = typeof key !== 'string' || decoded?.algorithm === algorithm
  const jwk = decoded && algorithm && isMeant && (await keyAlgorithm(algorithm).privateJwkFromBytes?.(decoded.bytes))
  if (jwk) return jwk
  throw new ProofsError('ERR_INVALID_KEY', `This is no private key${algorithm ? ` for ${algorithm}` : ''}`, {
    advice:
      'Give a secretKeyMultibase of an Ed25519, P-256 or P-384 key, or the raw bytes: 32 for EdDSA and ES256, 48 for ES384',
  })
}

/**
 * Returns the key pair of a private JWK: its public key, and `sign`, behind which the private key stays.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when the JWK is no private key of Ed25519, P-256, P-384 or RSA (two primes,
 * 2048 to 8192 bits), its private and public members do not belong together, or `use`, `alg` or `key_ops` are not for
 * signing; `ERR_ALGORITHM_UNSUPPORTED` for RSA in a browser without WebCrypto.
 * @example
 * ```ts
 * import { generatePrivateJwk, keyPairFromJwk } from '@testamur/proofs/keys'
 *
 * const { publicKey } = await keyPairFromJwk(await generatePrivateJwk())
 * console.log(publicKey.publicKeyMultibase) // z6Mk…
 * ```
 */
export async function keyPairFromJwk(jwk: PrivateJwk): Promise<KeyPair> {
  const keyPair = await keyAlgorithmOfJwk((jwk as PrivateJwk | null) ?? {}, 'sign')?.keyPair(jwk)
  if (keyPair !== undefined) return keyPair
  throw new ProofsError('ERR_INVALID_KEY', 'This JWK is no private key that can sign', {
    advice:
      'It needs kty "OKP" (crv "Ed25519"), "EC" (crv "P-256" or "P-384") or "RSA", with private and public members that belong together',
  })
}

/** Returns a private JWK without the members that do not make the key, such as `kid`. */
export function barePrivateJwk(jwk: PrivateJwk): PrivateJwk {
  const members = keyAlgorithmOfJwk(jwk, 'sign')?.jwk.privateMembers ?? []
  return Object.fromEntries(members.map((member) => [member, jwk[member]])) as PrivateJwk
}

/**
 * Returns a signer over a private JWK that the caller keeps. Without `verificationMethod` it signs as the did:key made
 * from the key itself.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` as {@link keyPairFromJwk} does.
 * @example
 * ```ts
 * import { generatePrivateJwk, signerFromJwk } from '@testamur/proofs/keys'
 *
 * const jwk = await generatePrivateJwk()
 * const signer = await signerFromJwk(jwk, { verificationMethod: 'did:web:registrar.example#key-1' })
 * console.log((await signer.sign(new Uint8Array([1, 2, 3]))).length) // 64
 * ```
 */
export async function signerFromJwk(
  jwk: PrivateJwk,
  options: { readonly verificationMethod?: string | undefined } = {},
): Promise<Signer> {
  const { publicKey, sign } = await keyPairFromJwk(jwk)
  const multikey = publicKey.publicKeyMultibase
  const verificationMethod = options.verificationMethod ?? `did:key:${multikey}#${multikey}`
  return { verificationMethod, algorithm: publicKey.algorithm, sign }
}
