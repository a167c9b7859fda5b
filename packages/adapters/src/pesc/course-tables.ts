import type {
  Course,
  CourseQualifier,
  CourseSubjectCodes,
  EquivalentGrade,
  InstructionLanguage,
  Licensure,
  SupplementalGrade,
} from '../transcript/index.js'
import {
  type ElementTable,
  elementTable,
  itemsOf,
  type NodeSources,
  nodeFrom,
  nodesFrom,
  partOf,
} from './element-table.js'
import { schoolTable } from './organization-tables.js'
import { outcomeTable } from './outcome-tables.js'

// Elements of courses.

export const subjectCodeTable: ElementTable<CourseSubjectCodes> = elementTable<CourseSubjectCodes>(
  {
    CIP: 'CourseCIPCode',
    CSIS: 'CourseCSISCode',
    USIS: 'CourseUSISCode',
    NCES: 'CourseNCESCode',
    SCED: 'CourseSCEDCode',
    FiveDigitSCED: 'CourseFiveDigitSCEDCode',
    SubjectArea: 'CourseSubjectAreaCode',
  },
  {},
  (blank) => ({ ...blank }),
)

export const supplementalGradeTable: ElementTable<SupplementalGrade> = elementTable<SupplementalGrade>({
  code: 'SupplementalGradeCode',
  subSession: 'SupplementalGradeSubSession',
  scaleCode: 'CourseAcademicSupplementalGradeScaleCode',
  status: 'CourseAcademicSupplementalGradeStatusCode',
  grade: 'CourseAcademicSupplementalGrade',
  notes: ['NoteMessage'],
})

export const equivalentGradeTable: ElementTable<EquivalentGrade> = elementTable<EquivalentGrade>({
  grade: 'EquivalentAcademicGrade',
  scaleCode: 'EquivalentGradeScaleCode',
})

/** A `Requirement`, `Attribute` or `Proficiency`. */
export const qualifierTable: ElementTable<CourseQualifier> = elementTable<CourseQualifier>({
  codes: ['RAPCode'],
  names: ['RAPName'],
  subNames: ['RAPSubName'],
  conditionsMet: ['ConditionsMetCode'],
  conditionsMetDates: ['ConditionsMetDate'],
  notes: ['NoteMessage'],
})

export const licensureTable: ElementTable<Licensure> = elementTable<Licensure>({
  names: ['LicensureName'],
  regionCode: 'LicensureStateProvinceCode',
  passageDates: ['LicensurePassageDate'],
  fulfillment: 'LicensureFulfillmentCode',
  notes: ['NoteMessage'],
})

/** A `Language` or `LanguageOfInstruction`. */
export const languageTable: ElementTable<InstructionLanguage> = elementTable<InstructionLanguage>({
  code: 'LanguageCode',
  instructionUsage: 'InstructionUsage',
  usage: 'LanguageUsage',
  proficiency: 'LanguageProficiency',
  notes: ['NoteMessage'],
})

/** What both courses and records have. */
export const qualifierNodes: Pick<
  NodeSources<Course>,
  'requirements' | 'attributes' | 'proficiencies' | 'licensures'
> = {
  requirements: nodesFrom(['Requirement', qualifierTable]),
  attributes: nodesFrom(['Attribute', qualifierTable]),
  proficiencies: nodesFrom(['Proficiency', qualifierTable]),
  licensures: nodesFrom(['Licensure', licensureTable]),
}

/** A `Course`. */
export const courseTable: ElementTable<Course> = elementTable<Course>(
  {
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
  },
  {
    subjectCodes: partOf(subjectCodeTable),
    supplementalGrades: itemsOf('CourseSupplementalAcademicGrade', 'CourseSupplementalGrade', supplementalGradeTable),
    equivalentGrades: nodesFrom(['CourseEquivalentAcademicGrade', equivalentGradeTable]),
    school: nodeFrom('CourseOverrideSchool', schoolTable),
    ...qualifierNodes,
    languages: nodesFrom(['LanguageOfInstruction', languageTable]),
    outcomes: nodesFrom(['LearningOutcome', outcomeTable]),
  },
  (blank) => ({ ...blank }),
)
