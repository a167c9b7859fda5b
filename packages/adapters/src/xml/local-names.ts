/** Most names that are remembered: a format has some hundreds, a hostile document as many as it likes. */
const maxNames = 4096

/** A name, whole and without its prefix. */
export interface KnownName {
  readonly qualified: string
  readonly local: string
}

/**
 * Local names of elements: the same string every time, which is fast to compare and to look up. A name is found by its
 * length and three of its characters, which costs less than the hash of a string that has just been cut out of a text.
 */
export class LocalNames {
  readonly #byTraits = new Map<number, KnownName>()

  /** Returns a name for whose local part `of` was asked before. */
  known(qualified: string): KnownName | undefined {
    const known = this.#byTraits.get(traitsOf(qualified))
    return known?.qualified === qualified ? known : undefined
  }

  /** Returns the part of a name behind its prefix. */
  of(qualified: string): string {
    const traits = traitsOf(qualified)
    const known = this.#byTraits.get(traits)
    if (known?.qualified === qualified) return known.local
    const local = qualified.slice(qualified.lastIndexOf(':') + 1)
    if (known === undefined && this.#byTraits.size < maxNames) this.#byTraits.set(traits, { qualified, local })
    return local
  }
}

function traitsOf(name: string): number {
  const { length } = name
  const [middle, last] = [name.charCodeAt(length >> 1), name.charCodeAt(length - 1)]
  return (((length * 31 + middle) * 31 + last) * 31 + name.charCodeAt(length >> 2)) | 0
}
