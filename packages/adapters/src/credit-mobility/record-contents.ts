import {
  type Achievement,
  type AchievementCredential,
  type Association,
  type ClrCredential,
  isAchievementCredential,
  isClrCredential,
  type Profile,
} from '@testamur/credentials'
import type { Asserter, MobilityAward } from './interface.js'

/** An achievement where it stands in a record, and who says what it says. */
export interface PlacedAchievement {
  readonly achievement: Achievement
  readonly pointer: string
  readonly assertedBy: Asserter
  /** Present where a credential awards it; absent where a record only names it. */
  readonly award?: MobilityAward | undefined
}

/** An association where it stands in a record. */
export interface PlacedAssociation {
  readonly association: Association
  readonly pointer: string
  readonly assertedBy: Asserter
}

/** What a record says about achievements, in its order. */
export interface RecordContents {
  readonly achievements: readonly PlacedAchievement[]
  readonly associations: readonly PlacedAssociation[]
}

/** Records in records that are looked into. */
const maxDepth = 8

/**
 * Returns the achievements and associations of a record, those of records inside it too. Each is its own credential's
 * issuer's word, not that of the record around it.
 */
export function contentsOf(record: ClrCredential): RecordContents {
  const achievements: PlacedAchievement[] = []
  const associations: PlacedAssociation[] = []
  const visit = (credential: unknown, pointer: string, depth: number): void => {
    if (depth > maxDepth) return
    const at = `${pointer}/credentialSubject`
    if (isClrCredential(credential)) {
      const { credentialSubject: subject } = credential
      const assertedBy = issuerOf(credential)
      for (const [index, inner] of listOf(subject.verifiableCredential).entries()) {
        visit(inner, `${at}/verifiableCredential/${index}`, depth + 1)
      }
      for (const [index, achievement] of listOf(subject.achievement).entries()) {
        achievements.push({ achievement, pointer: `${at}/achievement/${index}`, assertedBy })
      }
      for (const [index, association] of listOf(subject.association).entries()) {
        associations.push({ association, pointer: `${at}/association/${index}`, assertedBy })
      }
    } else if (isAchievementCredential(credential)) {
      const award = awardOf(credential, pointer)
      const { achievement } = credential.credentialSubject
      if (achievement !== undefined) {
        achievements.push({ achievement, pointer: `${at}/achievement`, assertedBy: award.issuer, award })
      }
    }
  }
  visit(record, '', 0)
  return { achievements, associations }
}

function awardOf(credential: AchievementCredential, pointer: string): MobilityAward {
  const { creditsEarned, result } = credential.credentialSubject
  return {
    credentialId: credential.id,
    pointer,
    issuer: issuerOf(credential),
    creditsEarned,
    statuses: listOf(result).flatMap(({ status }) => status ?? []),
  }
}

function issuerOf({ issuer }: { readonly issuer: string | Profile }): Asserter {
  const { id, name } = typeof issuer === 'string' ? { id: issuer, name: undefined } : issuer
  return { kind: 'issuer', id, name }
}

/** JSON-LD lets one value stand for a list of one. */
function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as T]
}
