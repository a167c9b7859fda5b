import type { Loss, LossCode, Provenance, SourcePlace } from '../transcript/index.js'
import { elementPath, type XmlElement } from '../xml/index.js'
import type { ChildNodes, ElementTable } from './element-table.js'

/** Why elements of a name that nothing reads are left out, together with what is in them. */
export type DropRules = ReadonlyMap<string, DropRule>

/** Why an element is left out. */
export interface DropRule {
  readonly code: LossCode
  readonly reason: string
  /** Nothing below has a rule of its own. */
  readonly coversAll?: true | undefined
}

const unknownElement: DropRule = { code: 'unknown-element', reason: 'PESC College Transcript has no such element here' }
const emptyElement: DropRule = { code: 'empty', reason: 'It holds nothing' }
const repeatedElement: DropRule = {
  code: 'repeated-element',
  reason: 'Only the first of its name is read',
  coversAll: true,
}
const strayText: DropRule = { code: 'unknown-element', reason: 'Text between elements has no meaning in PESC' }
const unknownAttribute: DropRule = { code: 'unknown-element', reason: 'PESC elements have no attributes' }

/**
 * The elements of one record, as they are read into a transcript. It remembers which were read and into what, so that
 * it can say where a value stood ({@link Provenance}), how many elements of a name were read, and, in the end, every
 * element that was not: nothing can be forgotten silently, because what no one asked for is a loss.
 */
export class ElementSource implements Provenance {
  readonly #fields = new Map<object, Map<string, XmlElement[]>>()
  readonly #read = new Set<XmlElement>()
  readonly #counts = new Map<string, number>()

  /** How many elements of each name were read. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts
  }

  /** Returns the node of an element: its text fields by the table, beside the fields that are nodes. */
  node<Node extends object>(element: XmlElement, table: ElementTable<Node>, children: ChildNodes<Node>): Node {
    const texts: Record<string, string | string[]> = {}
    for (const { field, isList } of table.byElement.values()) if (isList) texts[field] = []
    const origins = new Map<string, XmlElement[]>()
    for (const child of element.children) {
      const entry = table.byElement.get(child.name)
      const text = entry === undefined || child.children.length > 0 ? undefined : textOf(child)
      if (entry === undefined || text === undefined) continue
      const list = texts[entry.field]
      if (Array.isArray(list)) list.push(text)
      else if (list === undefined) texts[entry.field] = text
      else continue
      const elements = origins.get(entry.field)
      if (elements === undefined) origins.set(entry.field, [child])
      else elements.push(child)
      this.#markRead(child)
    }
    const node = { ...texts, ...children } as Node
    this.#fields.set(node, origins)
    return node
  }

  /** Returns the first child of a name that holds elements; `undefined` if there is none. */
  child(element: XmlElement, name: string): XmlElement | undefined {
    const child = element.children.find((candidate) => candidate.name === name && candidate.children.length > 0)
    if (child !== undefined) this.#markRead(child)
    return child
  }

  /** Returns what `read` makes of the first child of a name that holds elements; `undefined` if there is none. */
  one<Node>(element: XmlElement, name: string, read: (child: XmlElement) => Node): Node | undefined {
    const child = this.child(element, name)
    return child === undefined ? undefined : read(child)
  }

  /** Returns what `read` makes of each child of a name that holds elements, in order. */
  each<Node>(element: XmlElement, name: string, read: (child: XmlElement) => Node): Node[] {
    const children = element.children.filter((child) => child.name === name && child.children.length > 0)
    return children.map((child) => {
      this.#markRead(child)
      return read(child)
    })
  }

  #markRead(element: XmlElement): void {
    this.#read.add(element)
    this.#counts.set(element.name, (this.#counts.get(element.name) ?? 0) + 1)
  }

  locate(node: object, field: string, index = 0): SourcePlace | undefined {
    const element = this.#fields.get(node)?.get(field)?.[index]
    return element === undefined ? undefined : { path: elementPath(element), line: element.line }
  }

  /** Returns a loss for every element without children, attribute and stray text under `root` that was not read. */
  unread(root: XmlElement, rules: DropRules): Loss[] {
    const losses: Loss[] = []
    const visit = (element: XmlElement, rule: DropRule): void => {
      for (const name in element.attributes) {
        if (!isXmlMachinery(name)) losses.push(lossAt(element, unknownAttribute, `/@${name}`))
      }
      if (element.children.length === 0) {
        const entry = isEmpty(element) ? emptyElement : this.#read.has(element) ? undefined : rule
        if (entry !== undefined) losses.push(lossAt(element, entry))
        return
      }
      if (element.text.trim() !== '') losses.push(lossAt(element, strayText))
      const namesRead = this.#namesRead(element)
      for (const child of element.children) {
        const isRepeated = !this.#read.has(child) && namesRead.has(child.name)
        visit(child, rule.coversAll ? rule : isRepeated ? repeatedElement : (rules.get(child.name) ?? rule))
      }
    }
    visit(root, rules.get(root.name) ?? unknownElement)
    return losses
  }

  /** Names of the children that were read, if there are others: mostly there are none, and nothing to compare. */
  #namesRead({ children }: XmlElement): ReadonlySet<string> {
    const read = children.filter((child) => this.#read.has(child))
    return read.length === children.length ? noNames : new Set(read.map(({ name }) => name))
  }
}

const noNames: ReadonlySet<string> = new Set()

/** Text of an element without the blanks that indent it; notes are kept verbatim, their columns can have a meaning. */
function textOf(element: XmlElement): string | undefined {
  if (element.text.trim() === '') return undefined
  return element.name === 'NoteMessage' ? element.text : element.text.trim()
}

function isEmpty(element: XmlElement): boolean {
  return element.children.length === 0 && element.text.trim() === ''
}

/** Namespace declarations and hints to schema validators. */
function isXmlMachinery(attribute: string): boolean {
  return /^(xmlns(:|$)|xml:|.+:(schemaLocation|noNamespaceSchemaLocation|nil|type)$)/.test(attribute)
}

function lossAt(element: XmlElement, { code, reason }: DropRule, suffix = ''): Loss {
  return { path: elementPath(element) + suffix, line: element.line, code, reason, disposition: 'dropped' }
}
