import type { CfExtensions, CfObject } from './link.js'

/** A definition with a name. */
interface CfDefinition extends CfObject {
  readonly title: string
  readonly description?: string | undefined
}

/** A concept that keywords of items stand for. */
export interface CfConcept extends CfDefinition {
  readonly keywords?: string | undefined
  /** Place in the hierarchy of concepts. */
  readonly hierarchyCode: string
}

/** A topic or academic subject. */
export interface CfSubject extends CfDefinition {
  /** Place in the hierarchy of subjects. */
  readonly hierarchyCode: string
}

/** A licence under which a framework or an item is published. */
export interface CfLicense extends CfDefinition {
  readonly licenseText: string
}

/** A kind of item. */
export interface CfItemType extends CfObject {
  readonly title: string
  readonly description: string
  /** Place in the hierarchy of types. */
  readonly hierarchyCode: string
  readonly typeCode?: string | undefined
}

/** What associations are grouped by. */
export interface CfAssociationGrouping extends CfDefinition {}

/** What the objects of a package refer to. */
export interface CfDefinitions {
  readonly CFConcepts?: readonly CfConcept[] | undefined
  readonly CFSubjects?: readonly CfSubject[] | undefined
  readonly CFLicenses?: readonly CfLicense[] | undefined
  readonly CFItemTypes?: readonly CfItemType[] | undefined
  readonly CFAssociationGroupings?: readonly CfAssociationGrouping[] | undefined
  readonly extensions?: CfExtensions | undefined
}
