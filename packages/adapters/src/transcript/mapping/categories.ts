import type { AchievementType } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'

/** What an achievement outside courses is, by the category that PESC puts it into. */
const categoryTypes: ReadonlyMap<string, AchievementType> = new Map([
  ['Academic', 'Award'],
  ['Arts', 'CoCurricular'],
  ['Athletic', 'CoCurricular'],
  ['BusinessEmployment', 'Fieldwork'],
  ['CommunityService', 'CommunityService'],
  ['Leadership', 'CoCurricular'],
])

/** Where the caller's categories put an achievement. */
export interface Category {
  /** Name of each category, and the code by which the source marks it. */
  readonly tags: readonly string[]
  readonly achievementType: AchievementType | undefined
}

/** Finds the categories that words of the source mark: codes, names, categories of PESC, compared without case. */
export function categoryOf(
  { taxonomy = [] }: ClrFromTranscriptOptions,
  words: readonly (string | undefined)[],
): Category {
  const marks = new Set(words.map((word) => word?.trim().toLowerCase()))
  const matching = taxonomy.flatMap((practice) => {
    const codes = [...practice.tags, ...(practice.levels ?? []).map(({ tag }) => tag)]
    const matched = codes.filter((code) => marks.has(code.toLowerCase()))
    const isNamed = marks.has(practice.name.toLowerCase())
    return matched.length > 0 || isNamed ? [{ practice, tags: [practice.name, ...matched] }] : []
  })
  const byCategory = words.map((word) => categoryTypes.get(word ?? '')).find((type) => type !== undefined)
  return {
    tags: [...new Set(matching.flatMap(({ tags }) => tags))],
    achievementType: matching.flatMap(({ practice }) => practice.achievementTypes ?? [])[0] ?? byCategory,
  }
}
