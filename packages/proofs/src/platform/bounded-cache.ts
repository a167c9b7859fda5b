/**
 * A map that holds at most `maxEntries` and forgets what was not asked for the longest. Keys may come from hostile
 * documents: whatever is cached by them must be bounded.
 */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Value>()
  readonly #maxEntries: number
  /** The key whose entry is at the end, if it is still held. */
  #last: string | undefined

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries
  }

  /** Number of entries held. */
  get size(): number {
    return this.#entries.size
  }

  /** Returns the entry, or makes and keeps it. Not kept is what `make` throws, nor, with its key, `undefined`. */
  getOrMake(key: string, make: () => Value): Value {
    const held = this.#entries.get(key)
    if (held !== undefined && key === this.#last) return held
    const value = held ?? make()
    if (value === undefined) return value
    this.#last = key
    // A Map iterates in insertion order: put what was used last at the end.
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size > this.#maxEntries) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest)
        break
      }
    }
    return value
  }

  /** Forgets one entry. */
  delete(key: string): void {
    this.#entries.delete(key)
  }
}
