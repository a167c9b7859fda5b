import { describe, expect, it } from 'vitest'
import { expectGrowthBelow } from '../../../../credentials/test/growth.js'
import type { AcademicRecord } from '../model/index.js'
import { AwardPrograms } from './award-programs.js'
import type { AchievementDraft } from './record-draft.js'

const award = (name: string): AchievementDraft => ({
  content: { name } as AchievementDraft['content'],
  described: new Map(),
  found: new Map(),
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

  it.each<[what: string, programs: number, awards: (programs: readonly string[]) => readonly (readonly string[])[]]>([
    [
      'many that each name two programs',
      10_000,
      (programs) => programs.map((_, index) => programs.slice(index, index + 2)),
    ],
    ['a few that name all programs', 1000, (programs) => [programs, programs, programs, programs]],
  ])(
    'costs what the awards name: %s',
    (_, n, awardsOf) => {
      expectGrowthBelow(11, n, (size) => {
        const programs = Array.from({ length: size }, (__, index) => `program ${index}`)
        const awards = awardsOf(programs).map((named, index) => [award(`award ${index}`), named] as const)
        return () => {
          const all = new AwardPrograms()
          for (const [each, named] of awards) all.note(each, named, first)
          const among = all.among(programs, first)
          for (const program of programs) among.fitting(program)
        }
      })
    },
    120_000,
  )
})
