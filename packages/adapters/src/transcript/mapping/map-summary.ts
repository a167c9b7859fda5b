import type { ClrFromTranscriptOptions, SummaryScope } from '../interface.js'
import type {
  AcademicSummary,
  GradePointAverage,
  Honor,
  StudentLevel,
  SubjectAreaCredit,
  Term,
} from '../model/index.js'
import { tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { Ledger, TextField } from './ledger.js'
import type { Mapping, Setting } from './mapping.js'
import type { AchievementContent, AchievementDraft, ResultDraft } from './record-draft.js'
import { textResult } from './results.js'
import { narrativeBesideStanding, standingResults } from './standing.js'
import { subjectTime } from './subject-time.js'

/** Facts of a term or a record as a whole, which stand with its first summary. */
export interface SummaryContext {
  readonly term?: Term | undefined
  readonly studentLevel?: StudentLevel | undefined
  /** Its summaries. */
  readonly summaries: readonly AcademicSummary[]
  /** Where the remarks on it stand. */
  readonly noted: readonly { readonly notes: readonly string[] }[]
}

/** Hours and points of an average, and what the result that carries each is called. */
export const creditHours: readonly (readonly [field: TextField<GradePointAverage>, name: string])[] = [
  ['creditHoursAttempted', 'Credit hours attempted'],
  ['creditHoursEarned', 'Credit hours earned'],
  ['creditHoursRequired', 'Credit hours required'],
  ['creditHoursDeficient', 'Credit hours deficient'],
  ['creditHoursForGpa', 'Credit hours for GPA'],
  ['totalQualityPoints', 'Quality points'],
  ['scope', 'GPA scope'],
]
/** Facts of the rank in class, likewise. */
export const classRank: readonly (readonly [field: TextField<AcademicSummary>, name: string])[] = [
  ['classRank', 'Class rank'],
  ['classSize', 'Class size'],
  ['classRankSessionCount', 'Sessions ranked'],
  ['classRankDate', 'Class rank, date'],
  ['classRankYear', 'Class rank, year'],
  ['classRankYearMonth', 'Class rank, month'],
]
/** When study began and ended, likewise. */
export const enrollmentDates: readonly (readonly [field: TextField<AcademicSummary>, name: string])[] = [
  ['entryDate', 'Entry date'],
  ['exitDate', 'Exit date'],
]
const termFacts: readonly (readonly [field: TextField<Term>, name: string])[] = [
  ['designatorSuffix', 'Session suffix'],
  ['type', 'Session type'],
  ['schoolYear', 'School year'],
]
/** What a summary counts: tags of its definition. */
export const summaryTags: readonly (readonly [field: TextField<AcademicSummary>, name: string])[] = [
  ['type', 'AcademicSummaryType'],
  ['level', 'AcademicSummaryLevel'],
]

const scopeNames: Readonly<Record<SummaryScope, string>> = {
  record: 'the academic record',
  term: 'the term',
  award: 'the award',
  program: 'the program',
}

/**
 * Maps averages, totals, honors and remarks to one credential, and returns the achievement; `undefined` when the
 * summary has nothing to say. Its program is not mapped here.
 */
export function mapSummary(
  mapping: Mapping,
  summary: AcademicSummary,
  scope: SummaryScope,
  setting: Setting,
  context: SummaryContext = { summaries: [], noted: [] },
): AchievementDraft | undefined {
  const { ledger, draft, options } = mapping
  if (options.summaries?.includes(scope) === false) {
    ledger.loseRest(summary, 'not-requested', 'The option summaries does not name it', ['program'])
    return undefined
  }
  const averages = summary.gpa === undefined ? [] : gpaResults(ledger, summary.gpa)
  const results = [
    ...averages,
    ...summary.honors.flatMap((honor) => honorResults(ledger, honor)),
    ...textResult('Prize', ledger.use(summary, 'prize')),
    ...optionalResults(mapping, summary),
    ...(summary.subjectAreas ?? []).flatMap((area) => subjectAreaResults(ledger, area)),
  ]
  const narratives = [
    narrativeBesideStanding(mapping, [summary], summary, ...(summary.gpa ? [summary.gpa] : [])),
    narrativeBesideStanding(mapping, context.summaries, ...context.noted),
  ].filter((narrative) => narrative !== undefined)
  if (results.length === 0 && narratives.length === 0) return undefined
  const scoped = { ...summaryTexts(scope, averages.length > 0, options), creator: setting.creator() }
  const achievement = draft.achievement(summaryContent(ledger, summary, scoped))
  draft.assert({
    achievement,
    from: [summary],
    results: [...results, ...contextResults(ledger, context)],
    subject: present({ ...subjectTime(ledger, setting.term), narrative: narratives.join('\n') || undefined }),
  })
  return achievement
}

function summaryTexts(
  scope: SummaryScope,
  hasAverages: boolean,
  { criteriaTexts }: ClrFromTranscriptOptions,
): AchievementContent {
  const name = `Summary of ${scopeNames[scope]}`
  if (hasAverages) {
    return {
      name,
      description: 'Averages and totals that the institution computed over the courses it counts.',
      criteria: {
        narrative: criteriaTexts?.summary ?? 'The institution computes it by its own rules from the courses it counts.',
      },
    }
  }
  return {
    name,
    description: `Honors, remarks or other facts that the institution recorded of ${scopeNames[scope]}.`,
    criteria: { narrative: criteriaTexts?.summary ?? 'The institution recorded it by its own rules.' },
  }
}

function summaryContent(
  ledger: Ledger,
  summary: AcademicSummary,
  { name, description, criteria, creator }: AchievementContent,
): AchievementContent {
  const unit = summary.gpa === undefined ? [] : tagsOf(ledger, summary.gpa, [['creditUnit', 'CreditUnit']])
  const counted = [summary.type, summary.level].filter((code) => code !== undefined).map(inWords)
  return present({
    achievementType: 'Achievement' as const,
    name: counted.length === 0 ? name : `${name}: ${counted.join(', ')}`,
    description,
    criteria,
    creator,
    tag: [...tagsOf(ledger, summary, summaryTags), ...unit],
  })
}

function gpaResults(ledger: Ledger, gpa: GradePointAverage): ResultDraft[] {
  const average = ledger.use(gpa, 'average')
  const hours = textFacts(ledger, gpa, creditHours)
  if (average === undefined) return hours
  const valueMin = ledger.use(gpa, 'rangeMinimum')
  const valueMax = ledger.use(gpa, 'rangeMaximum')
  // An average that nobody can place, since its range is not known, is a result like others.
  const resultType =
    valueMin === undefined || valueMax === undefined ? ('Result' as const) : ('GradePointAverage' as const)
  const description = present({ name: 'Grade point average', resultType, valueMin, valueMax })
  return [{ description, value: average }, ...hours]
}

/** Returns an honor by its title; how high it ranks stands in the name of what it is a result of. */
export function honorResults(ledger: Ledger, honor: Honor): ResultDraft[] {
  const [title, level] = [ledger.use(honor, 'title'), ledger.use(honor, 'level')]
  const named =
    title === undefined ? textResult('Honors level', level) : textResult(level ? `Honors (${level})` : 'Honors', title)
  return [...named, ...textResult('Honors, note', ledger.use(honor, 'notes'))]
}

function optionalResults(mapping: Mapping, summary: AcademicSummary): ResultDraft[] {
  const { ledger, options } = mapping
  const results = textFacts(ledger, summary, enrollmentDates)
  if (options.include?.includes('class-rank')) results.push(...textFacts(ledger, summary, classRank))
  else {
    const fields = classRank.map(([field]) => field)
    ledger.lose(summary, fields, 'not-requested', "It is carried when the option include names 'class-rank'")
  }
  return [...results, ...standingResults(mapping, summary)]
}

function contextResults(ledger: Ledger, { term, studentLevel }: SummaryContext): ResultDraft[] {
  const level = studentLevel === undefined ? [] : textResult('Student level', ledger.use(studentLevel, 'code'))
  if (term === undefined) return level
  const designator = term.name === undefined ? undefined : ledger.use(term, 'designator')
  return [...level, ...textResult('Session', designator), ...textFacts(ledger, term, termFacts)]
}

/** Returns the credits of one subject: what there are, and what graduation asks for. */
function subjectAreaResults(ledger: Ledger, area: SubjectAreaCredit): ResultDraft[] {
  const subject = [ledger.use(area, 'name') ?? area.code ?? 'Subject', ledger.use(area, 'creditUnit')]
    .filter(Boolean)
    .join(', ')
  const credits = textFacts(ledger, area, [
    ['creditEarned', `${subject}: credits earned`],
    ['creditRequired', `${subject}: credits required`],
    ['creditDeficient', `${subject}: credits missing`],
    ['code', `${subject}: code`],
  ])
  if (credits.length > 0 || (area.name === undefined && area.creditUnit === undefined)) return credits
  return textResult('Subject', subject)
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
