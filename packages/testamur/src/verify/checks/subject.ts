import type { JsonObject, JsonValue } from '@testamur/documents'
import { canonicalJson } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { idOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, notApplicable, passed } from '../check-result.js'

/**
 * An inner credential is about the learner of the record that holds it. Informs, and changes no outcome: records do
 * carry credentials of other people, such as a mentor's, and identifiers that were hashed with different salts cannot
 * be compared.
 */
export function checkSubject(credential: JsonObject, holder: JsonObject | undefined): CheckResult {
  if (holder === undefined) return notApplicable('subject')
  const ours = subjectNames(credential)
  const theirs = subjectNames(holder)
  if (ours.some((name) => theirs.includes(name))) return passed('subject')
  return passed('subject', [
    problem(
      'subject-differs',
      '/credentialSubject',
      'Neither the id nor an identifier of the subject is the record’s; it may be about another person.',
    ),
  ])
}

/** What names the subjects of a credential, ids and identity objects as canonical JSON; or the holder of a presentation. */
function subjectNames(document: JsonObject): readonly string[] {
  const holder = idOf(document['holder'])
  if (holder !== undefined && document['credentialSubject'] === undefined) return [holder]
  return listOf(document['credentialSubject']).flatMap((subject: JsonValue) => {
    const id = idOf(subject)
    const identifiers = isObject(subject) ? listOf(subject['identifier']).map(canonicalJson) : []
    return id === undefined ? identifiers : [id, ...identifiers]
  })
}
