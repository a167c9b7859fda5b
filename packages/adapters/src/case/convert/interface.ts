import type {
  Achievement,
  AchievementType,
  Alignment,
  Association,
  BuildOptions,
  CaseAlignmentOptions,
  CriteriaInput,
  ProfileInput,
  ResultDescription,
} from '@testamur/credentials'
import type { Loss } from '../../transcript/index.js'
import type { CaseNode } from '../framework/interface.js'
import type { CfDocument, CfItem, CfPackage } from '../model/index.js'

/** An alignment, and what of the item it does not carry. */
export interface AlignmentFromCfItem {
  readonly alignment: Alignment
  readonly losses: readonly Loss[]
}

/** Options of `achievementFromCfItem`. */
export interface AchievementFromCfItemOptions extends BuildOptions {
  /** Name of the framework. Default: the title in `CFDocumentURI`. */
  readonly framework?: string | undefined
  /**
   * What one must do to achieve it: CASE does not say. Default, also where the function returns `undefined`: a sentence
   * that leaves it to the institution that awards it.
   */
  readonly criteria?: ((item: CfItem) => CriteriaInput | undefined) | undefined
  /** Kind of achievement. Default, also where the function returns `undefined`: by the item's type, mostly `Competency`. */
  readonly achievementType?: ((item: CfItem) => AchievementType | undefined) | undefined
  /** Who defined the achievement. Default: nobody is named; CASE has names of creators, and no ids. */
  readonly creator?: ProfileInput | undefined
  /** What becomes the code in the alignment with the item. Default `identifier`. */
  readonly targetCode?: CaseAlignmentOptions['targetCode']
}

/** An achievement, and what of the item it does not carry. */
export interface AchievementFromCfItem {
  readonly achievement: Achievement
  readonly losses: readonly Loss[]
}

/** Result descriptions, and what of the rubric they do not carry. */
export interface ResultDescriptionsFromCfRubric {
  /** One for each criterion, in order. */
  readonly resultDescription: readonly ResultDescription[]
  readonly losses: readonly Loss[]
}

/** Options of `competenciesFromFramework`. */
export interface CompetenciesFromFrameworkOptions extends Omit<AchievementFromCfItemOptions, 'framework'> {
  /** Which items to take. Default: all. */
  readonly select?: ((node: CaseNode) => boolean) | undefined
  /** Adds the framework itself, an achievement of type `LearningProgram` above the others. Default false. */
  readonly includeDocument?: boolean | undefined
}

/** Achievements and how they relate: members of a ClrSubject. */
export interface Competencies {
  readonly achievement: readonly Achievement[]
  readonly association: readonly Association[]
}

/** What `competenciesFromFramework` returns. */
export interface CompetenciesFromFramework extends Competencies {
  /** What of the framework is not in them. */
  readonly losses: readonly Loss[]
}

/** Options of `cfPackageFromCompetencies`. */
export interface CfPackageFromCompetenciesOptions {
  /** The document of the framework. `identifier` and `uri` are derived from creator and title where they are left out. */
  readonly document: Pick<CfDocument, 'title' | 'creator'> & Partial<CfDocument>
  /** Address of the service that will publish the framework, such as `https://frameworks.example/ims/case/v1p1`: URIs of new objects begin with it. Default: they are `urn:uuid:`. */
  readonly serviceUrl?: string | undefined
  /** When the objects were last changed, unless the document says it. Default: the current time. */
  readonly now?: (() => Date) | undefined
}

/** A package, and what of the achievements and associations it does not carry. */
export interface CfPackageFromCompetencies {
  readonly package: CfPackage
  readonly losses: readonly Loss[]
}
