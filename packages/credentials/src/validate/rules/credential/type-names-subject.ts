import { childPointer } from '@testamur/documents/json'
import { typesOf } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { objectsAt } from '../../located.js'

/** The credential that each of the specifications' subjects belongs to. */
const credentialOf: Readonly<Record<string, string>> = {
  AchievementSubject: 'AchievementCredential',
  ClrSubject: 'ClrCredential',
  EndorsementSubject: 'EndorsementCredential',
}

/** A credential whose subject is one of Open Badges or CLR is of the type that goes with it. */
export const typeNamesSubject: Rule = {
  id: 'type-names-subject',
  classes: ['VerifiableCredential'],
  source: 'Open Badges 3.0, AchievementCredential; CLR 2.0, ClrCredential',
  check: (credential, report) => {
    const needed = objectsAt(credential, 'credentialSubject')
      .flatMap(({ value }) => typesOf(value))
      .find((type) => Object.hasOwn(credentialOf, type))
    if (needed === undefined) return
    const message = `The subject is of type \`${needed}\`, so \`type\` must hold \`${credentialOf[needed]}\`.`
    const { value, pointer } = credential
    report('type-misses-subject', Object.hasOwn(value, 'type') ? childPointer(pointer, 'type') : pointer, message)
  },
}
