import type { LearningExperience } from '../model/index.js'
import { narrativeOf } from './carried-values.js'
import { categoryOf } from './categories.js'
import { contentId, present } from './content-id.js'
import type { Mapping, Setting } from './mapping.js'
import { textResult } from './results.js'
import { subjectTime } from './subject-time.js'

/**
 * Maps a placement or other experience outside the classroom; the learner's reflection becomes evidence. `marks` are
 * words around it that can mark a category.
 */
export function mapExperience(
  { ledger, draft, options }: Mapping,
  experience: LearningExperience,
  setting: Setting,
  marks: readonly (string | undefined)[] = [],
): void {
  const sponsor = ledger.use(experience, 'sponsor')
  const reflection = ledger.use(experience, 'reflection')
  const name = sponsor === undefined ? 'Learning experience' : `Learning experience at ${sponsor}`
  const { tags, achievementType } = categoryOf(options, [...marks, sponsor, ...experience.notes])
  draft.assert({
    from: [experience],
    achievement: draft.achievement(
      present({
        achievementType: achievementType ?? ('Fieldwork' as const),
        name,
        description: `${name}, outside the classroom.`,
        criteria: {
          narrative: options.criteriaTexts?.experience ?? 'The institution recognized the experience as learning.',
        },
        creator:
          sponsor === undefined
            ? setting.creator()
            : { id: contentId('organization', { name: sponsor }), name: sponsor },
        tag: tags,
      }),
    ),
    evidence: reflection === undefined ? undefined : [{ name: "The learner's reflection", narrative: reflection }],
    results: textResult('Placement location', ledger.use(experience, 'location')),
    subject: present({ ...subjectTime(ledger, setting.term), narrative: narrativeOf(ledger, experience) }),
  })
}
