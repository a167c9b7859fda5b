import processor from 'jsonld'
import type { ContextSource } from '../src/contexts/interface.js'
import type { JsonObject } from '../src/json/interface.js'
import { documentLoader } from '../src/json-ld/document-loader.js'

/** What jsonld.js finds in a document, were it in safe mode; used as the oracle. */
export interface SafeModeReport {
  /** What safe mode refuses: the code of each event, and the name, type or IRI that it is about. */
  readonly events: readonly { readonly code: string; readonly name: string }[]
  /** The code, or the message, of the error that ended the expansion. */
  readonly error: string | undefined
  /** True when something refers to nothing, which jsonld.js passes over without an event. */
  readonly hasEmptyReference: boolean
  /** False when jsonld.js broke down on what it had expanded, outside of safe mode. */
  readonly isConverted: boolean
}

interface Event {
  readonly level: string
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

interface Processor {
  (): Processor
  expand(input: object, options: object): Promise<object>
  toRDF(input: object, options: object): Promise<unknown>
}

/** Converts a document to RDF with jsonld.js and no base IRI, and returns what safe mode would refuse on the way. */
export async function safeModeReport(document: JsonObject, contexts: ContextSource): Promise<SafeModeReport> {
  // One processor for all would repeat what it had to say of contexts before.
  const jsonld = (processor as unknown as Processor)()
  const events: { code: string; name: string }[] = []
  const options = {
    base: null,
    rdfDirection: 'i18n-datatype',
    documentLoader: documentLoader(contexts),
    eventHandler: ({ event, next }: { event: Event; next: () => void }) => {
      const { property, type, id, object, subject, graph } = event.details
      if (event.level === 'warning') {
        events.push({ code: event.code, name: String(property ?? type ?? id ?? object ?? subject ?? graph) })
      }
      next()
    },
  }
  try {
    const expanded = await jsonld.expand(structuredClone(document), options)
    const hasEmptyReference = /"@id":(?:null|"")/.test(JSON.stringify(expanded))
    const isConverted = await jsonld.toRDF(expanded, { ...options, skipExpansion: true }).then(
      () => true,
      () => false,
    )
    return { events, error: undefined, hasEmptyReference, isConverted }
  } catch (error) {
    return { events, error: codeOf(error), hasEmptyReference: false, isConverted: false }
  }
}

/** The code of an error of jsonld.js or of what caused it. */
function codeOf(error: unknown): string {
  const { details, message } = error as { details?: { code?: string; cause?: unknown }; message: string }
  return details?.code ?? (details?.cause === undefined ? message : codeOf(details.cause))
}
