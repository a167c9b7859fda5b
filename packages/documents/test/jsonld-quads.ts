import processor from 'jsonld'
import type { ContextSource } from '../src/contexts/interface.js'
import type { JsonObject } from '../src/json/interface.js'
import { documentLoader } from '../src/json-ld/document-loader.js'
import type { Quad } from '../src/json-ld/interface.js'
import { undefinedTerms } from '../src/terms/index.js'

interface Processor {
  (): Processor
  toRDF(input: object, options: object): Promise<readonly Quad[]>
}

/** Returns what jsonld.js in safe mode makes of a document, with no base IRI; `undefined` when it refuses. Used as the oracle. */
export async function jsonldQuads(document: JsonObject, contexts: ContextSource): Promise<readonly Quad[] | undefined> {
  const shared = processor as unknown as Processor
  // A processor repeats for later documents what it had to say of a context before, unless it is a new one.
  const jsonld = undefinedTerms(document, { contexts, maxFaults: 1 }).length === 0 ? shared : shared()
  const options = { safe: true, base: null, rdfDirection: 'i18n-datatype', documentLoader: documentLoader(contexts) }
  return jsonld.toRDF(document, options).catch(() => undefined)
}
