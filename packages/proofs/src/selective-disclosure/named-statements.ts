import type { ContextSource, JsonObject, JsonValue, Quad, RdfTerm } from '@testamur/documents'
import { quadsFromDocument } from '@testamur/documents/json-ld'
import { canonicalize } from './canonical-labels.js'
import { selectPart } from './selection.js'

/**
 * The statements of a document and of its parts. A node without id has the same name in all of them: what
 * skolemizeCompactJsonLd of VC DI ECDSA Cryptosuites 1.0 is for. That compacts the document anew, which may write it
 * otherwise, and loses graphs; here the JSON itself is given names, so that a pointer means what it means in the document.
 */
export interface NamedStatements {
  readonly whole: readonly Quad[]
  /** Returns the statements of the part that pointers select, or `undefined` when they are none of the document's. */
  part(pointers: readonly string[]): Promise<readonly Quad[] | undefined>
}

/**
 * Returns the statements of a document under such names, or `undefined` when names would change what it says: when it
 * holds JSON as a value, or texts by language.
 */
export async function nameStatements(
  document: JsonObject,
  statements: readonly Quad[],
  contexts: ContextSource,
): Promise<NamedStatements | undefined> {
  const named = withNames(document)
  const whole = await quadsOf(named, contexts)
  if (whole === undefined) return undefined
  const [before, after] = [await canonicalize(statements), await canonicalize(whole)]
  if (before.nquads !== after.nquads) return undefined
  return {
    whole,
    async part(pointers) {
      if (pointers.length === 0) return []
      const quads = await quadsOf(selectPart(named, pointers), contexts)
      return quads && alignNames(quads, whole)
    },
  }
}

const idPrefix = 'urn:bnid:'
/** jsonld.js labels the nodes that it finds without a name `b0`, `b1` and so on. */
const labelPrefix = 'n'

/** Gives every object without an id one; `readStatements` has seen to it that the document has no such ids. */
function withNames(document: JsonObject): JsonObject {
  let count = 0
  const visit = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(visit)
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, '@value')) return value
    const members = Object.entries(value).map(([member, child]) => [
      member,
      member === '@context' || child === undefined ? child : visit(child),
    ])
    const object = Object.fromEntries(members) as JsonObject
    return typeof object['id'] === 'string' ? object : { ...object, id: `${idPrefix}${count++}` }
  }
  return visit(document) as JsonObject
}

async function quadsOf(named: JsonObject, contexts: ContextSource): Promise<readonly Quad[] | undefined> {
  const read = await quadsFromDocument(named, { contexts })
  if (!read.ok) return undefined
  return read.quads.map((quad) => mapTerms(quad, toLabel))
}

function toLabel(term: RdfTerm): RdfTerm {
  if (term.termType !== 'NamedNode' || !term.value.startsWith(idPrefix)) return term
  return { termType: 'BlankNode', value: labelPrefix + term.value.slice(idPrefix.length) }
}

/**
 * Graphs have no place for a name in JSON, nor have lists. Those of a part get the labels that graphs and lists with the
 * same content have in the whole.
 */
function alignNames(part: readonly Quad[], whole: readonly Quad[]): readonly Quad[] | undefined {
  const index = new Map<string, Set<string>>()
  for (const [label, quad] of unnamedOf(whole)) {
    const content = contentOf(quad, label)
    index.set(content, (index.get(content) ?? new Set()).add(label))
  }
  const candidates = new Map<string, Set<string>>()
  for (const [label, quad] of unnamedOf(part)) {
    const same = index.get(contentOf(quad, label)) ?? new Set()
    const sofar = candidates.get(label) ?? same
    candidates.set(label, new Set([...sofar].filter((candidate) => same.has(candidate))))
  }
  const labels = new Map<string, string>()
  for (const [label, same] of candidates) {
    const free = [...same].find((candidate) => ![...labels.values()].includes(candidate))
    if (free === undefined) return undefined
    labels.set(label, free)
  }
  const aligned = part.map((quad) => mapTerms(quad, (term) => relabelled(term, labels)))
  const known = new Set(whole.map((quad) => JSON.stringify(quad)))
  return aligned.every((quad) => known.has(JSON.stringify(quad))) ? aligned : undefined
}

/** The labels that are no names, each with the quads in which it is the only one. */
function unnamedOf(quads: readonly Quad[]): [string, Quad][] {
  return quads.flatMap((quad) => {
    const { subject, object, graph } = quad
    const labels = [subject, object, graph].filter(isUnnamed).map(({ value }) => value)
    const [label] = labels
    return label !== undefined && new Set(labels).size === 1 ? [[label, quad]] : []
  })
}

const isUnnamed = ({ termType, value }: RdfTerm): boolean => termType === 'BlankNode' && !value.startsWith(labelPrefix)

const contentOf = (quad: Quad, label: string): string =>
  JSON.stringify(mapTerms(quad, (term) => relabelled(term, new Map([[label, '']]))))

function relabelled(term: RdfTerm, labels: ReadonlyMap<string, string>): RdfTerm {
  const label = term.termType === 'BlankNode' ? labels.get(term.value) : undefined
  return label === undefined ? term : { termType: 'BlankNode', value: label }
}

function mapTerms({ subject, predicate, object, graph }: Quad, map: (term: RdfTerm) => RdfTerm): Quad {
  return { subject: map(subject), predicate, object: map(object), graph: map(graph) }
}
