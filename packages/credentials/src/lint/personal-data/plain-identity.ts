import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, memberOf } from '../../validate/located.js'
import type { LintRecord } from '../interface.js'
import { textAt } from '../read.js'

/** Kinds of identity that anybody can read off. */
const readable = ['name', 'emailAddress']

/** Members of other vocabularies that say who the learner is. */
const namingMembers = ['name', 'fullName', 'givenName', 'familyName', 'email', 'emailAddress']

const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/

/** True for a text that holds an e-mail address. */
export const holdsEmailAddress = (text: string): boolean => email.test(text)

/** True for an identity that can be read: it is not hashed, or says that it is and does not look it. */
function isPlainIdentity({ value }: Located): boolean {
  const hash = memberOf(value, 'identityHash')
  if (typeof hash !== 'string' || !readable.some((type) => type === memberOf(value, 'identityType'))) return false
  return memberOf(value, 'hashed') !== true || !/^\w+\$[0-9a-f]+$/i.test(hash)
}

/** Returns where subjects say in clear who the learner is. */
export function plainIdentities({ instancesOf }: LintRecord): string[] {
  const subjects = (['ClrSubject', 'AchievementSubject'] as const).flatMap((className) => instancesOf(className))
  const identities = instancesOf('IdentityObject').filter(isPlainIdentity)
  return [
    ...subjects.flatMap((subject) => [
      ...namingMembers
        .filter((member) => hasMember(subject, member))
        .map((member) => childPointer(subject.pointer, member)),
      ...(/^mailto:/i.test(textAt(subject, 'id')) ? [childPointer(subject.pointer, 'id')] : []),
    ]),
    ...identities.map(({ pointer }) => childPointer(pointer, 'identityHash')),
  ]
}
