import type { Located } from '../../interface.js'
import { objectsAt } from '../../located.js'

/** Returns a subject and those of the credentials in it: that of a record holds credentials, some of them records. */
export const subjectsIn = (subject: Located): readonly Located[] => [
  subject,
  ...objectsAt(subject, 'verifiableCredential')
    .flatMap((each) => objectsAt(each, 'credentialSubject'))
    .flatMap(subjectsIn),
]
