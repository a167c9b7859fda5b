import type { Learner, Transcript } from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import { activitiesTable } from './activity-tables.js'
import type { ElementSource } from './element-source.js'
import { incomplete } from './incomplete.js'
import { learnerTable } from './learner-tables.js'
import { readEducationTest } from './read-education-test.js'
import { readTransmission } from './read-transmission.js'
import { recordTable } from './record-tables.js'

/**
 * Reads one `TestStudent` of a `TestScoreReport`, whose `TransmissionData` holds for all its students. Throws
 * `ERR_PESC_INCOMPLETE` when it has neither tests nor an academic record.
 */
export function readTestStudent(
  source: ElementSource,
  element: XmlElement,
  transmission: XmlElement | undefined,
): Transcript {
  const tests = source.each(element, 'EducationTests', (child) => readEducationTest(source, child))
  const records = source.each(element, 'AcademicRecord', (child) => source.node(child, recordTable))
  if (tests.length === 0 && records.length === 0) throw incomplete(element, 'EducationTests')
  return {
    ...readTransmission(source, transmission),
    learner: source.one(element, 'TestPerson', (child) => readTestPerson(source, child)) ?? { agencyIdentifiers: [] },
    records,
    tests,
    activities: source.one(element, 'StudentActivities', (child) => source.node(child, activitiesTable)),
    // Its notes are remarks on the student, as those of a Student are.
    notes: [],
  }
}

/** The numbers of a `TestPerson` stand apart from the name. */
function readTestPerson(source: ElementSource, element: XmlElement): Learner {
  const { name } = source.node(element, learnerTable)
  const numbers = source.one(element, 'StudentIdentification', (child) => source.node(child, learnerTable))
  return numbers === undefined ? { name, agencyIdentifiers: [] } : source.extend(numbers, { name })
}
