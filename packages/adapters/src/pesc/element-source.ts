import type { Loss, LossCode, Provenance, SourcePlace } from '../transcript/index.js'
import { ElementPaths, type XmlElement } from '../xml/index.js'
import type { ChildElement, ElementTable, Slot } from './element-table.js'
import { shownAttribute, shownName } from './shown-names.js'

/** Why elements of a name that nothing reads are left out, together with what is in them. */
export type DropRules = ReadonlyMap<string, DropRule>

/** Why an element is left out. */
export interface DropRule {
  readonly code: LossCode
  readonly reason: string
  /** Nothing below has a rule of its own. */
  readonly coversAll?: true | undefined
}

const unknownElement: DropRule = { code: 'unknown-element', reason: 'PESC has no such element here' }
const emptyElement: DropRule = { code: 'empty', reason: 'It holds nothing' }
const repeatedElement: DropRule = {
  code: 'repeated-element',
  reason: 'Only the first of its name is read',
  coversAll: true,
}
const strayText: DropRule = { code: 'unknown-element', reason: 'Text between elements has no meaning in PESC' }
const unknownAttribute: DropRule = { code: 'unknown-element', reason: 'PESC elements have no attributes' }

/** What a node was read from. */
interface Origin {
  readonly element: XmlElement
  readonly table: ElementTable<never>
}

/** Remembers what nodes were read from: a list while they are made, and an index once someone asks. */
class Origins {
  readonly #nodes: object[] = []
  readonly #elements: XmlElement[] = []
  readonly #tables: ElementTable<never>[] = []
  readonly #index = new Map<object, number>()

  add(node: object, element: XmlElement, table: ElementTable<never>): void {
    this.#nodes.push(node)
    this.#elements.push(element)
    this.#tables.push(table)
  }

  get(node: object): Origin | undefined {
    for (let at = this.#index.size; at < this.#nodes.length; at++) this.#index.set(this.#nodes[at] as object, at)
    const at = this.#index.get(node) ?? -1
    const [element, table] = [this.#elements[at], this.#tables[at]]
    return element === undefined || table === undefined ? undefined : { element, table }
  }
}

/** A node while it is filled. */
type OpenNode = Record<string, unknown>

/**
 * The elements of one record, as they are read into a transcript. It marks which were read and remembers into what, so
 * that it can say where a value stood ({@link Provenance}), how many elements of a name there are, and, in the end, every
 * element that was not read: nothing can be forgotten silently, because what no one asked for is a loss.
 */
export class ElementSource implements Provenance {
  readonly #origins = new Origins()
  readonly #texts = new Map<object, ReadonlyMap<string, readonly XmlElement[]>>()
  readonly #paths = new ElementPaths(shownName)

  /** Returns the node of an element, by its table, with all nodes in it. */
  node<Node extends object>(element: XmlElement, table: ElementTable<Node>): Node {
    return this.#node(element, table as ElementTable<never>) as Node
  }

  #node(element: XmlElement, table: ElementTable<never>): OpenNode {
    const node = this.#blank(element, table)
    for (const [field, part] of table.parts) node[field] = this.#blank(element, part)
    for (const child of element.children) {
      const entry = table.byElement.get(child.name)
      if (entry === undefined) continue
      if (child.children.length === 0) {
        if (entry.text !== undefined) this.#addText(child, node, entry.text)
      } else if (entry.node !== undefined) this.#addNode(child, node, entry.node, table)
    }
    return node
  }

  #blank(element: XmlElement, table: ElementTable<never>): OpenNode {
    const node = table.copy(table.blank)
    this.#origins.add(node, element, table)
    return node
  }

