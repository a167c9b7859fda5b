import { SourceDocumentError } from '../errors.js'
import type { Loss, Provenance, Transcript, TranscriptDocument } from '../transcript/index.js'
import type { XmlElement, XmlRecord } from '../xml/index.js'
import { dropRules } from './drop-rules.js'
import { ElementSource } from './element-source.js'
import { elementTable } from './element-table.js'
import { countedElements, type ElementCounts } from './interface.js'
import { readAcademicRecord, readTest } from './read-academic-record.js'
import { readLearner } from './read-learner.js'
import { readOrganization } from './read-organization.js'

/** A transcript that was read, where its values stood, and what was not read into it. */
export interface ReadTranscript {
  readonly transcript: Transcript
  /** How many elements were read, by name. */
  readonly counts: ElementCounts
  /** What the transcript model does not hold, in document order. */
  readonly losses: readonly Loss[]
  /** Where the values of the transcript stood: hand it to `clrFromTranscript`. */
  readonly provenance: Provenance
}

const documentTable = elementTable<TranscriptDocument>({
  id: 'DocumentID',
  created: 'CreatedDateTime',
  process: 'DocumentProcessCode',
  official: 'DocumentOfficialCode',
  completeness: 'DocumentCompleteCode',
  notes: ['NoteMessage'],
})
const transcriptTable = elementTable<Transcript>({ notes: ['NoteMessage'] })

/** Reads one `CollegeTranscript` message. Throws `ERR_PESC_INCOMPLETE` when it has no student or no academic record. */
export function readTranscript({ element, outside }: XmlRecord): ReadTranscript {
  const source = new ElementSource()
  const transmission = source.child(element, 'TransmissionData')
  const origin = transmission && source.child(transmission, 'Source')
  const student = source.child(element, 'Student')
  if (student === undefined) throw incomplete(element, 'Student')
  const transcript = source.node<Transcript>(element, transcriptTable, {
    document: transmission === undefined ? { notes: [] } : source.node(transmission, documentTable, {}),
    sender: origin && source.one(origin, 'Organization', (child) => readOrganization(source, child)),
    learner: source.one(student, 'Person', (child) => readLearner(source, child)) ?? { agencyIdentifiers: [] },
    records: source.each(student, 'AcademicRecord', (child) => readAcademicRecord(source, child)),
    tests: source.each(student, 'Tests', (child) => readTest(source, child)),
  })
  if (transcript.records.length === 0) throw incomplete(student, 'AcademicRecord')
  return {
    transcript,
    counts: countsOf(source),
    losses: [...outside, element].flatMap((root) => source.unread(root, dropRules)),
    provenance: source,
  }
}

function incomplete(element: XmlElement, missing: string): SourceDocumentError {
  return new SourceDocumentError(
    'ERR_PESC_INCOMPLETE',
    `the ${element.name} on line ${element.line} holds no ${missing}`,
    {
      advice: 'A transcript has a Student with at least one AcademicRecord',
    },
  )
}

function countsOf(source: ElementSource): ElementCounts {
  return Object.fromEntries(
    countedElements.flatMap((name) => {
      const count = source.counts.get(name)
      return count === undefined ? [] : [[name, count]]
    }),
  )
}
