import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf, objectsAt } from '../../located.js'

/** Each credential of a record has an `id` of its own: in JSON-LD two of the same are one, with the claims of both. */
export const repeatedCredentials: Rule = {
  id: 'repeated-credentials',
  classes: ['ClrSubject'],
  source: 'Verifiable Credentials Data Model 2.0 §4.4; CLR 2.0, ClrSubject',
  check: (subject, report) => {
    const seen = new Set<string>()
    for (const { value, pointer } of objectsAt(subject, 'verifiableCredential')) {
      const id = memberOf(value, 'id')
      if (typeof id !== 'string') continue
      if (seen.has(id)) {
        const message = 'Another credential of this record has the same `id`: each should have its own.'
        report('identifier-repeated', childPointer(pointer, 'id'), message, { level: 'warning' })
      }
      seen.add(id)
    }
  },
}
