import { type AlignmentInput, type Association, type AssociationType, association } from '@testamur/credentials'
import { parseUrl } from '@testamur/documents/json'
import type { Loss, LossCode } from '../../transcript/index.js'
import { hierarchyCycles } from '../framework/hierarchy-cycles.js'
import type { CaseEdge, CaseNode } from '../framework/interface.js'
import { isBlank } from '../read/formats.js'
import { type Remark, remainder } from './remainder.js'

/** The types that CLR 2.0 has under the same name. */
const clrTypes: ReadonlySet<string> = new Set<AssociationType>([
  'isChildOf',
  'isPartOf',
  'isPeerOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
])
const hierarchical: ReadonlySet<string> = new Set(['isChildOf', 'isPartOf'])

/** What associations of a framework become. */
export interface MappedAssociations {
  readonly association: readonly Association[]
  /** Alignments of items with nodes outside the framework, which an association of CLR cannot name. */
  readonly alignments: ReadonlyMap<CaseNode, readonly AlignmentInput[]>
  readonly losses: readonly Loss[]
}

/**
 * Maps associations between the nodes that have an achievement. `exactMatchOf` a node outside becomes an alignment with it;
 * types that CLR lacks become `isRelatedTo`; of links that form a circle none is kept, since CLR refuses circles and nothing
 * tells which link is wrong.
 */
export function mapAssociations(edges: readonly CaseEdge[], idOf: ReadonlyMap<CaseNode, string>): MappedAssociations {
  const losses: Loss[] = []
  const associations = new Map<string, Association>()
  // By the web address of the target, so that each is there once.
  const alignments = new Map<CaseNode, Map<string, AlignmentInput>>()
  const circleOf = circles(edges)
  for (const edge of edges) {
    const { origin, destination, index } = edge
    const { associationType } = edge.association
    const path = `/CFAssociations[${index + 1}]`
    const outside = outsideMatch(edge, idOf)
    const refusal = outside === undefined ? refusalOf(edge, idOf, circleOf) : undefined
    if (refusal !== undefined) {
      losses.push({ path, code: refusal[0], reason: refusal[1], disposition: 'dropped' })
      continue
    }
    if (outside !== undefined) {
      const { item, alignment } = outside
      const known = alignments.get(item) ?? new Map<string, AlignmentInput>()
      if (!known.has(alignment.targetUrl)) known.set(alignment.targetUrl, alignment)
      alignments.set(item, known)
    } else {
      const [sourceId = '', targetId = ''] = [idOf.get(origin), idOf.get(destination)]
      const type = (clrTypes.has(associationType) ? associationType : 'isRelatedTo') as AssociationType
      const key = JSON.stringify([type, sourceId, targetId])
      if (!associations.has(key)) associations.set(key, association({ associationType: type, sourceId, targetId }))
    }
    losses.push(
      ...remainder(edge.association, path, used, {
        associationType: typeRemark(associationType, outside !== undefined),
      }),
    )
  }
  return {
    association: [...associations.values()],
    alignments: new Map([...alignments].map(([item, byUrl]) => [item, [...byUrl.values()]])),
    losses,
  }
}

const used = ['associationType', 'originNodeURI', 'destinationNodeURI']

function typeRemark(type: string, isAlignment: boolean): Remark | undefined {
  if (isAlignment) return ['no-equivalent', 'The other end is outside the framework: it became an alignment', 'reduced']
  return clrTypes.has(type) ? undefined : ['no-equivalent', 'CLR has no such type: it became isRelatedTo', 'reduced']
}

/** The item of an `exactMatchOf` with a node outside, and its alignment with that. */
function outsideMatch(
  { association: { associationType }, origin, destination }: CaseEdge,
  idOf: ReadonlyMap<CaseNode, string>,
): { item: CaseNode; alignment: AlignmentInput } | undefined {
  if (associationType !== 'exactMatchOf') return undefined
  const [item, other] = idOf.has(origin) ? [origin, destination] : [destination, origin]
  if (!idOf.has(item) || idOf.has(other) || other.kind !== 'outside') return undefined
  if (!/^https?:\/\//i.test(other.uri) || parseUrl(other.uri) === undefined) return undefined
  const alignment = {
    targetName: isBlank(other.title) ? other.identifier : other.title,
    targetUrl: other.uri,
    targetCode: other.identifier,
  }
  return { item, alignment }
}

function refusalOf(
  { association: { associationType }, origin, destination }: CaseEdge,
  idOf: ReadonlyMap<CaseNode, string>,
  circleOf: ReadonlyMap<CaseNode, number>,
): readonly [LossCode, string] | undefined {
  if (!idOf.has(origin) || !idOf.has(destination)) {
    const ends = [origin, destination].filter((node) => !idOf.has(node))
    if (ends.some(({ kind }) => kind === 'outside')) return ['no-equivalent', 'An end of it is outside the framework']
    const isDocument = ends.some(({ kind }) => kind === 'document')
    return [
      'not-requested',
      isDocument ? 'The framework itself is no achievement of the record' : 'An end of it is not selected',
    ]
  }
  if (origin === destination) return ['ambiguous', 'It relates an item to itself']
  const circle = circleOf.get(origin)
  const isInCircle = circle !== undefined && circle === circleOf.get(destination) && hierarchical.has(associationType)
  return isInCircle ? ['ambiguous', 'The items contain each other, and nothing tells which is the part'] : undefined
}

/** The circle that a node belongs to, by its number, for nodes that contain each other. */
function circles(edges: readonly CaseEdge[]): ReadonlyMap<CaseNode, number> {
  const above = new Map<CaseNode, CaseNode[]>()
  for (const { association: each, origin, destination } of edges) {
    if (!hierarchical.has(each.associationType)) continue
    const list = above.get(origin)
    if (list === undefined) above.set(origin, [destination])
    else list.push(destination)
  }
  const found = hierarchyCycles(above.keys(), (node) => above.get(node) ?? [])
  return new Map(found.flatMap((nodes, number) => nodes.map((node) => [node, number] as const)))
}
