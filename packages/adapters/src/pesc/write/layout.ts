import type { ElementTable } from '../element-table.js'
import type { PescVersion } from './interface.js'
import type { ValueType } from './value-type.js'

/**
 * The elements of a node in the order that the schemas demand, with what each may hold. Which field an element holds is
 * said by the reader's own table, so that both directions agree.
 */
export interface Layout {
  readonly table: ElementTable<never>
  readonly rows: readonly Row[]
}

/** What stands at one place in the order of elements. */
export type Row = TextRow | ChoiceRow | NodeRow

/** An element that holds a text. */
export interface TextRow {
  readonly kind: 'text'
  readonly element: string
  readonly type: ValueType
  readonly required: boolean
  /** How many of it there may be. */
  readonly max: number
  readonly since: PescVersion
}

/** Elements of which only one may be there: the first that has a text. */
export interface ChoiceRow {
  readonly kind: 'choice'
  readonly rows: readonly TextRow[]
  readonly required: boolean
}

/** An element that holds a node, or several of its name. */
export interface NodeRow {
  readonly kind: 'node'
  readonly element: string
  readonly layoutOf: (node: object) => Layout
  /** The nodes, where they are not those of the field that the table names. */
  readonly of: ((parent: object) => readonly object[]) | undefined
  readonly required: boolean
  readonly since: PescVersion
}

interface RowOptions {
  readonly required?: boolean
  readonly since?: PescVersion
}

/** Makes a layout by the reader's table. */
export function layout<Node>(table: ElementTable<Node>, rows: readonly Row[]): Layout {
  return { table: table as ElementTable<never>, rows }
}

/** A row for an element with a text. */
export function text(element: string, type: ValueType, options: RowOptions & { readonly max?: number } = {}): TextRow {
  const { required = false, max = Number.POSITIVE_INFINITY, since = '1.6' } = options
  return { kind: 'text', element, type, required, max, since }
}

/** A row for elements of which only one may be there. */
export function oneOf(rows: readonly TextRow[], { required = false }: RowOptions = {}): ChoiceRow {
  return { kind: 'choice', rows, required }
}

/** A row for elements with nodes. `layoutOf` may depend on the node, and `of` may find nodes elsewhere than the reader. */
export function nodes<Parent extends object, Node extends object>(
  element: string,
  layoutOf: Layout | ((node: Node) => Layout),
  options: RowOptions & { readonly of?: (parent: Parent) => readonly Node[] } = {},
): NodeRow {
  const { required = false, since = '1.6', of } = options
  const chosen = typeof layoutOf === 'function' ? (layoutOf as (node: object) => Layout) : () => layoutOf
  return { kind: 'node', element, layoutOf: chosen, of: of as NodeRow['of'], required, since }
}
