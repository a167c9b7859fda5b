import { sha256, sha384 } from '#platform'
import { ProofsError } from '../../errors.js'
import type { PublicKey, SignatureAlgorithm } from '../../keys/interface.js'
import { encodeMultikey } from '../../keys/multikey.js'
import { compressPoint, p256Curve, p384Curve } from '../../platform/nist-curve.js'
import {
  CKK_EC,
  CKK_EC_EDWARDS,
  CKM_EC_EDWARDS_KEY_PAIR_GEN,
  CKM_EC_KEY_PAIR_GEN,
  CKM_ECDSA,
  CKM_EDDSA,
} from './cryptoki.js'

/** How keys of one algorithm are made and used on a token. */
export interface TokenAlgorithm {
  readonly algorithm: 'EdDSA' | 'ES256' | 'ES384'
  readonly keyType: number
  /** CKA_EC_PARAMS: the curve as DER. The first is what a new key is made with; tokens tell either. */
  readonly curves: readonly [string, ...string[]]
  readonly generation: number
  readonly mechanism: number
  readonly signatureBytes: number
  /** What the token signs of the data. Many know CKM_ECDSA only, over a hash that is made outside. */
  readonly toBeSigned: (data: Uint8Array) => Uint8Array
  /** Returns the bytes of a Multikey of a CKA_EC_POINT; undefined when it is none. */
  readonly publicKeyBytes: (point: Uint8Array) => Uint8Array | undefined
}

const nistCurves = { ES256: p256Curve, ES384: p384Curve } as const

function ecdsa(algorithm: 'ES256' | 'ES384', curve: string, hash: TokenAlgorithm['toBeSigned']): TokenAlgorithm {
  const nistCurve = nistCurves[algorithm]
  const { fieldBytes } = nistCurve
  return {
    algorithm,
    keyType: CKK_EC,
    curves: [curve],
    generation: CKM_EC_KEY_PAIR_GEN,
    mechanism: CKM_ECDSA,
    signatureBytes: 2 * fieldBytes,
    toBeSigned: hash,
    publicKeyBytes(point) {
      // SEC 1 §2.3.3: 04 and both coordinates.
      const bytes = unwrapped(point, 1 + 2 * fieldBytes)
      if (bytes?.[0] !== 4) return undefined
      return compressPoint(nistCurve, { x: bytes.subarray(1, 1 + fieldBytes), y: bytes.subarray(1 + fieldBytes) })
    },
  }
}

const algorithms: readonly TokenAlgorithm[] = [
  {
    algorithm: 'EdDSA',
    keyType: CKK_EC_EDWARDS,
    // id-Ed25519 (RFC 8410 §3), and the PrintableString edwards25519 (PKCS#11 3.0 §2.3.5).
    curves: ['06032b6570', '130c656477617264733235353139'],
    generation: CKM_EC_EDWARDS_KEY_PAIR_GEN,
    mechanism: CKM_EDDSA,
    signatureBytes: 64,
    toBeSigned: (data) => data,
    publicKeyBytes: (point) => unwrapped(point, 32),
  },
  // secp256r1 and secp384r1 (RFC 5480 §2.1.1.1).
  ecdsa('ES256', '06082a8648ce3d030107', sha256),
  ecdsa('ES384', '06052b81040022', sha384),
]

/**
 * Returns what tokens do for an algorithm.
 * @throws {ProofsError} `ERR_ALGORITHM_UNSUPPORTED`
 */
export function tokenAlgorithm(algorithm: SignatureAlgorithm): TokenAlgorithm {
  const found = algorithms.find((known) => known.algorithm === algorithm)
  if (found !== undefined) return found
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `Keys for ${algorithm} are not used on PKCS#11 tokens`, {
    advice: `Supported: ${algorithms.map((known) => known.algorithm).join(', ')}`,
  })
}

/** Returns the algorithm of a key by its curve; undefined for other keys. */
export function algorithmOfCurve(ecParams: Uint8Array): TokenAlgorithm | undefined {
  const curve = Buffer.from(ecParams).toString('hex')
  return algorithms.find(({ curves }) => curves.includes(curve))
}

/** Returns the public key of a CKA_EC_POINT; undefined when it is none. */
export function publicKeyOfPoint(
  { algorithm, publicKeyBytes }: TokenAlgorithm,
  point: Uint8Array,
): PublicKey | undefined {
  const bytes = publicKeyBytes(point)
  return bytes && encodeMultikey(algorithm, bytes)
}

/** Takes off the OCTET STRING around a point of that length. Some tokens leave it out. */
function unwrapped(point: Uint8Array, length: number): Uint8Array | undefined {
  if (point.length === length) return point
  const isOctetString = point.length === length + 2 && point[0] === 4 && point[1] === length
  return isOctetString ? point.subarray(2) : undefined
}
