import type { JsonLd } from 'jsonld'
import { describeUrl } from '../json/describe-url.js'
import { excerpt } from '../json/excerpt.js'
import type { JsonObject } from '../json/interface.js'
import { jsonValueProblem } from '../json/json-value.js'
import type { Problem } from '../problem.js'
import { problem } from '../problems.js'
import { undefinedTerms } from '../terms/index.js'
import { coverageProblems } from './coverage.js'
import { documentLoader, UnknownContext } from './document-loader.js'
import { explainDropped } from './dropped-content.js'
import type { LinkedDataOptions, Quad, QuadsResult } from './interface.js'
import { contextPointer, culpritPointer } from './locate.js'

/** An event that jsonld.js raises in safe mode about content it would drop. */
interface SafeModeEvent {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Returns every RDF statement of a JSON-LD document, or the problems that say what RDF would lose or change: names that
 * no context defines, relative references, unknown contexts, contexts that contradict each other, numbers that would be
 * signed as others, names written as IRIs and keywords that hide content from readers of the JSON. Problems carry the
 * exact pointer. Never throws for a document, never uses the network; rejects when jsonld.js cannot be loaded, with the
 * reason that the runtime gives.
 *
 * This is the reference path: jsonld.js in safe mode (JSON-LD 1.1 API, deserialisation to RDF), with text direction as
 * i18n datatypes. It does not check what the document means, nor any proof.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { quadsFromDocument } from '@testamur/documents/json-ld'
 *
 * const document = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: 'https://uni.example/issuer',
 *   grade: 'A',
 * }
 * const result = await quadsFromDocument(document, { contexts: contextSource() })
 * if (!result.ok) console.log(result.problems[0]?.pointer) // /grade
 * ```
 */
export async function quadsFromDocument(document: JsonObject, options: LinkedDataOptions): Promise<QuadsResult> {
  if (document['@context'] === undefined) {
    return {
      ok: false,
      problems: [problem('context-missing', '', 'Without @context no name in the document has a meaning.')],
    }
  }
  const notJson = jsonValueProblem(document)
  if (notJson !== undefined) return { ok: false, problems: [notJson] }
  const uncovered = coverageProblems(document, options)
  if (uncovered.length > 0) return { ok: false, problems: uncovered }
  // Loaded on demand: whoever only parses or validates never pays for it. That it cannot be loaded, as in a bundle that
  // lacks it, is no fault of the document.
  const { default: jsonld } = await import('jsonld')
  try {
    return { ok: true, quads: await toRdf(jsonld, document, options) }
  } catch (error) {
    return { ok: false, problems: [await explain(error, jsonld, document, options)] }
  }
}

async function toRdf(shared: JsonLd, document: JsonObject, options: LinkedDataOptions): Promise<readonly Quad[]> {
  // What jsonld.js has to say against one context it keeps with others of the same document, and repeats for documents that
  // come later. So one with such a context gets a processor of its own.
  const isSound = undefinedTerms(document, { contexts: options.contexts, maxFaults: 1 }).length === 0
  const jsonld = isSound ? shared : shared()
  return (await jsonld.toRDF(document, {
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    documentLoader: documentLoader(options.contexts),
  })) as readonly Quad[]
}

/** The problem behind an error of jsonld.js. */
async function explain(
  error: unknown,
  jsonld: JsonLd,
  document: JsonObject,
  options: LinkedDataOptions,
): Promise<Problem> {
  const unknown = causes(error).find((cause) => cause instanceof UnknownContext)
  if (unknown instanceof UnknownContext) {
    return problem(
      'context-unknown',
      contextPointer(document, unknown.url),
      `The context ${describeUrl(unknown.url)} is not bundled, and contexts are never fetched. Supply it in "documents".`,
    )
  }
  const event = safeModeEvent(error)
  if (event !== undefined) {
    const pointer = await culpritPointer(document, event.details, async (pruned) => {
      const again = await toRdf(jsonld, pruned, options).then(() => undefined, safeModeEvent)
      return again?.code === event.code && JSON.stringify(again.details) === JSON.stringify(event.details)
    })
    return event.code === 'invalid property'
      ? problem(
          'term-undefined',
          pointer,
          `No context defines ${JSON.stringify(excerpt(String(event.details['property'])))}, so no proof would cover it. Remove it, or add the context that defines it.`,
        )
      : problem('value-not-covered', pointer, explainDropped(event.code))
  }
  const details = causes(error).map((cause) => (cause as { details?: { code?: unknown } }).details?.code)
  const code = details.findLast((value): value is string => typeof value === 'string')
  return code === undefined || !contextErrorPattern.test(code)
    ? problem(
        'document-not-linked-data',
        '',
        `The document is not well-formed JSON-LD (${code ?? 'unexpected structure'}).`,
      )
    : problem('context-invalid', '/@context', `The contexts cannot be combined (${code}).`)
}

const contextErrorPattern = /context|term|mapping|keyword|protected|IRI|vocab|@(version|import|propagate|base)/

/** The error and what caused it, outermost first. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let current = error; typeof current === 'object' && current !== null && chain.length < 8; ) {
    chain.push(current)
    const { cause, details } = current as { cause?: unknown; details?: { cause?: unknown } }
    current = details?.cause ?? cause
  }
  return chain
}

function safeModeEvent(error: unknown): SafeModeEvent | undefined {
  for (const cause of causes(error)) {
    const event = (cause as { details?: { event?: SafeModeEvent } }).details?.event
    if (event !== undefined) return event
  }
  return undefined
}
