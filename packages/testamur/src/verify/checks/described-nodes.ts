import { canonicalJson, childPointer, type JsonObject, type JsonValue, type Problem } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { idOf, issuerIdOf, typesOf } from '../../nesting/credential-parts.js'
import type { NestedCredential } from '../../nesting/nested-credentials.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, passed, undetermined } from '../check-result.js'
import type { InnerVerificationReport } from '../interface.js'

/** A nested credential and what verifying it came to. */
interface Nested extends NestedCredential {
  readonly report: InnerVerificationReport | undefined
}

/**
 * The result of the proof check, once it is certain that the document says its statements where the issuer said them.
 * In RDF, objects with the same id are one node, in this credential and in those inside it: what is said of a node can
 * move from one of its objects to another, and the proof stays good. Where that could deceive, a good proof does not
 * count.
 */
export function checkDescribedNodes(
  proof: CheckResult,
  credential: JsonObject,
  nested: readonly Nested[],
): CheckResult {
  if (proof.outcome !== 'passed') return proof
  const splits = descriptionsOfTheHolder(credential)
  if (nested.length === 0) return splits.length > 0 ? failed('proof', splits, proof.warnings) : proof
  const ownWarnings = statementsOfOthers(credential, nested, idsOf([credential['issuer']]))
  const warnings = [...proof.warnings, ...ownWarnings]
  if (splits.length > 0) return failed('proof', splits, warnings)
  const learners = idsOf(nodesOf(credential['credentialSubject']))
  const doubts = [...unprovenDescriptions(credential, nested), ...statementsOfOthers(credential, nested, learners)]
  return doubts.length > 0 ? undetermined('proof', doubts, warnings) : passed('proof', warnings)
}

/** The nodes that a member names; in RDF, lists of lists are one list. */
const nodesOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  listOf(value).flatMap((item) => (Array.isArray(item) ? nodesOf(item) : item))

const idsOf = (nodes: readonly (JsonValue | undefined)[]): ReadonlySet<string> =>
  new Set(nodes.map(idOf).filter((id) => id !== undefined))

/** Members that name a node, or that an endorsement says of what it endorses. */
const namingMembers = new Set(['@context', 'id', 'type', 'endorsementComment'])

interface DescribedNode {
  readonly id: string
  readonly node: JsonObject
  readonly pointer: string
}

interface Search {
  /** Ids of the nodes that are looked for. */
  readonly about: { has(id: string): boolean }
  /** What is not looked into. */
  readonly except: ReadonlySet<JsonValue>
  /** The way to what is looked at: a pointer is only written for what is found. */
  readonly path: (string | number)[]
  readonly found: DescribedNode[]
}

/** Every object that says more of one of these nodes than its name. */
function describedNodes(
  value: JsonValue,
  about: Search['about'],
  except: ReadonlySet<JsonValue> = new Set(),
): readonly DescribedNode[] {
  const search: Search = { about, except, path: [], found: [] }
  searchValue(value, search)
  return search.found
}

function searchValue(value: JsonValue | undefined, search: Search): void {
  if (typeof value !== 'object' || value === null || search.except.has(value)) return
  const { path } = search
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index)
      searchValue(value[index], search)
      path.pop()
    }
    return
  }
  const id = idOf(value)
  if (id !== undefined && search.about.has(id) && Object.keys(value).some((member) => !namingMembers.has(member))) {
    search.found.push({ id, node: value, pointer: path.reduce(childPointer, '') })
  }
  for (const member in value) {
    const child = value[member]
    if (typeof child !== 'object' || member === '@context' || member === 'proof') continue
    path.push(member)
    searchValue(child, search)
    path.pop()
  }
}

/** A date, a status or an issuer could have been moved there from the credential, where a reader looks for it. */
function descriptionsOfTheHolder(credential: JsonObject): Problem[] {
  const id = idOf(credential)
  // Hardly any credential names itself inside: only then the places are looked up.
  if (id === undefined || !mayNameInside(credential, id, true)) return []
  const places = describedNodes(credential, new Set([id])).filter(({ pointer }) => pointer !== '')
  return places.map(({ pointer }) =>
    problem(
      'node-described-twice',
      pointer,
      'This object has the id of the credential that holds it, and says more about it.',
    ),
  )
}

