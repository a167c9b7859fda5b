import { Declined } from './declined.js'
import { type Resource, type SpelledEnd, type Spelling, type Statements, twoSpellings } from './statements.js'

/** How often one end of a statement is said, and how. */
interface Uses {
  readonly spelling: Spelling
  /** How often in that spelling. */
  spelled: number
  /** How often in any. */
  all: number
}

/**
 * Declines statements that are said twice in spellings that jsonld.js takes for two values: its canonical form has such
 * a line twice, although a dataset is a set. To be called before repetitions are dropped.
 */
export function refuseMixedSpellings({ spelled }: Statements): void {
  if (spelled.length === 0) return
  const bySubject = new Map<Resource, Map<string, Uses>>()
  for (const one of spelled) count(one, bySubject)
  for (const [subject, uses] of bySubject) {
    for (const end of subject.ends) {
      const use = uses.get(end)
      if (use !== undefined) use.all += 1
    }
    for (const use of uses.values()) if (isMixed(use)) throw new Declined(twoSpellings)
  }
}

function count({ subject, end, spelling }: SpelledEnd, bySubject: Map<Resource, Map<string, Uses>>): void {
  const uses = bySubject.get(subject) ?? new Map<string, Uses>()
  bySubject.set(subject, uses)
  const use = uses.get(end) ?? { spelling, spelled: 0, all: 0 }
  uses.set(end, use)
  if (use.spelling !== spelling) throw new Declined(twoSpellings)
  use.spelled += 1
}

function isMixed({ spelling, spelled, all }: Uses): boolean {
  if (spelling === 'directed') return all > 0 || spelled > 1
  return all > 1 && (spelling === 'single' || spelled < all)
}
