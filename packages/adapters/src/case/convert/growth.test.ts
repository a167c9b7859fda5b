import { expect, test } from 'vitest'
import { expectGrowthBelow } from '../../../../credentials/test/growth.js'
import { caseFramework } from '../framework/case-framework.js'
import { competenciesFromFramework } from './competencies-from-framework.js'

const lastChangeDateTime = '2026-01-01T00:00:00Z'
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const link = (n: number) => ({ title: `T${n}`, identifier: guid(n), uri: `https://f.example/CFItems/${guid(n)}` })

/** Returns what carries over an item that matches so many nodes outside. */
function carryingOver(matches: number): () => void {
  const framework = caseFramework({
    CFDocument: { ...link(0), creator: 'C', lastChangeDateTime },
    CFItems: [{ ...link(1), fullStatement: 'S', lastChangeDateTime }],
    CFAssociations: Array.from({ length: matches }, (_, n) => ({
      identifier: guid(n),
      uri: `urn:x:${n}`,
      associationType: 'exactMatchOf',
      originNodeURI: link(1),
      destinationNodeURI: link(n + 2),
      lastChangeDateTime,
    })),
  })
  return () => {
    const [achievement] = competenciesFromFramework(framework).achievement
    // The first alignment leads back to the item itself.
    expect(achievement?.alignment).toHaveLength(matches + 1)
  }
}

test('the cost is linear in the matches of one item', () => {
  expectGrowthBelow(10, 6000, carryingOver)
}, 120_000)
