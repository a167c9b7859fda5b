import { BoundedCache } from '../platform/bounded-cache.js'
import { decodeBase58, encodeBase58 } from './base58.js'
import type { PublicKey, SignatureAlgorithm } from './interface.js'
import { rsaPublicKeyFromDer } from './rsa-public-key.js'
import { isSmallOrderPoint } from './small-order-point.js'

/** What a Multikey says. */
export interface DecodedMultikey {
  readonly algorithm: SignatureAlgorithm
  /**
   * The raw key: 32 bytes for Ed25519; for P-256 and P-384 the compressed point, 33 and 49 bytes; for RSA the DER
   * `RSAPublicKey` (RFC 8017 §A.1.1).
   */
  readonly bytes: Uint8Array
}

/** The multicodec code of each kind of key, as the unsigned varint that stands in front of it. */
interface MultikeyCodec {
  readonly algorithm: SignatureAlgorithm
  readonly prefix: readonly [number, number]
  /** Whether bytes may be a key. */
  readonly accepts: (bytes: Uint8Array) => boolean
}

const hasLength = (length: number) => (bytes: Uint8Array) => bytes.length === length

/** SEC 1 §2.3.3: a compressed point starts with 02 or 03. */
const isCompressedPoint = (length: number) => (bytes: Uint8Array) =>
  bytes.length === length && (bytes[0] === 2 || bytes[0] === 3)

/** Controlled Identifiers 1.0 §2.2.2, table of Multikey headers; did:key 0.9 for RSA, which is not in that table. */
const publicCodecs: readonly MultikeyCodec[] = [
  { algorithm: 'EdDSA', prefix: [0xed, 0x01], accepts: (bytes) => bytes.length === 32 && !isSmallOrderPoint(bytes) }, // ed25519-pub, 0xed
  { algorithm: 'ES256', prefix: [0x80, 0x24], accepts: isCompressedPoint(33) }, // p256-pub, 0x1200
  { algorithm: 'ES384', prefix: [0x81, 0x24], accepts: isCompressedPoint(49) }, // p384-pub, 0x1201
  { algorithm: 'RS256', prefix: [0x85, 0x24], accepts: (bytes) => rsaPublicKeyFromDer(bytes) !== undefined }, // rsa-pub, 0x1205
]

const privateCodecs: readonly MultikeyCodec[] = [
  { algorithm: 'EdDSA', prefix: [0x80, 0x26], accepts: hasLength(32) }, // ed25519-priv, 0x1300
  { algorithm: 'ES256', prefix: [0x86, 0x26], accepts: hasLength(32) }, // p256-priv, 0x1306
  { algorithm: 'ES384', prefix: [0x87, 0x26], accepts: hasLength(48) }, // p384-priv, 0x1307
]

// Decoding is quadratic, so texts are bounded: by what a P-384 signature needs, and by an RSA key of 8192 bits.
const maxCharacters = 133
const maxMultikeyCharacters = 1424

/**
 * Returns the bytes of a base58-btc multibase text, or `undefined` when it is none: another alphabet, white space,
 * more than 133 characters, which is what the 96 bytes of a P-384 signature need.
 *
 * @example
 * ```ts
 * import { decodeBase58Multibase } from '@testamur/proofs/keys'
 *
 * console.log(decodeBase58Multibase('z2NEpo7TZRRrLZSi2U')) // the bytes of "Hello World!"
 * ```
 */
export function decodeBase58Multibase(text: string): Uint8Array | undefined {
  return decodeMultibase(text, maxCharacters)
}

/**
 * Returns bytes as base58-btc multibase text (`z…`), the form of a `proofValue` and of a Multikey.
 *
 * @example
 * ```ts
 * import { encodeBase58Multibase } from '@testamur/proofs/keys'
 *
 * console.log(encodeBase58Multibase(new TextEncoder().encode('Hello World!'))) // z2NEpo7TZRRrLZSi2U
 * ```
 */
export function encodeBase58Multibase(bytes: Uint8Array): string {
  return `z${encodeBase58(bytes)}`
}

