import { matchesIdentity } from '@testamur/credentials'
import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { idOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, notApplicable, passed } from '../check-result.js'
import type { Recipient } from '../options.js'

/**
 * The credential is about the person who is known to show it (OB 3.0 §8.2.5, §8.4): the id of a subject is theirs, or
 * one of its identifiers is, hashed or plain.
 */
export function checkRecipient(credential: JsonObject, recipient: Recipient | undefined): CheckResult {
  if (recipient === undefined) return notApplicable('recipient')
  const subjects = listOf(credential['credentialSubject'])
  if (subjects.length > 0 && subjects.every((subject) => isAbout(subject, recipient))) return passed('recipient')
  const detail = 'Neither the id nor an identifier of the subject is that of the person who shows the credential.'
  return failed('recipient', [problem('recipient-differs', '/credentialSubject', detail)])
}

function isAbout(subject: JsonValue, { id, identifiers = {} }: Recipient): boolean {
  if (id !== undefined && idOf(subject) === id) return true
  if (!isObject(subject)) return false
  return listOf(subject['identifier']).some((identifier) => {
    if (!isObject(identifier)) return false
    const { identityType, identityHash, hashed, salt } = identifier
    if (typeof identityType !== 'string' || !Object.hasOwn(identifiers, identityType)) return false
    const known = identifiers[identityType]
    if (known === undefined || typeof identityHash !== 'string') return false
    const stated = { hashed: hashed === true, identityHash, salt: typeof salt === 'string' ? salt : undefined }
    return matchesIdentity(stated, known)
  })
}
