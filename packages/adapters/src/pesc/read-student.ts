import type { Transcript } from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { incomplete } from './incomplete.js'
import { learnerTable } from './learner-tables.js'
import { transcriptTable } from './message-tables.js'
import { readTransmission } from './read-transmission.js'
import { recordTable } from './record-tables.js'
import { testTable } from './test-tables.js'

/**
 * Reads a `CollegeTranscript` or `HighSchoolTranscript`: they differ in what they say of the person, which is not read.
 * Throws `ERR_PESC_INCOMPLETE` when it has no student or no academic record.
 */
export function readStudentTranscript(source: ElementSource, element: XmlElement): Transcript {
  const student = source.child(element, 'Student')
  if (student === undefined) throw incomplete(element, 'Student')
  const records = source.each(student, 'AcademicRecord', (child) => source.node(child, recordTable))
  if (records.length === 0) throw incomplete(student, 'AcademicRecord')
  return source.extend(source.node(element, transcriptTable), {
    ...readTransmission(source, source.child(element, 'TransmissionData')),
    learner: source.one(student, 'Person', (child) => source.node(child, learnerTable)) ?? { agencyIdentifiers: [] },
    records,
    tests: source.each(student, 'Tests', (child) => source.node(child, testTable)),
  })
}
