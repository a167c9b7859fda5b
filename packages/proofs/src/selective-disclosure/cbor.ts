/** What a proof value is made of. */
export type CborValue = number | string | Uint8Array | readonly CborValue[] | ReadonlyMap<number, CborValue>

/** Proof values nest a list of lists or maps of bytes. */
const maxDepth = 4

/** Tag of a typed array of bytes (RFC 8746 §2.1), which some implementations write around byte strings. */
const bytesTag = 64

/**
 * Returns the value that bytes are in CBOR (RFC 8949), or `undefined` when they are none of the few forms that proof
 * values have: unsigned integers of up to 32 bits, byte and text strings, arrays, maps with distinct integers as keys, all
 * of definite length, and nothing behind the value. Any decoder reads the same in them, so what is checked here is what
 * the cryptosuite's package sees.
 */
export function decodeCbor(bytes: Uint8Array): CborValue | undefined {
  try {
    const reader = new CborReader(bytes)
    const value = reader.value(0)
    return reader.isAtEnd ? value : undefined
  } catch (error) {
    if (error instanceof CborFault) return undefined
    throw error
  }
}

/** Returns a value in CBOR, in the shortest form of each number (RFC 8949 §4.2.1); maps keep the order of their keys. */
export function encodeCbor(value: CborValue): number[] {
  if (typeof value === 'number') return head(0, value)
  if (value instanceof Uint8Array) return [...head(2, value.length), ...value]
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value)
    return [...head(3, bytes.length), ...bytes]
  }
  if (value instanceof Map) {
    const entries = value as ReadonlyMap<number, CborValue>
    return [...head(5, entries.size), ...[...entries].flatMap((entry) => entry.flatMap(encodeCbor))]
  }
  const items = value as readonly CborValue[]
  return [...head(4, items.length), ...items.flatMap(encodeCbor)]
}

function head(majorType: number, argument: number): number[] {
  if (argument < 24) return [(majorType << 5) | argument]
  const size = argument < 2 ** 8 ? 0 : argument < 2 ** 16 ? 1 : 2
  const bytes = Array.from({ length: 2 ** size }, (_, at) => Math.floor(argument / 256 ** (2 ** size - 1 - at)) % 256)
  return [(majorType << 5) | (24 + size), ...bytes]
}

class CborFault extends Error {}

class CborReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  value(depth: number): CborValue {
    if (depth > maxDepth) throw new CborFault()
    const { majorType, argument } = this.#head()
    switch (majorType) {
      case 0:
        return argument
      case 2:
        return this.#take(argument)
      case 3:
        return this.#text(argument)
      case 4:
        return this.#array(argument, depth)
      case 5:
        return this.#map(argument, depth)
      case 6:
        return this.#taggedBytes(argument, depth)
      default:
        throw new CborFault()
    }
  }

  /** RFC 8949 §3: three bits of major type, and a number in the other five or in the bytes that follow. */
  #head(): { majorType: number; argument: number } {
    const [initial = 0] = this.#take(1)
    const additional = initial & 31
    if (additional < 24) return { majorType: initial >> 5, argument: additional }
    if (additional > 26) throw new CborFault()
    const argument = this.#take(2 ** (additional - 24)).reduce((number, byte) => number * 256 + byte, 0)
    return { majorType: initial >> 5, argument }
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new CborFault()
    const taken = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return taken
  }

  #text(length: number): string {
    const bytes = this.#take(length)
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      throw new CborFault()
    }
  }

  #array(length: number, depth: number): CborValue[] {
    const items: CborValue[] = []
    while (items.length < length) items.push(this.value(depth + 1))
    return items
  }

  #map(size: number, depth: number): Map<number, CborValue> {
    const map = new Map<number, CborValue>()
    while (map.size < size) {
      const key = this.value(depth + 1)
      if (typeof key !== 'number' || map.has(key)) throw new CborFault()
      map.set(key, this.value(depth + 1))
    }
    return map
  }

  #taggedBytes(tag: number, depth: number): Uint8Array {
    const value = tag === bytesTag ? this.value(depth + 1) : undefined
    if (value instanceof Uint8Array) return value
    throw new CborFault()
  }
}
