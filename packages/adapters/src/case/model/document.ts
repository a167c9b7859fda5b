import type { CfLink, CfObject } from './link.js'

/**
 * A framework: what its items have in common.
 *
 * @see [CASE 1.1, CFDocument](https://www.imsglobal.org/spec/case/v1p1)
 */
export interface CfDocument extends CfObject {
  /** Who made the framework. */
  readonly creator: string
  readonly title: string
  /** Kind of framework (since 1.1). */
  readonly frameworkType?: string | undefined
  /** `1.1` where the framework follows that version (since 1.1). */
  readonly caseVersion?: string | undefined
  readonly officialSourceURL?: string | undefined
  readonly publisher?: string | undefined
  readonly description?: string | undefined
  /** Topics or academic subjects. */
  readonly subject?: readonly string[] | undefined
  readonly subjectURI?: readonly CfLink[] | undefined
  /** Language tag. */
  readonly language?: string | undefined
  readonly version?: string | undefined
  /** `Draft`, `Adopted`, `Deprecated`, … */
  readonly adoptionStatus?: string | undefined
  /** First day of the status: `YYYY-MM-DD`. */
  readonly statusStartDate?: string | undefined
  /** Last day of the status: `YYYY-MM-DD`. */
  readonly statusEndDate?: string | undefined
  readonly licenseURI?: CfLink | undefined
  readonly notes?: string | undefined
  /** Where the package is found. Stands at single documents; many publishers have it in packages too. */
  readonly CFPackageURI?: CfLink | undefined
}
