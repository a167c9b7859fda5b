import type { CaseCounts, ReadCasePackage } from '../interface.js'
import { caseFramework } from './case-framework.js'
import type { CaseFramework } from './interface.js'

/**
 * Returns what a package that was read holds, counted. `framework` spares the indexing where it is there already.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { caseCounts, parseCasePackage } from '@testamur/adapters/case'
 *
 * const { items, associations, treeDepth } = caseCounts(parseCasePackage(readFileSync('framework.json')))
 * console.log(items, associations, treeDepth)
 * ```
 */
export function caseCounts(
  { package: cfPackage, problems }: Pick<ReadCasePackage, 'package' | 'problems'>,
  framework: CaseFramework = caseFramework(cfPackage),
): CaseCounts {
  const { CFItems, CFAssociations, CFRubrics = [], CFDefinitions = {} } = cfPackage
  const definitions = Object.entries(CFDefinitions).flatMap(([name, list]: [string, unknown]) =>
    name !== 'extensions' && Array.isArray(list) && list.length > 0 ? [[name, list.length] as const] : [],
  )
  return {
    items: CFItems.length,
    associations: CFAssociations.length,
    associationTypes: tally(CFAssociations.map(({ associationType }) => associationType)),
    associationsToOutsideNodes: framework.edges.filter(
      ({ origin, destination }) => origin.kind === 'outside' || destination.kind === 'outside',
    ).length,
    multiParentItems: framework.itemsWithSeveralParents.length,
    itemsUnreachableFromDocument: framework.unreachable.length,
    treeDepth: framework.depth,
    itemsWithoutIdentifier: problems.filter(
      ({ code, pointer }) => code === 'case-member-missing' && /\/CFItems\/\d+(?:\/CFItem)?\/identifier$/.test(pointer),
    ).length,
    itemTypes: tally(CFItems.map(({ CFItemType }) => CFItemType ?? 'null')),
    rubrics: CFRubrics.length,
    definitions: Object.fromEntries(definitions),
  }
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries(counts)
}
