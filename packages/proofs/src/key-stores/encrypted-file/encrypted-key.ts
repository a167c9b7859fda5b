import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import { ProofsError } from '../../errors.js'
import type { PrivateJwk } from '../../keys/interface.js'

/** OWASP's figure for PBKDF2 is lower for SHA-512; a quarter of a second per store is not felt. */
export const pbkdf2Iterations = 600_000

/** A key file that asks for more is not ours: it would only keep the machine busy. */
const maxPbkdf2Iterations = 2_000_000

/** A private key and the verification method it belongs to. */
export type NamedPrivateJwk = PrivateJwk & { kid: string }

/**
 * Returns a private key as compact JWE, encrypted under a key that PBKDF2 derives from the passphrase (RFC 7518 §4.8).
 * The protected header holds the digest of the public part: nobody without the passphrase can change both.
 */
export async function encryptKey(
  jwk: NamedPrivateJwk,
  options: { readonly passphrase: string; readonly iterations: number; readonly publicPartDigest: string },
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(jwk)))
    .setProtectedHeader({
      alg: 'PBES2-HS512+A256KW',
      enc: 'A256GCM',
      cty: 'jwk+json',
      publicPartDigest: options.publicPartDigest,
    })
    .setKeyManagementParameters({ p2c: options.iterations })
    .encrypt(passphraseBytes(options.passphrase))
}

/**
 * Returns the private key in a compact JWE, or `undefined` when the JWE is not of the kind that {@link encryptKey}
 * makes, or not made for that public part.
 * @throws {ProofsError} `ERR_WRONG_PASSPHRASE`
 */
export async function decryptKey(
  jwe: string,
  options: { readonly passphrase: string; readonly verificationMethod: string; readonly publicPartDigest: string },
): Promise<NamedPrivateJwk | undefined> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, passphraseBytes(options.passphrase), {
      keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxPBES2Count: maxPbkdf2Iterations,
    })
    if (protectedHeader.publicPartDigest !== options.publicPartDigest) return undefined
    return JSON.parse(new TextDecoder().decode(plaintext)) as NamedPrivateJwk
  } catch (error) {
    // Neither jose's error nor JSON's is passed on as cause: the latter quotes what it could not read.
    if (!(error instanceof errors.JWEDecryptionFailed)) return undefined
    throw new ProofsError(
      'ERR_WRONG_PASSPHRASE',
      `The passphrase does not open the key ${options.verificationMethod}`,
      {
        advice: 'Check the passphrase; a key cannot be recovered without it',
      },
    )
  }
}

/** The same passphrase typed on another system may come as other code points (RFC 8265 §4.2). */
function passphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFC'))
}
