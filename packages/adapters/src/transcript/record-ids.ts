import type { AchievementCredentialInput, ClrCredentialInput } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from './interface.js'
import { contentId } from './mapping/content-id.js'
import type { UnbuiltRecord } from './source-entries.js'

/**
 * Gives a record and every credential in it the id that follows from what it says itself: issuer, learner, achievements.
 * Neither what it does not carry goes into an id (a number of the document could be found by trying), nor what the rest
 * of the record says into that of a credential, which the learner may show alone. Names and numbers of the learner never
 * do, and neither does the time of validity. Positions tell apart what says the same.
 */
export function withIds(
  { record, credentials }: UnbuiltRecord,
  { id, position = 1 }: ClrFromTranscriptOptions,
): UnbuiltRecord {
  const counts = new Map<string, number>()
  const identified = credentials.map(({ credential, from }) => {
    const said = saidBy(credential)
    const count = (counts.get(said) ?? 0) + 1
    counts.set(said, count)
    return { credential: { ...credential, id: contentId('credential', said, count, position) }, from }
  })
  const ids = identified.map(({ credential }) => credential.id)
  return {
    record: { ...record, id: id ?? contentId('record', saidByRecord(record), ids, position) },
    credentials: identified,
  }
}

function saidBy({ issuer, validFrom, validUntil, ...said }: AchievementCredentialInput): string {
  return JSON.stringify([issuerId(issuer), said])
}

function saidByRecord({ issuer, name, description, partial, credentialSubject }: ClrCredentialInput): unknown {
  const { id, achievement, association } = credentialSubject
  return [issuerId(issuer), id, { name, description, partial, achievement, association }]
}

function issuerId(issuer: AchievementCredentialInput['issuer']): unknown {
  return typeof issuer === 'string' ? issuer : issuer.id
}
