import type { Course } from '../model/index.js'
import type { Mapping } from './mapping.js'
import type { AchievementDraft } from './record-draft.js'

/** One attempt at a course, mapped. */
export interface Attempt {
  readonly course: Course
  readonly achievement: AchievementDraft
  /** Id of the school, when it is not the issuer. */
  readonly schoolId: string | undefined
}

/** Codes of an attempt that counts in place of another. */
const replacing = new Set(['ReplacementCounted', 'RepeatCounted'])

/**
 * Relates the attempts of one record that replaced each other. The repeat code of each stands in its results; where the
 * course was redefined between two attempts (another title, other credits), they are two achievements, and the first is
 * replaced by the second. Which replaced which is not guessed: there must be one of each with the same number.
 */
export function associateRepeats({ ledger, draft }: Mapping, attempts: readonly Attempt[]): void {
  for (const group of byNumber(attempts)) {
    const replaced = group.filter(({ course }) => course.repeatCode === 'ReplacedNotCounted')
    const replacements = group.filter(({ course }) => replacing.has(course.repeatCode ?? ''))
    const [first, second] = [replaced[0], replacements[0]]
    if (first === undefined || second === undefined) continue
    if (replaced.length === 1 && replacements.length === 1) {
      draft.associate('replacedBy', first.achievement, second.achievement)
      continue
    }
    if (group.every(({ achievement }) => achievement === first.achievement)) continue
    for (const { course } of replaced) {
      ledger.lose(course, 'repeatCode', 'ambiguous', 'Several attempts may have replaced it', 'reduced')
    }
  }
}

function byNumber(attempts: readonly Attempt[]): Attempt[][] {
  const groups = new Map<string, Attempt[]>()
  for (const attempt of attempts) {
    const { course, schoolId } = attempt
    if (course.number === undefined) continue
    const key = JSON.stringify([schoolId, course.subject, course.number])
    groups.set(key, [...(groups.get(key) ?? []), attempt])
  }
  return [...groups.values()]
}
