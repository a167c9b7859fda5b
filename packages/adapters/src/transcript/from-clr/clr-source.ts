import { isObject, type JsonObject } from '@testamur/documents/json'
import type { Loss, LossCode } from '../interface.js'

/** Members that tell what a node is or which it is: a transcript has other means. */
const structural: ReadonlySet<string> = new Set([
  '@context',
  'id',
  'type',
  'achievementType',
  'resultType',
  'resultDescription',
  'validFrom',
  'sourceId',
  'targetId',
  'associationType',
  'identifierType',
])

const noPlace = {
  code: 'no-equivalent',
  reason: 'The transcript has no place for it, or says something else there',
} as const

/** Why members are lost, by name, wherever they stand. */
const reasons: Readonly<Record<string, { readonly code: LossCode; readonly reason: string }>> = {
  proof: { code: 'transport', reason: 'A proof covers the credential, and says nothing of a transcript' },
  credentialStatus: { code: 'transport', reason: 'A transcript is not revoked by a list' },
  refreshService: { code: 'transport', reason: 'A transcript is not refreshed' },
}

/**
 * A learner record as it is read into a transcript. It remembers what was read, so that it can name all that was not:
 * nothing is forgotten silently.
 */
export class ClrSource {
  readonly #used = new Map<object, Set<string>>()
  readonly #whole = new Set<object>()
  readonly #entries = new Map<object, { code: LossCode; reason: string }>()
  readonly #reduced = new Map<object, Map<string, string>>()

  /** Returns the text of a member, which counts as read; a number as the decimal it is. */
  text(node: JsonObject | undefined, member: string): string | undefined {
    const value = node?.[member]
    if (node === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined
    this.use(node, member)
    return String(value)
  }

  /** Returns the texts of a member, which is one or a list. */
  texts(node: JsonObject | undefined, member: string): string[] {
    if (node === undefined) return []
    this.use(node, member)
    return [node[member]].flat().filter((value) => typeof value === 'string')
  }

  /** Enters that a member of a node was read. */
  use(node: JsonObject, member: string): void {
    this.#used.set(node, (this.#used.get(node) ?? new Set()).add(member))
  }

  /** Returns the groups of a text that has a form. Only then it counts as read. */
  groups(node: JsonObject | undefined, member: string, form: RegExp): readonly (string | undefined)[] {
    const value = node?.[member]
    const match = typeof value === 'string' ? form.exec(value) : null
    if (node !== undefined && match !== null) this.use(node, member)
    return match?.slice(1) ?? []
  }

  /** Enters that a node was read with all that is in it. */
  useAll(node: JsonObject): void {
    this.#whole.add(node)
  }

  /** Enters why what is not read of a node is lost. */
  lose(node: JsonObject, code: LossCode, reason: string): void {
    this.#entries.set(node, { code, reason })
  }

  /** Enters that of a member only another form is carried, and why. */
  reduce(node: JsonObject, member: string, reason: string): void {
    this.#reduced.set(node, (this.#reduced.get(node) ?? new Map()).set(member, reason))
  }

  /**
   * Returns a loss for all that was not read, by its JSON Pointer: one for a whole node of which nothing was read.
   */
  losses(root: JsonObject): Loss[] {
    const losses: Loss[] = []
    const visit = (node: JsonObject, pointer: string): void => {
      if (this.#whole.has(node)) return
      const entry = this.#entries.get(node)
      if (entry !== undefined) losses.push({ path: pointer, ...entry, disposition: 'dropped' })
      else for (const [member, value] of Object.entries(node)) visitMember(node, member, value, pointer)
    }
    const visitMember = (node: JsonObject, member: string, value: unknown, pointer: string): void => {
      const path = `${pointer}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
      const reduced = this.#reduced.get(node)?.get(member)
      if (reduced !== undefined) losses.push({ path, code: 'no-equivalent', reason: reduced, disposition: 'reduced' })
      if (reduced !== undefined || this.#used.get(node)?.has(member) || value === null) return
      const rule = reasons[member]
      const items = Array.isArray(value) ? value.map((item, index) => [item, `${path}/${index}`] as const) : []
      if (rule !== undefined) losses.push({ path, ...rule, disposition: 'dropped' })
      else
        for (const [item, itemPath] of Array.isArray(value) ? items : [[value, path] as const]) {
          if (isObject(item) && this.#isRead(item)) visit(item, itemPath)
          else if (!structural.has(member) || (member === 'resultDescription' && isObject(item)))
            losses.push({ path: itemPath, ...this.#reasonFor(item), disposition: 'dropped' })
        }
    }
    visit(root, '')
    return losses
  }

  #reasonFor(item: unknown): { readonly code: LossCode; readonly reason: string } {
    return (isObject(item) && this.#entries.get(item)) || noPlace
  }

  /** True when something in a node was read. */
  #isRead(node: JsonObject): boolean {
    if (this.#whole.has(node) || this.#used.has(node)) return true
    return Object.values(node).some((value) => [value].flat().some((item) => isObject(item) && this.#isRead(item)))
  }
}

/** Returns the nodes of a member, which is one or a list. */
export function nodesIn(node: JsonObject | undefined, member: string): JsonObject[] {
  return [node?.[member]].flat().filter(isObject)
}
