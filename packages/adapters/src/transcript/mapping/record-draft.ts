import type {
  AchievementCredentialInput,
  AchievementInput,
  AchievementSubjectInput,
  AssociationInput,
  AssociationType,
  ResultDescriptionInput,
  ResultInput,
} from '@testamur/credentials'
import { contentId } from './content-id.js'

/** A result that an achievement can have. */
export type Description = Omit<ResultDescriptionInput, 'id'>

/** What defines an achievement, apart from the results it can have. */
export type AchievementContent = Omit<AchievementInput, 'id' | 'resultDescription'>

/** An achievement whose id is not known yet: it depends on all results that it can have, or that are recorded for it. */
export interface AchievementDraft {
  readonly content: AchievementContent
  /** The id that the caller gave it. */
  readonly id?: string | undefined
  /** The achievement that it exists for alone. */
  readonly owner?: AchievementDraft | undefined
  /** The result descriptions that it has whatever is recorded, by content. */
  readonly described: ReadonlyMap<string, Description>
  /** Those that were found beside, by content. */
  readonly found: Map<string, Description>
}

/** A result, and what it is a result of. */
export interface ResultDraft {
  readonly description: Description
  readonly value?: string | undefined
  readonly status?: ResultInput['status']
}

/** The claim that the learner has an achievement. */
export interface Assertion extends Pick<AchievementCredentialInput, 'awardedDate' | 'evidence'> {
  readonly achievement: AchievementDraft
  /** The nodes of the transcript that say so. */
  readonly from: readonly object[]
  readonly results: readonly ResultDraft[]
  readonly subject?: Partial<Omit<AchievementSubjectInput, 'id' | 'identifier' | 'achievement' | 'result'>>
}

/** The parts of a finished record, with ids. */
export interface RecordParts {
  readonly assertions: readonly {
    readonly assertion: Assertion
    readonly achievement: AchievementInput
    readonly results: readonly ResultInput[]
  }[]
  /** Achievements that associations name and no one asserts. */
  readonly definitions: readonly AchievementInput[]
  readonly associations: readonly AssociationInput[]
}

/**
 * Collects what a record will say. Achievements with the same definition are one achievement, whichever attempts, terms
 * or awards they come from: in the graph of a record, nodes with one id are one node, so equal ids must mean equal
 * definitions. Ids are therefore derived from the whole definition, once all results are known.
 */
export class RecordDraft {
  readonly #issuerId: string
  readonly #achievements = new Map<string, AchievementDraft>()
  /** Ids of the caller's that are taken: equal ids must mean equal definitions. */
  readonly #ids = new Set<string>()
  readonly #assertions: Assertion[] = []
  readonly #associations: { type: AssociationType; source: AchievementDraft; target: AchievementDraft }[] = []
  /** Types of the relations from one achievement to another. */
  readonly #related = new Map<AchievementDraft, Map<AchievementDraft, Set<AssociationType>>>()

  constructor(issuerId: string) {
    this.#issuerId = issuerId
  }

  /**
   * Returns the achievement with this definition: a new one, or the one that has it already. With an owner it is that
   * one's own, apart from what others have under the same definition. `id` is the caller's, and the first's that has it.
   * With all results that it can have, it is the same in every record, whichever of them are recorded.
   */
  achievement(
    content: AchievementContent,
    owner?: AchievementDraft,
    id?: string,
    results: readonly Description[] = [],
  ): AchievementDraft {
    const described = new Map(results.map((description) => [JSON.stringify(description), description]))
    const key = JSON.stringify([content, owner?.content, [...described.keys()]])
    const known = this.#achievements.get(key)
    if (known !== undefined) return known
    const isFree = id !== undefined && !this.#ids.has(id)
    const draft = { content, owner, id: isFree ? id : undefined, described, found: new Map() }
    if (isFree) this.#ids.add(id)
    this.#achievements.set(key, draft)
    return draft
  }

  /** Adds the claim that the learner has an achievement. */
  assert(assertion: Assertion): void {
    const { described, found } = assertion.achievement
    for (const { description } of assertion.results) {
      const key = JSON.stringify(description)
      if (!described.has(key)) found.set(key, description)
    }
    this.#assertions.push(assertion)
  }

  /**
   * Adds a relation between two achievements: `source` *is the type of* `target`. An achievement has none to itself.
   */
  associate(type: AssociationType, source: AchievementDraft, target: AchievementDraft): void {
    if (source === target) return
    const targets = this.#related.get(source) ?? new Map<AchievementDraft, Set<AssociationType>>()
    const types = targets.get(target) ?? new Set<AssociationType>()
    if (types.has(type)) return
    this.#related.set(source, targets.set(target, types.add(type)))
    this.#associations.push({ type, source, target })
  }

  /** Returns everything collected, with ids. */
  finish(): RecordParts {
    const finished = new Map<AchievementDraft, FinishedAchievement>()
    for (const draft of this.#achievements.values()) finished.set(draft, finishAchievement(this.#issuerId, draft))
    const of = (draft: AchievementDraft): FinishedAchievement => finished.get(draft) as FinishedAchievement
    const asserted = new Set(this.#assertions.map(({ achievement }) => achievement))
    return {
      assertions: this.#assertions.map((assertion) => ({
        assertion,
        achievement: of(assertion.achievement).achievement,
        results: assertion.results.map(({ description, value, status }) => ({
          resultDescription: of(assertion.achievement).resultIds.get(JSON.stringify(description)),
          value,
          status,
        })),
      })),
      definitions: [...finished].filter(([draft]) => !asserted.has(draft)).map(([, { achievement }]) => achievement),
      associations: this.#associations.map(({ type, source, target }) => ({
        associationType: type,
        sourceId: of(source).id,
        targetId: of(target).id,
      })),
    }
  }
}

interface FinishedAchievement {
  readonly id: string
  readonly achievement: AchievementInput
  readonly resultIds: ReadonlyMap<string, string>
}

function finishAchievement(
  issuerId: string,
  { content, owner, id: given, described, found }: AchievementDraft,
): FinishedAchievement {
  const results = new Map([...described, ...found])
  // The order in which attempts bring results is no part of the definition.
  const keys = [...described.keys(), ...[...found.keys()].sort()]
  const id = given ?? contentId('achievement', issuerId, content, keys, ...(owner === undefined ? [] : [owner.content]))
  const resultIds = new Map(keys.map((key) => [key, contentId('result', id, key)]))
  const resultDescription = keys.map(
    (key) => ({ id: resultIds.get(key), ...results.get(key) }) as ResultDescriptionInput,
  )
  return { id, achievement: { id, ...content, resultDescription }, resultIds }
}
