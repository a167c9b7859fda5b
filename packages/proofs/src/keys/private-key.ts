import { ProofsError } from '../errors.js'
import { privateJwkFromSeed } from './ed25519.js'
import type { KeyPair, PrivateJwk, SignatureAlgorithm, Signer } from './interface.js'
import { keyAlgorithm } from './key-algorithm.js'
import { decodeSecretMultikey } from './multikey.js'

/**
 * Makes a private key. The result is secret; a key store makes its own and never shows it.
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
 * Returns the Ed25519 key of a `secretKeyMultibase` (Controlled Identifiers 1.0 §2.2.2) or of a 32-byte seed
 * (RFC 8032 §5.1.5) as private JWK. The result is secret.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when it is neither; the message does not show it.
 * @example
 * ```ts
 * import { privateJwkFrom } from '@testamur/proofs/keys'
 *
 * const seed = crypto.getRandomValues(new Uint8Array(32))
 * console.log((await privateJwkFrom(seed)).crv) // Ed25519
 * ```
 */
export async function privateJwkFrom(key: string | Uint8Array): Promise<PrivateJwk> {
  const seed = typeof key === 'string' ? decodeSecretMultikey(key)?.bytes : key
  if (seed?.length === 32) return privateJwkFromSeed(seed)
  throw new ProofsError('ERR_INVALID_KEY', 'This is no Ed25519 private key', {
    advice: 'Give a secretKeyMultibase (z3u2…) of an Ed25519 key, or its seed of 32 bytes',
  })
}

/**
 * Returns the key pair of a private JWK: its public key, and `sign`, behind which the private key stays.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when the JWK is no Ed25519 private key, or `x` is not the public key of `d`.
 * @example
 * ```ts
 * import { generatePrivateJwk, keyPairFromJwk } from '@testamur/proofs/keys'
 *
 * const { publicKey } = await keyPairFromJwk(await generatePrivateJwk())
 * console.log(publicKey.publicKeyMultibase) // z6Mk…
 * ```
 */
export async function keyPairFromJwk(jwk: PrivateJwk): Promise<KeyPair> {
  const keyPair = await keyAlgorithm('EdDSA').keyPair(jwk)
  if (keyPair !== undefined) return keyPair
  throw new ProofsError('ERR_INVALID_KEY', 'This JWK is no Ed25519 private key', {
    advice: 'It needs kty "OKP", crv "Ed25519", and members x and d that belong together',
  })
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
