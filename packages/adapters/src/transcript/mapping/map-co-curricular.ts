import type { AcademicRecord, CoCurricularLearning } from '../model/index.js'
import { absoluteUrl, identifiersOf, tagsOf } from './carried-values.js'
import { categoryOf } from './categories.js'
import { present } from './content-id.js'
import type { Ledger } from './ledger.js'
import { mapOutcome } from './map-outcome.js'
import { mapSummary } from './map-summary.js'
import type { Mapping, Setting } from './mapping.js'
import { schoolProfile } from './organization-profile.js'
import type { AchievementDraft } from './record-draft.js'

/** Words of a record of co-curricular learning that can mark a category. */
export function categoryWords({ coCurricular }: AcademicRecord): readonly (string | undefined)[] {
  return [...(coCurricular?.categories ?? []), coCurricular?.instructionMethod]
}

/**
 * Maps what a record of learning beside the curriculum says of itself: one credential for each of its programmes, or
 * one for the record where it names none. What can be seen of the learner's work is evidence.
 */
export function mapCoCurricular(mapping: Mapping, node: CoCurricularLearning, setting: Setting): void {
  const { ledger, draft } = mapping
  const { programs } = node
  const evidence = node.evidence.flatMap((each) => {
    const id = absoluteUrl(ledger, each, 'address')
    return id === undefined ? [] : [{ id, ...present({ narrative: notesOf(ledger, each) }) }]
  })
  if (programs.length === 0 && evidence.length === 0 && node.categories.length === 0) return
  for (const program of programs.length > 0 ? programs : [undefined]) {
    const achievement = achievementOf(mapping, node, program, setting)
    draft.assert({
      achievement,
      from: program === undefined ? [node] : [program],
      evidence,
      results: [],
      subject: present({ narrative: program && notesOf(ledger, program) }),
    })
    for (const outcome of program?.outcomes ?? []) mapOutcome(mapping, outcome, achievement)
    if (program?.summary === undefined) continue
    const summary = mapSummary(mapping, program.summary, 'program', setting)
    if (summary !== undefined) draft.associate('isPartOf', summary, achievement)
  }
}

function achievementOf(
  { ledger, draft, options }: Mapping,
  node: CoCurricularLearning,
  program: CoCurricularLearning['programs'][number] | undefined,
  { creator }: Setting,
): AchievementDraft {
  const { tags, achievementType } = categoryOf(options, [...node.categories, node.instructionMethod, program?.name])
  const name = (program && ledger.use(program, 'name')) ?? 'Learning beside the curriculum'
  return draft.achievement(
    present({
      achievementType: achievementType ?? ('CoCurricular' as const),
      name,
      description: (program && ledger.use(program, 'description')) ?? name,
      criteria: { narrative: options.criteriaTexts?.experience ?? 'The institution recorded it by its own rules.' },
      creator: node.department === undefined ? creator() : schoolProfile(ledger, node.department),
      otherIdentifier: program && identifiersOf(ledger, program.codes),
      tag: [
        ...tagsOf(ledger, node, [
          ['categories', 'AchievementCategoryCode'],
          ['instructionMethod', 'ProgramInstructionMethod'],
        ]),
        ...(program === undefined ? [] : tagsOf(ledger, program, [['type', 'AcademicProgramType']])),
        ...tags,
      ],
    }),
  )
}

function notesOf(ledger: Ledger, node: { readonly notes: readonly string[] }): string | undefined {
  return ledger.use(node, 'notes').join('\n') || undefined
}
