import type { VerifiableCredential } from '@testamur/documents'
import type { Achievement, AchievementInput, Association } from '../model/index.js'
import type { Finding, Located } from '../validate/interface.js'
import { isObject, memberOf, objectsAt } from '../validate/located.js'
import { hierarchyCircles } from './hierarchy-circles.js'
import type { BuildOptions } from './interface.js'
import { InvalidCredentialError } from './invalid-credential-error.js'
import { readHierarchy } from './read-hierarchy.js'

/** An achievement, and those that it is made of: a degree and its programmes, a programme and its courses. */
export interface AchievementNode {
  readonly achievement: AchievementInput
  /** The same part may stand at several places. */
  readonly parts?: readonly AchievementNode[] | null | undefined
}

/** Options of {@link achievementHierarchy}. */
export interface AchievementHierarchyOptions extends BuildOptions {
  /** How each part relates to what it belongs to. Default `isChildOf`. */
  readonly associationType?: 'isChildOf' | 'isPartOf' | undefined
  /** The credentials of the record: what they award is not listed again. Default: none. */
  readonly verifiableCredential?: readonly VerifiableCredential[] | undefined
}

/** What {@link achievementHierarchy} returns: members of a ClrSubject. */
export interface AchievementHierarchy {
  /** The achievements that no credential of the record awards, each above its parts. */
  readonly achievement: readonly Achievement[]
  /** One for each part of each achievement; the part is the source. */
  readonly association: readonly Association[]
}

/**
 * Returns the achievements and the associations of a hierarchy of any depth, ready to be spread into the subject of a
 * record: both ends of every association are in the record, and no achievement is a part of itself.
 *
 * Achievements without `id` get a random one; the same object gets the same one wherever it stands.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong in an
 * achievement, for achievements that contain themselves, and for different ones with the same `id`. Pointers lead into
 * the hierarchy.
 * @see [CLR 2.0, Association](https://www.imsglobal.org/spec/clr/v2p0/#association)
 * @example
 * ```ts
 * import { achievement, achievementCredential, achievementHierarchy, clrCredential } from '@testamur/credentials'
 *
 * const issuer = 'did:web:university.example'
 * const validFrom = new Date()
 * const criteria = { narrative: 'As the catalogue says.' }
 * const programme = achievement({ name: 'Mathematics', description: 'A programme.', criteria })
 * const algebra = achievement({ name: 'Algebra', description: 'A course.', criteria })
 *
 * const id = 'did:example:learner'
 * const badge = achievementCredential({ issuer, validFrom, credentialSubject: { id, achievement: algebra } })
 * const verifiableCredential = [badge]
 * const hierarchy = { achievement: programme, parts: [{ achievement: algebra }] }
 *
 * export const record = clrCredential({
 *   name: 'Transcript',
 *   issuer,
 *   validFrom,
 *   credentialSubject: { id, verifiableCredential, ...achievementHierarchy(hierarchy, { verifiableCredential }) },
 * })
 * ```
 */
export function achievementHierarchy(
  hierarchy: AchievementNode | readonly AchievementNode[],
  options: AchievementHierarchyOptions = {},
): AchievementHierarchy {
  const { associationType = 'isChildOf', verifiableCredential = [] } = options
  const { achievements, parts, errors } = readHierarchy(hierarchy, options)
  const circles = hierarchyCircles(parts).map((circle): Finding => {
    const last = circle.at(-1)
    const first = achievements.get(last?.id ?? '')
    const way = [first, ...circle].map((each) => each?.pointer || 'the top')
    return circleFinding(last?.pointer ?? '', way.length > maxTold ? [...way.slice(0, 3), '…', ...way.slice(-2)] : way)
  })
  if (errors.length + circles.length > 0) throw new InvalidCredentialError('hierarchy', [...errors, ...circles])
  const credentials: readonly unknown[] = Array.isArray(verifiableCredential) ? verifiableCredential : []
  const awarded = new Set(credentials.filter(isObject).flatMap((value) => awardedIds({ value, pointer: '' })))
  return {
    achievement: [...achievements.values()].flatMap(({ achievement }) =>
      awarded.has(achievement.id) ? [] : [achievement],
    ),
    association: parts.map(({ id, whole }) => ({
      type: 'Association',
      associationType,
      sourceId: id,
      targetId: whole,
    })),
  }
}

/** Most steps of a circle that are told one by one. */
const maxTold = 8

const circleFinding = (pointer: string, way: readonly string[]): Finding => ({
  rule: 'association-cycle',
  level: 'error',
  code: 'association-cycle',
  pointer,
  message: `An achievement cannot be a part of itself: ${way.join(' contains ')}.`,
  source: 'CLR 2.0, AssociationType',
})

/** The ids of the achievements that a credential awards, itself or by credentials inside. */
const awardedIds = (credential: Located): unknown[] =>
  objectsAt(credential, 'credentialSubject').flatMap((subject) => [
    ...objectsAt(subject, 'achievement').map(({ value }) => memberOf(value, 'id')),
    ...objectsAt(subject, 'verifiableCredential').flatMap(awardedIds),
  ])
