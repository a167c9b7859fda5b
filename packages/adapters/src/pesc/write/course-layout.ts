import {
  courseTable,
  equivalentGradeTable,
  languageTable,
  licensureTable,
  qualifierTable,
  supplementalGradeTable,
} from '../course-tables.js'
import { assessmentTable, frameworkOutcomeTable, frameworkTable, outcomeTable } from '../outcome-tables.js'
import { codeLists } from './code-lists.js'
import { type Layout, layout, nodes, oneOf, type Row, text } from './layout.js'
import { notes, school, webAddress } from './organization-layout.js'
import { code, count, date, decimal, exact, positive, prose } from './value-type.js'

const required = { required: true }
const new18 = { since: '1.8' } as const

const supplementalGrade: Layout = layout(supplementalGradeTable, [
  text('SupplementalGradeCode', code(codeLists.SupplementalGrade)),
  text('SupplementalGradeSubSession', positive),
  text('CourseAcademicSupplementalGradeScaleCode', exact(3)),
  text('CourseAcademicSupplementalGradeStatusCode', code(codeLists.GradeStatus)),
  text('CourseAcademicSupplementalGrade', exact(10)),
  notes,
])

const equivalentGrade: Layout = layout(equivalentGradeTable, [
  text('EquivalentAcademicGrade', exact(10), required),
  text('EquivalentGradeScaleCode', exact(3)),
])
const subjectCodes: readonly Row[] = [
  oneOf([
    text('CourseCIPCode', exact(10)),
    text('CourseCSISCode', exact(10)),
    text('CourseUSISCode', exact(10)),
    text('CourseNCESCode', exact(10)),
    text('CourseSCEDCode', exact(12, 12)),
    text('CourseFiveDigitSCEDCode', exact(5, 5)),
    text('CourseSubjectAreaCode', code(codeLists.SubjectArea)),
  ]),
]

/** A requirement, an attribute or a proficiency. */
export const qualifier: Layout = layout(qualifierTable, [
  text('RAPCode', exact(3)),
  text('RAPName', exact(60)),
  text('RAPSubName', exact(60)),
  text('ConditionsMetCode', code(codeLists.ConditionsMet)),
  text('ConditionsMetDate', date),
  notes,
])

/** A license. */
export const licensure: Layout = layout(licensureTable, [
  text('LicensureName', prose(60)),
  text('LicensureStateProvinceCode', code(codeLists.StateProvince)),
  text('LicensurePassageDate', date),
  text('LicensureFulfillmentCode', code(codeLists.LicensureFulfillment)),
  notes,
])

const instructionLanguage: Layout = layout(languageTable, [
  text('LanguageCode', exact(3, 3)),
  text('InstructionUsage', code(codeLists.InstructionUsage)),
  text('LanguageUsage', code(codeLists.LanguageUsage)),
  notes,
])

const assessment: Layout = layout(assessmentTable, [
  text('LearningOutcomeSkillCode', code(codeLists.OutcomeSkill), required),
  text('LearningOutcomeProficiencyCode', code(codeLists.OutcomeProficiency), required),
])

const frameworkOutcome: Layout = layout(frameworkOutcomeTable, [
  text('FrameworkOutcomeId', exact(40)),
  text('FrameworkOutcomeValue', prose(300), required),
])
const framework: Layout = layout(frameworkTable, [
  nodes('FrameworkSourceReference', webAddress),
  nodes('FrameworkOutcome', frameworkOutcome),
])

const outcome: Layout = layout(outcomeTable, [
  text('LearningOutcomeDescription', prose(300), required),
  nodes('LearningOutcomeQualificationAssessment', assessment),
  nodes('AlternateOutcomeFramework', framework),
])

/** One attempt at a course. */
export const course: Layout = layout(courseTable, [
  text('CourseCreditBasis', code(codeLists.CreditBasis), required),
  text('CourseCreditUnits', code(codeLists.CreditUnit)),
  text('CourseCreditLevel', code(codeLists.CreditLevel)),
  text('CourseCreditValue', decimal),
  text('CourseCreditEarned', decimal),
  text('CourseAcademicGradeScaleCode', exact(3)),
  text('CourseAcademicGrade', exact(10)),
  nodes('CourseSupplementalAcademicGrade', supplementalGrade),
  text('CourseAverageGrade', exact(10), new18),
  nodes('CourseEquivalentAcademicGrade', equivalentGrade, new18),
  text('CourseAcademicGradeStatusCode', code(codeLists.GradeStatus)),
  text('CourseNarrativeExplanationGrade', prose(200)),
  text('CourseRepeatCode', code(codeLists.RepeatCode)),
  ...subjectCodes,
  text('CourseQualityPointsEarned', decimal),
  text('CourseLevel', code(codeLists.CourseLevel)),
  text('CourseGPAApplicabilityCode', code(codeLists.GpaApplicability)),
  text('CourseSubjectAbbreviation', exact(10)),
  text('CourseNumber', exact(15)),
  text('CourseSectionNumber', exact(10)),
  text('OriginalCourseID', exact(30)),
  text('AgencyCourseID', exact(30)),
  text('CourseTitle', prose({ '1.6': 60, '1.8': 120 })),
  text('CourseDescription', prose(255), new18),
  text('ClassSize', count, new18),
  text('CourseAddDate', date),
  text('CourseDropDate', date),
  nodes('CourseOverrideSchool', school),
  text('OverrideSchoolCourseNumber', exact(35)),
  text('CourseApplicability', code(codeLists.CourseApplicability)),
  text('CourseBeginDate', date),
  text('CourseEndDate', date),
  text('CourseInstructionSite', code(codeLists.InstructionSite)),
  text('CourseInstructionSiteName', prose(30)),
  nodes('Requirement', qualifier),
  nodes('Attribute', qualifier),
  nodes('Proficiency', qualifier),
  nodes('Licensure', licensure),
  nodes('LanguageOfInstruction', instructionLanguage),
  text('CourseInstructionMethod', code(codeLists.InstructionMethod), new18),
  text('LearningTopic', prose(300), new18),
  nodes('LearningOutcome', outcome, new18),
  notes,
])