  #addText(child: XmlElement, node: OpenNode, { field, isList, part }: Slot): void {
    const text = textOf(child)
    if (text === undefined) return
    const target = part === undefined ? node : (node[part] as OpenNode)
    if (isList) addTo(target, field, text)
    else if (target[field] === undefined) target[field] = text
    else return
    child.isRead = true
  }

  #addNode(child: XmlElement, node: OpenNode, slot: Slot & ChildElement, { blank }: ElementTable<never>): void {
    const { field, isList, part, table, items } = slot
    const target = part === undefined ? node : (node[part] as OpenNode)
    if (isList) addTo(target, field, this.#node(child, table()))
    else if (part === undefined && target[field] !== blank[field]) return
    else if (items === undefined) target[field] = this.#node(child, table())
    else target[field] = this.each(child, items, (item) => this.#node(item, table()))
    child.isRead = true
  }

  /** Gives a node more than its element says, and returns it: its values stand where they stood. */
  extend<Node extends object, More extends object>(node: Node, more: More): Node & More {
    return Object.assign(node, more)
  }

  /** Returns the first child of a name that holds elements; `undefined` if there is none. */
  child(element: XmlElement, name: string): XmlElement | undefined {
    for (const child of element.children) {
      if (child.name !== name || child.children.length === 0) continue
      child.isRead = true
      return child
    }
    return undefined
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
      child.isRead = true
      return read(child)
    })
  }

  locate(node: object, field: string, index = 0): SourcePlace | undefined {
    const child = this.#textsOf(node).get(field)?.[index]
    return child === undefined ? undefined : { path: this.#paths.pathOf(child), line: child.line }
  }

  /** Returns the elements whose texts are in the fields of a node: found once, whatever is asked of it. */
  #textsOf(node: object): ReadonlyMap<string, readonly XmlElement[]> {
    const known = this.#texts.get(node)
    if (known !== undefined) return known
    const texts = new Map<string, XmlElement[]>()
    const origin = this.#origins.get(node)
    for (const child of origin?.element.children ?? []) {
      const slot = origin?.table.byElement.get(child.name)?.text
      if (slot === undefined || slot.part !== undefined || !child.isRead || child.children.length > 0) continue
      const ofField = texts.get(slot.field)
      if (ofField === undefined) texts.set(slot.field, [child])
      else ofField.push(child)
    }
    this.#texts.set(node, texts)
    return texts
  }

  /**
   * Returns a loss for every element without children, attribute and stray text under `root` that was not read. All
   * elements, read or not, are counted in `counts`, which names what is to be counted.
   */
  unread(root: XmlElement, rules: DropRules, counts?: Map<string, number>): Loss[] {
    const losses: Loss[] = []
    const visit = (element: XmlElement, rule: DropRule): void => {
      this.#visitItself(element, rule, losses, counts)
      let namesRead: ReadonlySet<string> | undefined
      for (const child of element.children) {
        if (child.isRead && child.children.length === 0) this.#visitItself(child, rule, losses, counts)
        else if (child.isRead) visit(child, rule.coversAll ? rule : (rules.get(child.name) ?? rule))
        else {
          namesRead ??= namesReadOf(element.children)
          const isRepeated = namesRead.has(child.name)
          visit(child, rule.coversAll ? rule : isRepeated ? repeatedElement : (rules.get(child.name) ?? rule))
        }
      }
    }
    visit(root, rules.get(root.name) ?? unknownElement)
    return losses
  }

  #visitItself(element: XmlElement, rule: DropRule, losses: Loss[], counts: Map<string, number> | undefined): void {
    const { name, attributes, children, text, isRead } = element
    const count = counts?.get(name)
    if (count !== undefined) counts?.set(name, count + 1)
    for (const attribute in attributes) {
      if (isXmlMachinery(attribute)) continue
      losses.push(this.#lossAt(element, unknownAttribute, `/@${shownAttribute(element, attribute)}`))
    }
    if (children.length > 0) {
      if (text.trim() !== '') losses.push(this.#lossAt(element, strayText))
    } else if (!isRead) losses.push(this.#lossAt(element, text.trim() === '' ? emptyElement : rule))
  }

  #lossAt(element: XmlElement, { code, reason }: DropRule, suffix = ''): Loss {
    const path = this.#paths.pathOf(element) + suffix
    return { path, line: element.line, code, reason, disposition: 'dropped' }
  }
}

function namesReadOf(children: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(children.filter(({ isRead }) => isRead).map(({ name }) => name))
}

/** Adds to a list, which is made with its first item. */
function addTo(node: OpenNode, field: string, item: unknown): void {
  const list = node[field] as unknown[]
  if (list.length === 0) node[field] = [item]
  else list.push(item)
}

/**
 * Text of an element without the blanks that indent it; `undefined` if there is none. Notes are kept verbatim, their
 * columns can have a meaning.
 */
function textOf({ name, text }: XmlElement): string | undefined {
  // Mostly there is nothing to trim.
  if (text === '') return undefined
  if (isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1))) return text
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return name === 'NoteMessage' ? text : trimmed
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f
}

/** Namespace declarations and hints to schema validators. */
function isXmlMachinery(attribute: string): boolean {
  return /^(xmlns(:|$)|xml:|.+:(schemaLocation|noNamespaceSchemaLocation|nil|type)$)/.test(attribute)
}
