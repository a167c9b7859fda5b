import type {
  Course,
  CourseQualifier,
  CourseSubjectCodes,
  EquivalentGrade,
  FrameworkOutcome,
  InstructionLanguage,
  LearningOutcome,
  Licensure,
  OutcomeAssessment,
  OutcomeFramework,
  SupplementalGrade,
} from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { elementTable } from './element-table.js'
import { readSchool, readWebAddress } from './read-organization.js'

const courseTable = elementTable<Course>({
  creditBasis: 'CourseCreditBasis',
  creditUnit: 'CourseCreditUnits',
  creditLevel: 'CourseCreditLevel',
  creditValue: 'CourseCreditValue',
  creditEarned: 'CourseCreditEarned',
  gradeScaleCode: 'CourseAcademicGradeScaleCode',
  grade: 'CourseAcademicGrade',
  averageGrade: 'CourseAverageGrade',
  gradeStatus: 'CourseAcademicGradeStatusCode',
  narrativeGrade: 'CourseNarrativeExplanationGrade',
  repeatCode: 'CourseRepeatCode',
  qualityPoints: 'CourseQualityPointsEarned',
  level: 'CourseLevel',
  gpaApplicability: 'CourseGPAApplicabilityCode',
  subject: 'CourseSubjectAbbreviation',
  number: 'CourseNumber',
  section: 'CourseSectionNumber',
  originalId: 'OriginalCourseID',
  agencyId: 'AgencyCourseID',
  title: 'CourseTitle',
  description: 'CourseDescription',
  classSize: 'ClassSize',
  addDate: 'CourseAddDate',
  dropDate: 'CourseDropDate',
  overrideSchoolNumber: 'OverrideSchoolCourseNumber',
  applicability: 'CourseApplicability',
  beginDate: 'CourseBeginDate',
  endDate: 'CourseEndDate',
  instructionSite: 'CourseInstructionSite',
  instructionSiteName: 'CourseInstructionSiteName',
  instructionMethod: 'CourseInstructionMethod',
  topics: ['LearningTopic'],
  notes: ['NoteMessage'],
})
const subjectCodeTable = elementTable<CourseSubjectCodes>({
  CIP: 'CourseCIPCode',
  CSIS: 'CourseCSISCode',
  USIS: 'CourseUSISCode',
  NCES: 'CourseNCESCode',
  SCED: 'CourseSCEDCode',
  FiveDigitSCED: 'CourseFiveDigitSCEDCode',
  SubjectArea: 'CourseSubjectAreaCode',
})
const supplementalGradeTable = elementTable<SupplementalGrade>({
  code: 'SupplementalGradeCode',
  subSession: 'SupplementalGradeSubSession',
  scaleCode: 'CourseAcademicSupplementalGradeScaleCode',
  status: 'CourseAcademicSupplementalGradeStatusCode',
  grade: 'CourseAcademicSupplementalGrade',
  notes: ['NoteMessage'],
})
const equivalentGradeTable = elementTable<EquivalentGrade>({
  grade: 'EquivalentAcademicGrade',
  scaleCode: 'EquivalentGradeScaleCode',
})
const qualifierTable = elementTable<CourseQualifier>({
  codes: ['RAPCode'],
  names: ['RAPName'],
  subNames: ['RAPSubName'],
  conditionsMet: ['ConditionsMetCode'],
  conditionsMetDates: ['ConditionsMetDate'],
  notes: ['NoteMessage'],
})
const licensureTable = elementTable<Licensure>({
  names: ['LicensureName'],
  regionCode: 'LicensureStateProvinceCode',
  passageDates: ['LicensurePassageDate'],
  fulfillment: 'LicensureFulfillmentCode',
  notes: ['NoteMessage'],
})
const languageTable = elementTable<InstructionLanguage>({
  code: 'LanguageCode',
  instructionUsage: 'InstructionUsage',
  usage: 'LanguageUsage',
  proficiency: 'LanguageProficiency',
  notes: ['NoteMessage'],
})
const outcomeTable = elementTable<LearningOutcome>({ description: 'LearningOutcomeDescription' })
const assessmentTable = elementTable<OutcomeAssessment>({
  skillCode: 'LearningOutcomeSkillCode',
  proficiencyCode: 'LearningOutcomeProficiencyCode',
})
const frameworkTable = elementTable<OutcomeFramework>({})
const frameworkOutcomeTable = elementTable<FrameworkOutcome>({
  id: 'FrameworkOutcomeId',
  statement: 'FrameworkOutcomeValue',
})

/** Reads a `Course`. */
export function readCourse(source: ElementSource, element: XmlElement): Course {
  return source.node(element, courseTable, {
    subjectCodes: source.node(element, subjectCodeTable, {}),
    supplementalGrades:
      source.one(element, 'CourseSupplementalAcademicGrade', (child) =>
        source.each(child, 'CourseSupplementalGrade', (grade) => source.node(grade, supplementalGradeTable, {})),
      ) ?? [],
    equivalentGrades: source.each(element, 'CourseEquivalentAcademicGrade', (child) =>
      source.node(child, equivalentGradeTable, {}),
    ),
    school: source.one(element, 'CourseOverrideSchool', (child) => readSchool(source, child)),
    ...readQualifiers(source, element),
    languages: source.each(element, 'LanguageOfInstruction', (child) => source.node(child, languageTable, {})),
    outcomes: source.each(element, 'LearningOutcome', (child) => readOutcome(source, child)),
  })
}

/** Reads what both courses and records have: requirements, attributes, proficiencies and licensures. */
export function readQualifiers(
  source: ElementSource,
  element: XmlElement,
): Pick<Course, 'requirements' | 'attributes' | 'proficiencies' | 'licensures'> {
  const qualifiers = (name: string): CourseQualifier[] =>
    source.each(element, name, (child) => source.node(child, qualifierTable, {}))
  return {
    requirements: qualifiers('Requirement'),
    attributes: qualifiers('Attribute'),
    proficiencies: qualifiers('Proficiency'),
    licensures: source.each(element, 'Licensure', (child) => source.node(child, licensureTable, {})),
  }
}

/** Reads a `Language`. */
export function readLanguage(source: ElementSource, element: XmlElement): InstructionLanguage {
  return source.node(element, languageTable, {})
}

function readOutcome(source: ElementSource, element: XmlElement): LearningOutcome {
  return source.node(element, outcomeTable, {
    assessments: source.each(element, 'LearningOutcomeQualificationAssessment', (child) =>
      source.node(child, assessmentTable, {}),
    ),
    frameworks: source.each(element, 'AlternateOutcomeFramework', (child) =>
      source.node(child, frameworkTable, {
        source: source.one(child, 'FrameworkSourceReference', (reference) => readWebAddress(source, reference)),
        outcomes: source.each(child, 'FrameworkOutcome', (outcome) => source.node(outcome, frameworkOutcomeTable, {})),
      }),
    ),
  })
}
