import { hasMember, memberOf, objectsAt } from '../../validate/located.js'
import type { LintRule } from '../interface.js'
import { sources } from '../sources.js'

type Code = 'grade-scale-missing'

/** Q07: a letter grade comes with its scale, in the description or by an alignment to one that is published. */
export const gradeScale: LintRule<Code> = {
  id: 'Q07',
  title: 'Letter grades come with their scale',
  why: 'A B can be the second of five grades or the second of thirteen: without the scale it cannot be compared.',
  source: sources.recommendedPractices,
  level: 'warning',
  codes: { 'grade-scale-missing': {} },
  check: ({ awards, achievements }, report) => {
    const all = awards.flatMap((award) => award.results)
    const aligned = all.filter(({ result }) => hasMember(result, 'alignment'))
    const explained = new Set(aligned.map(({ description }) => description?.pointer))
    for (const achievement of achievements) {
      for (const description of objectsAt(achievement, 'resultDescription')) {
        if (memberOf(description.value, 'resultType') !== 'LetterGrade') continue
        const hasScale = ['allowedValue', 'alignment'].some((member) => hasMember(description, member))
        if (hasScale || explained.has(description.pointer)) continue
        const message =
          'The letter grade has no scale: write its grades from low to high as `allowedValue`, or an `alignment` to the scale.'
        report('grade-scale-missing', description.pointer, message)
      }
    }
  },
}
