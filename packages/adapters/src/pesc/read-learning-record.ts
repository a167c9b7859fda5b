import type { AcademicRecord, Transcript } from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { incomplete } from './incomplete.js'
import { learnerTable } from './learner-tables.js'
import { transcriptTable } from './message-tables.js'
import { readTransmission } from './read-transmission.js'
import { certificateTable, learningTable } from './record-tables.js'

/**
 * Reads a `LearningRecord`. The awards of its `DocumentProduction`, for which a certificate is to be made, are the
 * sender's word like the others, and stand in a record of their own. Throws `ERR_PESC_INCOMPLETE` when it has no
 * details, or neither learning nor an award.
 */
export function readLearningRecord(source: ElementSource, element: XmlElement): Transcript {
  const detail = source.child(element, 'LearningRecordDetail')
  if (detail === undefined) throw incomplete(element, 'LearningRecordDetail')
  const certificate = source.one(element, 'DocumentProduction', (child) => readCertificate(source, child))
  const records = [
    ...(certificate === undefined || certificate.awards.length === 0 ? [] : [certificate]),
    ...source.each(detail, 'AcademicLearning', (child) => source.node(child, learningTable)),
  ]
  if (records.length === 0) throw incomplete(detail, 'AcademicLearning')
  return source.extend(source.node(element, transcriptTable), {
    ...readTransmission(source, source.child(element, 'TransmissionData')),
    learner: source.one(detail, 'Person', (child) => source.node(child, learnerTable)) ?? { agencyIdentifiers: [] },
    records,
    tests: [],
  })
}

function readCertificate(source: ElementSource, element: XmlElement): AcademicRecord {
  const { awards } = source.node(element, certificateTable)
  return { awards, summaries: [], sessions: [], courses: [], additionalAchievements: [], notes: [] }
}
