import type { ObjectRule } from '../../interface.js'
import { idsOf, linkCheck } from '../../links.js'
import { objectsAt, valuesAt } from '../../located.js'
import { subjectsIn } from './subjects-in.js'

/** Both ends of an association are achievements of the record: of its subject, or of the credentials in it. */
export const associationEnds: ObjectRule = {
  id: 'association-ends',
  classes: ['ClrSubject'],
  source: 'CLR 2.0, Association',
  check: (subject, report) => {
    // A credential as a compact JWS hides its achievement; the schema refuses it.
    const subjects = subjectsIn(subject)
    const credentials = subjects.flatMap((each) => valuesAt(each, 'verifiableCredential'))
    if (credentials.some(({ value }) => typeof value === 'string')) return
    const ids = idsOf(subjects.flatMap((each) => objectsAt(each, 'achievement')))
    // Official samples of VCDM 1.1 do it.
    const level = subject.version === '1.1' ? 'warning' : 'error'
    const checkLink = linkCheck(report, 'association-end-unknown', ids, 'an achievement in this record', { level })
    for (const association of objectsAt(subject, 'association')) {
      checkLink(association, 'sourceId')
      checkLink(association, 'targetId')
    }
  },
}
