import type { AlignmentInput } from '@testamur/credentials'
import type { LearningOutcome, OutcomeFramework } from '../model/index.js'
import { absoluteUrl, tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { Ledger } from './ledger.js'
import type { Mapping } from './mapping.js'
import type { AchievementDraft } from './record-draft.js'

/**
 * Maps a learning outcome of a course to a competency below the course, aligned to the frameworks that state it too.
 */
export function mapOutcome(
  { ledger, draft, options }: Mapping,
  outcome: LearningOutcome,
  course: AchievementDraft,
): void {
  const statement = ledger.use(outcome, 'description')
  if (statement === undefined) return
  const competency = draft.achievement(
    present({
      achievementType: 'Competency' as const,
      name: statement,
      description: statement,
      criteria: {
        narrative: options.criteriaTexts?.competency ?? 'The learner shows it in the course that leads to it.',
      },
      alignment: outcome.frameworks.flatMap((framework) => alignmentsOf(ledger, framework)),
      tag: outcome.assessments.flatMap((node) =>
        tagsOf(ledger, node, [
          ['skillCode', 'LearningOutcomeSkillCode'],
          ['proficiencyCode', 'LearningOutcomeProficiencyCode'],
        ]),
      ),
    }),
  )
  draft.associate('isChildOf', competency, course)
}

function alignmentsOf(ledger: Ledger, { source, outcomes }: OutcomeFramework): AlignmentInput[] {
  const targetUrl = source && absoluteUrl(ledger, source, 'address')
  return outcomes.flatMap((node) => {
    if (targetUrl === undefined || node.statement === undefined) {
      ledger.loseRest(node, 'no-equivalent', 'An alignment needs the URL of its framework and a statement')
      return []
    }
    const targetCode = ledger.use(node, 'id')
    return [
      { targetName: ledger.use(node, 'statement') ?? '', targetUrl, ...(targetCode !== undefined && { targetCode }) },
    ]
  })
}
