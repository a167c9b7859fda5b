/** A value, and the bytes behind it. */
export interface DerValue {
  readonly content: Uint8Array
  readonly rest: Uint8Array
}

/** Types of values (X.690 §8). */
export const derTypes = { integer: 0x02, bitString: 0x03, octetString: 0x04, sequence: 0x30 } as const

/**
 * Takes one value of a type from the front of the bytes; undefined when there is none, or its length is not in its
 * shortest form (X.690 §10.1). Lengths to 65535 are known.
 */
export function readDer(bytes: Uint8Array, type: number): DerValue | undefined {
  const [found, length = 0x80, high = 0, low = 0] = bytes
  if (found !== type) return undefined
  if (length < 0x80) return split(bytes, 2, length)
  if (length === 0x81 && high >= 0x80) return split(bytes, 3, high)
  if (length === 0x82 && high > 0) return split(bytes, 4, high * 256 + low)
  return undefined
}

/** Returns the content of bytes that are one value of a type, and nothing behind it. */
export function derContent(bytes: Uint8Array, type: number): Uint8Array | undefined {
  const value = readDer(bytes, type)
  return value?.rest.length === 0 ? value.content : undefined
}

/** Returns an INTEGER's content big-endian without leading zeros; undefined when it is negative or not the shortest form. */
export function magnitude(content: Uint8Array): Uint8Array | undefined {
  const [first = 0x80, second = 0x80] = content
  const isNegative = first >= 0x80
  const isPadded = first === 0 && content.length > 1 && second < 0x80
  if (isNegative || isPadded) return undefined
  return first === 0 ? content.subarray(1) : content
}

function split(bytes: Uint8Array, start: number, length: number): DerValue | undefined {
  const end = start + length
  return end <= bytes.length ? { content: bytes.subarray(start, end), rest: bytes.subarray(end) } : undefined
}
