import { Declined } from './declined.js'
import { type Resource, type SpelledEnd, type Statements, twoSpellings } from './statements.js'

/**
 * Declines statements that are said twice in spellings that jsonld.js takes for two values: its canonical form has such
 * a line twice, although a dataset is a set. To be called once repetitions are dropped, and so known.
 */
export function refuseMixedSpellings({ spelled }: Statements): void {
  const repeated = new Map<Resource, Map<string, SpelledEnd[]>>()
  for (const one of spelled) {
    const { subject, end, spelling } = one
    const isRepeated = spelling === 'directed' || subject.repeated?.has(end)
    if (!isRepeated) continue
    const ends = repeated.get(subject) ?? new Map<string, SpelledEnd[]>()
    repeated.set(subject, ends)
    const uses = ends.get(end)
    if (uses === undefined) ends.set(end, [one])
    else uses.push(one)
  }
  for (const [subject, ends] of repeated) {
    const said = new Set(subject.ends)
    for (const uses of ends.values()) if (isMixed(uses, said)) throw new Declined(twoSpellings)
  }
}

/**
 * @param uses - the uncommon spellings of one end, at least one
 * @param said - the ends of its subject
 */
function isMixed(uses: readonly SpelledEnd[], said: ReadonlySet<string>): boolean {
  const { subject, end, spelling } = uses[0] as SpelledEnd
  if (spelling === 'single' || uses.some((use) => use.spelling !== spelling)) return true
  if (spelling === 'directed') return uses.length > 1 || said.has(end)
  return subject.repeated?.get(end) !== uses.length
}
