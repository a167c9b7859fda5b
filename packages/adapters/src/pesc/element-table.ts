/** Fields of a transcript's node that hold one text. */
type TextField<Node> = {
  [Field in keyof Node]-?: NonNullable<Node[Field]> extends string ? Field : never
}[keyof Node]

/** Fields that hold a list of texts. */
type TextListField<Node> = {
  [Field in keyof Node]-?: NonNullable<Node[Field]> extends readonly string[] ? Field : never
}[keyof Node]

/** The PESC element of every field that is text: its name, or its name in brackets where it may repeat. */
export type ElementNames<Node> = { readonly [Field in TextField<Node>]: string } & {
  readonly [Field in TextListField<Node>]: readonly [string]
}

/** Fields that are nodes themselves, or lists of nodes. */
type NodeFields<Node> = Omit<Node, TextField<Node> | TextListField<Node>>

/** Where each field comes from that is a node or a list of nodes. */
export type NodeSources<Node> = {
  readonly [Field in keyof NodeFields<Node>]: NodeSource<NonNullable<NodeFields<Node>[Field]>>
}

/** Where one such field comes from. The type is that of the field's value. */
export interface NodeSource<Value> {
  /** The elements that become the node or the items, and the table of each. */
  readonly elements: readonly ChildElement[]
  readonly isList: boolean
  /** The field holds texts of the element itself, by this table. */
  readonly part?: ElementTable<never> | undefined
  /** What stands in the field where there is no element. */
  readonly otherwise: Value | undefined
}

/** An element that becomes a node. */
export interface ChildElement {
  readonly name: string
  /** A function, since tables can be recursive. */
  readonly table: () => ElementTable<never>
  /** Name of the elements in it that become the nodes, where it is only a list of them. */
  readonly items?: string | undefined
}

/** The fields of a node, and the element of each: read in one direction, written in the other. */
export interface ElementTable<Node> {
  readonly names: ElementNames<Node>
  /** Where the content of an element goes. */
  readonly byElement: ReadonlyMap<string, TableEntry>
  /** Fields that hold texts of the element itself, each with its table. */
  readonly parts: readonly (readonly [field: string, table: ElementTable<never>])[]
  /** An empty node. Nodes that begin as its copy have one shape, which is fast to fill and small to keep. */
  readonly blank: Blank
  /** Copies the empty node. */
  readonly copy: CopyBlank
}

type Blank = Readonly<Record<string, unknown>>

/**
 * `(blank) => ({ ...blank })`. A table of which there are many nodes brings an arrow function of its own: V8 makes code for
 * the one shape that it copies, five times faster than code for all shapes.
 */
export type CopyBlank = (blank: Blank) => Record<string, unknown>

/** Where an element goes: by its text, if it holds no elements, else as a node. */
export interface TableEntry {
  readonly text?: Slot | undefined
  readonly node?: (Slot & ChildElement) | undefined
}

/** A field of a node, or of a part of it. */
export interface Slot {
  readonly field: string
  readonly isList: boolean
  readonly part: string | undefined
}

type TableOf<Node> = ElementTable<Node> | (() => ElementTable<Node>)

const none: readonly never[] = Object.freeze([])

/** A field that is the node of the first element of a name. */
export function nodeFrom<Node>(name: string, table: TableOf<Node>, otherwise?: Node): NodeSource<Node> {
  return { elements: [{ name, table: thunk(table) }], isList: false, otherwise }
}

/** A field that lists the nodes of all elements of a name, or of names, each with its table. */
export function nodesFrom<Node>(...elements: readonly [string, TableOf<Node>][]): NodeSource<readonly Node[]> {
  return {
    elements: elements.map(([name, table]) => ({ name, table: thunk(table) })),
    isList: true,
    otherwise: none,
  }
}

/** A field that lists the nodes of the elements `items` in the first element of a name. */
export function itemsOf<Node>(name: string, items: string, table: TableOf<Node>): NodeSource<readonly Node[]> {
  return { elements: [{ name, items, table: thunk(table) }], isList: false, otherwise: none }
}

/** A field that holds texts of the element itself. */
export function partOf<Node>(table: ElementTable<Node>): NodeSource<Node> {
  return { elements: [], isList: false, part: table as ElementTable<never>, otherwise: undefined }
}

function thunk<Node>(table: TableOf<Node>): () => ElementTable<never> {
  return (typeof table === 'function' ? table : () => table) as () => ElementTable<never>
}

/** Makes the table of a node; the compiler sees that no field is forgotten. */
export function elementTable<Node>(
  names: ElementNames<Node>,
  ...[nodes, copy = (blank) => ({ ...blank })]: Record<never, never> extends NodeSources<Node>
    ? [nodes?: NodeSources<Node>, copy?: CopyBlank]
    : [nodes: NodeSources<Node>, copy?: CopyBlank]
): ElementTable<Node> {
  const byElement = new Map<string, TableEntry>()
  const blank: [field: string, value: unknown][] = []
  const parts: [string, ElementTable<never>][] = []
  for (const [field, name] of Object.entries(names as Readonly<Record<string, string | readonly [string]>>)) {
    const isList = typeof name !== 'string'
    blank.push([field, isList ? none : undefined])
    addEntry(byElement, isList ? name[0] : name, { text: { field, isList, part: undefined } })
  }
  for (const [field, source] of Object.entries((nodes ?? {}) as Readonly<Record<string, NodeSource<unknown>>>)) {
    const { elements, isList, part, otherwise } = source
    blank.push([field, otherwise])
    for (const child of elements)
      addEntry(byElement, child.name, { node: { ...child, field, isList, part: undefined } })
    if (part === undefined) continue
    parts.push([field, part])
    for (const [name, { text, node }] of part.byElement) {
      addEntry(byElement, name, { text: text && { ...text, part: field }, node: node && { ...node, part: field } })
    }
  }
  // Made at once it is an object with a shape; made member by member it would be a dictionary, ten times slower to copy.
  return { names, byElement, parts, blank: Object.fromEntries(blank), copy }
}

function addEntry(byElement: Map<string, TableEntry>, name: string, entry: TableEntry): void {
  const known = byElement.get(name)
  byElement.set(name, { text: entry.text ?? known?.text, node: entry.node ?? known?.node })
}
