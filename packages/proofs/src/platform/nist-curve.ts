/** A curve y² = x³ − 3x + b over the integers modulo p, with p ≡ 3 (mod 4) (SP 800-186 §3.2.1). */
export interface NistCurve {
  /** Name of the curve, as JSON Web Keys and WebCrypto have it. */
  readonly name: 'P-256' | 'P-384'
  /** The hash that belongs to it in ES256 and ES384 (RFC 7518 §3.4), as WebCrypto calls it. */
  readonly hash: 'SHA-256' | 'SHA-384'
  /** Bytes of a coordinate, of a private key, and of each half of a signature. */
  readonly fieldBytes: number
  /** Order of the field. */
  readonly p: bigint
  readonly b: bigint
  /** Order of the group of points. */
  readonly n: bigint
}

export const p256Curve: NistCurve = {
  name: 'P-256',
  hash: 'SHA-256',
  fieldBytes: 32,
  p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
}

export const p384Curve: NistCurve = {
  name: 'P-384',
  hash: 'SHA-384',
  fieldBytes: 48,
  p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
  b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
}

/** An affine point, its coordinates big-endian in the full length of the field. */
export interface CurvePoint {
  readonly x: Uint8Array
  readonly y: Uint8Array
}

/**
 * Returns the point of a compressed encoding (SEC 1 §2.3.4), or `undefined` when there is none: another length or first
 * byte, x not below p, no such point on the curve. Neither WebCrypto nor JSON Web Keys know the compressed form, which
 * is the only one of Multikeys. Nothing here is secret, so the time it takes may tell what it computes.
 */
export function decompressPoint(curve: NistCurve, compressed: Uint8Array): CurvePoint | undefined {
  const { fieldBytes, p } = curve
  const [sign] = compressed
  if (compressed.length !== 1 + fieldBytes || (sign !== 2 && sign !== 3)) return undefined
  const bytes = compressed.slice(1)
  const x = integerFromBytes(bytes)
  if (x >= p) return undefined
  const square = ySquared(curve, x)
  // A square root modulo p ≡ 3 (mod 4), if there is one; the group has odd order, so y is never 0.
  const root = power(square, (p + 1n) / 4n, p)
  if ((root * root) % p !== square) return undefined
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root
  return { x: bytes, y: bytesFromInteger(y, fieldBytes) }
}

/**
 * Returns the compressed encoding (SEC 1 §2.3.3) of a point, or `undefined` when the coordinates have another length, are
 * not below p, or are not on the curve.
 */
export function compressPoint(curve: NistCurve, { x, y }: CurvePoint): Uint8Array | undefined {
  const { fieldBytes, p } = curve
  if (x.length !== fieldBytes || y.length !== fieldBytes) return undefined
  const [xInteger, yInteger] = [integerFromBytes(x), integerFromBytes(y)]
  if (xInteger >= p || yInteger >= p || (yInteger * yInteger) % p !== ySquared(curve, xInteger)) return undefined
  return Uint8Array.of(yInteger & 1n ? 3 : 2, ...x)
}

/** True for what can be a private key of the curve, or a half of a signature: 1 to n − 1 in the length of the field. */
export function isScalar({ fieldBytes, n }: NistCurve, bytes: Uint8Array): boolean {
  const scalar = bytes.length === fieldBytes ? integerFromBytes(bytes) : 0n
  return scalar > 0n && scalar < n
}

function ySquared({ p, b }: NistCurve, x: bigint): bigint {
  return ((x * x - 3n) * x + b) % p
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus
    if (bit === '1') result = (result * base) % modulus
  }
  return result
}

function integerFromBytes(bytes: Uint8Array): bigint {
  let integer = 0n
  for (const byte of bytes) integer = (integer << 8n) | BigInt(byte)
  return integer
}

function bytesFromInteger(integer: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let rest = integer
  for (let index = length - 1; index >= 0; index -= 1) {
    bytes[index] = Number(rest & 255n)
    rest >>= 8n
  }
  return bytes
}
