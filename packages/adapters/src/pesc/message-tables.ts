import type { Transcript, TranscriptDocument } from '../transcript/index.js'
import { type ElementTable, elementTable } from './element-table.js'

// Elements of messages as such.

/** A `TransmissionData`. */
export const documentTable: ElementTable<TranscriptDocument> = elementTable<TranscriptDocument>({
  id: 'DocumentID',
  created: 'CreatedDateTime',
  process: 'DocumentProcessCode',
  official: 'DocumentOfficialCode',
  completeness: 'DocumentCompleteCode',
  notes: ['NoteMessage'],
})

type TranscriptNotes = Pick<Transcript, 'notes'>

/** A message, whose other parts differ from one to the other. */
export const transcriptTable: ElementTable<TranscriptNotes> = elementTable<TranscriptNotes>({ notes: ['NoteMessage'] })
