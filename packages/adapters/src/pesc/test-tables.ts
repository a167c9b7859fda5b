import type { Subtest, Test, TestScore } from '../transcript/index.js'
import { type ElementTable, elementTable, nodeFrom, nodesFrom } from './element-table.js'
import { studentLevelTable } from './record-tables.js'

// Elements of the tests that a transcript names.

type TranscriptScore = Omit<TestScore, 'cutScore'>
type TranscriptSubtest = Pick<Subtest, 'code' | 'educationCode' | 'name' | 'scores' | 'notes'>
type TranscriptTest = Omit<
  Test,
  'version' | 'group' | 'administrationMethod' | 'scaleScore' | 'standardError' | 'achievementLevel'
>

export const scoreTable: ElementTable<TranscriptScore> = elementTable<TranscriptScore>({
  value: 'ScoreValue',
  method: 'TestScoreMethod',
  revised: 'ScoreRevisedIndicator',
  invalidated: 'ScoreInvalidatedIndicator',
  selfReported: 'ScoreSelfreportedIndicator',
  notes: ['NoteMessage'],
})

export const subtestTable: ElementTable<TranscriptSubtest> = elementTable<TranscriptSubtest>(
  {
    code: 'SubtestCode',
    educationCode: 'EducationSubtestCode',
    name: 'SubtestName',
    notes: ['NoteMessage'],
  },
  { scores: nodesFrom(['TestScores', scoreTable]) },
)

/** A `Tests`. */
export const testTable: ElementTable<TranscriptTest> = elementTable<TranscriptTest>(
  {
    code: 'TestCode',
    educationCode: 'EducationTestCode',
    name: 'TestName',
    date: 'TestDate',
    yearMonth: 'TestYearMonth',
    year: 'TestYear',
    notes: ['NoteMessage'],
  },
  {
    studentLevel: nodeFrom('StudentLevel', studentLevelTable),
    subtests: nodesFrom(['Subtest', subtestTable]),
  },
)
