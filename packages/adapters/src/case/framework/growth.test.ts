import { expect, test } from 'vitest'
import { durationOf } from '../../../../credentials/test/growth.js'
import { generatedFramework } from '../../../test/generated-framework.js'
import { parseCasePackage } from '../read/parse-case.js'
import { caseCounts } from './case-counts.js'
import { caseFramework } from './case-framework.js'

test('20,000 items and 60,000 associations load from text, and every item is found', () => {
  const read = parseCasePackage(JSON.stringify(generatedFramework(20_000, 60_000)))
  const framework = caseFramework(read.package)
  expect(read.problems).toEqual([])
  expect(caseCounts(read, framework)).toMatchObject({
    items: 20_000,
    associations: 60_000,
    associationTypes: { isChildOf: 20_000, isRelatedTo: 20_000, exactMatchOf: 20_000 },
    associationsToOutsideNodes: 20_000,
    itemsUnreachableFromDocument: 0,
    treeDepth: 6,
  })
  for (const [index, node] of framework.items.entries()) {
    if (node.item !== read.package.CFItems[index]) throw new Error(node.identifier)
    if (framework.find(node.identifier) !== node || framework.find(node.uri) !== node) throw new Error(node.identifier)
    if (framework.withCode(`g.${index}`)[0] !== node) throw new Error(node.identifier)
  }
  expect(framework.search({ text: 'topic 96', educationLevel: '01' }).length).toBeGreaterThan(10)
}, 120_000)

/** Milliseconds of the fastest round: reading, indexes, a lookup and a way up for every item, one search. */
function cost(items: number): number {
  const source = generatedFramework(items, items * 3)
  const rounds = Array.from({ length: items > 40_000 ? 1 : 3 }, () =>
    durationOf(() => {
      const framework = caseFramework(parseCasePackage(source).package)
      let found = 0
      for (const node of framework.items) {
        if (framework.find(node.uri) !== node) throw new Error('not found')
        found += framework.from(node).length + framework.children(node).length + framework.pathTo(node).length
      }
      framework.search({ text: 'topic 5' })
      if (found === 0) throw new Error('nothing found')
    }),
  )
  return Math.min(...rounds)
}

test('the cost is linear: an item of 80,000 costs about what one of 5,000 costs', () => {
  cost(1000)
  const [small = 0, middle = 0, large = 0] = [5000, 20_000, 80_000].map((items) => cost(items) / items)
  // Four times more items would cost four times more each if anything were quadratic; sixteen times from end to end.
  expect(middle / small, 'from 5,000 to 20,000').toBeLessThan(3)
  expect(large / small, 'from 5,000 to 80,000').toBeLessThan(5)
}, 300_000)
