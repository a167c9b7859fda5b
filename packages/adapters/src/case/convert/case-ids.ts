import type { Achievement } from '@testamur/credentials'
import { v5 } from 'uuid'
import { isUri, isUuid, uuidIn } from '../read/formats.js'

/** Namespace of the GUIDs that are derived from ids (RFC 9562 §6.6). */
const namespace = 'f2c9f0a4-0b57-4a7f-8a0d-7c4d5e0f3b61'

/** Lists of a service, which stand in the addresses of objects. */
export type CaseList =
  | 'CFDocuments'
  | 'CFItems'
  | 'CFAssociations'
  | 'CFRubrics'
  | 'CFRubricCriteria'
  | 'CFRubricCriterionLevels'

/** GUID and URI of an object. */
export interface CaseId {
  readonly identifier: string
  readonly uri: string
}

/** Gives the objects of a package their GUIDs and URIs. */
export interface Ids {
  /** Those of the item of an achievement, by the achievement's id. */
  readonly items: ReadonlyMap<string, CaseId>
  /** Those of an object that is defined by texts: always the same for the same texts. */
  make(list: CaseList, ...content: readonly string[]): CaseId
  /** Those of an object with an id of its own. */
  of(list: CaseList, id: string): CaseId
  /** The address of an object with this GUID. */
  uri(list: CaseList, identifier: string): string
}

/** Returns the ids for a package of these achievements. */
export function idsOf(achievements: readonly Achievement[], serviceUrl: string | undefined): Ids {
  const base = serviceUrl?.replace(/\/+$/, '')
  const uri = (list: CaseList, identifier: string): string =>
    base === undefined ? `urn:uuid:${identifier}` : `${base}/${list}/${identifier}`
  const make = (list: CaseList, ...content: readonly string[]): CaseId => {
    const identifier = v5(JSON.stringify([list, ...content]), namespace)
    return { identifier, uri: uri(list, identifier) }
  }
  const of = (list: CaseList, id: string): CaseId => {
    const identifier = guidIn(id) ?? v5(id, namespace)
    return { identifier, uri: isUri(id) ? id : uri(list, identifier) }
  }
  const guids = guidsOf(achievements)
  const items = new Map(
    achievements.map(({ id }) => [id, { identifier: guids.get(id) ?? v5(id, namespace), uri: of('CFItems', id).uri }]),
  )
  return { items, make, of, uri }
}

/**
 * The GUIDs that achievements have, by their ids. One that several claim goes to none of them, and neither does one that
 * another gets derived: which of them came first must not count, or the same achievement would become another item.
 */
function guidsOf(achievements: readonly Achievement[]): ReadonlyMap<string, string> {
  const guids = new Map(
    achievements.map((each) => [each.id, guidIn(each.id) ?? guidOf(each) ?? v5(each.id, namespace)]),
  )
  const claims = new Map<string, string[]>()
  for (const [id, guid] of guids) {
    const list = claims.get(guid.toLowerCase())
    if (list === undefined) claims.set(guid.toLowerCase(), [id])
    else list.push(id)
  }
  const derived = new Set([...claims.values()].filter((ids) => ids.length > 1).flat())
  // The set grows while it is walked.
  for (const id of derived) {
    const guid = v5(id, namespace)
    guids.set(id, guid)
    for (const other of claims.get(guid) ?? []) derived.add(other)
  }
  return guids
}

/** The GUID in an id that is one, or that ends with one. */
function guidIn(id: string): string | undefined {
  return /^(?:urn:uuid:|https?:)/i.test(id) ? uuidIn(id) : undefined
}

/** The GUID among the identifiers of an achievement. */
function guidOf({ otherIdentifier = [] }: Achievement): string | undefined {
  return otherIdentifier.find(({ identifier, identifierType }) => identifierType === 'identifier' && isUuid(identifier))
    ?.identifier
}
