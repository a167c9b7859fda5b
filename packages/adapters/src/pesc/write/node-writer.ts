import type { Ledger } from '../../transcript/mapping/ledger.js'
import type { Slot } from '../element-table.js'
import { escapeXml } from './escape-xml.js'
import type { PescVersion } from './interface.js'
import type { Layout, NodeRow, Row, TextRow } from './layout.js'

type AnyNode = Readonly<Record<string, unknown>>

/** Writes nodes by their layouts, and enters into a ledger what became of every text. */
export class NodeWriter {
  readonly #ledger: Ledger
  readonly #version: PescVersion

  constructor(ledger: Ledger, version: PescVersion) {
    this.#ledger = ledger
    this.#version = version
  }

  /**
   * Returns the lines of an element; none when nothing of the node can be written. An element without one that the
   * schemas demand would be invalid: it is left out, and everything in it a loss.
   */
  write(element: string, node: object, layout: Layout): string[] {
    const { lines, missing } = this.#content(node as AnyNode, layout)
    if (missing === undefined) return lines.length === 0 ? [] : wrapped(element, lines)
    this.#ledger.drop(node, 'incomplete', `${element} needs ${missing}, which is missing`)
    return []
  }

  /** Returns the lines of a node's elements, without an element around them. */
  inside(node: object, layout: Layout): string[] {
    return this.#content(node as AnyNode, layout).lines
  }

  /** The lines of a node, and the first element that is demanded and not there. */
  #content(node: AnyNode, layout: Layout): { readonly lines: string[]; readonly missing: string | undefined } {
    const lines: string[] = []
    let missing: string | undefined
    for (const row of layout.rows) {
      const written = this.#row(node, row, layout)
      lines.push(...written)
      if (row.required && written.length === 0) missing ??= nameOf(row)
    }
    return { lines, missing }
  }

  #row(node: AnyNode, row: Row, layout: Layout): string[] {
    if (row.kind === 'text') return this.#text(node, row, layout)
    if (row.kind === 'node') return this.#nodes(node, row, layout)
    for (const each of row.rows) {
      const written = this.#text(node, each, layout)
      if (written.length > 0) return written
    }
    return []
  }

  #text(node: AnyNode, { element, type, max, since }: TextRow, { table }: Layout): string[] {
    const slot = table.byElement.get(element)?.text
    if (slot === undefined || isLater(since, this.#version)) return []
    const holder = holderOf(node, slot)
    const lines: string[] = []
    for (const [item, index] of itemsOf(holder[slot.field])) {
      if (typeof item !== 'string' || item === '' || lines.length >= max) continue
      const { texts, loss } = type(item, this.#version)
      const disposition = texts.length > 0 ? 'reduced' : 'dropped'
      this.#ledger.enter(holder, slot.field, index, loss === undefined ? 'used' : { ...loss, disposition })
      lines.push(...texts.map((each) => `<${element}>${escapeXml(each)}</${element}>`))
    }
    return lines
  }

  #nodes(node: AnyNode, { element, layoutOf, of, since }: NodeRow, { table }: Layout): string[] {
    if (isLater(since, this.#version)) return []
    const slot = table.byElement.get(element)?.node
    const found = slot === undefined ? [] : [holderOf(node, slot)[slot.field] ?? []].flat()
    const children = (of?.(node) ?? found).filter((child) => typeof child === 'object' && child !== null)
    const inner = slot?.items
    const lines = children.flatMap((child: object) => this.write(inner ?? element, child, layoutOf(child)))
    return inner === undefined || lines.length === 0 ? lines : wrapped(element, lines)
  }
}

/** Lines inside an element. A line may hold a text with line feeds, which no blanks must come into. */
export function wrapped(element: string, lines: readonly string[], attributes = ''): string[] {
  return [`<${element}${attributes}>`, ...lines.map((line) => `  ${line}`), `</${element}>`]
}

/** The node that has a field: itself, or the part of it that the table names. */
function holderOf(node: AnyNode, { part }: Slot): AnyNode {
  return part === undefined ? node : ((node[part] ?? {}) as AnyNode)
}

function itemsOf(value: unknown): readonly (readonly [item: unknown, index: number | undefined])[] {
  return Array.isArray(value) ? value.map((item, index) => [item, index] as const) : [[value, undefined]]
}

function isLater(since: PescVersion, version: PescVersion): boolean {
  return since === '1.8' && version === '1.6'
}

function nameOf(row: Row): string {
  return row.kind === 'choice' ? row.rows.map(({ element }) => element).join(' or ') : row.element
}
