import type { Subtest, Test, TestScore } from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { type ElementTable, elementTable, nodeFrom } from './element-table.js'
import { studentLevelTable } from './record-tables.js'

const testTable = elementTable<Omit<Test, 'code' | 'subtests'>>(
  {
    educationCode: 'EducationTestCode',
    name: 'EducationTestName',
    version: 'EducationTestVersion',
    group: 'EducationTestGroup',
    administrationMethod: 'TestAdministrationMethodCode',
    date: 'TestDate',
    yearMonth: 'TestYearMonth',
    year: 'TestYear',
    scaleScore: 'TestScaleScoreValue',
    standardError: 'TestStandardError',
    achievementLevel: 'TestAchievementLevel',
    notes: ['NoteMessage'],
  },
  { studentLevel: nodeFrom('StudentLevel', studentLevelTable) },
)
const subtestTable = elementTable<Omit<Subtest, 'code' | 'scores'>>({
  educationCode: 'EducationSubtestCode',
  name: 'EducationSubtestName',
  revised: 'ScoreRevisedIndicator',
  invalidated: 'ScoreInvalidatedIndicator',
  selfReported: 'ScoreSelfreportedIndicator',
  exclusionReasons: ['ScoreExclusionReasonCode'],
  notes: ['NoteMessage'],
})

type ScoreValue = Pick<TestScore, 'value' | 'cutScore'>

/** Tables of a score's value, by the method that PESC's transcripts name for it. */
function byMethod(elements: Readonly<Record<string, string>>): ReadonlyMap<string, ElementTable<ScoreValue>> {
  return new Map(
    Object.entries(elements).map(([method, value]) => [
      method,
      elementTable<ScoreValue>({ value, cutScore: 'CutScore' }),
    ]),
  )
}

const plainScores = byMethod({
  Raw: 'RawScoreValue',
  Percent: 'PercentCorrectValue',
  Scaled: 'ScaleScoreValue',
  Adjective: 'LabelValue',
  Local: 'LocalValue',
})
const masteryScores = byMethod({ Mastery: 'MasteredIndicator' })
const gradeScores = byMethod({ Graded: 'CourseAcademicGrade' })
const normScores = byMethod({
  Rank: 'RankValue',
  Percentile: 'PercentileRankValue',
  Standard: 'StandardScoreValue',
  NormalCurve: 'NormalCurveValue',
  Stanine: 'StanineValue',
})

/** Reads an `EducationTests` element of a report of test scores: one test, its scores and those of its subtests. */
export function readEducationTest(source: ElementSource, element: XmlElement): Test {
  const subtests = source.each(element, 'EducationSubtest', (child) => readSubtest(source, child))
  return source.extend(source.node(element, testTable), { subtests })
}

function readSubtest(source: ElementSource, element: XmlElement): Subtest {
  const scores = source.each(element, 'EducationTestScores', (child) => readScores(source, child)).flat()
  return source.extend(source.node(element, subtestTable), { scores })
}

/** Each value of an `EducationTestScores` is a score by a method of its own. */
function readScores(source: ElementSource, element: XmlElement): TestScore[] {
  const scoresIn = (name: string, methods: typeof plainScores): TestScore[] =>
    source.each(element, name, (child) => scoresBy(methods, source, child)).flat()
  return [
    ...scoresBy(plainScores, source, element),
    ...scoresIn('MasteryValue', masteryScores),
    ...scoresIn('CourseGrade', gradeScores),
    ...scoresIn('NormReferencedValues', normScores),
  ]
}

function scoresBy(methods: typeof plainScores, source: ElementSource, element: XmlElement): TestScore[] {
  return [...methods].flatMap(([method, table]) => {
    const score = source.node(element, table)
    const isEmpty = score.value === undefined && score.cutScore === undefined
    return isEmpty ? [] : [source.extend(score, { method, notes: [] })]
  })
}