/**
 * Returns what a public Multikey (Controlled Identifiers 1.0 §2.2.2) says, or `undefined` when the text is none:
 * another alphabet, an unknown multicodec prefix, too few or too many bytes, an Ed25519 key of small order, an RSA key
 * of less than 2048 or more than 8192 bits or with an unusual exponent (even, at most 2^16, at least 2^32). Ed25519, P-256,
 * P-384 and RSA are known; RSA only as in did:key, since the specification has no header for it. Whether the bytes are
 * a point of the curve shows only when a signature is checked.
 *
 * @example
 * ```ts
 * import { decodeMultikey } from '@testamur/proofs/keys'
 *
 * console.log(decodeMultikey('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')?.algorithm) // EdDSA
 * ```
 */
export function decodeMultikey(multikey: string): DecodedMultikey | undefined {
  return decode(multikey, publicCodecs)
}

/**
 * Returns the public key of raw bytes: 32 for `EdDSA`, the compressed point for `ES256` (33) and `ES384` (49), the DER
 * `RSAPublicKey` for `RS256`. Undefined when they are none that {@link decodeMultikey} would accept.
 *
 * @example
 * ```ts
 * import { encodeMultikey } from '@testamur/proofs/keys'
 *
 * console.log(encodeMultikey('EdDSA', new Uint8Array(32).fill(7))?.publicKeyMultibase)
 * ```
 */
export function encodeMultikey(algorithm: SignatureAlgorithm, bytes: Uint8Array): PublicKey | undefined {
  const codec = publicCodecs.find((codec) => codec.algorithm === algorithm)
  if (!codec?.accepts(bytes)) return undefined
  return { algorithm, publicKeyMultibase: encodeBase58Multibase(Uint8Array.of(...codec.prefix, ...bytes)) }
}

/**
 * Returns the public key that a Multikey text is, or `undefined` when it is none (see {@link decodeMultikey}).
 *
 * @example
 * ```ts
 * import { publicKeyFromMultikey } from '@testamur/proofs/keys'
 *
 * const publicKey = publicKeyFromMultikey('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')
 * console.log(publicKey?.algorithm) // EdDSA
 * ```
 */
export function publicKeyFromMultikey(multikey: string): PublicKey | undefined {
  const algorithm = algorithms.getOrMake(multikey, () => decodeMultikey(multikey)?.algorithm)
  return algorithm && { algorithm, publicKeyMultibase: multikey }
}

/** What kind of key a Multikey is: every proof of an issuer names the same one. */
const algorithms = new BoundedCache<SignatureAlgorithm | undefined>(512)

/**
 * True for a Multikey of a kind that is not known here: well-formed base58-btc text whose multicodec prefix is neither that
 * of a public nor of a private key in {@link decodeMultikey} and {@link decodeSecretMultikey}. BBS keys are of such a kind.
 */
export function isUnknownMultikey(multikey: string): boolean {
  const bytes = decodeMultibase(multikey, maxMultikeyCharacters)
  const isPrefixed = bytes !== undefined && bytes.length > 2
  return isPrefixed && ![...publicCodecs, ...privateCodecs].some((codec) => hasPrefix(bytes, codec))
}

/**
 * Returns the private key in a `secretKeyMultibase` (Controlled Identifiers 1.0 §2.2.2): for Ed25519 its 32-byte seed,
 * for P-256 and P-384 the scalar in 32 and 48 bytes; `undefined` when the text is none. The result is secret.
 *
 * @example
 * ```ts
 * import { decodeSecretMultikey } from '@testamur/proofs/keys'
 *
 * console.log(decodeSecretMultikey('z6Mk…')) // undefined: a public key is no private one
 * ```
 */
export function decodeSecretMultikey(multikey: string): DecodedMultikey | undefined {
  return decode(multikey, privateCodecs)
}

function decode(multikey: string, codecs: readonly MultikeyCodec[]): DecodedMultikey | undefined {
  const bytes = decodeMultibase(multikey, maxMultikeyCharacters)
  const codec = bytes && codecs.find((codec) => hasPrefix(bytes, codec))
  const key = bytes?.subarray(2)
  return codec && key && codec.accepts(key) ? { algorithm: codec.algorithm, bytes: key } : undefined
}

const hasPrefix = (bytes: Uint8Array, { prefix }: MultikeyCodec): boolean =>
  bytes[0] === prefix[0] && bytes[1] === prefix[1]

function decodeMultibase(text: string, maxLength: number): Uint8Array | undefined {
  return text.length > 1 && text.length <= maxLength && text.startsWith('z') ? decodeBase58(text.slice(1)) : undefined
}
