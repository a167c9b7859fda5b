import { Declined } from './declined.js'
import type { Resource, Statements } from './statements.js'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const first = ` <${rdf}first> `
const rest = ` <${rdf}rest> `
const nil = `<${rdf}nil>`

/** A list, and the statement whose object it is. */
interface PlacedList {
  readonly subject: Resource
  readonly predicate: string
  readonly graph: Resource | undefined
  readonly cells: readonly Resource[]
}

/** Makes the cells of lists (JSON-LD 1.1 API §8.3, List to RDF Conversion). */
export class Lists {
  readonly #statements: Statements
  readonly #waiting: PlacedList[] = []

  constructor(statements: Statements) {
    this.#statements = statements
  }

  add(subject: Resource, predicate: string, items: readonly (Resource | string)[], graph: Resource | undefined): void {
    const statements = this.#statements
    if (items.length === 0) return statements.add(subject, predicate, nil, graph, 'single')
    const cells = items.map(() => statements.blank(''))
    statements.add(subject, predicate, cells[0] as Resource, graph)
    for (const [index, item] of items.entries()) {
      const cell = cells[index] as Resource
      statements.add(cell, first, item, graph)
      statements.add(cell, rest, cells[index + 1] ?? nil, graph)
    }
    this.#waiting.push({ subject, predicate, graph, cells })
  }

  /**
   * Names the cells once all other blank nodes have their names: jsonld.js makes them last, going through graphs,
   * subjects and predicates in their order.
   */
  nameCells(): void {
    const placed = this.#waiting.map((list) => ({ ...list, key: keyOf(list) }))
    placed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    for (const { cells } of placed) for (const cell of cells) cell.name = this.#statements.nextName()
  }
}

function keyOf({ subject, predicate, graph }: PlacedList): string {
  const place = graph === undefined ? '@default' : nameOf(graph)
  // What separates them comes before every character that they can hold.
  return `${place}\n${nameOf(subject)}\n${predicate}`
}

function nameOf({ isBlank, name, text }: Resource): string {
  if (isBlank) return `_:${name}`
  if (text.includes('\\')) throw new Declined('a list of a subject that needs escapes')
  return text.slice(1, -1)
}
