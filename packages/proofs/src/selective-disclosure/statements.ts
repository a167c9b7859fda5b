import type { ContextSource, JsonObject, JsonValue, Problem, Quad, QuadsResult, RdfTerm } from '@testamur/documents'
import { childPointer } from '@testamur/documents/json'
import { quadsFromDocument } from '@testamur/documents/json-ld'
import { problem } from '../problems.js'
import type { SelectiveDisclosureCryptosuiteId } from './interface.js'

/** Every statement of a document and of its proof, or what neither proof nor disclosure would cover of it and of its proof. */
export type StatementsResult =
  | { readonly ok: true; readonly statements: readonly Quad[]; readonly proofStatements: readonly Quad[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What {@link readStatements} needs. */
export interface StatementsOptions {
  readonly contexts: ContextSource
  /** JSON Pointer of the proof. */
  readonly pointer: string
}

/**
 * Returns the statements of a document after both it and its proof were found to be covered: no name is undefined, no
 * value changes in RDF, and no text looks like a label of a node. What is wrong in the proof is under `pointer`.
 */
export async function readStatements(
  document: JsonObject,
  proof: JsonObject,
  { contexts, pointer }: StatementsOptions,
): Promise<StatementsResult> {
  const ofDocument = await readCovered(document, contexts)
  // What is wrong with the contexts would be told twice.
  if (!ofDocument.ok && ofDocument.problems.some(({ code }) => code.startsWith('context-'))) return ofDocument
  const { proofValue: _, ...proofOptions } = proof
  const ofProof = await readCovered({ ...proofOptions, '@context': document['@context'] }, contexts)
  if (ofDocument.ok && ofProof.ok) return { ok: true, statements: ofDocument.quads, proofStatements: ofProof.quads }
  const inProof = problemsOf(ofProof).map((found) => ({ ...found, pointer: pointer + found.pointer }))
  return { ok: false, problems: [...problemsOf(ofDocument), ...inProof] }
}

const problemsOf = (result: QuadsResult): readonly Problem[] => (result.ok ? [] : result.problems)

async function readCovered(document: JsonObject, contexts: ContextSource): Promise<QuadsResult> {
  const read = await quadsFromDocument(document, { contexts })
  if (!read.ok) return read
  const text = read.quads.flatMap(textsOf).find((text) => labelPattern.test(text))
  if (text === undefined) return read
  const detail =
    'The text holds "_:" or "urn:bnid:", which these cryptosuites would take for a label. Write it otherwise.'
  return { ok: false, problems: [problem('value-not-covered', pointerOf(document, ''), detail)] }
}

/**
 * The packages replace the labels of nodes in lines of text, and so whatever looks like one: two texts that differ only
 * behind `_:` would be signed as the same.
 */
const labelPattern = /_:|urn:bnid:/

function textsOf({ subject, predicate, object, graph }: Quad): string[] {
  return [subject, predicate, object, graph].flatMap((term: RdfTerm) => {
    if (term.termType === 'BlankNode') return []
    return term.termType === 'Literal' ? [term.value, term.datatype.value] : [term.value]
  })
}

/** Where the first such text stands; the whole document when contexts have made it. */
function pointerOf(value: JsonValue | undefined, pointer: string): string {
  if (typeof value === 'string') return labelPattern.test(value) ? pointer : ''
  if (typeof value !== 'object' || value === null) return ''
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [member, child] of members) {
    const found = member === '@context' ? '' : pointerOf(child, childPointer(pointer, member))
    if (found !== '') return found
  }
  return ''
}

/** The problem of a statement that stands twice, which other implementations would sign once. */
export function repeatedStatement(statements: readonly Quad[]): Problem | undefined {
  const lines = statements.map((statement) => JSON.stringify(statement))
  if (new Set(lines).size === lines.length) return undefined
  return problem('duplicate-statement', '', 'A value stands twice in two spellings. Write it once.')
}

/** The problem behind an error of canonicalisation, when the document is the reason. */
export function canonicalizationProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error && error.message.startsWith('Maximum deep iterations exceeded'))) return undefined
  const detail = 'Too many of its objects without an id look alike. Give them ids, or leave out repetitions.'
  return problem('canonicalization-limit', '', detail)
}

/** BBS takes milliseconds for every statement, withheld or not, so a proof could keep a verifier busy for hours. */
const maxBbsStatements = 5000

/** The problem of a proof over more statements than are signed or checked. */
export function statementLimit(
  cryptosuite: SelectiveDisclosureCryptosuiteId,
  statements: number,
  pointer: string,
): Problem | undefined {
  if (cryptosuite !== 'bbs-2023' || statements <= maxBbsStatements) return undefined
  const detail = `bbs-2023 is for up to ${maxBbsStatements} statements; here are ${statements}. Sign with ecdsa-sd-2023.`
  return problem('proof-limit', pointer, detail)
}

/** The problem of a document whose parts say something else than the document does. */
export function indivisible(): Problem {
  const detail = 'It holds JSON as a value, or texts by language, of which no part can be disclosed alone.'
  return problem('value-not-covered', '', detail)
}
