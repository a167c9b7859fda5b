import { derFromIntegers, integersFromDer } from './der-integers.js'

/** The numbers of an RSA public key, big-endian without leading zeros. */
export interface RsaPublicKey {
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
}

/** NIST SP 800-131A §3: nothing shorter. Longer ones only cost time, and only an attacker would have them. */
const minModulusBits = 2048
const maxModulusBits = 8192

/**
 * Returns the key of a DER `RSAPublicKey` (RFC 8017 §A.1.1), or `undefined` when the bytes are none, or the key is not
 * acceptable (see {@link isAcceptableRsaKey}).
 */
export function rsaPublicKeyFromDer(der: Uint8Array): RsaPublicKey | undefined {
  const [modulus, exponent] = integersFromDer(der) ?? []
  return modulus && exponent && isAcceptableRsaKey({ modulus, exponent }) ? { modulus, exponent } : undefined
}

/** Returns the DER `RSAPublicKey` (RFC 8017 §A.1.1) of a key. */
export function derFromRsaPublicKey({ modulus, exponent }: RsaPublicKey): Uint8Array {
  return derFromIntegers([modulus, exponent])
}

/**
 * True for an odd modulus of 2048 to 8192 bits and an odd public exponent over 2^16 and below 2^32.
 *
 * RFC 8017 §3.1 would allow an exponent of 3, which has let forgers through verifiers that read the padding carelessly;
 * FIPS 186-5 §5.1 asks for more than 2^16. It also allows 2^256, but WebCrypto engines stop at 32 or 33 bits, and a
 * verdict must not depend on the engine. In practice the exponent is 65537.
 */
export function isAcceptableRsaKey({ modulus, exponent }: RsaPublicKey): boolean {
  const bits = bitLength(modulus)
  const exponentBits = bitLength(exponent)
  return (
    bits >= minModulusBits &&
    bits <= maxModulusBits &&
    isOdd(modulus) &&
    exponentBits > 16 &&
    exponentBits <= 32 &&
    isOdd(exponent)
  )
}

/** Bits of a number without leading zero bytes; 0 when it has them. */
function bitLength(bytes: Uint8Array): number {
  const [first = 0] = bytes
  return first === 0 ? 0 : 8 * bytes.length - Math.clz32(first) + 24
}

const isOdd = (bytes: Uint8Array): boolean => ((bytes.at(-1) ?? 0) & 1) === 1
