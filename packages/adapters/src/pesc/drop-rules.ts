import type { DropRule, DropRules } from './element-source.js'

const personalData: DropRule = {
  code: 'personal-data',
  reason: 'A credential holds no more about the person than it must',
  coversAll: true,
}
const otherPerson: DropRule = { code: 'personal-data', reason: 'It is about another person', coversAll: true }
const transport: DropRule = { code: 'transport', reason: 'It serves the transmission of the document' }
const noEquivalent: DropRule = {
  code: 'no-equivalent',
  reason: 'Open Badges 3.0 and CLR 2.0 have no place for it',
}
const extension: DropRule = { code: 'extension', reason: 'What it means is known to its sender only', coversAll: true }

const unknownElement: DropRule = {
  code: 'unknown-element',
  reason: 'PESC has no such element here',
}
const notes: DropRule = { code: 'personal-data', reason: 'Remarks on the person are not carried' }
const notAsserted: DropRule = {
  code: 'no-equivalent',
  reason: 'The learner says it, or it is expected: nobody asserts it',
  coversAll: true,
}

/** Why elements that the reader does not read are left out, by name; it holds for what is inside them too. */
export const dropRules: DropRules = new Map([
  ['BatchEnvelope', { ...transport, coversAll: true }],
  ['TransmissionData', transport],
  ['Organization', unknownElement],
  ['Destination', { ...transport, coversAll: true }],
  ['Student', notes],
  ['LearningRecordDetail', notes],
  ['TestStudent', notes],
  ['Person', personalData],
  ['TestPerson', personalData],
  ['AcademicRecord', unknownElement],
  ['AcademicLearning', unknownElement],
  ['Tests', unknownElement],
  ['EducationTests', unknownElement],
  ['StudentActivities', unknownElement],
  ['DocumentProduction', { code: 'transport', reason: 'It says how a certificate is to be printed' }],
  ['AcademicAward', unknownElement],
  ['Health', personalData],
  ['TestRegistrationNumber', personalData],
  ['NonStandardizedTestConditionsCode', { ...personalData, reason: 'It tells of the health of the person' }],
  ['Essay', { ...personalData, reason: 'It is the text of the learner, and no result' }],
  ['SchoolSelectionCriteria', personalData],
  ['AdditionalStudentCharacteristics', personalData],
  ['SelfReportedAcademicRecord', notAsserted],
  ['AcademicPrediction', notAsserted],
  ['CourseInstructor', otherPerson],
  ['Mentor', otherPerson],
  ['AwardEndorse', otherPerson],
  ['ThesisDissertationAdvisor', otherPerson],
  ['AttentionLine', otherPerson],
  ['UserDefinedExtensions', extension],
  ['FaxPhone', noEquivalent],
  ['EffectiveDate', noEquivalent],
  ['ExpirationDate', noEquivalent],
  ['AttendanceCount', noEquivalent],
  ['NormReferencedValues', noEquivalent],
  ['EducationTestScores', noEquivalent],
  ['ScoreExclusionReasonCode', noEquivalent],
])

/** The same for what stands beside the transcripts of one message or batch. */
export const rulesOutside: DropRules = new Map([
  ...dropRules,
  ['NoteMessage', { code: 'no-equivalent', reason: 'It is about the whole document, and not about one learner' }],
])
