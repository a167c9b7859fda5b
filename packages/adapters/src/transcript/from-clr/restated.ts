import { isObject, type JsonObject, type JsonValue, listOf } from '@testamur/documents/json'
import { type ClrSource, nodesIn } from './clr-source.js'
import type { CredentialView } from './credential-view.js'

/** What the transcript says that was read of a record, mapped to a record again. */
export interface Restatement {
  readonly record: JsonObject
  /** Returns the credentials of what stands at a place of the transcript. */
  readonly credentialsAt: (place: string) => readonly JsonObject[]
}

/**
 * Marks as read what of a record that was made from a transcript is in the transcript, and nothing else: what the
 * mapper says again of the transcript that was read. So what was added to the record since, or changed where the
 * transcript has no place for the change, is a loss. Ids may differ, since they are derived from the rest.
 */
export function markRestated(
  source: ClrSource,
  clr: JsonObject,
  own: readonly CredentialView[],
  { record, credentialsAt }: Restatement,
): void {
  for (const member of ['name', 'description', 'issuer']) markMember(source, clr, member, [record])
  const [subject] = nodesIn(clr, 'credentialSubject')
  const [restated] = nodesIn(record, 'credentialSubject')
  if (subject === undefined || restated === undefined) return
  markMember(source, subject, 'identifier', [restated])
  const ids = new RestatedIds()
  for (const { node, entries } of own) {
    const others = entries.flatMap(({ place }) => credentialsAt(place))
    markCredential(source, node, others)
    for (const achievement of achievementsOf(node)) ids.add(achievement, others.flatMap(achievementsOf))
  }
  const definitions = byText(nodesIn(restated, 'achievement'), kindOf)
  for (const definition of nodesIn(subject, 'achievement')) {
    const others = definitions.get(kindOf(definition)) ?? []
    if (others.length > 0) markAchievement(source, definition, others)
    ids.add(definition, others)
  }
  const known = new Set(nodesIn(restated, 'association').map(saying))
  for (const association of nodesIn(subject, 'association')) {
    if (ids.restatedFrom(association).some((other) => known.has(saying(other)))) source.useAll(association)
  }
}

/** Which achievements of the restatement stand for which of the record. */
class RestatedIds {
  readonly #ids = new Map<unknown, Set<JsonValue>>()

  add({ id }: JsonObject, others: readonly JsonObject[]): void {
    const ids = this.#ids.get(id) ?? new Set()
    for (const other of others) ids.add(other['id'] ?? null)
    this.#ids.set(id, ids)
  }

  /** Returns an association as it can stand in the restatement. */
  restatedFrom(association: JsonObject): JsonObject[] {
    const sources = [...(this.#ids.get(association['sourceId']) ?? [])]
    const targets = [...(this.#ids.get(association['targetId']) ?? [])]
    return sources.flatMap((sourceId) => targets.map((targetId) => ({ ...association, sourceId, targetId })))
  }
}

function markCredential(source: ClrSource, credential: JsonObject, others: readonly JsonObject[]): void {
  markNode(source, credential, others)
  const said = new Set(others.flatMap(resultsOf).map(([, text]) => text))
  for (const [result, text] of resultsOf(credential)) if (said.has(text)) source.useAll(result)
  for (const each of achievementsOf(credential)) markAchievement(source, each, others.flatMap(achievementsOf))
}

/** The results of a credential, each with what it says, whatever the id of its description is. */
function resultsOf(credential: JsonObject): [result: JsonObject, text: string][] {
  const descriptions = achievementsOf(credential).flatMap((each) => nodesIn(each, 'resultDescription'))
  const kinds = new Map(descriptions.map((each) => [each['id'], kindOf(each)]))
  return nodesIn(nodesIn(credential, 'credentialSubject')[0], 'result').map((result) => [
    result,
    saying({ ...result, resultDescription: kinds.get(result['resultDescription']) ?? null }),
  ])
}

function markAchievement(source: ClrSource, achievement: JsonObject, others: readonly JsonObject[]): void {
  markNode(source, achievement, others)
  if (!others.some(({ achievementType }) => achievementType === achievement['achievementType'])) {
    source.reduce(achievement, 'achievementType', 'What stands in the transcript is of another type')
  }
  const restated = byText(
    others.flatMap((other) => nodesIn(other, 'resultDescription')),
    kindOf,
  )
  for (const each of nodesIn(achievement, 'resultDescription')) {
    markNode(source, each, restated.get(kindOf(each)) ?? [])
  }
}

/** Marks what of a node the others say too. */
function markNode(source: ClrSource, node: JsonObject, others: readonly JsonObject[]): void {
  for (const member of Object.keys(node)) markMember(source, node, member, others)
}

/** Members whose nodes are compared member by member, since their ids are derived. All others are compared as a whole. */
const composed: ReadonlySet<string> = new Set(['credentialSubject', 'achievement', 'creator', 'issuer'])

/** Marks a member if the others say the same of it; of a list, in any order, those items that they say. */
function markMember(source: ClrSource, node: JsonObject, member: string, others: readonly JsonObject[]): void {
  const value = node[member]
  const said = others.flatMap((other) => listOf(other[member]))
  const texts = new Set(said.map(saying))
  const isSaid = (item: JsonValue): boolean => texts.has(saying(item))
  if (listOf(value).every(isSaid)) source.use(node, member)
  else if (isObject(value) && composed.has(member)) markNode(source, value, said.filter(isObject))
  else if (Array.isArray(value)) {
    for (const item of value.filter(isObject)) if (isSaid(item)) source.useAll(item)
    if (value.some((item) => !isObject(item) && isSaid(item))) {
      source.reduce(node, member, 'The transcript has a place for some of them only')
    }
  }
}

function achievementsOf(credential: JsonObject): JsonObject[] {
  return nodesIn(nodesIn(credential, 'credentialSubject')[0], 'achievement').slice(0, 1)
}

/** What an achievement or the description of a result is called, and its type. */
function kindOf({ name, achievementType, resultType }: JsonObject): string {
  return saying([name ?? null, achievementType ?? resultType ?? null])
}

function byText(nodes: readonly JsonObject[], textOf: (node: JsonObject) => string): Map<string, JsonObject[]> {
  const groups = new Map<string, JsonObject[]>()
  for (const node of nodes) {
    const text = textOf(node)
    groups.set(text, [...(groups.get(text) ?? []), node])
  }
  return groups
}

/** Members that add nothing to what the others say. */
const unsaid: ReadonlySet<string> = new Set(['@context', 'type', 'salt'])

/** Returns a text that is equal for values that say the same, in whatever order their members stand. */
function saying(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(saying).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).flatMap(([member, item]) =>
    item === undefined || unsaid.has(member) ? [] : `${JSON.stringify(member)}:${saying(item)}`,
  )
  return `{${members.sort().join()}}`
}
