import type { Located } from '../validate/interface.js'
import type { Award, LintPractice, LintPracticeLevel } from './interface.js'
import { numberAt, textAt, textsAt } from './read.js'

/** A practice that an achievement is one of, and how intense, where a tag says so. */
export interface PracticeMatch {
  readonly practice: LintPractice
  readonly level: LintPracticeLevel | undefined
}

/**
 * Returns the practices that an achievement is one of: it has the name, the tag or the tag of a level among its own
 * tags, by itself (`WSL2`) or as a value (`pesc:Attribute=WSL2`), in small or capital letters.
 */
export function practicesOf(achievement: Located, practices: readonly LintPractice[]): PracticeMatch[] {
  const tags = new Set(
    textsAt(achievement, 'tag').flatMap((tag) => [plain(tag), plain(tag.slice(tag.lastIndexOf('=') + 1))]),
  )
  return practices.flatMap((practice) => {
    const level = practice.levels?.find(({ tag }) => tags.has(plain(tag)))
    const isOne = level !== undefined || [practice.name, ...practice.tags].some((tag) => tags.has(plain(tag)))
    return isOne ? [{ practice, level }] : []
  })
}

/**
 * Returns the hours that the learner spent: the value of a result whose description has `hours` in its name, a tag such
 * as `hours=12`, or a member `hours` of another vocabulary. Credit hours are not meant.
 */
export function hoursOf({ subject, achievement, results }: Award): number | undefined {
  for (const { result, description } of results) {
    const name = description === undefined ? '' : textAt(description, 'name')
    if (!/\bhours?\b/i.test(name) || /credit/i.test(name)) continue
    const [, hours] = /^(\d{1,6}(?:\.\d{1,6})?)\s?(?:h|hrs?|hours?)?$/i.exec(textAt(result, 'value')) ?? []
    if (hours !== undefined) return Number(hours)
  }
  for (const tag of textsAt(achievement, 'tag')) {
    const [, hours] = /(?:^|:)hours\s?=\s?(\d{1,6}(?:\.\d{1,6})?)$/i.exec(tag) ?? []
    if (hours !== undefined) return Number(hours)
  }
  return numberAt(subject, 'hours') ?? numberAt(achievement, 'hours')
}

/** True when so many hours belong to a level; a part of an hour does not count. */
export function isWithinLevel(hours: number, { hours: bounds = {} }: LintPracticeLevel): boolean {
  const whole = Math.floor(hours)
  return whole >= (bounds.min ?? 0) && whole <= (bounds.max ?? Infinity)
}

const plain = (tag: string): string => tag.trim().toLowerCase()
