import type { JsonObject } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { associationOf, changed, record } from '../../../../test/samples.js'
import { associationCycle } from './association-cycle.js'

const findingsOf = (...associations: [type: string, source: string, target: string][]): string[] =>
  ruleFindings(
    associationCycle,
    'ClrCredential',
    changed(
      record,
      '/credentialSubject/association',
      associations.map((each) => associationOf(...each)),
    ),
  )

it('takes a hierarchy, said from both sides and with several ways up', () => {
  expect(ruleFindings(associationCycle, 'ClrCredential', record)).toEqual([])
  expect(findingsOf(['isChildOf', 'a', 'b'], ['isParentOf', 'b', 'a'], ['isPartOf', 'a', 'b'])).toEqual([])
  expect(
    findingsOf(['isChildOf', 'a', 'b'], ['isChildOf', 'a', 'c'], ['isChildOf', 'b', 'd'], ['isChildOf', 'c', 'd']),
  ).toEqual([])
})

it('takes circles of relations without a direction', () => {
  expect(findingsOf(['isPeerOf', 'a', 'b'], ['isPeerOf', 'b', 'a'], ['isRelatedTo', 'a', 'a'])).toEqual([])
})

it('reports the association that closes a circle, whatever the kinds', () => {
  const found = 'error association-cycle /credentialSubject/association/'
  expect(findingsOf(['isChildOf', 'a', 'a'])).toEqual([`${found}0`])
  expect(findingsOf(['isChildOf', 'a', 'b'], ['isParentOf', 'c', 'b'], ['isPartOf', 'c', 'a'])).toEqual([`${found}2`])
  expect(
    findingsOf(['isChildOf', 'a', 'b'], ['isChildOf', 'b', 'a'], ['isChildOf', 'c', 'd'], ['isChildOf', 'd', 'c']),
  ).toEqual([`${found}1`, `${found}3`])
})

it('finds a circle exactly where one is', () => {
  const node = fc.integer({ min: 0, max: 6 }).map(String)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('isChildOf'), node, node), { maxLength: 12 }), (associations) => {
      // Warshall: who can be reached from whom.
      const reaches = new Set(associations.map(([, from, to]) => `${from}>${to}`))
      const nodes = [...new Set(associations.flatMap(([, from, to]) => [from, to]))]
      for (const via of nodes)
        for (const from of nodes)
          for (const to of nodes)
            if (reaches.has(`${from}>${via}`) && reaches.has(`${via}>${to}`)) reaches.add(`${from}>${to}`)
      const hasCircle = nodes.some((each) => reaches.has(`${each}>${each}`))
      expect(findingsOf(...associations).length > 0).toBe(hasCircle)
    }),
    { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
  )
})

it('walks hierarchies of any depth', () => {
  const levels = Array.from({ length: 20_000 }, (_, level): [string, string, string] => [
    'isChildOf',
    `${level}`,
    `${level + 1}`,
  ])
  expect(findingsOf(...levels)).toEqual([])
})

it('leaves associations without two ends to the schema', () => {
  const association = (ends: JsonObject): JsonObject => ({ associationType: 'isChildOf', ...ends })
  const incomplete = [{}, { sourceId: 7, targetId: 7 }, { sourceId: 'urn:example:a' }, { targetId: 'urn:example:a' }]
  expect(
    ruleFindings(
      associationCycle,
      'ClrCredential',
      changed(record, '/credentialSubject/association', incomplete.map(association)),
    ),
  ).toEqual([])
})
