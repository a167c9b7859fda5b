import type { CfAssociation } from './association.js'
import type { CfDefinitions } from './definitions.js'
import type { CfDocument } from './document.js'
import type { CfItem } from './item.js'
import type { CfExtensions } from './link.js'
import type { CfRubric } from './rubric.js'

/**
 * A whole framework: its document, items, associations, definitions and rubrics.
 *
 * @see [CASE 1.1, CFPackage](https://www.imsglobal.org/spec/case/v1p1)
 */
export interface CfPackage {
  readonly CFDocument: CfDocument
  readonly CFItems: readonly CfItem[]
  readonly CFAssociations: readonly CfAssociation[]
  readonly CFDefinitions?: CfDefinitions | undefined
  readonly CFRubrics?: readonly CfRubric[] | undefined
  readonly extensions?: CfExtensions | undefined
}

/** An item and its associations: what the operation CFItemAssociations returns. */
export interface CfItemAssociations {
  readonly CFItem: CfItem
  readonly CFAssociations: readonly CfAssociation[]
}
