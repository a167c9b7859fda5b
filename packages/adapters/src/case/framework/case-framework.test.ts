import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCasePackage } from '../read/parse-case.js'
import { caseFramework } from './case-framework.js'
import { hierarchyCycles } from './hierarchy-cycles.js'
import type { CaseFramework } from './interface.js'

const moment = '2026-01-01T00:00:00Z'
const base = 'https://f.example/ims/case/v1p1/CFItems/'
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const link = (n: number) => ({ title: `T${n}`, identifier: guid(n), uri: base + guid(n) })

/** A framework of document 0 and some items, with links `child > parent` or `origin type destination`. */
function frameworkOf(
  items: readonly (number | object)[],
  links: readonly string[],
  numbers: readonly (number | undefined)[] = [],
): CaseFramework {
  const CFItems = items.map((each) => {
    const members = typeof each === 'number' ? { n: each } : (each as { n: number })
    const { n, ...others } = members
    return { identifier: guid(n), uri: base + guid(n), fullStatement: `S${n}`, lastChangeDateTime: moment, ...others }
  })
  const CFAssociations = links.map((text, index) => {
    const [origin, type, destination] = text.split(' ')
    return {
      identifier: guid(1000 + index),
      uri: `urn:x:${index}`,
      associationType: type === '>' ? 'isChildOf' : type,
      sequenceNumber: numbers[index],
      originNodeURI: link(Number(origin)),
      destinationNodeURI: link(Number(destination)),
      lastChangeDateTime: moment,
    }
  })
  const CFDocument = { ...link(0), creator: 'C', lastChangeDateTime: moment }
  return caseFramework(parseCasePackage({ CFDocument, CFItems, CFAssociations }).package)
}
const told = (nodes: readonly { identifier: string }[]): number[] =>
  nodes.map(({ identifier }) => Number(identifier.slice(-12)))

