import type { TranscriptDocument } from '../../transcript/index.js'
import { elementTable } from '../element-table.js'
import { documentTable, transcriptTable } from '../message-tables.js'
import { codeLists } from './code-lists.js'
import { type Layout, layout, text } from './layout.js'
import { notes } from './organization-layout.js'
import { code, dateTime, exact, type ValueType } from './value-type.js'

/** What a message says of itself beside what the transcript model holds. */
export interface MessageDocument extends TranscriptDocument {
  readonly typeCode?: string | undefined
  readonly transmissionType?: string | undefined
  readonly requestTrackingId?: string | undefined
}

const messageTable = elementTable<MessageDocument>({
  ...documentTable.names,
  typeCode: 'DocumentTypeCode',
  transmissionType: 'TransmissionType',
  requestTrackingId: 'RequestTrackingID',
})
const required = { required: true }

/** An id of a document: it is unique at its sender. */
export const documentId: ValueType = exact({ '1.6': 35, '1.8': 36 })

/** What stands before sender and receiver. */
export const documentHead: Layout = layout(messageTable, [
  text('DocumentID', documentId, required),
  text('CreatedDateTime', dateTime, required),
  text('DocumentTypeCode', code(codeLists.DocumentType), required),
  text('TransmissionType', code(codeLists.TransmissionType), required),
])

/** What stands behind them. */
export const documentTail: Layout = layout(messageTable, [
  text('DocumentProcessCode', code(codeLists.DocumentProcess)),
  text('DocumentOfficialCode', code(codeLists.DocumentOfficial)),
  text('DocumentCompleteCode', code(codeLists.DocumentComplete)),
  text('RequestTrackingID', exact(35)),
  notes,
])

/** The remarks on the whole transcript. */
export const transcriptNotes: Layout = layout(transcriptTable, [notes])
