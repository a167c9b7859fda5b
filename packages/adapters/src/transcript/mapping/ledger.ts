import type { Loss, LossCode, Provenance } from '../interface.js'

/** Fields of a node that are text or lists of text: what a mapper carries over or loses. */
export type TextField<Node> = {
  [Field in keyof Node]-?: NonNullable<Node[Field]> extends string | readonly string[] ? Field : never
}[keyof Node] &
  string

/** What became of a field, or of one item of a list. */
type Entry = 'used' | Pick<Loss, 'code' | 'reason' | 'disposition'>

/** Stands for a whole field, beside the indexes of single items. */
const whole = -1

const noPlaceInClr: Loss['reason'] = 'Open Badges 3.0 and CLR 2.0 have no place for it'

/**
 * Accounts for every text of a transcript. The mapper takes values only through it, so in the end it knows what was
 * never taken: that is lost, whether someone thought of it or not.
 */
export class Ledger {
  readonly #entries = new Map<object, Map<string, Map<number, Entry>>>()
  readonly #provenance: Provenance | undefined

  readonly #noPlace: Entry

  /** `noPlace` says why what nothing takes is lost. */
  constructor(provenance?: Provenance, noPlace: string = noPlaceInClr) {
    this.#provenance = provenance
    this.#noPlace = { code: 'no-equivalent', reason: noPlace, disposition: 'dropped' }
  }

  /** Returns the value of a field, which counts as carried. */
  use<Node extends object, Field extends TextField<Node>>(node: Node, field: Field): Node[Field] {
    this.#enter(node, field, whole, 'used')
    return node[field]
  }

  /** Returns the first of a list; the others stay unaccounted for. */
  useFirst<Node extends object, Field extends TextField<Node>>(node: Node, field: Field): string | undefined {
    this.#enter(node, field, 0, 'used')
    const list: unknown = node[field]
    return Array.isArray(list) && typeof list[0] === 'string' ? list[0] : undefined
  }

  /** Enters that fields are lost, or that only a part of them is carried. */
  lose<Node extends object>(
    node: Node,
    fields: TextField<Node> | readonly TextField<Node>[],
    code: LossCode,
    reason: string,
    disposition: Loss['disposition'] = 'dropped',
  ): void {
    for (const field of typeof fields === 'string' ? [fields] : fields) {
      this.#enter(node, field, whole, { code, reason, disposition })
    }
  }

  /** Enters the same loss for all that a node and its children hold and that was not entered yet. */
  loseRest(node: object, code: LossCode, reason: string, except: readonly string[] = []): void {
    for (const [field, value] of Object.entries(node)) {
      if (except.includes(field)) continue
      for (const [index, item] of itemsOf(value)) {
        if (typeof item === 'object' && item !== null) this.loseRest(item, code, reason)
        else if (this.#entryOf(node, field, index) === undefined) {
          this.#enter(node, field, index, { code, reason, disposition: 'dropped' })
        }
      }
    }
  }

  /** Enters that all is carried that a node and its children hold and that was not entered yet. */
  carryRest(node: object): void {
    for (const [field, value] of Object.entries(node)) {
      for (const [index, item] of itemsOf(value)) {
        if (typeof item === 'object' && item !== null) this.carryRest(item)
        else if (this.#entryOf(node, field, index) === undefined) this.#enter(node, field, index, 'used')
      }
    }
  }

  /** Enters what became of one item of a list, or of a field that holds one text. */
  enter(node: object, field: string, index: number | undefined, entry: 'used' | Omit<Loss, 'path' | 'line'>): void {
    this.#enter(node, field, index ?? whole, entry)
  }

  /** Enters the same loss for all that a node and its children hold, whatever was entered before. */
  drop(node: object, code: LossCode, reason: string): void {
    for (const [field, value] of Object.entries(node)) {
      this.#entries.get(node)?.delete(field)
      for (const [index, item] of itemsOf(value)) {
        if (typeof item === 'object' && item !== null) this.drop(item, code, reason)
        else this.#enter(node, field, index, { code, reason, disposition: 'dropped' })
      }
    }
  }

  /** Enters that of all that a node and its children hold and that was used, only another form is carried. */
  reduce(node: object, code: LossCode, reason: string): void {
    for (const [field, value] of Object.entries(node)) {
      for (const [index, item] of itemsOf(value)) {
        if (typeof item === 'object' && item !== null) this.reduce(item, code, reason)
        else if (this.#entryOf(node, field, index) === 'used') {
          this.#enter(node, field, index, { code, reason, disposition: 'reduced' })
        }
      }
    }
  }

  /** Returns what was lost of `root` and everything in it, in its order. */
  losses(root: object): Loss[] {
    return this.#lost(root).map(({ loss }) => loss)
  }

  /** Returns the paths in `root` of what was lost, whatever they are called in the source. */
  lostPaths(root: object): ReadonlySet<string> {
    return new Set(this.#lost(root).map(({ path }) => path))
  }

  #lost(root: object): { readonly path: string; readonly loss: Loss }[] {
    const lost: { path: string; loss: Loss }[] = []
    const visit = (node: object, path: string): void => {
      for (const [field, value] of Object.entries(node)) {
        for (const [index, item] of itemsOf(value)) {
          const itemPath = index === whole ? `${path}/${field}` : `${path}/${field}[${index + 1}]`
          if (typeof item === 'object' && item !== null) visit(item, itemPath)
          else if (typeof item === 'string') {
            const entry = this.#entryOf(node, field, index) ?? this.#noPlace
            if (entry === 'used') continue
            const place = this.#provenance?.locate(node, field, Math.max(index, 0)) ?? { path: itemPath }
            lost.push({ path: itemPath, loss: { ...place, ...entry } })
          }
        }
      }
    }
    visit(root, '')
    return lost
  }

  #enter(node: object, field: string, index: number, entry: Entry): void {
    const fields = this.#entries.get(node) ?? new Map<string, Map<number, Entry>>()
    const items = fields.get(field) ?? new Map<number, Entry>()
    this.#entries.set(node, fields.set(field, items.set(index, entry)))
  }

  #entryOf(node: object, field: string, index: number): Entry | undefined {
    const items = this.#entries.get(node)?.get(field)
    return items?.get(index) ?? items?.get(whole)
  }
}

/** Items of a list with their indexes; a single value stands for its whole field. */
function itemsOf(value: unknown): [index: number, item: unknown][] {
  return Array.isArray(value) ? value.map((item, index) => [index, item]) : [[whole, value]]
}
