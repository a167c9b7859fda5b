import { type CodeList, list } from './code-list.js'
import { type LongCodeListName, longCodeLists } from './long-code-lists.js'

type CodeListName =
  | 'AcademicAwardLevel'
  | 'AcademicProgramType'
  | 'AcademicSummaryType'
  | 'AccreditingBody'
  | 'Agency'
  | 'ConditionsMet'
  | 'GradeStatus'
  | 'CourseApplicability'
  | 'CreditBasis'
  | 'CreditLevel'
  | 'CreditUnit'
  | 'GpaApplicability'
  | 'InstructionMethod'
  | 'InstructionSite'
  | 'CourseLevel'
  | 'RepeatCode'
  | 'SubjectArea'
  | 'Standing'
  | 'DocumentComplete'
  | 'DocumentOfficial'
  | 'DocumentProcess'
  | 'DocumentType'
  | 'ExitReason'
  | 'Gender'
  | 'HighSchoolSubjectArea'
  | 'HonorsLevel'
  | 'InstructionUsage'
  | 'LanguageProficiency'
  | 'LanguageUsage'
  | 'OutcomeProficiency'
  | 'OutcomeSkill'
  | 'LicensureFulfillment'
  | 'NameSuffix'
  | 'SecondarySchoolProgram'
  | 'SchoolLevel'
  | 'SchoolOverride'
  | 'SessionType'
  | 'StudentLevel'
  | 'SupplementalGrade'
  | 'TestScoreMethod'
  | 'TransmissionType'

/**
 * The code lists of College Transcript 1.6 and 1.8. The misprints of the schemas, codes with a blank behind them, are
 * left out: they are read, and never written.
 */
