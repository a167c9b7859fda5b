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
  reason: 'PESC College Transcript has no such element here',
}

/** Why elements that the reader does not read are left out, by name; it holds for what is inside them too. */
export const dropRules: DropRules = new Map([
  ['BatchEnvelope', { ...transport, coversAll: true }],
  ['TransmissionData', transport],
  ['Organization', unknownElement],
  ['Destination', { ...transport, coversAll: true }],
  ['Student', { code: 'personal-data', reason: 'Remarks on the person are not carried' }],
  ['Person', personalData],
  ['AcademicRecord', unknownElement],
  ['Tests', unknownElement],
  ['Health', personalData],
  ['CourseInstructor', otherPerson],
  ['Mentor', otherPerson],
  ['ThesisDissertationAdvisor', otherPerson],
  ['AttentionLine', otherPerson],
  ['UserDefinedExtensions', extension],
  ['FaxPhone', noEquivalent],
  ['EffectiveDate', noEquivalent],
  ['ExpirationDate', noEquivalent],
  ['HighSchoolCreditSummary', noEquivalent],
  ['AttendanceCount', noEquivalent],
])
