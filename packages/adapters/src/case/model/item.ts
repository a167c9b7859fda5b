import type { CfLink, CfObject } from './link.js'

/**
 * One statement of a framework: a standard, a competency, a heading above others.
 *
 * @see [CASE 1.1, CFItem](https://www.imsglobal.org/spec/case/v1p1)
 */
export interface CfItem extends CfObject {
  /** The statement. May hold Markdown or HTML (since 1.1; in practice before). */
  readonly fullStatement: string
  readonly alternativeLabel?: string | undefined
  /** Kind of item, in the publisher's words. */
  readonly CFItemType?: string | undefined
  readonly CFItemTypeURI?: CfLink | undefined
  /** The code that people use, such as `HSA.REI.4`. */
  readonly humanCodingScheme?: string | undefined
  /** Its mark in a printed list, such as `a)`. */
  readonly listEnumeration?: string | undefined
  readonly abbreviatedStatement?: string | undefined
  readonly conceptKeywords?: readonly string[] | undefined
  readonly conceptKeywordsURI?: CfLink | undefined
  readonly notes?: string | undefined
  /** Topics or academic subjects (since 1.1). */
  readonly subject?: readonly string[] | undefined
  readonly subjectURI?: readonly CfLink[] | undefined
  /** Language tag. */
  readonly language?: string | undefined
  /** Grades or years it is meant for, such as `09`. */
  readonly educationLevel?: readonly string[] | undefined
  readonly licenseURI?: CfLink | undefined
  /** First day of the status: `YYYY-MM-DD`. */
  readonly statusStartDate?: string | undefined
  /** Last day of the status: `YYYY-MM-DD`. */
  readonly statusEndDate?: string | undefined
  /** The framework. Stands at single items; many publishers have it in packages too. */
  readonly CFDocumentURI?: CfLink | undefined
}
