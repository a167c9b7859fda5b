import { stepsOf, stepsThatCloseACircle } from '../../hierarchy.js'
import type { Rule } from '../../interface.js'

/** No achievement stands above itself: associations of hierarchy form no circle. */
export const associationCycle: Rule = {
  id: 'association-cycle',
  classes: ['ClrSubject'],
  source: 'CLR 2.0, AssociationType',
  check: (subject, report) => {
    for (const { association } of stepsThatCloseACircle(stepsOf(subject))) {
      const message = 'This association closes a circle: an achievement cannot stand above or be a part of itself.'
      report('association-cycle', association.pointer, message)
    }
  },
}
