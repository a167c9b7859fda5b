import { type CodeList, list } from './code-list.js'

export type LongCodeListName = 'Country' | 'EducationSubtest' | 'EducationTest' | 'LocalQualifier' | 'StateProvince'

const lists: Readonly<Record<Exclude<LongCodeListName, 'LocalQualifier'>, CodeList>> = {
  EducationSubtest: list(
    `
    Algebra Algebra1 AlgebraGeometryCoordinate Analytical Biochemistry Biology BiologyCell
    BiologyCellularAndMolecular BiologyMolecularAndGenetics BiologyOrganismal Chemistry CompositeScore
    Comprehension Computation ConceptsApplications EcologyAndEvolution English EnglishA EnglishB
    EnglishLanguageArts EnglishRhetoricalSkills EnglishTestOfStandardWritten EnglishUsageMechanics Essay
    Expression Fit GeometryTrigonometry HistoryAmerican HistoryEuropean InformationLocating InterestArts
    InterestBusinessContact InterestBusinessOperations InterestScience InterestSocialService
    InterestTechnical LanguageArts LanguageForeignA LanguageForeignB Listening ListeningComprehension
    LiteraryResponses LiteratureAndArtsInterpreting Math MathAlgebraPreAlgebra MathApplied
    MathElementaryPreAlgebra MathGeometry MathIntermediate MathPlaneGeometryTrigonometry
    MeasurementAndGeometry Mechanics NumberSense Observation OtherSubtest Performance Physics
    ProbabilityAndStatistics PsychologyExperimental PsychologySocial Quantitative Reading
    ReadingArtsLiterature ReadingComprehension ReadingInformational ReadingSocialStudiesScience Science
    SocialStudies Spelling Talent Teamwork TechnologyApplied Total TotalScore Usage Verbal Vocabulary
    WordAnalysis Writing WritingAnalytical WritingBusiness WritingConventions WritingEnglish
    WritingStrategies WrittenExpressionAndStructure`,
    {
      since18: `
    CalculusAB CommandOfEvidence CommunicatingReasoning ConceptsAndProcedures EnglishConventions
    EvidenceBasedReadingAndWriting ExpressionOfIdeas HistoryAndSocialStudiesAnalysis MathematicsAdvanced
    ModelingAndDataAnalysis ProblemSolvingAndDataAnalysis Research ScienceAnalysis WordsInContext`,
    },
  ),
  EducationTest: list(
    `
    ACT ACTExplore ACTInterestInventory ACTPlan ACTWorkKeys APArtDrawing APArtGeneral APBiology APCalculusAB
    APCalculusBC APChemistry APComputerScienceA APComputerScienceB APEconomicsMacro APEconomicsMicro
    APEnglishLanguageComposition APFrenchLanguage APFrenchLiterature APGermanLanguage
    APGovernmentPoliticsComparative APGovernmentPoliticsUS APHistoryArt APHistoryEurope APHistoryUS
    APLatinCatHor APLatinVergil APMusicListeningLiterature APMusicTheory APPhysics
    APPhysicsEngineeringMechanics APPhysicsMechanics APPsychology APSpanishLanguage APSpanishLiterature
    CaliforniaHighSchoolExitExam CLEPAccountingFinancial CLEPAlgebraCollege CLEPBiology
    CLEPBusinessLawIntroduction CLEPCalculus CLEPChemistry CLEPCompositionCollegeFreshman
    CLEPCompositionEnglish CLEPEconomicsMacro CLEPEconomicsMicro CLEPEnglishComposition CLEPFrenchLanguage
    CLEPGermanLanguage CLEPGovernmentAmerican CLEPHistoryUSFrom1865 CLEPHistoryUSTo1877
    CLEPHumanGrowthDevelopment CLEPHumanities CLEPInformationSystems CLEPLanguageSpanish
    CLEPLiteratureAmerican CLEPLiteratureAnalysisAndInterpreting CLEPLiteratureEnglish CLEPManagement
    CLEPMarketing CLEPMath CLEPMathCollege CLEPPreCalculus CLEPPsychologyEducational
    CLEPPsychologyIntroductory CLEPSciencesNatural CLEPSocialSciencesAndHistory CLEPSociologyIntroductory
    CLEPWesternCivilizationFrom1648 CLEPWesternCivilizationTo1648 GED GMAT GRE GREBiochemistryCellMolecular
    GREBiology GREChemistry GREComputerScience GRELiteratureEnglish GREMathematics GREPhysics GREPsychology
    IELTS InternationalBaccalaureate LSAT MCAT OtherStateTest OtherTest SAT SATBiology SATChemistry
    SATChineseListening SATFrenchListening SATGerman SATGermanListening SATHebrew SATHebrewModern
    SATHistoryWorld SATItalian SATJapaneseWithListening SATKoreanListening SATLatin SATLiterature SATMath1
    SATMath2 SATPhysics SATSpanish SATSpanishListening SATUSHistory TABE TOEFL`,
    {
      since18: `
    APArt2D APArt3D APChineseLanguageAndCulture APComputerScienceAB APComputerSciencePrinciples
    APEnvironmentalScience APHistoryWorld APHistoryWorld APHumanGeography APItalianLanguageAndCulture
    APJapaneseLanguageAndCulture APLatin APPhysics1Algebra APPhysics2Algebra
    APPhysicsElectricityAndMagnetism APStatistics Aspire CAAP CAEL CAN CFTST Compass COPE EFAS Engage GELCP
    ITELP MELAB PTEA QualityCore SBACEnglishLanguageArts SBACMathematics TMAGE`,
    },
  ),
  StateProvince: list(`
    AA AB AE AK AL AP AR AS AZ BC CA CO CT CZ DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MB MD ME MH MI MN
    MO MP MS MT NB NC ND NE NF NH NJ NL NM NS NT NU NV NY OH OK ON OR PA PE PR PW QC RI SC SD SK TN TX UT VA
    VI VT WA WI WV WY YT`),
  Country: list(
    `
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
    BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
    FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
    IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
    MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
    PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
    YT ZA ZM ZW`,
    { until16: 'AN CS GZ KS WE' },
  ),
}

/** Code lists of places and tests, and who gives local identifiers: a state, a province, or none of them. */
export const longCodeLists: Readonly<Record<LongCodeListName, CodeList>> = {
  ...lists,
  LocalQualifier: {
    '1.6': new Set([...lists.StateProvince['1.6'], 'ZZ']),
    '1.8': new Set([...lists.StateProvince['1.8'], 'ZZ']),
  },
}
