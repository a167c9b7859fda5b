import type { JsonObject } from '@testamur/documents/json'

/** Members that are not CASE's, as their publisher wrote them (CASE 1.1, `extensions`). */
export type CfExtensions = JsonObject | JsonObject[]

/** Points to an object of CASE (LinkURI). */
export interface CfLink {
  /** What the object is called. */
  readonly title: string
  /** GUID of the object. */
  readonly identifier: string
  /** Where the object is found. */
  readonly uri: string
}

/** Points to an end of an association, which need not be an object of CASE (LinkGenURI). */
export interface CfNodeLink extends CfLink {
  /** Kind of node: `CASE`, or a term of its publisher that starts with `ext:` (since 1.1). */
  readonly targetType?: string | undefined
}

/** What every object of CASE has that stands for itself. */
export interface CfObject {
  /** GUID. */
  readonly identifier: string
  /** Where the object is found. */
  readonly uri: string
  /** When the object was last changed: date, time and offset. */
  readonly lastChangeDateTime: string
  /** Members of the publisher's own (since 1.1). */
  readonly extensions?: CfExtensions | undefined
}
