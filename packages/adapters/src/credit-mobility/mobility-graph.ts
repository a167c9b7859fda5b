import type { Achievement, ClrCredential } from '@testamur/credentials'
import type { CaseEdge, CaseFramework, CaseNode } from '../case/index.js'
import type { Asserter, MobilityLink, MobilityNode, MobilityPlace, MobilityRelation } from './interface.js'
import { contentsOf, type PlacedAchievement } from './record-contents.js'
import { readingOf } from './relations.js'

/** Where the search can stand: an achievement in one of the records, or what ids and URIs name. */
export interface Vertex {
  readonly node: MobilityNode
  /** The record that the achievement stands in; absent for what is only named. */
  readonly document?: 'record' | 'target' | undefined
  /** The same node in each of the frameworks that know it. */
  readonly items?: readonly { readonly framework: FrameworkPlace; readonly node: CaseNode }[] | undefined
}

/** A link that leaves a vertex. Made once, so that all chains through it share what they tell. */
export interface Arrow {
  readonly to: Vertex
  readonly relation: MobilityRelation
  readonly link: MobilityLink
}

/** What a link tells besides its ends. */
type Said = Omit<MobilityLink, 'from' | 'to' | 'direction'>

/** A framework, and where links in it are said to stand. */
export interface FrameworkPlace {
  readonly framework: CaseFramework
  readonly document: 'target' | 'framework'
  readonly index?: number | undefined
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** URIs that end in the GUID of an item, whatever the version of CASE in their path; and URNs. */
const withGuid = new RegExp(`^(?:urn:uuid:|https?://.*/CFItems/)(${uuid})$`, 'i')
const onlyGuid = new RegExp(`^${uuid}$`, 'i')

/**
 * All links between the achievements of records and the nodes of frameworks. Links of records are collected once; those of
 * frameworks when a search first comes by.
 */
export class MobilityGraph {
  readonly #frameworks: readonly FrameworkPlace[]
  readonly #named = new Map<string, Vertex>()
  readonly #achievements = { record: new Map<string, Vertex>(), target: new Map<string, Vertex>() }
  readonly #arrows = new Map<Vertex, Arrow[]>()
  readonly #frameworkArrows = new Map<Vertex, readonly Arrow[]>()
  readonly #known = new Set<string>()

  constructor(frameworks: readonly FrameworkPlace[]) {
    this.#frameworks = frameworks
  }

  /** Adds what a record says, and returns its achievements where they stand. */
  add(record: ClrCredential, document: 'record' | 'target'): readonly PlacedAchievement[] {
    const { achievements, associations } = contentsOf(record)
    for (const { achievement } of achievements) this.#addAchievement(achievement, document)
    for (const { achievement, pointer, assertedBy } of achievements) {
      this.#addLinks(achievement, { document, pointer }, assertedBy)
    }
    for (const { association, pointer, assertedBy } of associations) {
      const { associationType, sourceId, targetId } = association
      const said = { by: 'association', associationType, assertedBy, place: { document, pointer } } as const
      const [source, target] = [this.#end(sourceId, document), this.#end(targetId, document)]
      const [forward, backward] = [readingOf(associationType, 'forward'), readingOf(associationType, 'backward')]
      if (forward !== undefined && backward !== undefined) this.#link(source, target, said, forward, backward)
    }
    return achievements
  }

  /** Returns the vertex of an achievement of a record. */
  achievement(id: string, document: 'record' | 'target'): Vertex | undefined {
    return this.#achievements[document].get(id)
  }

  /** Yields the links that leave a vertex: those of records in their order, then those of frameworks. */
  *arrows(vertex: Vertex): Generator<Arrow, void, undefined> {
    yield* this.#arrows.get(vertex) ?? []
    const known = this.#frameworkArrows.get(vertex)
    const arrows = known ?? this.#arrowsOfFrameworks(vertex)
    if (known === undefined) this.#frameworkArrows.set(vertex, arrows)
    yield* arrows
  }

  #arrowsOfFrameworks(vertex: Vertex): readonly Arrow[] {
    const { items = [] } = vertex
    return items.flatMap(({ framework: place, node }) => {
      // That two items are in one framework relates all of them, and says nothing.
      if (node.kind === 'document') return []
      const { framework } = place
      return [
        ...framework.from(node).flatMap((edge) => this.#frameworkArrow(vertex, edge, 'forward', place)),
        ...framework.to(node).flatMap((edge) => this.#frameworkArrow(vertex, edge, 'backward', place)),
      ]
    })
  }

  #frameworkArrow(
    from: Vertex,
    { association: { associationType }, origin, destination, index }: CaseEdge,
    direction: MobilityLink['direction'],
    { framework, document, index: frameworkIndex }: FrameworkPlace,
  ): Arrow[] {
    const relation = readingOf(associationType, direction)
    if (relation === undefined) return []
    const { uri: id, creator, publisher } = framework.package.CFDocument
    const pointer = `/CFAssociations/${index}`
    const place: MobilityPlace = { document, pointer, ...(frameworkIndex !== undefined && { index: frameworkIndex }) }
    const assertedBy: Asserter = { kind: 'framework', id, name: creator || publisher }
    const other = direction === 'forward' ? destination : origin
    const to = this.#name(other.uri, other.identifier, other.title)
    return [arrow(from, to, { by: 'association', associationType, assertedBy, place }, direction, relation)]
  }

  #addAchievement(achievement: Achievement, document: 'record' | 'target'): void {
    const { id, name, humanCode } = achievement
    const known = this.#achievements[document]
    if (!known.has(id)) known.set(id, { node: { kind: 'achievement', id, name, code: humanCode }, document })
  }

