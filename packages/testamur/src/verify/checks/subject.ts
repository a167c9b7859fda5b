import type { JsonObject } from '@testamur/documents'
import { canonicalJson, valueAtPointer } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { idOf, issuerIdOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, notApplicable, passed } from '../check-result.js'

/**
 * An inner credential is about the learner of the record that holds it. Informs, and changes no outcome: records do
 * carry credentials of other people, such as a mentor's, and identifiers that were hashed with different salts cannot
 * be compared.
 */
export function checkSubject(credential: JsonObject, learners: ReadonlySet<string> | undefined): CheckResult {
  if (learners === undefined) return notApplicable('subject')
  if ([...subjectNames(credential)].some((name) => learners.has(name))) return passed('subject')
  const detail = 'Neither the id nor an identifier of the subject is the record’s; it may be about another person.'
  return passed('subject', [problem('subject-differs', '/credentialSubject', detail)])
}

/**
 * An endorsement is about what it stands in, or about the credential, its achievement or its issuer. Informs, and
 * changes no outcome; but whoever embeds the praise of something else misleads.
 */
export function checkEndorsed(endorsement: JsonObject, endorsable: ReadonlySet<string>): CheckResult {
  const subjects = listOf(endorsement['credentialSubject']).map(idOf)
  if (subjects.some((id) => id !== undefined && endorsable.has(id))) return passed('subject')
  const detail =
    'The endorsement names neither this credential nor its achievement nor its issuer: it is of something else.'
  return passed('subject', [problem('endorsement-of-other', '/credentialSubject', detail)])
}

/** The ids that an endorsement at a place in a credential may be about. */
export function endorsableIds(credential: JsonObject, pointer: string): ReadonlySet<string> {
  const standsIn = valueAtPointer(credential, pointer.replace(/\/endorsement(Jwt)?(\/\d+)?$/, ''))
  return new Set(
    [idOf(standsIn), idOf(credential), issuerIdOf(credential), ...achievementIds(credential)].filter(
      (id) => id !== undefined,
    ),
  )
}

/** The ids of the achievements that a credential is about. */
export function achievementIds(credential: JsonObject): readonly (string | undefined)[] {
  return listOf(credential['credentialSubject']).flatMap((subject) =>
    isObject(subject) ? listOf(subject['achievement']).map(idOf) : [],
  )
}

/** What names the subjects of a credential, ids and identity objects as canonical JSON; or the holder of a presentation. */
export function subjectNames(document: JsonObject): ReadonlySet<string> {
  const holder = idOf(document['holder'])
  if (holder !== undefined && document['credentialSubject'] === undefined) return new Set([holder])
  const names = new Set<string>()
  for (const subject of listOf(document['credentialSubject'])) {
    const id = idOf(subject)
    if (id !== undefined) names.add(id)
    if (isObject(subject)) for (const identifier of listOf(subject['identifier'])) names.add(canonicalJson(identifier))
  }
  return names
}
