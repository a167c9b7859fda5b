import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { idOf, issuerIdOf } from '../nesting/credential-parts.js'
import type { InnerVerificationReport, VerificationOutcome, VerificationReport } from './interface.js'

/** Somebody who vouches for something: by id, and by the name that they give themselves. */
export interface Voucher {
  readonly id: string | undefined
  readonly name: string | undefined
}

/** An achievement in a verified document, and who vouches for it. */
export interface VouchedAchievement {
  /** JSON Pointer of the achievement in the whole document; inside a token, as if its credential stood there. */
  readonly pointer: string
  readonly id: string | undefined
  readonly name: string | undefined
  /**
   * `awarded`: a credential says that the learner has it. `listed`: a record names it, for instance as the programme of
   * courses, and says nothing about the learner.
   */
  readonly claim: 'awarded' | 'listed'
  /** Whose signature that is. */
  readonly issuer: Voucher
  /** What the credential or record that says so is worth by itself and all inside it. */
  readonly outcome: VerificationOutcome
  /** Verified endorsements of the credential, its achievement or its issuer. */
  readonly endorsers: readonly Voucher[]
  /** How the record puts it beside other achievements. */
  readonly associations: readonly AssociatedAchievement[]
}

/** One end of an association, seen from the other. */
export interface AssociatedAchievement {
  /** CLR 2.0, AssociationType: `isChildOf`, `precedes` … */
  readonly associationType: string
  /** Whether the achievement is the source of the association or its target. */
  readonly as: 'source' | 'target'
  readonly other: Pick<VouchedAchievement, 'id' | 'name'>
}

/**
 * Returns every achievement in a verified document, in its order, with who vouches for it: a record's signature never
 * vouches for what a credential of somebody else in it says. Credentials without a good proof are left out; nobody
 * vouches for what they say.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { verify, vouchedAchievements } from 'testamur'
 *
 * for (const { name, issuer, outcome } of vouchedAchievements(await verify(await readFile('clr.json')))) {
 *   console.log(`${name}: ${issuer.name ?? issuer.id}, ${outcome}`)
 * }
 * ```
 */
export function vouchedAchievements(report: VerificationReport): readonly VouchedAchievement[] {
  const found = collect(report, '')
  const links = associationsOf(report)
  const nameOf = (id: JsonValue | undefined): Pick<VouchedAchievement, 'id' | 'name'> => ({
    id: text(id),
    name: found.find((achievement) => achievement.id !== undefined && achievement.id === id)?.name,
  })
  return found.map((achievement) => ({ ...achievement, associations: endsAt(achievement.id, links, nameOf) }))
}

type Unlinked = Omit<VouchedAchievement, 'associations'>

function collect(report: VerificationReport, pointer: string): Unlinked[] {
  const credential = report.credential
  if (credential === undefined) return report.credentials.flatMap((inner) => collect(inner, inner.pointer))
  const said = { issuer: voucher(credential['issuer']), outcome: report.outcome }
  const endorsements = report.credentials.filter(isGoodEndorsement)
  const endorsersOf = (achievement: JsonObject): Voucher[] => {
    const about = [idOf(achievement), idOf(credential), issuerIdOf(credential)].filter((id) => id !== undefined)
    return endorsements
      .filter((endorsement) => subjectIds(endorsement).some((id) => about.includes(id)))
      .map(({ credential }) => voucher(credential?.issuer))
  }
  const subjects = placed(credential['credentialSubject'], `${pointer}/credentialSubject`)
  const own = subjects.flatMap(({ value: subject, pointer: at }) => {
    const isRecord = subject['verifiableCredential'] !== undefined
    return placed(subject['achievement'], `${at}/achievement`).map(
      ({ value, pointer: place }): Unlinked => ({
        pointer: place,
        id: idOf(value),
        name: text(value['name']),
        claim: isRecord ? 'listed' : 'awarded',
        ...said,
        endorsers: endorsersOf(value),
      }),
    )
  })
  const inner = report.credentials.filter((each) => !isEndorsement(each))
  return [...own, ...inner.flatMap((each) => collect(each, each.pointer))]
}

/** By its place: what stands there counts as an endorsement, whatever it calls itself. */
const isEndorsement = ({ pointer }: InnerVerificationReport): boolean => /\/endorsement(Jwt)?(\/\d+)?$/.test(pointer)

const isGoodEndorsement = (report: InnerVerificationReport): boolean => isEndorsement(report) && report.verified

function subjectIds({ credential }: VerificationReport): string[] {
  return listOf(credential?.['credentialSubject']).flatMap((subject) => idOf(subject) ?? [])
}

interface Link {
  readonly associationType: string
  readonly sourceId: JsonValue | undefined
  readonly targetId: JsonValue | undefined
}

function associationsOf(report: VerificationReport): Link[] {
  const credential = report.credential
  const own = placed(credential?.['credentialSubject'], '').flatMap(({ value }) =>
    placed(value['association'], '').flatMap(({ value: { associationType, sourceId, targetId } }) =>
      typeof associationType === 'string' ? { associationType, sourceId, targetId } : [],
    ),
  )
  return [...own, ...report.credentials.flatMap(associationsOf)]
}

function endsAt(
  id: string | undefined,
  links: readonly Link[],
  nameOf: (id: JsonValue | undefined) => Pick<VouchedAchievement, 'id' | 'name'>,
): AssociatedAchievement[] {
  if (id === undefined) return []
  return links.flatMap(({ associationType, sourceId, targetId }): AssociatedAchievement[] => {
    if (sourceId === id) return [{ associationType, as: 'source', other: nameOf(targetId) }]
    return targetId === id ? [{ associationType, as: 'target', other: nameOf(sourceId) }] : []
  })
}

function placed(value: JsonValue | undefined, pointer: string): { value: JsonObject; pointer: string }[] {
  return listOf(value).flatMap((item, index) =>
    isObject(item) ? { value: item, pointer: Array.isArray(value) ? childPointer(pointer, index) : pointer } : [],
  )
}

const text = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

function voucher(issuer: unknown): Voucher {
  return { id: idOf(issuer as JsonValue), name: isObject(issuer) ? text(issuer['name']) : undefined }
}
