import type { CfLink, CfNodeLink, CfObject } from './link.js'

/** The kinds of association of CASE 1.1; 1.0 has all but `isTranslationOf`. Publishers add `ext:` terms. */
export const cfAssociationTypes = [
  'isChildOf',
  'isPeerOf',
  'isPartOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
  'isTranslationOf',
] as const

/** A kind of association: one of {@link cfAssociationTypes}, or a term of its publisher that starts with `ext:`. */
export type CfAssociationType = (typeof cfAssociationTypes)[number] | (string & {})

/**
 * How two nodes relate: the origin *is the type of* the destination, so the origin of an `isChildOf` is the child.
 * Items at the top of a framework are children of its document.
 *
 * @see [CASE 1.1, CFAssociation](https://www.imsglobal.org/spec/case/v1p1)
 */
export interface CfAssociation extends CfObject {
  readonly associationType: CfAssociationType
  /** Order among the children of a destination. */
  readonly sequenceNumber?: number | undefined
  readonly originNodeURI: CfNodeLink
  readonly destinationNodeURI: CfNodeLink
  readonly CFAssociationGroupingURI?: CfLink | undefined
  /** Since 1.1. */
  readonly notes?: string | undefined
  /** The framework. Stands at single associations; many publishers have it in packages too. */
  readonly CFDocumentURI?: CfLink | undefined
}
