import type { ContextSource, JsonObject, Quad } from '@testamur/documents'
import { canonicalize, labelledLines } from './canonical-labels.js'
import { nameStatements } from './named-statements.js'
import type { SelectiveDisclosureCryptosuite } from './suite.js'

/** The statements of a document as lines of N-Quads, in order, with the labels of a cryptosuite. */
export interface StatementGroups {
  readonly mandatory: readonly string[]
  readonly nonMandatory: readonly string[]
  /** Returns the lines of a part, and the labels of its nodes in the canonical order of the part. */
  disclose(pointers: readonly string[]): Promise<Disclosed | undefined>
}

/** What is disclosed of a document. */
export interface Disclosed {
  readonly lines: readonly string[]
  readonly labels: readonly string[]
}

/** What {@link groupStatements} works with. */
export interface GroupStatementsOptions {
  readonly contexts: ContextSource
  readonly suite: SelectiveDisclosureCryptosuite
  readonly hmacKey: Uint8Array
  readonly mandatoryPointers: readonly string[]
}

/**
 * Returns the statements of a document, those that mandatory pointers select and the others (canonicalizeAndGroup of VC DI
 * ECDSA Cryptosuites 1.0), or `undefined` when a part of the document is not a part of its statements.
 */
export async function groupStatements(
  document: JsonObject,
  statements: readonly Quad[],
  { contexts, suite, hmacKey, mandatoryPointers }: GroupStatementsOptions,
): Promise<StatementGroups | undefined> {
  const named = await nameStatements(document, statements, contexts)
  if (named === undefined) return undefined
  const labels = suite.labels((await canonicalize(named.whole)).labels, hmacKey)
  const linesOf = (quads: readonly Quad[]): string[] => [...new Set(labelledLines(quads, labels))].sort()
  const mandatoryPart = await named.part(mandatoryPointers)
  if (mandatoryPart === undefined) return undefined
  const mandatory = linesOf(mandatoryPart)
  const isMandatory = new Set(mandatory)
  return {
    mandatory,
    nonMandatory: linesOf(named.whole).filter((line) => !isMandatory.has(line)),
    async disclose(pointers) {
      const part = await named.part(pointers)
      if (part === undefined) return undefined
      const nodes = [...(await canonicalize(part)).labels].map(([node, label]) => [positionOf(label), node] as const)
      const inOrder = nodes.sort(([a], [b]) => a - b).map(([, node]) => labels.get(node) ?? '')
      return { lines: linesOf(part), labels: inOrder }
    },
  }
}

/** 12 for `c14n12`. */
const positionOf = (label: string): number => Number(label.replace('c14n', ''))
