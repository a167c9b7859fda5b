import { childPointer } from '@testamur/documents/json'
import type { Located, Rule } from '../../interface.js'
import { memberOf, objectsAt, valuesAt } from '../../located.js'

/** Both ends of an association are achievements of the record: of its subject, or of the credentials in it. */
export const associationEnds: Rule = {
  id: 'association-ends',
  classes: ['ClrSubject'],
  source: 'CLR 2.0, Association',
  check: (subject, report) => {
    // A credential as a compact JWS hides its achievement; the schema refuses it.
    if (holdsText(subject)) return
    const ids = new Set(achievementsOf(subject).map(({ value }) => memberOf(value, 'id')))
    for (const { value, pointer } of objectsAt(subject, 'association')) {
      for (const end of ['sourceId', 'targetId']) {
        const id = memberOf(value, end)
        if (typeof id !== 'string' || ids.has(id)) continue
        const message = `\`${end}\` must be the \`id\` of an achievement in this record.`
        // Official samples of VCDM 1.1 do it.
        const level = subject.version === '1.1' ? 'warning' : 'error'
        report('association-end-unknown', childPointer(pointer, end), message, { level })
      }
    }
  },
}

/** The subjects of the credentials in a record; that of a record inside the record holds credentials itself. */
const subjectsIn = (subject: Located): Located[] =>
  objectsAt(subject, 'verifiableCredential').flatMap((each) => objectsAt(each, 'credentialSubject'))

const achievementsOf = (subject: Located): Located[] => [
  ...objectsAt(subject, 'achievement'),
  ...subjectsIn(subject).flatMap(achievementsOf),
]

const holdsText = (subject: Located): boolean =>
  valuesAt(subject, 'verifiableCredential').some(({ value }) => typeof value === 'string') ||
  subjectsIn(subject).some(holdsText)
