import type { Transcript } from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { documentTable } from './message-tables.js'
import { organizationTable } from './organization-tables.js'

/** Reads a `TransmissionData`, if there is one: the document, and who sent it. */
export function readTransmission(
  source: ElementSource,
  transmission: XmlElement | undefined,
): Pick<Transcript, 'document' | 'sender'> {
  if (transmission === undefined) return { document: { notes: [] }, sender: undefined }
  const origin = source.child(transmission, 'Source')
  const sender = origin && source.one(origin, 'Organization', (child) => source.node(child, organizationTable))
  return { document: source.node(transmission, documentTable), sender }
}
