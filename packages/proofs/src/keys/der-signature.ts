import { isScalar, type NistCurve, p256Curve, p384Curve } from '../platform/nist-curve.js'
import { derFromIntegers, integersFromDer } from './der-integers.js'

/** The algorithms whose signatures are two integers. */
export type EcdsaAlgorithm = 'ES256' | 'ES384'

const curves: Readonly<Record<EcdsaAlgorithm, NistCurve>> = { ES256: p256Curve, ES384: p384Curve }

/**
 * Returns a DER-encoded ECDSA signature (RFC 3279 §2.2.3), as cloud key services and smart cards make it, in the raw
 * form r‖s that proofs and JWTs use: 64 bytes for `ES256`, 96 for `ES384`. Undefined when it is none: anything but the
 * one DER encoding (lengths and integers as short as can be, nothing behind them), or an r or s that is not from 1 to
 * the order of the curve − 1.
 *
 * Does not check the signature.
 *
 * @example
 * ```ts
 * import { rawSignatureFromDer, type Signer } from '@testamur/proofs/keys'
 *
 * function signerOverDer(verificationMethod: string, signDer: (data: Uint8Array) => Promise<Uint8Array>): Signer {
 *   return {
 *     verificationMethod,
 *     algorithm: 'ES256',
 *     async sign(data) {
 *       const signature = rawSignatureFromDer(await signDer(data), 'ES256')
 *       if (signature === undefined) throw new Error('the key service returned no DER signature for P-256')
 *       return signature
 *     },
 *   }
 * }
 * console.log(typeof signerOverDer) // function
 * ```
 */
export function rawSignatureFromDer(der: Uint8Array, algorithm: EcdsaAlgorithm): Uint8Array | undefined {
  const curve = curves[algorithm]
  const halves = integersFromDer(der)?.map((bytes) => inFullLength(bytes, curve))
  return halves?.every((half) => isScalar(curve, half))
    ? Uint8Array.from(halves.flatMap((half) => [...half]))
    : undefined
}

/**
 * Returns a raw signature r‖s in its DER encoding, or `undefined` when it has the wrong length for the algorithm, or an r
 * or s that is not from 1 to the order of the curve − 1. Undoes {@link rawSignatureFromDer}.
 *
 * @example
 * ```ts
 * import { derFromRawSignature, generatePrivateJwk, keyPairFromJwk } from '@testamur/proofs/keys'
 *
 * const { sign } = await keyPairFromJwk(await generatePrivateJwk({ algorithm: 'ES256' }))
 * const der = derFromRawSignature(await sign(new Uint8Array([1, 2, 3])), 'ES256')
 * console.log(der?.[0]) // 48: a SEQUENCE
 * ```
 */
export function derFromRawSignature(signature: Uint8Array, algorithm: EcdsaAlgorithm): Uint8Array | undefined {
  const curve = curves[algorithm]
  const [r, s] = [signature.subarray(0, curve.fieldBytes), signature.subarray(curve.fieldBytes)]
  return isScalar(curve, r) && isScalar(curve, s) ? derFromIntegers([r, s]) : undefined
}

/** Puts zeros in front of a number; leaves one that is too long as it is. */
function inFullLength(bytes: Uint8Array, { fieldBytes }: NistCurve): Uint8Array {
  return Uint8Array.of(...new Uint8Array(Math.max(0, fieldBytes - bytes.length)), ...bytes)
}
