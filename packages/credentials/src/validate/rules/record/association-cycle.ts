import { circles, stepsUp } from '../../hierarchy.js'
import type { ObjectRule } from '../../interface.js'

/** No achievement stands above itself: associations of hierarchy form no circle. */
export const associationCycle: ObjectRule = {
  id: 'association-cycle',
  classes: ['ClrSubject'],
  source: 'CLR 2.0, AssociationType',
  check: (subject, report) => {
    for (const { step } of circles(stepsUp(subject))) {
      const message = 'This association closes a circle: an achievement cannot stand above or be a part of itself.'
      report('association-cycle', step.association.pointer, message)
    }
  },
}
