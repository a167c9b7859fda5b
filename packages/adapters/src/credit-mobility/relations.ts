import type { MobilityRelation } from './interface.js'

/** From strong to weak. */
export const relationsByStrength: readonly MobilityRelation[] = [
  'exactMatchOf',
  'isAlignedWith',
  'isParentOf',
  'isChildOf',
  'isRelatedTo',
]

/** What an association says, read as it is written and against that. */
type Readings = readonly [forward: MobilityRelation, backward: MobilityRelation]

const readings: ReadonlyMap<string, Readings> = new Map<string, Readings>([
  ['exactMatchOf', ['exactMatchOf', 'exactMatchOf']],
  ['isChildOf', ['isChildOf', 'isParentOf']],
  ['isPartOf', ['isChildOf', 'isParentOf']],
  ['isParentOf', ['isParentOf', 'isChildOf']],
  ['isPeerOf', ['isRelatedTo', 'isRelatedTo']],
  ['isRelatedTo', ['isRelatedTo', 'isRelatedTo']],
  ['replacedBy', ['isRelatedTo', 'isRelatedTo']],
  ['isTranslationOf', ['isRelatedTo', 'isRelatedTo']],
])

/**
 * Returns what an association says about its ends, in a direction. Types that say nothing about content (`precedes`,
 * `exemplar`, `hasSkillLevel`, those of publishers) say nothing here.
 */
export function readingOf(associationType: string, direction: 'forward' | 'backward'): MobilityRelation | undefined {
  return readings.get(associationType)?.[direction === 'forward' ? 0 : 1]
}

/**
 * Returns what two relations in a row say, or `undefined` when they say nothing: siblings share a parent and nothing else;
 * what is related to something related need not be related; a part of something related neither.
 */
export function composed(one: MobilityRelation, other: MobilityRelation): MobilityRelation | undefined {
  if (one === 'exactMatchOf') return other
  if (other === 'exactMatchOf' || other === 'isAlignedWith') return one
  if (one === 'isAlignedWith') return other
  return one === other && one !== 'isRelatedTo' ? one : undefined
}

/** Compares by strength: negative when the first is stronger. */
export function compareStrength(one: MobilityRelation, other: MobilityRelation): number {
  return relationsByStrength.indexOf(one) - relationsByStrength.indexOf(other)
}
