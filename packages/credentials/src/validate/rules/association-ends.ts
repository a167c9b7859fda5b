import { childPointer } from '@testamur/documents/json'
import type { Located, Rule } from '../interface.js'
import { memberOf, objectsAt } from '../located.js'

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
        report('association-end-unknown', childPointer(pointer, end), message)
      }
    }
  },
}

function achievementsOf(subject: Located): Located[] {
  const credentials = objectsAt(subject, 'verifiableCredential')
  const subjects = credentials.flatMap((each) => objectsAt(each, 'credentialSubject'))
  // The subject of a record inside the record holds credentials itself.
  return [...objectsAt(subject, 'achievement'), ...subjects.flatMap(achievementsOf)]
}

function holdsText(subject: Located): boolean {
  const credentials = memberOf(subject.value, 'verifiableCredential')
  return (Array.isArray(credentials) ? credentials : [credentials]).some((each) => typeof each === 'string')
}
