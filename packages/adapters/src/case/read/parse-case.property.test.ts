import { TestamurError } from '@testamur/documents'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCasePackage } from '../../../test/case-arbitrary.js'
import { competenciesFromFramework } from '../convert/competencies-from-framework.js'
import { cfPackageFromCompetencies } from '../convert/package-from-competencies.js'
import { caseCounts } from '../framework/case-counts.js'
import { caseFramework } from '../framework/case-framework.js'
import { serializeCasePackage } from '../write/serialize-package.js'
import { parseCasePackage } from './parse-case.js'

const runs = { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) }
test('reads any package; what it returns reads again as the same, without any missing member', () => {
  fc.assert(
    fc.property(anyCasePackage, (source) => {
      const before = JSON.stringify(source)
      const read = parseCasePackage(source)
      expect(JSON.stringify(source)).toBe(before)
      const again = parseCasePackage(JSON.stringify(read.package))
      expect(again.package).toEqual(JSON.parse(JSON.stringify(read.package)))
      expect(again.problems.filter(({ code }) => code !== 'case-member-value')).toEqual([])
      expect(again.losses.filter(({ code }) => code !== 'empty')).toEqual([])
    }),
    runs,
  )
})

test('every text of the source is in the package, or reported', () => {
  fc.assert(
    fc.property(anyCasePackage, (source) => {
      const { package: found, losses, problems } = parseCasePackage(source)
      const kept = new Set(leaves(found).map(String))
      const places = [
        ...losses.map(({ path }) => path.replaceAll(/\[(\d+)\]/g, (_, n: string) => `/${Number(n) - 1}`)),
        ...problems.map(({ pointer }) => pointer),
      ]
      for (const [pointer, leaf] of withPointers(source)) {
        if (!kept.has(String(leaf)) && !places.some((place) => pointer === place || pointer.startsWith(`${place}/`))) {
          throw new Error(`${pointer} is lost silently`)
        }
      }
    }),
    runs,
  )
})

test('any package can be indexed, walked, counted, searched, written, and carried into a record and back', () => {
  fc.assert(
    fc.property(anyCasePackage, (source) => {
      const read = parseCasePackage(source)
      const framework = caseFramework(read.package)
      const walked = [...framework.walk()]
      const once = walked.filter(({ isRepeated }) => !isRepeated).map(({ node }) => node)
      expect(new Set(once).size).toBe(once.length)
      expect(framework.items.filter((node) => !once.includes(node))).toEqual(framework.unreachable)
      for (const node of once) expect(framework.pathTo(node).at(-1)).toBe(node)
      expect(caseCounts(read, framework).items).toBe(read.package.CFItems.length)
      expect(framework.search({})).toEqual(framework.items)
      const { achievement, association } = competenciesFromFramework(framework)
      expect(new Set(achievement.map(({ id }) => id)).size).toBe(framework.items.length)
      const back = cfPackageFromCompetencies(
        { achievement, association },
        { document: { ...read.package.CFDocument, title: 'T', creator: 'C' } },
      )
      expect(serializeCasePackage(back.package).document['CFItems']).toHaveLength(back.package.CFItems.length)
    }),
    runs,
  )
})

test('anything else is refused with a code', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.uint8Array()), (input) => {
      try {
        parseCasePackage(input)
      } catch (error) {
        if (!TestamurError.isInstance(error) || !error.code.startsWith('ERR_CASE_NOT_')) throw error
      }
    }),
    runs,
  )
})

function withPointers(value: unknown, pointer = ''): [pointer: string, leaf: unknown][] {
  if (typeof value !== 'object') return [[pointer, value]]
  return Object.entries(value ?? {}).flatMap(([member, child]) =>
    withPointers(child, `${pointer}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

const leaves = (value: unknown): unknown[] => withPointers(value).map(([, leaf]) => leaf)
