import type { ResultType } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { Subtest, Test, TestScore } from '../model/index.js'
import { dateOf, narrativeOf, tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { Ledger } from './ledger.js'
import type { Mapping } from './mapping.js'
import type { AchievementDraft, ResultDraft } from './record-draft.js'
import { textResult } from './results.js'

/** Result types of the ways in which PESC says that a score was measured; the others have none of their own. */
const scoreTypes: ReadonlyMap<string, ResultType> = new Map([
  ['Raw', 'RawScore'],
  ['Scaled', 'ScaledScore'],
  ['Standard', 'ScaledScore'],
  ['Percent', 'Percent'],
  ['Mastery', 'PerformanceLevel'],
  ['Adjective', 'PerformanceLevel'],
])

/** What can be wrong with a score stands in the name of what it is a result of, where no one can miss it. */
const scoreFlags = [
  ['revised', 'revised'],
  ['invalidated', 'invalidated'],
  ['selfReported', 'self-reported'],
] as const

const criteriaOf = ({ criteriaTexts }: ClrFromTranscriptOptions) => ({
  narrative: criteriaTexts?.test ?? 'The organization that runs the test sets its criteria.',
})

/** Maps a standardised test: every subtest with scores is one credential, below the test. */
export function mapTest(mapping: Mapping, test: Test): void {
  const { ledger, draft, options } = mapping
  const name = ledger.use(test, 'name') ?? `Test ${test.code ?? test.educationCode ?? ''}`.trim()
  const parent = draft.achievement(
    present({
      achievementType: 'Assessment' as const,
      name,
      description: `Standardised test: ${name}`,
      criteria: criteriaOf(options),
      tag: tagsOf(ledger, test, [
        ['code', 'TestCode'],
        ['educationCode', 'EducationTestCode'],
        ['group', 'TestGroup'],
        ['version', 'TestVersion'],
        ['administrationMethod', 'TestAdministrationMethod'],
      ]),
    }),
  )
  const scored = testResults(ledger, test)
  if (scored.length > 0) {
    const subject = { activityEndDate: dateOf(ledger, test, 'date'), term: testTerm(ledger, test) }
    draft.assert({ achievement: parent, from: [test], results: scored, subject: present(subject) })
  }
  for (const subtest of test.subtests) {
    draft.associate('isChildOf', assertSubtest(mapping, test, name, subtest), parent)
  }
}

function assertSubtest(
  { ledger, draft, options }: Mapping,
  test: Test,
  testName: string,
  subtest: Subtest,
): AchievementDraft {
  const name = ledger.use(subtest, 'name') ?? `Subtest ${subtest.code ?? subtest.educationCode ?? ''}`.trim()
  const achievement = draft.achievement(
    present({
      achievementType: 'Assessment' as const,
      name: `${testName}: ${name}`,
      description: `Part of the test ${testName}: ${name}`,
      criteria: criteriaOf(options),
      tag: tagsOf(ledger, subtest, [
        ['code', 'SubtestCode'],
        ['educationCode', 'EducationSubtestCode'],
      ]),
    }),
  )
  draft.assert({
    achievement,
    from: [subtest],
    results: [
      ...subtest.scores.flatMap((score) => scoreResults(ledger, score)),
      ...scoreFlags.flatMap(([field, name]) => textResult(`Scores ${name}`, ledger.use(subtest, field))),
      ...(subtest.exclusionReasons === undefined
        ? []
        : textResult('Reason for exclusion', ledger.use(subtest, 'exclusionReasons'))),
      ...(test.studentLevel === undefined ? [] : textResult('Student level', ledger.use(test.studentLevel, 'code'))),
    ],
    subject: present({
      term: testTerm(ledger, test),
      activityEndDate: dateOf(ledger, test, 'date'),
      narrative: narrativeOf(ledger, subtest, test),
    }),
  })
  return achievement
}

function scoreResults(ledger: Ledger, score: TestScore): ResultDraft[] {
  const note = textResult('Score, note', ledger.use(score, 'notes'))
  const value = ledger.use(score, 'value')
  if (value === undefined) return note
  const method = ledger.use(score, 'method')
  const flags = scoreFlags.flatMap(([field, name]) => {
    const flag = ledger.use(score, field)
    return flag === undefined ? [] : [`[${name}: ${flag}]`]
  })
  const name = ['Score', ...(method === undefined ? [] : [`(${method})`]), ...flags].join(' ')
  const cut = textResult(`Cut score${method === undefined ? '' : ` (${method})`}`, ledger.use(score, 'cutScore'))
  return [{ description: { name, resultType: scoreTypes.get(method ?? '') ?? 'Result' }, value }, ...cut, ...note]
}

/** Scores of a test as a whole. */
function testResults(ledger: Ledger, test: Test): ResultDraft[] {
  const score = ledger.use(test, 'scaleScore')
  const level = ledger.use(test, 'achievementLevel')
  return [
    ...(score === undefined
      ? []
      : [{ description: { name: 'Scale score', resultType: 'ScaledScore' as const }, value: score }]),
    ...textResult('Standard error', ledger.use(test, 'standardError')),
    ...(level === undefined
      ? []
      : [{ description: { name: 'Achievement level', resultType: 'PerformanceLevel' as const }, value: level }]),
  ]
}

/** A month or a year is no day: it stays in words. */
function testTerm(ledger: Ledger, test: Test): string | undefined {
  return ledger.use(test, test.yearMonth === undefined ? 'year' : 'yearMonth')
}
