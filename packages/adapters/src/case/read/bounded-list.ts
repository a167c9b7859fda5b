/**
 * What a reading has to say of a source, up to a number of entries; the rest is counted by code. Strangers' documents can
 * hold millions of unreadable values of a byte or two, and an entry for each would take hundreds of times their size.
 */
export class BoundedList<Code extends string, Entry> {
  readonly #entries: Entry[] = []
  readonly #further = new Map<Code, number>()
  readonly #maxEntries: number

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries
  }

  add(code: Code, entry: () => Entry): void {
    if (this.#entries.length < this.#maxEntries) this.#entries.push(entry())
    else this.#further.set(code, (this.#further.get(code) ?? 0) + 1)
  }

  /** Returns the entries, and one for each code that says how many there are besides. */
  all(further: (code: Code, count: number) => Entry): readonly Entry[] {
    return [...this.#entries, ...[...this.#further].map(([code, count]) => further(code, count))]
  }
}
