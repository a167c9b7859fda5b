import type { Transcript } from '../model/index.js'
import { type AnyFieldShape, type AnyShape, holdsMany, isOptional, shapeOf } from './node-shape.js'
import { transcriptShape } from './transcript-shape.js'

/**
 * The texts of a transcript, each by its path: `/records[1]/courses[2]/title`. Positions count from 1 and stand behind
 * the names of lists. The paths are those of the loss report.
 */
export type Facts = Map<string, string>

/** Returns every text of a transcript by its path. */
export function factsOf(transcript: Transcript): Facts {
  const facts: Facts = new Map()
  walk(transcript, '', (value, path) => {
    if (typeof value === 'string') facts.set(path, value)
  })
  return facts
}

/** Returns the path of every node of a transcript. */
export function pathsOf(transcript: Transcript): ReadonlyMap<object, string> {
  const paths = new Map<object, string>()
  walk(transcript, '', (value, path) => {
    if (typeof value === 'object' && value !== null) paths.set(value, path)
  })
  return paths
}

function walk(node: object, path: string, visit: (value: unknown, path: string) => void): void {
  visit(node, path)
  for (const [field, value] of Object.entries(node)) {
    const items = Array.isArray(value)
      ? value.map((item, index) => [item, `${path}/${field}[${index + 1}]`])
      : undefined
    for (const [item, itemPath] of items ?? [[value, `${path}/${field}`]]) {
      if (typeof item === 'object' && item !== null) walk(item, itemPath, visit)
      else visit(item, itemPath)
    }
  }
}

/** What stands below a path: the text itself, or fields with their items by position; a single value is at 0. */
interface Branch {
  text?: string
  readonly fields: Map<string, Map<number, Branch>>
}

/** What is known of a transcript besides its facts, and who is told what becomes of them. */
export interface FactsReading {
  /** Paths of nodes that exist even if no text of theirs is known. */
  readonly nodes?: Iterable<string>
  /** Is told each path that the model does not have. */
  readonly unknown?: (path: string) => void
  /** Is told every node that is made, with its path among the facts. */
  readonly made?: (node: object, path: string) => void
}

/**
 * Returns the transcript that facts tell of. Nodes without any text do not exist in it, except for those that are named,
 * and lists have no gaps. Paths that the model does not have are passed over.
 */
export function transcriptFromFacts(
  facts: ReadonlyMap<string, string>,
  { nodes = [], unknown = () => {}, made = () => {} }: FactsReading = {},
): Transcript {
  const root: Branch = { fields: new Map() }
  for (const path of nodes) {
    if (shapeOf(fieldAt(path)) !== undefined) branchAt(root, path)
  }
  for (const [path, text] of facts) {
    if (typeof fieldAt(path) === 'string') branchAt(root, path).text = text
    else unknown(path)
  }
  return nodeOf(root, transcriptShape, '', made) as unknown as Transcript
}

const segment = /^([A-Za-z]+)(?:\[([1-9]\d{0,6})\])?$/

/** Returns the field of the model that a path leads to, if it has one, at a position where it is a list. */
function fieldAt(path: string): AnyFieldShape | undefined {
  let field: AnyFieldShape | undefined = { required: () => transcriptShape }
  for (const part of path.split('/').slice(1)) {
    const [, name = '', position] = segment.exec(part) ?? []
    const shape: AnyShape | undefined = shapeOf(field)
    field = shape !== undefined && Object.hasOwn(shape, name) ? shape[name] : undefined
    const isList = field !== undefined && holdsMany(field)
    if (isList !== (position !== undefined)) return undefined
  }
  return field
}

function branchAt(root: Branch, path: string): Branch {
  let branch = root
  for (const part of path.split('/').slice(1)) {
    const [, name = '', position = '0'] = segment.exec(part) ?? []
    const items = branch.fields.get(name) ?? new Map<number, Branch>()
    const next = items.get(Number(position)) ?? { fields: new Map() }
    branch.fields.set(name, items.set(Number(position), next))
    branch = next
  }
  return branch
}

const noBranch: Branch = { fields: new Map() }

function nodeOf(
  branch: Branch,
  shape: AnyShape,
  path: string,
  made: (node: object, path: string) => void,
): Record<string, unknown> {
  const node: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(shape)) {
    const items = [...(branch.fields.get(name) ?? [])].sort(([one], [other]) => one - other)
    const of = shapeOf(field)
    const values = items.map(([position, item]) => {
      const itemPath = position === 0 ? `${path}/${name}` : `${path}/${name}[${position}]`
      return of === undefined ? item.text : nodeOf(item, of, itemPath, made)
    })
    if (values.length > 0) node[name] = holdsMany(field) ? values : values[0]
    else if (!isOptional(field)) {
      node[name] = of === undefined || holdsMany(field) ? [] : nodeOf(noBranch, of, `${path}/${name}`, made)
    }
  }
  made(node, path)
  return node
}
