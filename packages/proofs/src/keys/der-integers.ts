/** Two integers that are not negative, big-endian without leading zeros; 0 is no bytes. */
export type IntegerPair = readonly [Uint8Array, Uint8Array]

/** A value, and the bytes behind it. */
interface DerValue {
  readonly content: Uint8Array
  readonly rest: Uint8Array
}

/** Types (X.690 §8.3, §8.9). */
const integer = 0x02
const sequence = 0x30

/**
 * Returns the content of a DER SEQUENCE of two INTEGERs, or `undefined` for anything else: lengths and integers that are
 * not in their shortest form (X.690 §10.1, §8.3.2), negative integers, bytes behind the end. RSA public keys (RFC 8017
 * §A.1.1) and ECDSA signatures (RFC 5480 appendix A) have this form.
 */
export function integersFromDer(der: Uint8Array): IntegerPair | undefined {
  const outer = readValue(der, sequence)
  const first = outer?.rest.length === 0 ? readValue(outer.content, integer) : undefined
  const second = first && readValue(first.rest, integer)
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

/** Takes one value from the front of the bytes. Lengths to 65535 are known. */
function readValue(bytes: Uint8Array, type: number): DerValue | undefined {
  const [found, length = 0x80, high = 0, low = 0] = bytes
  if (found !== type) return undefined
  if (length < 0x80) return split(bytes, 2, length)
  if (length === 0x81 && high >= 0x80) return split(bytes, 3, high)
  if (length === 0x82 && high > 0) return split(bytes, 4, high * 256 + low)
  return undefined
}

function split(bytes: Uint8Array, start: number, length: number): DerValue | undefined {
  const end = start + length
  return end <= bytes.length ? { content: bytes.subarray(start, end), rest: bytes.subarray(end) } : undefined
}

function magnitude(content: Uint8Array): Uint8Array | undefined {
  const [first = 0x80, second = 0x80] = content
  const isNegative = first >= 0x80
  const isPadded = first === 0 && content.length > 1 && second < 0x80
  if (isNegative || isPadded) return undefined
  return first === 0 ? content.subarray(1) : content
}

function valueOf(type: number, content: readonly number[]): number[] {
  const { length } = content
  if (length < 0x80) return [type, length, ...content]
  return length < 0x100 ? [type, 0x81, length, ...content] : [type, 0x82, length >> 8, length & 0xff, ...content]
}
