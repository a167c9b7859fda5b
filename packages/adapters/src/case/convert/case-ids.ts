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
  const items = new Map<string, CaseId>()
  const taken = new Set<string>()
  for (const achievement of achievements) {
    const wanted = of('CFItems', achievement.id)
    const known = guidIn(achievement.id) ?? guidOf(achievement) ?? wanted.identifier
    const identifier = taken.has(known.toLowerCase()) ? v5(achievement.id, namespace) : known
    taken.add(identifier.toLowerCase())
    items.set(achievement.id, { identifier, uri: wanted.uri })
  }
  return { items, make, of, uri }
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
