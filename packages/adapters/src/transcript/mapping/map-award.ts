import type { EvidenceInput, ResultStatusType } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { AcademicAward, AcademicProgram, DegreeRequirement } from '../model/index.js'
import { awardType } from './award-type.js'
import { absoluteUrl, dateOf, narrativeOf, tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { Ledger } from './ledger.js'
import { honorResults, mapSummary } from './map-summary.js'
import type { Mapping, Setting } from './mapping.js'
import type { ProgramMapping } from './program-mapping.js'
import type { AchievementContent, AchievementDraft } from './record-draft.js'
import { statusResult } from './results.js'
import { narrativeBesideStanding } from './standing.js'
import { termName } from './subject-time.js'

/** What xs:boolean says of completion, also with the capital letters that some systems write. */
const completion: ReadonlyMap<string, string> = new Map([
  ...['true', 'True', '1'].map((text) => [text, 'Completed'] as const),
  ...['false', 'False', '0'].map((text) => [text, 'Not completed'] as const),
])
const statuses: ReadonlyMap<string, ResultStatusType> = new Map([
  ['Completed', 'Completed'],
  ['Not completed', 'InProgress'],
])

/** Returns the achievement that an award is. */
export function awardAchievement(
  { ledger, draft, options }: Mapping,
  award: AcademicAward,
  setting: Setting,
): AchievementDraft {
  return draft.achievement(awardContent(ledger, award, setting, options))
}

/** Maps a degree, diploma or certificate, with its honors, thesis, programs and averages. */
export function mapAward(mapping: Mapping, programs: ProgramMapping, award: AcademicAward, setting: Setting): void {
  const { ledger, draft } = mapping
  const achievement = awardAchievement(mapping, award, setting)
  const completed = ledger.use(award, 'completed')
  const status = completed === undefined ? undefined : (completion.get(completed) ?? completed)
  const place = { award: achievement, isCompleted: status !== 'Not completed' }
  draft.assert({
    achievement,
    from: [award],
    awardedDate: dateOf(ledger, award, 'date'),
    evidence: award.requirements.flatMap((requirement) => evidenceOf(ledger, requirement)),
    results: [
      ...statusResult('Award status', status, statuses),
      ...award.honors.flatMap((honor) => honorResults(ledger, honor)),
    ],
    subject: present({
      activityEndDate: dateOf(ledger, award, 'completionDate'),
      term: termName(ledger, setting.term),
      narrative: narrativeBesideStanding(mapping, award.summaries, award),
    }),
  })
  programs.map(award.programs, setting, place)
  for (const summary of award.summaries) {
    const averages = mapSummary(mapping, summary, 'award', setting)
    if (averages !== undefined) draft.associate('isPartOf', averages, achievement)
    if (summary.program !== undefined) programs.map([summary.program], setting, place)
  }
}

function awardContent(
  ledger: Ledger,
  award: AcademicAward,
  { creator }: Setting,
  { criteriaTexts }: ClrFromTranscriptOptions,
): AchievementContent {
  const title = ledger.use(award, 'title')
  const name = title ?? (award.level === undefined ? 'Award' : `Award of level ${award.level}`)
  return present({
    achievementType: awardType(award.level, title),
    name,
    description: `${name}, as the institution recorded it.`,
    criteria: { narrative: criteriaTexts?.award ?? "Fulfillment of the institution's requirements for this award." },
    creator: creator(),
    fieldOfStudy: onlyName(award.programs, ['Major']),
    specialization: onlyName(award.programs, ['Concentration', 'Specialization', 'Focus']),
    tag: tagsOf(ledger, award, [['level', 'AcademicAwardLevel']]),
  })
}

/** Name of the program of these types, if there is exactly one. */
function onlyName(programs: readonly AcademicProgram[], types: readonly string[]): string | undefined {
  const matching = programs.filter(({ type }) => type !== undefined && types.includes(type))
  return matching.length === 1 ? matching[0]?.name : undefined
}

function evidenceOf(ledger: Ledger, requirement: DegreeRequirement): EvidenceInput[] {
  const evidence = present({
    id: absoluteUrl(ledger, requirement, 'url'),
    name: ledger.use(requirement, 'title'),
    narrative: narrativeOf(ledger, requirement),
  })
  return Object.keys(evidence).length === 0 ? [] : [{ ...evidence, genre: 'Thesis or dissertation' }]
}
