import { Declined } from './declined.js'

/**
 * How the document spells a literal, as far as one statement can come from several spellings. jsonld.js takes two of one
 * spelling for the same value, and two of different spellings for two values.
 *
 * - `plain`: every statement has one such spelling only;
 * - `native`, `typed-native`: a number or boolean of JSON, without and with a datatype;
 * - `typed-text`: a text that is said to be an `xsd:string`;
 * - `single`: two are never the same, as with empty lists.
 */
export type Spelling = 'plain' | 'native' | 'typed-native' | 'typed-text' | 'single'

/** Stands for a list of statements that is empty: of its three, most resources have one. */
const none = Object.freeze<Statement[]>([]) as Statement[]

/** The list with one statement more; it is the same list unless it was `none`. */
function joined(statements: Statement[], statement: Statement): Statement[] {
  if (statements === none) return [statement]
  statements.push(statement)
  return statements
}

/** Stands for every blank node but the one that is looked at (RDFC-1.0 §4.6.3 step 3). */
export const otherNode = '_:z'

/** An IRI or a blank node, with the statements about it. */
export class Resource {
  readonly isBlank: boolean
  /** An IRI as N-Quads write it; of a blank node its canonical identifier, once it is known, and until then `otherNode`. */
  text: string
  /** The identifier of a blank node before it has a canonical one, without `_:`. */
  name: string
  /** True for a blank node that the document may name in several places. */
  isShared = false
  /** Its statements in which no other blank node occurs. */
  ends: Statement[] = none
  /** Its statements with other blank nodes. */
  links: Statement[] = none
  /** Of a blank node: the links in which it occurs, in whatever place (RDFC-1.0 §4.2, blank node to quads map). */
  mentions: Statement[] = none
  /** Of a blank node: the hash of its first degree quads (RDFC-1.0 §4.6). */
  hash = ''
  /** The links that could be said twice. */
  repeatable: Map<string, Spelling> | undefined

  constructor(isBlank: boolean, text: string, name: string) {
    this.isBlank = isBlank
    this.text = text
    this.name = name
  }
}

/** One statement. */
export interface Statement {
  readonly subject: Resource
  /** Between blanks: ` <predicate> `. */
  readonly predicate: string
  /** A blank node, or an IRI or literal as N-Quads write it. */
  readonly object: Resource | string
  /** Graphs have no names but blank ones. */
  readonly graph: Resource | undefined
  readonly spelling: Spelling
}

/** A text with a direction; `object` is the same text without. */
export type DirectedText = Pick<Statement, 'subject' | 'predicate'> & { readonly object: string }

/** The statements of a document, by their subjects. */
export class Statements {
  readonly subjects: Resource[] = []
  readonly blanks: Resource[] = []
  /** What may stand beside them: see `refuseMixedDirections`. */
  readonly directed: DirectedText[] = []
  /** How many statements there are, repeated ones included. */
  size = 0
  readonly #named = new Map<string, Resource>()
  #issued = 0

  /** The resource of an IRI, written as in N-Quads. */
  iri(text: string): Resource {
    const known = this.#named.get(text)
    if (known !== undefined) return known
    const resource = new Resource(false, text, '')
    this.#named.set(text, resource)
    this.subjects.push(resource)
    return resource
  }

  /** A blank node of its own. */
  blank(name: string = this.nextName()): Resource {
    const resource = new Resource(true, otherNode, name)
    this.subjects.push(resource)
    this.blanks.push(resource)
    return resource
  }

  /** The blank node that the document calls `label`, which begins with `_:`. */
  labelled(label: string, name?: string): Resource {
    const known = this.#named.get(label)
    if (known !== undefined) return known
    const resource = this.blank(name)
    resource.isShared = true
    this.#named.set(label, resource)
    return resource
  }

  /** Identifiers are issued in the order of the blank nodes, as jsonld.js does. */
  nextName(): string {
    const name = `b${this.#issued}`
    this.#issued += 1
    return name
  }

  /**
   * Adds a statement.
   *
   * @param object - a blank node, or an IRI or literal as N-Quads write it
   */
  add(
    subject: Resource,
    predicate: string,
    object: Resource | string,
    graph: Resource | undefined,
    spelling: Spelling = 'plain',
  ): void {
    this.size += 1
    const statement = { subject, predicate, object, graph, spelling }
    if (typeof object === 'string' && graph === undefined) {
      subject.ends = joined(subject.ends, statement)
      return
    }
    const canBeRepeated = typeof object === 'string' || object.isShared
    if (canBeRepeated && isRepeated(statement)) return
    subject.links = joined(subject.links, statement)
    if (subject.isBlank) subject.mentions = joined(subject.mentions, statement)
    if (typeof object !== 'string' && object !== subject) object.mentions = joined(object.mentions, statement)
    if (graph !== undefined && graph !== subject && graph !== object) graph.mentions = joined(graph.mentions, statement)
  }

  /** Adds a statement whose object is a text with a direction; `undirected` is the text without. */
  addDirected(subject: Resource, predicate: string, object: string, undirected: string): void {
    this.add(subject, predicate, object, undefined)
    this.directed.push({ subject, predicate, object: undirected })
  }
}

export const twoSpellings = 'one statement in two spellings'

/** True when the subject has the very same link. Hashes of blank nodes count each only once. */
function isRepeated({ subject, predicate, object, graph, spelling }: Statement): boolean {
  subject.repeatable ??= new Map()
  const target = typeof object === 'string' ? object : `_:${object.name}`
  // No name or IRI holds a line break.
  const key = `${predicate}${target}\n${graph?.name}`
  const known = subject.repeatable.get(key)
  if (known === undefined) {
    subject.repeatable.set(key, spelling)
    return false
  }
  if (isMixed(known, spelling)) throw new Declined(twoSpellings)
  return true
}

/** True for the spellings of one statement that jsonld.js takes for two. */
export const isMixed = (one: Spelling, other: Spelling): boolean => one !== other || one === 'single'
