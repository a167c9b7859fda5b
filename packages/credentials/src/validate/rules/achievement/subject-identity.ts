import type { ObjectRule } from '../../interface.js'
import { hasMember } from '../../located.js'

/** A subject says who the learner is: by `id`, by at least one `identifier`, or by both. */
export const subjectIdentity: ObjectRule = {
  id: 'subject-identity',
  classes: ['AchievementSubject', 'ClrSubject'],
  source: 'Open Badges 3.0, AchievementSubject; CLR 2.0, ClrSubject',
  check: (subject, report) => {
    if (hasMember(subject, 'id') || hasMember(subject, 'identifier')) return
    report('subject-unidentified', subject.pointer, 'The subject needs `id` or at least one `identifier`.')
  },
}
