import { SourceDocumentError } from '../errors.js'
import type { XmlElement } from '../xml/index.js'

/** The error for an element without a part that makes it a transcript. */
export function incomplete(element: XmlElement, missing: string): SourceDocumentError {
  return new SourceDocumentError(
    'ERR_PESC_INCOMPLETE',
    `the ${element.name} on line ${element.line} holds no ${missing}`,
    { advice: 'Ask the sender for the whole message: without it there is nothing to make a record of' },
  )
}
