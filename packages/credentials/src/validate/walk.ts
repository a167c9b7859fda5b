import type { Surroundings } from './interface.js'
import type { LastDescribed } from './rules/achievement/described-results.js'

/** One walk of the rules over a document: what they may ask, and what our own keep for one another. */
export interface Walk extends Surroundings {
  /** What our rules share; not there where somebody else asks one of them. */
  readonly lastDescribed?: LastDescribed | undefined
}
