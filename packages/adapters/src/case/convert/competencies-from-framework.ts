import { type Achievement, achievement, type ResultDescription } from '@testamur/credentials'
import type { Loss } from '../../transcript/index.js'
import type { CaseFramework, CaseNode } from '../framework/interface.js'
import { isBlank } from '../read/formats.js'
import { achievementId, defaultCriteria, mapItem } from './achievement-from-item.js'
import { mapAssociations } from './associations-from-case.js'
import type { CompetenciesFromFramework, CompetenciesFromFrameworkOptions } from './interface.js'
import { remainder } from './remainder.js'
import { criterionLosses, describe, rubricLosses } from './results-from-rubric.js'

/**
 * Returns the items of a framework as achievements, their associations as those of CLR, and everything of the framework that
 * is in neither: ready to be spread into the subject of a record, whose credentials then award some of them.
 *
 * The criteria of rubrics become result descriptions of the items that they measure. See `achievementFromCfItem` for what
 * becomes of an item. `exactMatchOf` a node outside becomes an alignment with it; other associations with nodes outside are
 * lost, because a record must hold both ends.
 *
 * @throws the `ERR_INVALID_CREDENTIAL` of `@testamur/credentials` when criteria or creator are unusable.
 * @see [CLR 2.0, ClrSubject](https://www.imsglobal.org/spec/clr/v2p0/#clrsubject)
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { caseFramework, competenciesFromFramework, parseCasePackage } from '@testamur/adapters/case'
 *
 * const framework = caseFramework(parseCasePackage(readFileSync('framework.json')).package)
 * const { achievement, association, losses } = competenciesFromFramework(framework)
 * console.log(achievement.length, association.length, losses.length)
 * ```
 */
export function competenciesFromFramework(
  framework: CaseFramework,
  options: CompetenciesFromFrameworkOptions = {},
): CompetenciesFromFramework {
  const { select = () => true, includeDocument = false, ...rest } = options
  const title = framework.document.title
  const selected = framework.items.filter(select)
  const idOf = achievementIds(includeDocument ? [framework.document, ...selected] : selected)
  const mapped = mapAssociations(framework.edges, idOf)
  const rubrics = mapRubrics(framework, idOf, options)
  const places = new Map(framework.package.CFItems.map((item, index) => [item, `/CFItems[${index + 1}]`]))
  const items = selected.flatMap((node) =>
    node.item === undefined
      ? []
      : mapItem(
          node.item,
          { ...rest, framework: title },
          {
            id: idOf.get(node),
            path: places.get(node.item) ?? '',
            alignment: mapped.alignments.get(node) ?? [],
            resultDescription: rubrics.descriptions.get(node) ?? [],
          },
        ),
  )
  const document = includeDocument ? [documentAchievement(framework, options)] : []
  return {
    achievement: [...document, ...items.map((item) => item.achievement)],
    association: mapped.association,
    losses: [
      ...documentLosses(framework, includeDocument, items.length > 0),
      ...leftOut(framework, new Set(selected), places),
      ...items.flatMap((item) => item.losses),
      ...mapped.losses,
      ...rubrics.losses,
    ],
  }
}

/** The ids of the achievements: the URIs of the nodes, but never one for two. */
function achievementIds(nodes: readonly CaseNode[]): ReadonlyMap<CaseNode, string> {
  const taken = new Set<string>()
  const idOf = new Map<CaseNode, string>()
  for (const node of nodes) {
    const wanted = achievementId(node)
    const id = taken.has(wanted) ? achievementId({ ...node, uri: '' }) : wanted
    taken.add(id)
    idOf.set(node, id)
  }
  return idOf
}

/** The framework itself as an achievement. */
function documentAchievement(
  framework: CaseFramework,
  { creator, random }: CompetenciesFromFrameworkOptions,
): Achievement {
  const { title, description, subject = [], version, identifier } = framework.package.CFDocument
  const name = isBlank(title) ? identifier : title
  return achievement(
    {
      id: achievementId(framework.document),
      achievementType: 'LearningProgram',
      name,
      description: description ?? name,
      criteria: defaultCriteria(title),
      creator,
      version,
      tag: subject,
    },
    { random },
  )
}

function documentLosses(
  { package: { CFDocument, CFDefinitions = {}, ...others } }: CaseFramework,
  isCarried: boolean,
  isNamed: boolean,
): Loss[] {
  const used = isCarried ? ['title', 'uri', 'description', 'subject', 'version'] : isNamed ? ['title'] : []
  const notRequested = isCarried ? {} : requestable
  return [
    ...remainder(CFDocument, '/CFDocument', used, {
      ...notRequested,
      creator: ['not-requested', 'The option creator names a profile'],
      publisher: ['not-requested', 'The option creator names a profile'],
    }),
    ...remainder(CFDefinitions, '/CFDefinitions', []),
    ...remainder({ extensions: others.extensions }, '', []),
  ]
}

const requestable = Object.fromEntries(
  ['uri', 'description', 'subject', 'version'].map((member) => [
    member,
    ['not-requested', 'The option includeDocument makes the framework an achievement'] as const,
  ]),
)

/** Items that are not selected, and those that have the identifier of another one. */
function leftOut(
  framework: CaseFramework,
  selected: ReadonlySet<CaseNode>,
  places: ReadonlyMap<object, string>,
): Loss[] {
  return framework.package.CFItems.flatMap((item): Loss[] => {
    const node = framework.find(item.identifier)
    const path = places.get(item) ?? ''
    if (node?.item !== item) {
      return [{ path, code: 'ambiguous', reason: 'Another item has its identifier', disposition: 'dropped' }]
    }
    return selected.has(node)
      ? []
      : [{ path, code: 'not-requested', reason: 'It is not selected', disposition: 'dropped' }]
  })
}

/** The criteria of all rubrics, by the items that they measure. */
function mapRubrics(
  framework: CaseFramework,
  idOf: ReadonlyMap<CaseNode, string>,
  { random }: CompetenciesFromFrameworkOptions,
): { descriptions: ReadonlyMap<CaseNode, readonly ResultDescription[]>; losses: readonly Loss[] } {
  const descriptions = new Map<CaseNode, ResultDescription[]>()
  const losses: Loss[] = []
  const taken = new Set<string>()
  for (const [index, rubric] of (framework.package.CFRubrics ?? []).entries()) {
    const path = `/CFRubrics[${index + 1}]`
    losses.push(...rubricLosses(rubric, path))
    for (const [place, criterion] of (rubric.CFRubricCriteria ?? []).entries()) {
      const criterionPath = `${path}/CFRubricCriteria[${place + 1}]`
      const link = criterion.CFItemURI
      const node = link && (framework.find(link.identifier) ?? framework.find(link.uri))
      if (node === undefined || node.kind !== 'item' || !idOf.has(node)) {
        const reason = 'It measures none of the items; resultDescriptionsFromCfRubric makes a result description of it'
        losses.push({ path: criterionPath, code: 'no-equivalent', reason, disposition: 'dropped' })
        continue
      }
      const description = describe(rubric, criterion, taken, { random })
      const list = descriptions.get(node)
      if (list === undefined) descriptions.set(node, [description])
      else list.push(description)
      losses.push(...criterionLosses(criterion, criterionPath))
    }
  }
  return { descriptions, losses }
}
