import { type ClassName, credentialsNamed, typesOf } from '../model/index.js'
import { objectsAt } from '../validate/located.js'
import { associationCycle } from '../validate/rules/record/association-cycle.js'
import { associationEnds } from '../validate/rules/record/association-ends.js'
import { checkBy, objectRules } from './check-object.js'
import type { Check } from './interface.js'

const checkOne = checkBy([...objectRules, associationEnds, associationCycle])

/** Checks a learner record, and each of its credentials by the types that it has. */
export const checkRecord: Check = (className, located) => [
  ...checkOne(className, located),
  ...objectsAt(located, 'credentialSubject').flatMap((subject) =>
    objectsAt(subject, 'verifiableCredential').flatMap((inner) =>
      classesOf(inner.value).flatMap((each) => checkRecord(each, inner)),
    ),
  ),
]

/** The classes that a credential names in its `type`; the general one if it names none of these. */
function classesOf(credential: object): readonly ClassName[] {
  const named = credentialsNamed(typesOf(credential))
  return named.length > 0 ? named : ['VerifiableCredential']
}
