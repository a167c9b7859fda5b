import type { Problem } from '@testamur/documents'
import type { PublicKey } from '../keys/interface.js'
import { verifySignature } from '../keys/signature.js'
import { problem } from '../problems.js'
import type { Jws } from './interface.js'

/**
 * Returns the problems that keep the signature of a token from being the key's (RFC 7515 §5.2, step 8); none means that
 * it is. Takes what {@link parseVcJwt} and {@link parseCompactJws} return.
 *
 * Not checked: whose key it is, when it may be used, what the token says.
 *
 * Problem codes: `key-algorithm` when the key is not for the `alg` of the header; `signature-invalid`.
 *
 * @throws {ProofsError} `ERR_INVALID_KEY` when `publicKey` is malformed.
 * @example
 * ```ts
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 * import { createVcJwt, parseVcJwt, verifyVcJwtSignature } from '@testamur/proofs/vc-jwt'
 *
 * const keys = memoryKeyStore()
 * const publicKey = await keys.generate()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: publicKey.controller,
 * }
 * const jwt = await createVcJwt(credential, { signer: await keys.getSigner(publicKey.verificationMethod) })
 * const parsed = parseVcJwt(jwt)
 * if (parsed.ok) console.log(await verifyVcJwtSignature(parsed.token, { publicKey })) // []
 * ```
 */
export async function verifyVcJwtSignature(
  jws: Jws,
  { publicKey }: { readonly publicKey: PublicKey },
): Promise<readonly Problem[]> {
  const { algorithm, header, signature, signingInput } = jws
  // The key decides what its signatures are checked with, never the header alone (RFC 8725 §3.1).
  if (publicKey.algorithm !== algorithm) {
    const detail = `The header names ${header.alg}, but the key is for ${publicKey.algorithm}.`
    return [problem('key-algorithm', '', detail)]
  }
  if (await verifySignature(new TextEncoder().encode(signingInput), { signature, publicKey })) return []
  return [problem('signature-invalid', '', 'The token or the key is not the one that was signed with.')]
}
