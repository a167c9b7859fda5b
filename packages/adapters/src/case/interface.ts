import type { JsonLimits, Problem } from '@testamur/documents'
import type { Loss } from '../transcript/index.js'
import type { CfPackage } from './model/index.js'

/** What reading returns: the object, and all that was odd about it. */
export interface ReadCase<Value> {
  /** The object, complete: what the specification demands and the source lacks has a stand-in. */
  readonly value: Value
  /**
   * What is wrong with the source, with pointers into it: `case-member-missing` (and what stands in), `case-member-type`,
   * `case-member-value`. Of more than 100,000, as of losses, the last entry of a code says how many there are besides.
   */
  readonly problems: readonly Problem[]
  /** What of the source is not in the object: members that CASE does not have, values that cannot be read. */
  readonly losses: readonly Loss[]
}

/** What reading a package returns. */
export interface ReadCasePackage extends Omit<ReadCase<CfPackage>, 'value'> {
  /** The package, complete: what the specification demands and the source lacks has a stand-in. */
  readonly package: CfPackage
}

/** Options of reading. */
export interface CaseReadOptions {
  /** Bounds of the JSON text. Default: 256 MiB, 128 levels. */
  readonly limits?: JsonLimits | undefined
}

/** What a package holds, counted. */
export interface CaseCounts {
  /** Entries in CFItems. */
  readonly items: number
  /** Entries in CFAssociations. */
  readonly associations: number
  /** Associations of each type. */
  readonly associationTypes: Readonly<Record<string, number>>
  /** Associations with at least one end that is neither an item of the package nor its document. */
  readonly associationsToOutsideNodes: number
  /** Items that are children of more than one node. */
  readonly multiParentItems: number
  /** Items that no chain of `isChildOf` leads to from the document. */
  readonly itemsUnreachableFromDocument: number
  /** Levels below the document. */
  readonly treeDepth: number
  /** Items whose source gives no identifier, as far as the problems list them. */
  readonly itemsWithoutIdentifier: number
  /** Items of each type, by its label; `null` counts those without. */
  readonly itemTypes: Readonly<Record<string, number>>
  readonly rubrics: number
  /** Entries of each list of CFDefinitions that has any. */
  readonly definitions: Readonly<Record<string, number>>
}
