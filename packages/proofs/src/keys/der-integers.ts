import { derContent, derTypes, magnitude, readDer } from './der.js'

const { integer, sequence } = derTypes

/** Two integers that are not negative, big-endian without leading zeros; 0 is no bytes. */
export type IntegerPair = readonly [Uint8Array, Uint8Array]

/**
 * Returns the content of a DER SEQUENCE of two INTEGERs, or `undefined` for anything else: lengths and integers that are
 * not in their shortest form (X.690 §10.1, §8.3.2), negative integers, bytes behind the end. RSA public keys (RFC 8017
 * §A.1.1) and ECDSA signatures (RFC 5480 appendix A) have this form.
 */
export function integersFromDer(der: Uint8Array): IntegerPair | undefined {
  const content = derContent(der, sequence)
  const first = content && readDer(content, integer)
  const second = first && readDer(first.rest, integer)
  if (second?.rest.length !== 0) return undefined
  const [a, b] = [first, second].map((value) => value && magnitude(value.content))
  return a && b && [a, b]
}

/** Returns a DER SEQUENCE of two INTEGERs; leading zeros in what it is given are no matter. */
export function derFromIntegers(integers: IntegerPair): Uint8Array {
  const encoded = integers.map((bytes) => {
    const first = bytes.findIndex((byte) => byte !== 0)
    const significant = first < 0 ? [] : bytes.subarray(first)
    // A first bit of 1 would make the integer negative.
    return valueOf(integer, (significant[0] ?? 0x80) < 0x80 ? [...significant] : [0, ...significant])
  })
  return Uint8Array.from(valueOf(sequence, encoded.flat()))
}

function valueOf(type: number, content: readonly number[]): number[] {
  const { length } = content
  if (length < 0x80) return [type, length, ...content]
  return length < 0x100 ? [type, 0x81, length, ...content] : [type, 0x82, length >> 8, length & 0xff, ...content]
}
