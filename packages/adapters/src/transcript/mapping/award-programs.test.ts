import { describe, expect, it } from 'vitest'
import { growth } from '../../../test/growth.js'
import type { AcademicRecord } from '../model/index.js'
import { AwardPrograms } from './award-programs.js'
import type { AchievementDraft } from './record-draft.js'

const award = (name: string): AchievementDraft => ({
  content: { name } as AchievementDraft['content'],
  results: new Map(),
})
const emptyRecord = (): AcademicRecord => ({
  awards: [],
  summaries: [],
  sessions: [],
  courses: [],
  additionalAchievements: [],
  notes: [],
})
const [first, second] = [emptyRecord(), emptyRecord()]

/** The awards of a transcript, by name: the programs that each names, and the record that it stands in. */
function awardPrograms(awards: Readonly<Record<string, readonly [programs: string, record: AcademicRecord]>>) {
  const all = new AwardPrograms()
  for (const [name, [programs, record]] of Object.entries(awards)) all.note(award(name), programs.split(' '), record)
  return (program: string, beside: string, record?: AcademicRecord) =>
    all
      .among(beside.split(' '), record)
      .fitting(program)
      .map(({ content }) => content.name)
}

describe('AwardPrograms', () => {
  const fitting = awardPrograms({
    A: ['p q', first],
    B: ['p r', second],
    C: ['p', first],
    D: ['p r', first],
  })

  it('takes the awards that name the others beside a program too', () => {
    expect(fitting('p', 'p q')).toEqual(['A'])
    expect(fitting('p', 'p r')).toEqual(['B', 'D'])
    expect(fitting('p', 'p x')).toEqual(['A', 'B', 'C', 'D'])
  })

  it('takes none where no award names all that the others name', () => {
    expect(fitting('p', 'p q r')).toEqual([])
    expect(fitting('q', 'p q r')).toEqual(['A'])
  })

  it('prefers those of the same record, if there are any', () => {
    expect(fitting('p', 'p r', second)).toEqual(['B'])
    expect(fitting('p', 'p q', second)).toEqual(['A'])
  })

  it.each<[what: string, awards: number, programs: (index: number, size: number) => number]>([
    ['awards that each name a program of their own', 20_000, () => 1],
    ['awards that name all programs', 120, (_, size) => size],
  ])('costs what the awards name: %s', (_, n, programsOf) => {
    const ratio = growth(n, (size) => {
      const keys = Array.from({ length: size }, (__, index) => `program ${index}`)
      const awards = keys.map(award)
      return () => {
        const all = new AwardPrograms()
        for (const [index, each] of awards.entries()) {
          const count = programsOf(index, size)
          all.note(each, count === 1 ? keys.slice(index, index + 1) : keys, first)
        }
        const among = all.among(keys, first)
        for (const key of keys) if (all.naming(key).size > 1) among.fitting(key)
      }
    })
    // Four times as many awards that each name four times as many programs say sixteen times as much.
    expect(ratio).toBeLessThan(n === 120 ? 36 : 9)
  })
})
