import type { ClrCredential } from '@testamur/credentials'
import type { CaseFramework } from '../case/index.js'

/**
 * How an achievement relates to a target: it *is the relation of* the target. `isAlignedWith`: by alignments, of which nobody
 * says that they are exact. `isParentOf`: it holds more than the target. `isChildOf`: it is a part of the target, and does not
 * show the rest. From strong to weak.
 */
export type MobilityRelation = 'exactMatchOf' | 'isAlignedWith' | 'isParentOf' | 'isChildOf' | 'isRelatedTo'

/** Who says something: the issuer of a credential or record, or who made a framework. Nothing here has been verified. */
export interface Asserter {
  readonly kind: 'issuer' | 'framework'
  /** Id of the issuer; URI of the framework's document. */
  readonly id: string | undefined
  /** Name of the issuer; creator of the framework. */
  readonly name: string | undefined
}

/** What a link leads from or to. */
export interface MobilityNode {
  /** `achievement` of one of the records; `item` of one of the frameworks; `node`: only named by a link. */
  readonly kind: 'achievement' | 'item' | 'node'
  /** Id of the achievement, URI of the item or node. */
  readonly id: string
  readonly name: string
  /** The code that people use: a course number, the code of a standard. */
  readonly code?: string | undefined
}

/** Where a link is written down. */
export interface MobilityPlace {
  readonly document: 'record' | 'target' | 'framework'
  /** Place in the option `frameworks`, from 0, for a link in one of them. */
  readonly index?: number | undefined
  /** JSON Pointer in the record, or in the package of the framework. */
  readonly pointer: string
}

/** One link of a chain. */
export interface MobilityLink {
  /**
   * `association` of a record or framework; `alignment` or `related` of an achievement; `sameId`: the achievement has the id
   * of the node.
   */
  readonly by: 'association' | 'alignment' | 'related' | 'sameId'
  /** The type of the association as it is written. */
  readonly associationType?: string | undefined
  readonly from: MobilityNode
  readonly to: MobilityNode
  /** `forward`: it is written as it is read here. `backward`: it is written from `to` to `from`. */
  readonly direction: 'forward' | 'backward'
  readonly assertedBy: Asserter
  readonly place: MobilityPlace
}

/** One time that an achievement was awarded. */
export interface MobilityAward {
  readonly credentialId: string | undefined
  /** JSON Pointer of the credential in the record. */
  readonly pointer: string
  readonly issuer: Asserter
  readonly creditsEarned: number | undefined
  /** States of its results, such as `Failed` or `InProgress`: an award alone does not say that the learner passed. */
  readonly statuses: readonly string[]
}

/** An achievement that the record awards. */
export interface AwardedAchievement extends MobilityNode {
  readonly kind: 'achievement'
  readonly creditsAvailable: number | undefined
  readonly awards: readonly MobilityAward[]
}

/** An achievement of the record, a target, and why one stands for the other. */
export interface AlignedAchievement {
  readonly achievement: AwardedAchievement
  readonly target: MobilityNode
  readonly relation: MobilityRelation
  /** From the achievement to the target. The chain is only as good as whoever asserts its links. */
  readonly chain: readonly MobilityLink[]
}

/** What is asked for: the achievements of a record, or the items of a framework. */
export type MobilityTarget = ClrCredential | CaseFramework

/** Options of `alignedAchievements`. */
export interface AlignedAchievementsOptions {
  /** Frameworks whose associations may be part of a chain, besides the target. Default: none. */
  readonly frameworks?: readonly CaseFramework[] | undefined
  /** Relations to list. Default: all. */
  readonly relations?: readonly MobilityRelation[] | undefined
  /** Most links of a chain. Default 6. */
  readonly maxLinks?: number | undefined
  /** Most steps of all searches together: each achievement gets an equal share of what is left. Default 1,000,000. */
  readonly maxSteps?: number | undefined
  /** Most entries in `aligned`, shared in the same way: of each achievement the first ones stay. Default 100,000. */
  readonly maxAligned?: number | undefined
}

/** What `alignedAchievements` returns. */
export interface AlignedAchievements {
  /** By the order of the record; of each achievement the strongest relations first, then the shortest chains. */
  readonly aligned: readonly AlignedAchievement[]
  /** Achievements of the record for which nothing was found: where `isComplete` is true, they align with nothing. */
  readonly unaligned: readonly AwardedAchievement[]
  /** False when `maxSteps` ended a search, or `maxAligned` the list: there may be more. */
  readonly isComplete: boolean
}
