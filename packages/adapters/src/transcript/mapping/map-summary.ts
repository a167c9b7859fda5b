import type { AcademicSummary, GradePointAverage, Honor, StudentLevel, Term } from '../model/index.js'
import { narrativeOf, tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { Ledger, TextField } from './ledger.js'
import type { Mapping, Setting } from './mapping.js'
import type { AchievementContent, AchievementDraft, ResultDraft } from './record-draft.js'
import { textResult } from './results.js'
import { subjectTime } from './subject-time.js'

/** What a summary is about. */
export type SummaryScope = 'record' | 'term' | 'award' | 'program'

/** Facts of a term or a record as a whole, which stand with its first summary. */
export interface SummaryContext {
  readonly term?: Term | undefined
  readonly studentLevel?: StudentLevel | undefined
  /** Where the remarks on it stand. */
  readonly noted: readonly { readonly notes: readonly string[] }[]
}

const creditHours: readonly (readonly [field: TextField<GradePointAverage>, name: string])[] = [
  ['creditHoursAttempted', 'Credit hours attempted'],
  ['creditHoursEarned', 'Credit hours earned'],
  ['creditHoursRequired', 'Credit hours required'],
  ['creditHoursDeficient', 'Credit hours deficient'],
  ['creditHoursForGpa', 'Credit hours for GPA'],
  ['totalQualityPoints', 'Quality points'],
  ['scope', 'GPA scope'],
]
const classRank: readonly (readonly [field: TextField<AcademicSummary>, name: string])[] = [
  ['classRank', 'Class rank'],
  ['classSize', 'Class size'],
  ['classRankSessionCount', 'Sessions ranked'],
  ['classRankDate', 'Class rank, date'],
  ['classRankYear', 'Class rank, year'],
  ['classRankYearMonth', 'Class rank, month'],
]
const enrollmentDates: readonly (readonly [field: TextField<AcademicSummary>, name: string])[] = [
  ['entryDate', 'Entry date'],
  ['exitDate', 'Exit date'],
]
const termFacts: readonly (readonly [field: TextField<Term>, name: string])[] = [
  ['designatorSuffix', 'Session suffix'],
  ['type', 'Session type'],
  ['schoolYear', 'School year'],
]
const summaryTags: readonly (readonly [field: TextField<AcademicSummary>, name: string])[] = [
  ['type', 'AcademicSummaryType'],
  ['level', 'AcademicSummaryLevel'],
]

const scopeNames: Readonly<Record<SummaryScope, string>> = {
  record: 'Summary of the academic record',
  term: 'Summary of the term',
  award: 'Summary of the award',
  program: 'Summary of the program',
}

/**
 * Maps averages and totals to one credential, and returns the achievement; `undefined` when the summary has nothing to
 * say. Its program is not mapped here.
 */
export function mapSummary(
  mapping: Mapping,
  summary: AcademicSummary,
  scope: SummaryScope,
  setting: Setting,
  context: SummaryContext = { noted: [] },
): AchievementDraft | undefined {
  const { ledger, draft } = mapping
  const results = [
    ...(summary.gpa === undefined ? [] : gpaResults(ledger, summary.gpa)),
    ...summary.honors.flatMap((honor) => honorResults(ledger, honor)),
    ...textResult('Prize', ledger.use(summary, 'prize')),
    ...optionalResults(mapping, summary),
  ]
  const noted = [summary, ...(summary.gpa ? [summary.gpa] : []), ...context.noted]
  if (results.length === 0 && noted.every(({ notes }) => notes.length === 0)) return undefined
  const achievement = draft.achievement(summaryContent(ledger, summary, scope, setting))
  draft.assert({
    achievement,
    results: [...results, ...contextResults(ledger, context)],
    subject: present({ ...subjectTime(ledger, setting.term), narrative: narrativeOf(ledger, ...noted) }),
  })
  return achievement
}

function summaryContent(
  ledger: Ledger,
  summary: AcademicSummary,
  scope: SummaryScope,
  { creator }: Setting,
): AchievementContent {
  const unit = summary.gpa === undefined ? [] : tagsOf(ledger, summary.gpa, [['creditUnit', 'CreditUnit']])
  const counted = [summary.type, summary.level].filter((code) => code !== undefined).map(inWords)
  return present({
    achievementType: 'Achievement' as const,
    name: counted.length === 0 ? scopeNames[scope] : `${scopeNames[scope]}: ${counted.join(', ')}`,
    description: 'Averages and totals that the institution computed over the courses it counts.',
    criteria: { narrative: 'The institution computes it by its own rules from the courses it counts.' },
    creator: creator(),
    tag: [...tagsOf(ledger, summary, summaryTags), ...unit],
  })
}

function gpaResults(ledger: Ledger, gpa: GradePointAverage): ResultDraft[] {
  const average = ledger.use(gpa, 'average')
  const hours = textFacts(ledger, gpa, creditHours)
  if (average === undefined) return hours
  const description = present({
    name: 'Grade point average',
    resultType: 'GradePointAverage' as const,
    valueMin: ledger.use(gpa, 'rangeMinimum'),
    valueMax: ledger.use(gpa, 'rangeMaximum'),
  })
  return [{ description, value: average }, ...hours]
}

/** Returns an honor by its title; how high it ranks stands in the name of what it is a result of. */
export function honorResults(ledger: Ledger, honor: Honor): ResultDraft[] {
  const [title, level] = [ledger.use(honor, 'title'), ledger.use(honor, 'level')]
  const named =
    title === undefined ? textResult('Honors level', level) : textResult(level ? `Honors (${level})` : 'Honors', title)
  return [...named, ...textResult('Honors, note', ledger.use(honor, 'notes'))]
}

function optionalResults({ ledger, options }: Mapping, summary: AcademicSummary): ResultDraft[] {
  const results = textFacts(ledger, summary, enrollmentDates)
  if (options.include?.includes('class-rank')) results.push(...textFacts(ledger, summary, classRank))
  else {
    const fields = classRank.map(([field]) => field)
    ledger.lose(summary, fields, 'not-requested', "It is carried when the option include names 'class-rank'")
  }
  if (options.include?.includes('standing')) {
    results.push(
      ...textResult('Academic standing', ledger.use(summary, 'standings')),
      ...textResult('Exit reason', ledger.use(summary, 'exitReasonCode')),
      ...summary.standingDetails.flatMap((node) => [
        ...textResult('Academic standing', ledger.use(node, 'code')),
        ...textResult('Academic standing, in words', ledger.use(node, 'name')),
        ...textResult('Academic standing, note', ledger.use(node, 'notes')),
      ]),
    )
  } else {
    const reason = "It is carried when the option include names 'standing'"
    ledger.lose(summary, ['standings', 'exitReasonCode'], 'not-requested', reason)
    for (const node of summary.standingDetails) ledger.loseRest(node, 'not-requested', reason)
  }
  return results
}

function contextResults(ledger: Ledger, { term, studentLevel }: SummaryContext): ResultDraft[] {
  const level = studentLevel === undefined ? [] : textResult('Student level', ledger.use(studentLevel, 'code'))
  if (term === undefined) return level
  const designator = term.name === undefined ? undefined : ledger.use(term, 'designator')
  return [...level, ...textResult('Session', designator), ...textFacts(ledger, term, termFacts)]
}

function textFacts<Node extends object>(
  ledger: Ledger,
  node: Node,
  facts: readonly (readonly [field: TextField<Node>, name: string])[],
): ResultDraft[] {
  return facts.flatMap(([field, name]) => textResult(name, ledger.use(node, field) as string | undefined))
}

/** Returns a code in words: `SenderOnly` is `sender only`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