/** False where no object inside has the id. */
function mayNameInside(value: JsonValue | undefined, id: string, isHolder = false): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => mayNameInside(item, id))
  for (const member in value) {
    const child = value[member]
    if (typeof child !== 'object') {
      if (child === id && !isHolder && (member === 'id' || member === '@id')) return true
    } else if (member !== '@context' && member !== 'proof' && mayNameInside(child, id)) return true
  }
  return false
}

/** An endorsement whose proof is not good could have been rewritten to hold what was said elsewhere. */
function unprovenDescriptions(credential: JsonObject, nested: readonly Nested[]): Problem[] {
  const unproven = nested.filter(({ role, report }) => role === 'endorsement' && !hasGoodProof(report))
  if (unproven.length === 0) return []
  const everywhere = countStrings(credential)
  return unproven.flatMap(({ content, pointer }) => {
    if (typeof content === 'string') return []
    const inside = countStrings(content)
    const elsewhere = { has: (id: string): boolean => (everywhere.get(id) ?? 0) > (inside.get(id) ?? 0) }
    return describedNodes(content, elsewhere).map((node) =>
      problem(
        'node-described-twice',
        pointer + node.pointer,
        'An endorsement without a good proof describes something else in the document.',
      ),
    )
  })
}

const hasGoodProof = (report: InnerVerificationReport | undefined): boolean =>
  report?.checks.some(({ id, outcome }) => id === 'proof' && outcome === 'passed') ?? false

function countStrings(value: JsonValue | undefined, counts = new Map<string, number>()): Map<string, number> {
  if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1)
  else if (Array.isArray(value)) for (const item of value) countStrings(item, counts)
  else if (isObject(value)) for (const child of Object.values(value)) countStrings(child, counts)
  return counts
}

/**
 * Statements of this credential about some nodes that a credential of another issuer inside makes too: anybody could
 * have copied them from there, so that this issuer seems to make them.
 */
function statementsOfOthers(credential: JsonObject, nested: readonly Nested[], about: ReadonlySet<string>): Problem[] {
  const foreign = new Set<string>()
  for (const { content } of nested) {
    if (typeof content === 'string' || issuerIdOf(content) === issuerIdOf(credential)) continue
    for (const node of describedNodes(content, about)) {
      for (const { key } of statementsOf(node)) foreign.add(key)
    }
  }
  if (foreign.size === 0) return []
  const shared = new Set<string>()
  for (const node of describedNodes(credential, about, new Set(nested.map(({ content }) => content)))) {
    for (const { key, pointer } of statementsOf(node)) if (foreign.has(key)) shared.add(pointer)
  }
  const detail = 'A credential of another issuer inside says the same, so it may have been copied from there.'
  return [...shared].map((pointer) => problem('statement-shared', pointer, detail))
}

/** Members that may well be the same: what stands in them carries a proof of its own, or tells who the learner is. */
const sharableMembers = new Set(['verifiableCredential', 'endorsement', 'endorsementJwt', 'identifier'])

/**
 * What an object says of its node: a key that is the same for the same statement by an object of the same type, and the
 * member's place.
 */
function* statementsOf({ id, node, pointer }: DescribedNode): Generator<{ key: string; pointer: string }> {
  for (const [member, value] of Object.entries(node)) {
    if (namingMembers.has(member) || sharableMembers.has(member)) continue
    for (const item of listOf(value)) {
      for (const type of typesOf(node)) {
        yield { key: canonicalJson([id, type, member, identityOf(item)]), pointer: childPointer(pointer, member) }
      }
    }
  }
}

const identityOf = (value: JsonValue): string => (isObject(value) ? idOf(value) : undefined) ?? canonicalJson(value)
