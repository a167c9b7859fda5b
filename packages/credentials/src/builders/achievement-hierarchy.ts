import type { VerifiableCredential } from '@testamur/documents'
import type { JsonObject } from '@testamur/documents/json'
import type { Achievement, AchievementInput, Association } from '../model/index.js'
import { circles } from '../validate/hierarchy.js'
import type { Finding } from '../validate/interface.js'
import { idsOf } from '../validate/links.js'
import { objectsAt } from '../validate/located.js'
import { subjectsIn } from '../validate/rules/record/subjects-in.js'
import type { BuildOptions } from './interface.js'
import { InvalidCredentialError } from './invalid-credential-error.js'
import { type HierarchyReading, readHierarchy } from './read-hierarchy.js'

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
  const reading = readHierarchy(hierarchy, options)
  const { achievements, parts } = reading
  const errors = [...reading.errors, ...circleFindings(reading)]
  if (errors.length > 0) throw new InvalidCredentialError('hierarchy', errors)
  // What awards achievements is what a record with these credentials would award.
  const record = { value: { verifiableCredential } as unknown as JsonObject, pointer: '' }
  const awarded = idsOf(subjectsIn(record).flatMap((each) => objectsAt(each, 'achievement')))
  return {
    achievement: [...achievements.values()].flatMap(({ achievement }) =>
      awarded.has(achievement.id) ? [] : [achievement],
    ),
    association: parts.map(({ from, to }) => ({
      type: 'Association',
      associationType,
      sourceId: to,
      targetId: from,
    })),
  }
}

/** More circles than these are not told: they are enough to mend. */
const maxCircles = 20

/** Most places of a circle that are told one by one. */
const maxTold = 8

/** Says of each way from an achievement back to itself where it leads. */
function circleFindings({ achievements, parts }: HierarchyReading): Finding[] {
  const findings: Finding[] = []
  for (const { step, path } of circles(parts)) {
    const steps = [...path.values(), step].slice([...path.keys()].indexOf(step.to) + 1)
    const way = [achievements.get(step.to), ...steps].map((each) => each?.pointer || 'the top')
    const told = way.length > maxTold ? [...way.slice(0, 3), '…', ...way.slice(-2)] : way
    findings.push({
      rule: 'association-cycle',
      level: 'error',
      code: 'association-cycle',
      pointer: step.pointer,
      message: `An achievement cannot be a part of itself: ${told.join(' contains ')}.`,
      source: 'CLR 2.0, AssociationType',
    })
    if (findings.length === maxCircles) break
  }
  return findings
}
