/**
 * Why a context cannot be applied. Thrown inside this room, returned by its functions.
 *
 * - `unknown`: a URL that the source does not know;
 * - `invalid`: the context breaks a rule of JSON-LD;
 * - `conflict`: it would redefine a protected term, or drop protected terms;
 * - `declined`: it may be right, but uses something that is not read here, or is too large.
 */
export class ContextRefusal {
  readonly kind: 'unknown' | 'invalid' | 'conflict' | 'declined'
  /** The error code of JSON-LD 1.1 API §9.6.1 where there is one; a URL, when that is not known. */
  readonly reason: string
  /** The term in whose definition it was found. */
  readonly term: string | undefined
  /** True when it was the work that had become too much: at another time it may be done. */
  readonly isPassing: boolean

  constructor(kind: ContextRefusal['kind'], reason: string, term?: string, isPassing = false) {
    this.kind = kind
    this.reason = reason
    this.term = term
    this.isPassing = isPassing
  }
}

export const unknown = (url: string): ContextRefusal => new ContextRefusal('unknown', url)
export const invalid = (reason: string, term?: string): ContextRefusal => new ContextRefusal('invalid', reason, term)
export const conflict = (reason: string, term?: string): ContextRefusal => new ContextRefusal('conflict', reason, term)
export const declined = (reason: string, term?: string): ContextRefusal => new ContextRefusal('declined', reason, term)

/** Returns what was made, or the refusal that was thrown. */
export function orRefusal<T>(make: () => T): T | ContextRefusal {
  try {
    return make()
  } catch (error) {
    if (error instanceof ContextRefusal) return error
    throw error
  }
}
