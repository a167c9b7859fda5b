import type {
  AcademicRecord,
  AcademicSession,
  AdditionalAchievements,
  AgencyIdentifier,
  CoCurricularLearning,
  ExtracurricularActivity,
  Learner,
  LearningExperience,
  PersonName,
  StudentActivities,
  StudentLevel,
  Subtest,
  Term,
  Test,
  TestScore,
  Transcript,
  TranscriptDocument,
} from '../model/index.js'
import { award, program, summary } from './award-shapes.js'
import { course, language, licensure, qualifier } from './course-shapes.js'
import type { NodeShape } from './node-shape.js'
import { organization, school, webAddress } from './organization-shapes.js'

// The model at run time: the compiler sees that no field is missing, and that each holds what is said here.

const notes = { notes: 'texts' } as const

const studentLevel: NodeShape<StudentLevel> = { code: 'text', ...notes }
const term: NodeShape<Term> = {
  designator: 'text',
  designatorSuffix: 'text',
  name: 'text',
  type: 'text',
  schoolYear: 'text',
  beginDate: 'text',
  endDate: 'text',
  ...notes,
}
const experience: NodeShape<LearningExperience> = { sponsor: 'text', location: 'text', reflection: 'text', ...notes }
const session: NodeShape<AcademicSession> = {
  term: { required: () => term },
  school: { optional: () => school },
  studentLevel: { optional: () => studentLevel },
  programs: [() => program],
  awards: [() => award],
  courses: [() => course],
  experiences: [() => experience],
  summaries: [() => summary],
  ...notes,
}
const additional: NodeShape<AdditionalAchievements> = {
  category: 'text',
  title: 'text',
  sponsor: 'text',
  studentLevelCode: 'text',
  awardYear: 'text',
  awardYearMonth: 'text',
  requirements: [() => qualifier],
  attributes: [() => qualifier],
  proficiencies: [() => qualifier],
  languages: [() => language],
  licensures: [() => licensure],
  ...notes,
}
const coCurricular: NodeShape<CoCurricularLearning> = {
  department: { optional: () => organization },
  categories: 'texts',
  instructionMethod: 'text',
  programs: [() => program],
  evidence: [() => webAddress],
}
const record: NodeShape<AcademicRecord> = {
  coCurricular: { optional: () => coCurricular },
  school: { optional: () => school },
  studentLevel: { optional: () => studentLevel },
  cohortGraduationYear: 'text',
  awards: [() => award],
  summaries: [() => summary],
  sessions: [() => session],
  courses: [() => course],
  additionalAchievements: [() => additional],
  legend: 'text',
  ...notes,
}
const score: NodeShape<TestScore> = {
  cutScore: 'text',
  value: 'text',
  method: 'text',
  revised: 'text',
  invalidated: 'text',
  selfReported: 'text',
  ...notes,
}
const subtest: NodeShape<Subtest> = {
  revised: 'text',
  invalidated: 'text',
  selfReported: 'text',
  exclusionReasons: 'optional texts',
  code: 'text',
  educationCode: 'text',
  name: 'text',
  scores: [() => score],
  ...notes,
}
const test: NodeShape<Test> = {
  version: 'text',
  group: 'text',
  administrationMethod: 'text',
  scaleScore: 'text',
  standardError: 'text',
  achievementLevel: 'text',
  code: 'text',
  educationCode: 'text',
  name: 'text',
  date: 'text',
  yearMonth: 'text',
  year: 'text',
  studentLevel: { optional: () => studentLevel },
  subtests: [() => subtest],
  ...notes,
}
const personName: NodeShape<PersonName> = {
  given: 'text',
  middle: 'texts',
  family: 'text',
  suffix: 'text',
  composite: 'text',
}
const agencyIdentifier: NodeShape<AgencyIdentifier> = {
  value: 'text',
  agencyCode: 'text',
  agencyName: 'text',
  countryCode: 'text',
  regionCode: 'text',
}
const learner: NodeShape<Learner> = {
  name: { optional: () => personName },
  schoolAssignedId: 'text',
  agencyIdentifiers: [() => agencyIdentifier],
}
const document: NodeShape<TranscriptDocument> = {
  id: 'text',
  created: 'text',
  process: 'text',
  official: 'text',
  completeness: 'text',
  ...notes,
}

const activity: NodeShape<ExtracurricularActivity> = {
  code: 'text',
  description: 'text',
  gradeLevel: 'text',
  beginYearMonth: 'text',
  endYearMonth: 'text',
  years: 'text',
  weeklyHours: 'text',
  yearlyWeeks: 'text',
  recognitions: 'text',
  scope: 'text',
  organization: 'text',
  leadershipPosition: 'text',
  leadershipCharacteristic: 'text',
  ...notes,
}
const activities: NodeShape<StudentActivities> = {
  achievements: [() => additional],
  extracurricular: [() => activity],
}

/** The shape of the transcript model. */
export const transcriptShape: NodeShape<Transcript> = {
  document: { required: () => document },
  sender: { optional: () => organization },
  learner: { required: () => learner },
  records: [() => record],
  tests: [() => test],
  activities: { optional: () => activities },
  ...notes,
}
