import { childPointer } from '@testamur/documents/json'
import { achievementTypeOf } from '../awards.js'
import type { LintRule } from '../interface.js'
import { textsAt } from '../read.js'
import { sources } from '../sources.js'

type Code = 'achievement-type-missing' | 'achievement-type-unlabelled'

/**
 * Q02: the kind of achievement is stated, and a kind of one's own says what it is called: by a tag such as
 * `ext:Bootcamp=Coding boot camp`, or by the settings, where a community has agreed on it.
 */
export const achievementType: LintRule<Code> = {
  id: 'Q02',
  title: 'The achievement type is stated',
  why: 'Software sorts, filters and compares by the type: without it a degree looks like a badge.',
  source: sources.achievementType,
  level: 'error',
  codes: {
    'achievement-type-missing': {},
    'achievement-type-unlabelled': {
      why: 'Readers do not know the types that others made up, and have nothing to show for one but its code.',
    },
  },
  check: ({ achievements, settings }, report) => {
    for (const achievement of achievements) {
      const type = achievementTypeOf(achievement)
      if (type === undefined) {
        const message = 'The achievement has no `achievementType`: write `Course`, `Badge` or whatever it is.'
        report('achievement-type-missing', achievement.pointer, message)
      } else if (type.startsWith('ext:') && !Object.hasOwn(settings.achievementTypeLabels, type)) {
        const label = `${type}=`
        if (textsAt(achievement, 'tag').some((tag) => tag.startsWith(label) && tag.length > label.length)) continue
        const message =
          'The type is one of your own: say what it is called, in a tag of the form `ext:Type=What it is called`.'
        report('achievement-type-unlabelled', childPointer(achievement.pointer, 'achievementType'), message)
      }
    }
  },
}
