import { ProofsError } from '../errors.js'
import type { SignatureAlgorithm, Signer } from './interface.js'

/** Shortest and longest raw signature in bytes. That of RSA is as long as its modulus, 2048 to 8192 bits. */
const signatureBytes: ReadonlyMap<SignatureAlgorithm, readonly [number, number]> = new Map([
  ['EdDSA', [64, 64]],
  ['ES256', [64, 64]],
  ['ES384', [96, 96]],
  ['RS256', [256, 1024]],
])

/**
 * Returns the signer's raw signature over `data`, once it is certain that the signer takes a message of that length
 * and has returned what its algorithm makes. Whether the signature is good is not checked.
 *
 * @throws {ProofsError} `ERR_ALGORITHM_UNSUPPORTED`; `ERR_MESSAGE_TOO_LONG` with the caller's advice;
 * `ERR_SIGNATURE_MALFORMED`; and what the signer throws.
 */
export async function rawSignature(
  data: Uint8Array,
  { signer, tooLongAdvice }: { readonly signer: Signer; readonly tooLongAdvice: string },
): Promise<Uint8Array> {
  const { verificationMethod, algorithm, maxMessageBytes = Number.POSITIVE_INFINITY } = signer
  const range = signatureBytes.get(algorithm)
  if (range === undefined) {
    throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `The algorithm ${algorithm} is not supported`, {
      advice: `Supported: ${[...signatureBytes.keys()].join(', ')}`,
    })
  }
  if (data.length > maxMessageBytes) {
    const message = `${verificationMethod} signs at most ${maxMessageBytes} bytes, and ${data.length} are to be signed`
    throw new ProofsError('ERR_MESSAGE_TOO_LONG', message, { advice: tooLongAdvice })
  }
  const signature = await signer.sign(data)
  const [shortest, longest] = range
  if (signature instanceof Uint8Array && signature.length >= shortest && signature.length <= longest) return signature
  const length = shortest === longest ? `${shortest}` : `${shortest} to ${longest}`
  throw new ProofsError(
    'ERR_SIGNATURE_MALFORMED',
    `The signer of ${verificationMethod} did not return a raw signature`,
    { advice: `It must return ${length} bytes, not DER or text` },
  )
}
