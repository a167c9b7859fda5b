import type { LearningExperience } from '../model/index.js'
import { narrativeOf } from './carried-values.js'
import { contentId, present } from './content-id.js'
import type { Mapping, Setting } from './mapping.js'
import { textResult } from './results.js'
import { subjectTime } from './subject-time.js'

/** Maps a placement or other experience outside the classroom; the learner's reflection becomes evidence. */
export function mapExperience({ ledger, draft }: Mapping, experience: LearningExperience, setting: Setting): void {
  const sponsor = ledger.use(experience, 'sponsor')
  const reflection = ledger.use(experience, 'reflection')
  const name = sponsor === undefined ? 'Learning experience' : `Learning experience at ${sponsor}`
  draft.assert({
    achievement: draft.achievement(
      present({
        achievementType: 'Fieldwork' as const,
        name,
        description: `${name}, outside the classroom.`,
        criteria: { narrative: 'The institution recognized the experience as learning.' },
        creator:
          sponsor === undefined
            ? setting.creator()
            : { id: contentId('organization', { name: sponsor }), name: sponsor },
      }),
    ),
    evidence: reflection === undefined ? undefined : [{ name: "The learner's reflection", narrative: reflection }],
    results: textResult('Placement location', ledger.use(experience, 'location')),
    subject: present({ ...subjectTime(ledger, setting.term), narrative: narrativeOf(ledger, experience) }),
  })
}
