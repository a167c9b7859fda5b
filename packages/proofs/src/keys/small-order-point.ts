import { hexFromBytes } from './hex.js'

/**
 * The y coordinates of the points of edwards25519 (RFC 8032 §5.1) whose order divides 8, in hex, little-endian, without
 * the sign bit: the five in canonical form, then those two that also fit in 255 bits as y + p. All follow from the
 * curve equation; "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020) tabulates their encodings.
 */
const smallOrderY: ReadonlySet<string> = new Set([
  '0100000000000000000000000000000000000000000000000000000000000000', // 1: order 1
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // -1: order 2
  '0000000000000000000000000000000000000000000000000000000000000000', // 0: order 4
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', // order 8, the negative of the one above
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // p, another 0
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // p + 1, another 1
])

/**
 * True for the 14 encodings of Ed25519 points of small order, with either sign, canonical or not. Under such a "key" a
 * signature can be made without any private key that fits many messages, or all.
 */
export function isSmallOrderPoint(bytes: Uint8Array): boolean {
  // `slice` of a Buffer copies nothing: what is cleared below would be cleared in the caller's key.
  const y = Uint8Array.from(bytes)
  y[31] = (y[31] ?? 0) & 0x7f
  return smallOrderY.has(hexFromBytes(y))
}