  /** Adds what an achievement says of itself: its id, its alignments, what it is related to. */
  #addLinks({ id, name, alignment = [], related = [] }: Achievement, place: MobilityPlace, assertedBy: Asserter): void {
    const own = this.#end(id, place.document as 'record' | 'target')
    this.#link(
      own,
      this.#name(id, undefined, name),
      { by: 'sameId', assertedBy, place },
      'exactMatchOf',
      'exactMatchOf',
    )
    for (const [index, { targetUrl, targetCode, targetName, targetType }] of alignment.entries()) {
      const guid = targetType === 'CFItem' ? targetCode : undefined
      const at = { ...place, pointer: `${place.pointer}/alignment/${index}` }
      const said = { by: 'alignment', assertedBy, place: at } as const
      this.#link(own, this.#name(targetUrl, guid, targetName), said, 'isAlignedWith', 'isAlignedWith')
    }
    for (const [index, { id: other }] of related.entries()) {
      const at = { ...place, pointer: `${place.pointer}/related/${index}` }
      const said = { by: 'related', assertedBy, place: at } as const
      this.#link(own, this.#name(other, undefined, other), said, 'isRelatedTo', 'isRelatedTo')
    }
  }

  /** Adds a statement, to be read both ways. One that is made again by the same one is not added again. */
  #link(from: Vertex, to: Vertex, said: Said, forward: MobilityRelation, backward: MobilityRelation): void {
    const { by, associationType, assertedBy } = said
    const key = JSON.stringify([
      from.document,
      from.node.id,
      to.document,
      to.node.id,
      by,
      associationType,
      assertedBy.id,
      said.place.document,
    ])
    if (from === to || this.#known.has(key)) return
    this.#known.add(key)
    this.#leave(from, arrow(from, to, said, 'forward', forward))
    this.#leave(to, arrow(to, from, said, 'backward', backward))
  }

  #leave(vertex: Vertex, arrow: Arrow): void {
    const list = this.#arrows.get(vertex)
    if (list === undefined) this.#arrows.set(vertex, [arrow])
    else list.push(arrow)
  }

  /** An end of a record's association: its own achievement, or what the id names. */
  #end(id: string, document: 'record' | 'target'): Vertex {
    return this.#achievements[document].get(id) ?? this.#name(id, undefined, id)
  }

  /** Returns the vertex that a URI names, or a GUID: one for all that name the same. */
  #name(uri: string, code: string | undefined, name: string): Vertex {
    const guid = (code !== undefined && onlyGuid.test(code) ? code : withGuid.exec(uri)?.[1])?.toLowerCase()
    const key = this.#itemKey(uri) ?? (guid === undefined ? `uri ${uri}` : `guid ${guid}`)
    const known = this.#named.get(key)
    if (known !== undefined) return known
    const items = this.#frameworks.flatMap((framework) => {
      const node = framework.framework.find(uri) ?? (guid === undefined ? undefined : framework.framework.find(guid))
      return node === undefined ? [] : [{ framework, node }]
    })
    const vertex: Vertex = { node: nodeOf(uri, name, items[0]?.node), items }
    this.#named.set(key, vertex)
    return vertex
  }

  /** The key of an item that one of the frameworks has under a URI of its own making. */
  #itemKey(uri: string): string | undefined {
    for (const { framework } of this.#frameworks) {
      const node = framework.find(uri)
      if (node !== undefined)
        return onlyGuid.test(node.identifier) ? `guid ${node.identifier.toLowerCase()}` : `uri ${node.uri}`
    }
    return undefined
  }
}

function arrow(
  from: Vertex,
  to: Vertex,
  said: Said,
  direction: MobilityLink['direction'],
  relation: MobilityRelation,
): Arrow {
  return { to, relation, link: { ...said, direction, from: from.node, to: to.node } }
}

function nodeOf(uri: string, name: string, known: CaseNode | undefined): MobilityNode {
  if (known?.kind !== 'item') return { kind: 'node', id: uri, name: known?.title || name }
  return { kind: 'item', id: known.uri, name: known.title, code: known.item?.humanCodingScheme }
}