describe('caseFramework', () => {
  it('knows children, parents, ways and levels', () => {
    const framework = frameworkOf([1, 2, 3], ['1 > 0', '2 > 1', '3 > 2'])
    const [first, , third] = framework.items
    expect(told(framework.children(framework.document))).toEqual([1])
    expect(told(framework.parents(third as never))).toEqual([2])
    expect(told(framework.pathTo(third as never))).toEqual([0, 1, 2, 3])
    expect([...framework.walk(first)].map(({ node, depth }) => [told([node])[0], depth])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ])
    expect(framework.depth).toBe(3)
    expect(framework.problems).toEqual([])
  })

  it('orders children by number, enumeration, code, place', () => {
    const items = [
      { n: 1 },
      { n: 2, humanCodingScheme: 'A.10' },
      { n: 3, humanCodingScheme: 'A.9' },
      { n: 4, listEnumeration: '10' },
      { n: 5, listEnumeration: '9' },
      6,
      7,
    ]
    const framework = frameworkOf(
      items,
      items.map((_, index) => `${index + 1} > 0`),
      [...Array.from({ length: 5 }, () => undefined), 2, 1],
    )
    expect(told(framework.children(framework.document))).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('makes stubs of nodes outside, one for each', () => {
    const framework = frameworkOf([1], ['1 > 0', '1 exactMatchOf 8', '1 isRelatedTo 8', '9 > 1'])
    expect(framework.outside.map(({ kind, title }) => [kind, title])).toEqual([
      ['outside', 'T8'],
      ['outside', 'T9'],
    ])
    expect(framework.from(framework.items[0] as never).map(({ destination }) => destination.kind)).toEqual([
      'document',
      'outside',
      'outside',
    ])
    expect(framework.find(base + guid(8))).toBe(framework.outside[0])
    expect(framework.find(guid(8).toUpperCase())).toBe(framework.outside[0])
    expect(framework.find('nowhere')).toBeUndefined()
  })

  it('takes two nodes with one identifier for two, unless it is a GUID', () => {
    const to = (identifier: string, uri: string) => ({ title: uri, identifier, uri })
    const ends = [to('X1', 'urn:x:a'), to('X1', 'urn:x:b'), to('x1', 'urn:x:a'), to('1', 'urn:x:c'), to('', 'urn:x:d')]
    const CFAssociations = [...ends, to('', 'urn:x:e'), to(guid(1), 'urn:x:other')].map(
      (destinationNodeURI, index) => ({
        identifier: guid(1000 + index),
        uri: `urn:x:${index}`,
        associationType: 'exactMatchOf',
        originNodeURI: link(1),
        destinationNodeURI,
        lastChangeDateTime: moment,
      }),
    )
    const one = { ...link(1), fullStatement: 'S', lastChangeDateTime: moment }
    const CFItems = [one, { ...one, identifier: '1', uri: 'urn:x:own' }]
    const framework = caseFramework({ ...frameworkOf([], []).package, CFItems, CFAssociations })
    expect(framework.edges.map(({ destination }) => destination.uri)).toEqual([
      'urn:x:a',
      'urn:x:b',
      'urn:x:a',
      'urn:x:c',
      'urn:x:d',
      'urn:x:e',
      link(1).uri,
    ])
    expect(framework.outside).toHaveLength(5)
    expect(framework.find('X1')?.uri).toBe('urn:x:a')
  })

  it.each([
    {},
    { CFDocument: link(0) },
    { CFDocument: link(0), CFItems: [{ fullStatement: 'S' }], CFAssociations: [] },
    { CFDocument: link(0), CFItems: [], CFAssociations: [{ originNodeURI: link(0) }] },
    null,
  ])('%j is refused with a code', (given) => {
    expect(() => caseFramework(given as never)).toThrow(expect.objectContaining({ code: 'ERR_CASE_NOT_CASE' }))
  })

  it('finds several parents, and tells what is below them once', () => {
    const framework = frameworkOf([1, 2, 3, 4], ['1 > 0', '2 > 0', '3 > 1', '3 > 2', '4 > 3'])
    expect(told(framework.itemsWithSeveralParents)).toEqual([3])
    expect(
      [...framework.walk()].map(({ node, isRepeated }) => `${told([node])[0]}${isRepeated ? ' again' : ''}`),
    ).toEqual(['0', '1', '3', '4', '2', '3 again'])
  })

  it('finds cycles and what is not below the document', () => {
    const framework = frameworkOf([1, 2, 3, 4], ['1 > 0', '2 > 3', '3 > 2', '4 > 4'])
    expect(framework.cycles.map((cycle) => told(cycle).sort())).toEqual([[2, 3], [4]])
    expect(told(framework.unreachable)).toEqual([2, 3, 4])
    expect(framework.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'case-hierarchy-cycle /CFAssociations/1',
      'case-hierarchy-cycle /CFAssociations/3',
      'case-item-unreachable /CFItems/1',
      'case-item-unreachable /CFItems/2',
      'case-item-unreachable /CFItems/3',
    ])
  })

  it('takes the first of two items with one identifier', () => {
    const framework = frameworkOf([1, { n: 1, fullStatement: 'other' }], ['1 > 0'])
    expect(framework.items).toHaveLength(1)
    expect(framework.items[0]?.title).toBe('S1')
    expect(framework.problems).toMatchObject([{ code: 'case-identifier-repeated', pointer: '/CFItems/1' }])
  })

  it('walks a chain of 50,000 levels', () => {
    const items = Array.from({ length: 50_000 }, (_, index) => index + 1)
    const framework = frameworkOf(
      items,
      items.map((n) => `${n} > ${n - 1}`),
    )
    expect(framework.depth).toBe(50_000)
    expect(told(framework.pathTo(framework.items.at(-1) as never, 3))).toEqual([49_998, 49_999, 50_000])
    expect([...framework.walk()]).toHaveLength(50_001)
  })

  it('searches without case and accents, within a part of the tree, up to a limit', () => {
    const text = readFileSync(new URL('../../../../../examples/data/framework.json', import.meta.url), 'utf8')
    const framework = caseFramework(
      parseCasePackage(text.replace('Use function notation', 'Use Fünction notation')).package,
    )
    const codes = (query: Parameters<CaseFramework['search']>[0]) =>
      framework.search(query).map(({ item }) => item?.humanCodingScheme)
    expect(codes({ text: 'FUNCTION use' })).toEqual(['FUN.1'])
    expect(codes({ text: 'equation', limit: 2 })).toEqual(['ALG', 'ALG.2'])
    expect(codes({ text: 'equation', within: framework.withCode('alg.4')[0] })).toEqual(['ALG.4.a'])
    expect(codes({ educationLevel: '012' })).toEqual(['FUN', 'FUN.3'])
    expect(codes({ itemType: 'DOMAIN', code: 'f' })).toEqual(['FUN'])
    expect(codes({ text: 'nothing like it' })).toEqual([])
  })
})

it('cycles are the nodes that reach themselves, grouped by who reaches whom', () => {
  const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  fc.assert(
    fc.property(graph, (links) => {
      const nodes = [0, 1, 2, 3, 4, 5, 6, 7]
      const above = (node: number): number[] => links.filter(([from]) => from === node).map(([, to]) => to)
      const reached = (start: number): Set<number> => {
        const found = new Set(above(start))
        for (const node of found) for (const next of above(node)) found.add(next)
        return found
      }
      const expected = nodes
        .filter((node) => reached(node).has(node))
        .map((node) => nodes.filter((other) => reached(node).has(other) && reached(other).has(node)).join())
      const found = hierarchyCycles(nodes, above).map((cycle) => cycle.toSorted((a, b) => a - b).join())
      expect(found.toSorted()).toEqual([...new Set(expected)].toSorted())
    }),
    { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
  )
})