export const codeLists: Readonly<Record<CodeListName | LongCodeListName, CodeList>> = {
  AcademicAwardLevel: list(
    `
    B17 B18 B19 B20 B21 B22 B23 B24 B25 B26 B27 B28 B58 B59 B60 1.1 1.2 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 3.1
    3.2 4.1 4.2 4.3 4.4 4.5 FrenchBaccalaureate CEGEP 1 2 3 4 5 6 7 8 9 10 11 17 18 19`,
    { since18: '0.0 1.3 1.4 1.5 2.8 3.3 4.0' },
  ),
  AcademicProgramType: list(`
    Concentration Focus Major Minor SecondMajor Specialization`),
  AcademicSummaryType: list(`
    All SenderOnly TransferOnly AllNotRepeated SenderNotRepeated TransferNotRepeated AcademicRenewal
    CarryoverCredit DegreeApplicable NonDegreeApplicable ConvertedFrom ConvertedTo Weighted NonWeighted
    UserDefined Cumulative`),
  AccreditingBody: list(`
    MSA NCA-CASI NCA-HLC NEASC-CIHE NEASC-CTCI NWCCU Other SACS WASC-ACCJC WASC-ACSCU`),
  Agency: list(`
    District Migrant MutuallyDefined National Province Regional State`),
  ConditionsMet: list(`
    Yes No Conditional MutuallyDefined`),
  GradeStatus: list(`
    AuditedCourse Completed HonorsGrade Incomplete IncompleteNotResolvedFail InProgress NotYetReported
    OtherFail OtherPass PassFailFail PassFailPass PlanningToTake TransferNoGrade Withdrew WithdrewFailing
    WithdrewNoPenalty WithdrewPassing`),
  CourseApplicability: list(`
    NotApplicable FirstProgram SecondProgram BothPrograms`),
  CreditBasis: list(`
    Regular AcademicRenewal AdvancedPlacement AdvancedStanding ContinuingEducation Correspondence Exemption
    Equivalence InternationalBaccalaureate Military Remedial CreditByExam HighSchoolTransferCredit
    HighSchoolCreditOnly HighSchoolDualCredit JuniorHighSchoolCredit LifeExperience Major AdultBasic`),
  CreditLevel: list(`
    SeventhGrade EighthGrade NinthGrade TenthGrade EleventhGrade TwelfthGrade Grade13 Dual
    DualGraduateUndergraduate DualHighSchoolCollege Graduate GraduateProfessional LowerDivision Professional
    Secondary TechnicalPreparatory Undergraduate Ungraded UpperDivision Vocational`),
  CreditUnit: list(`
    NoCredit Quarter Semester Units ClockHours CarnegieUnits ContinuingEducationUnits Unreported Other`),
  GpaApplicability: list(`
    Applicable NotApplicable Weighted`),
  InstructionMethod: list(
    `
    Lecture Laboratory Seminar IndependentStudy PracticeTeaching Internship Practicum
    ApprenticeshipExternship AppliedInstruction Residency ClinicalRotationInstruction SelfPaced FieldStudy
    InternetInstruction InteractiveVideo Videotape Television OtherDistanceLearning Audiotape
    ComputerBasedInstruction CompressedVideo Correspondence CooperativeEducation WorkStudy`,
    { spaced: ['Private Study'] },
  ),
  InstructionSite: list(
    `
    OnCampus OffCampus Extension StudyAbroad Correctional Millitary Telecommunication Auxiliary
    ClinicHospital`,
    { since18: 'DistanceLearning' },
  ),
  CourseLevel: list(
    `
    Accelerated AdultBasic AdvancedPlacement Basic CollegeLevel CollegePreparatory Dual GiftedTalented
    GraduateProfessional Honors InternationalBaccalaureate LowerDivision NonAcademic Regents Remedial
    SpecialEducation TechnicalPreparatory UpperDivision Vocational`,
    { spaced: ['Dual Grad/Upper', 'Dual HS/Undergrad'] },
  ),
  RepeatCode: list(`
    RepeatCounted RepeatNotCounted ReplacementCounted ReplacedNotCounted RepeatOtherInstitution
    NotCountedOther`),
  SubjectArea: list(`
    EnglishLanguageLiterature Mathematics LifePhysicalSciences SocialSciencesHistory FinePerformingArts
    ForeignLanguageLiterature ReligiousEducationTheology PhysicalHealthSafetyEducation MilitaryScience
    ComputerInformationSciences CommunicationsAudioVisualTechnology BusinessMarketing Manufacturing
    HealthCareSciences PublicProtectiveGovernmentService HospitalityTourism ArchitectureConstruction
    AgricultureFoodNaturalResources HumanServices TransportationDistributionLogistics EngineeringTechnology
    Miscellaneous SpecialExceptionalEducationServices`),
  Standing: list(`
    ExclusionAcademic ExclusionDiscipline GoodStanding ProbationGPA ProbationHours SuspensionGPA
    SuspensionHours ProbationDiscipline SuspensionDiscipline Unknown Other`),
  DocumentComplete: list(`
    Complete Partial`),
  DocumentOfficial: list(`
    Official Unofficial`),
  DocumentProcess: list(`
    TEST PRODUCTION`),
  DocumentType: list(
    `
    Acknowledgment Application Cancel CertificationRequest Change DisbursementAcknowledgement
    DisbursementForecast DisbursementRoster InstitutionRequest GainfulEmploymentStudentResponseFile
    GainfulEmploymentStudentSubmittal IPEDS NSLDSEnrollmentError NSLDSEnrollmentSubmittal Receipt Request
    RequestedRecord Response ReverseTransfer StudentRequest TermEnroll TermGrade ThirdPartyRequest`,
    { since18: 'Certificate Credential Diploma' },
  ),
  ExitReason: list(`
    1907 1908 1909 1910 1911 1912 1913 1914 1915 1916 1917 1918 1919 1920 1921 1922 1923 1924 1925 1926 1927
    1928 1930 1931 3499 3500 3501 3502 3503 3504 3505 3508 3509 9999`),
  Gender: list(
    `
    Female Male Unreported`,
    { since18: 'Unspecified' },
  ),
  HighSchoolSubjectArea: list(`
    AcademicElective Arts English ForeignLanguage HistorySocialScience LabScience Math Other Science`),
  HonorsLevel: list(`
    FirstHighest SecondHighest ThirdHighest`),
  InstructionUsage: list(`
    Instruction Examination WrittenExam`),
  LanguageProficiency: list(`
    EnglishOnly Excellent Fair FullyEnglishProficient Good LimitedEnglishProficiency NonEnglishSpeaking Poor
    RedesignatedFluentEnglishProficient Unacceptable Unknown`),
  LanguageUsage: list(`
    Always FirstSpokenLanguage Native Reading SomeSections Sometimes Speaking SpokenAtHome Writing
    WrittenCommunication`),
  OutcomeProficiency: list(`
    Novice Intermediate Proficient Distinguished Master`),
  OutcomeSkill: list(`
    AnalyticInquiry UseInformationResources EngagingDiversePerspective EthicalReasoning QuantitativeFluency
    CommunicativeFluency ProgramSpecificIntellectualPracticalSkills`),
  LicensureFulfillment: list(`
    Complete Partial Contribute`),
  NameSuffix: list(`
    JR SR I II III IV V VI VII VIII IX X`),
  SecondarySchoolProgram: list(`
    CareerPrep CollegePrep CollegePrepOrCollegeTechPrep CollegeTechPrep General Occupational Vocational`),
  SchoolLevel: list(`
    Elementary HighSchool JuniorHigh Middle Other Postsecondary Secondary`),
  SchoolOverride: list(`
    Institutional Multicampus Transfer StudyAbroad Coop Reciprocal Internship`),
  SessionType: list(`
    FullYear Semester Trimester Quarter Quinmester MiniTerm SummerSession Intersession LongSession
    FallSession FourOneFourPlan Continuous DiffersByProgram Other TwelveMonth`),
  StudentLevel: list(`
    Infant PreKindergarten HalfDayKindergarten Kindergarten FirstGrade SecondGrade ThirdGrade FourthGrade
    FifthGrade SixthGrade SeventhGrade EighthGrade NinthGrade TenthGrade EleventhGrade TwelfthGrade Grade13
    Postsecondary PostsecondaryBachelorPreliminaryYear NonDegree CollegeFirstYear
    CollegeFirstYearAttendedBefore CollegeSophomore CollegeJunior CollegeSenior CollegeFifthYear
    PostBaccalaureate GraduateNonDegree GraduateFirstYear GraduateSecondYear GraduateThirdYear
    GraduateBeyondThirdYear Professional ProfessionalFirstYear ProfessionalSecondYear ProfessionalThirdYear
    ProfessionalBeyondThirdYear MastersQualifying Masters Doctoral Postdoctoral Ungraded NoFormalSchool`),
  SupplementalGrade: list(`
    BiCourseGrade BlendedFinalGrade ExamGrade InstructorAssignedGrade SubSessionGrade TriCourseGrade`),
  TestScoreMethod: list(`
    Scaled Graded Standard Raw Percent Mastery Adjective Stanine Percentile NormalCurve Equated Local`),
  TransmissionType: list(`
    Duplicate MutuallyDefined Original Reissue Replace Resubmission`),
  ...longCodeLists,
}
