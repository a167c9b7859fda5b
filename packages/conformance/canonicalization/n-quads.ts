import type { Quad, RdfTerm } from '@testamur/documents'
import { textLiteral } from '../../proofs/src/canonicalize/literals.js'
import { type Resource, Statements } from '../../proofs/src/canonicalize/statements.js'

const iri = '<([^>]*)>'
const blank = '(_:[^\\s]+)'
const literal = `"((?:[^"\\\\]|\\\\.)*)"(?:\\^\\^${iri}|@([a-zA-Z0-9-]+))?`
const line = new RegExp(
  `^(?:${iri}|${blank})\\s+${iri}\\s+(?:${iri}|${blank}|${literal})\\s*(?:${iri}|${blank})?\\s*\\.$`,
)

const xsdString = 'http://www.w3.org/2001/XMLSchema#string'
const langString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'

/** Reads N-Quads (RDF 1.1), as far as W3C's canonicalisation tests go. */
export function quadsFromNQuads(text: string): Quad[] {
  const lines = text.split(/[\r\n]+/).filter((candidate) => candidate.trim() !== '' && !candidate.startsWith('#'))
  return [...new Set(lines)].map(quadFrom)
}

function quadFrom(text: string): Quad {
  const match = line.exec(text.trim())
  if (match === null) throw new Error(`No N-Quad: ${text}`)
  const [
    ,
    subjectIri,
    subjectBlank,
    predicate,
    objectIri,
    objectBlank,
    value,
    datatype,
    language,
    graphIri,
    graphBlank,
  ] = match
  return {
    subject: resource(subjectIri, subjectBlank) as RdfTerm,
    predicate: resource(predicate, undefined) as RdfTerm,
    object: resource(objectIri, objectBlank) ?? {
      termType: 'Literal',
      value: unescaped(value ?? ''),
      datatype: {
        termType: 'NamedNode',
        value: language === undefined ? unescaped(datatype ?? xsdString) : langString,
      },
      ...(language !== undefined && { language }),
    },
    graph: resource(graphIri, graphBlank) ?? { termType: 'DefaultGraph', value: '' },
  }
}

function resource(named: string | undefined, label: string | undefined): RdfTerm | undefined {
  if (named !== undefined) return { termType: 'NamedNode', value: unescaped(named) }
  return label === undefined ? undefined : { termType: 'BlankNode', value: label.slice(2) }
}

const controls: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' }

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g, (_, short?: string, long?: string, one?: string) => {
    const code = short ?? long
    return code === undefined
      ? (controls[one as string] ?? (one as string))
      : String.fromCodePoint(Number.parseInt(code, 16))
  })

/** The statements of N-Quads as the canonicaliser takes them, and its blank nodes by the labels that they have there. */
export function statementsFromNQuads(text: string): { statements: Statements; blanks: Map<string, Resource> } {
  const statements = new Statements()
  const blanks = new Map<string, Resource>()
  const resourceOf = ({ termType, value }: RdfTerm): Resource => {
    if (termType !== 'BlankNode') return statements.iri(`<${value}>`)
    const node = statements.labelled(`_:${value}`, value)
    blanks.set(value, node)
    return node
  }
  for (const { subject, predicate, object, graph } of quadsFromNQuads(text)) {
    const node = resourceOf(subject)
    const to = object.termType === 'Literal' ? literalOf(object) : resourceOf(object)
    const target = typeof to === 'string' || to.isBlank ? to : to.text
    const place = graph.termType === 'DefaultGraph' ? undefined : resourceOf(graph)
    statements.add(node, ` <${predicate.value}> `, target, place)
  }
  return { statements, blanks }
}

function literalOf({ value, language, datatype }: Extract<RdfTerm, { termType: 'Literal' }>): string {
  if (language !== undefined) return textLiteral(value, `"@${language}`)
  return textLiteral(value, datatype.value === xsdString ? '"' : `"^^<${datatype.value}>`)
}
