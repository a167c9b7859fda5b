import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, objectsAt } from '../../validate/located.js'
import { isOfType } from '../awards.js'
import type { LintRule } from '../interface.js'
import { numberAt, phrasePattern, textAt, textsAt } from '../read.js'
import { sources } from '../sources.js'

type Code = 'credits-exceeded' | 'credits-available-missing' | 'credit-unit-missing'

/** `pesc:CourseCreditUnits=Semester`, `ext:creditUnit=ECTS` and the like; that a unit was not reported is no unit. */
const unitTag = /(?:^|:)(?:course)?credit-?units?\s*[=:]\s*(?!unreported)\S/i

/** Q10: credits are stated with what they are out of, and in which unit. */
export const credits: LintRule<Code> = {
  id: 'Q10',
  title: 'Credits add up and have a unit',
  why: 'Credits are what transfers: whoever takes them over counts them against their own.',
  source: sources.achievement,
  level: 'warning',
  codes: {
    'credits-exceeded': { why: 'Nobody can earn more than there is: one of the numbers is wrong.' },
    'credits-available-missing': {
      why: 'Credits earned mean little without the credits that the course carries, also where none were earned.',
      source: sources.clrGuide,
    },
    'credit-unit-missing': {
      why: 'Three semester credits and three quarter credits look alike, and are not: Open Badges has no unit of its own.',
      source: sources.creditUnits,
    },
  },
  check: ({ awards, achievements, settings }, report) => {
    for (const { subject, achievement } of awards) {
      const [earned, available] = [numberAt(subject, 'creditsEarned'), numberAt(achievement, 'creditsAvailable')]
      if (earned === undefined || available === undefined || earned <= available) continue
      const message = '`creditsEarned` is more than `creditsAvailable` of the achievement: mend the one or the other.'
      report('credits-exceeded', childPointer(subject.pointer, 'creditsEarned'), message)
    }
    const earning = awards.filter(({ subject }) => hasMember(subject, 'creditsEarned'))
    const earned = new Set(earning.map(({ achievement }) => achievement.pointer))
    const unitName = phrasePattern(settings.creditUnits)
    for (const achievement of achievements) {
      const hasCredits = hasMember(achievement, 'creditsAvailable')
      if (!hasCredits && isOfType(achievement, ['Course'])) {
        const message = 'The course has no `creditsAvailable`: write how many credits it carries, 0 if none.'
        report('credits-available-missing', achievement.pointer, message)
      }
      if (!(hasCredits || earned.has(achievement.pointer)) || hasUnit(achievement, unitName)) continue
      const message =
        'The credits have no unit: add a tag such as `ext:creditUnit=Semester`, or name it in that of a result description (`Semester credits`).'
      report('credit-unit-missing', achievement.pointer, message)
    }
  },
}

/** By a tag, by a member of another vocabulary, or by the name of a result description. */
function hasUnit(achievement: Located, unitName: RegExp): boolean {
  if (hasMember(achievement, 'creditUnit') || textsAt(achievement, 'tag').some((tag) => unitTag.test(tag))) return true
  return objectsAt(achievement, 'resultDescription').some((description) => {
    const name = textAt(description, 'name')
    return /credit|hour|unit|points?/i.test(name) && unitName.test(name)
  })
}
