import type { ExtracurricularActivity, StudentActivities } from '../model/index.js'
import { narrativeOf, tagsOf } from './carried-values.js'
import { categoryOf } from './categories.js'
import { contentId, present } from './content-id.js'
import type { TextField } from './ledger.js'
import { mapAdditional } from './map-additional.js'
import type { Mapping } from './mapping.js'
import { textResult } from './results.js'

/** Facts of an activity, and what the result that carries each is called. */
const activityFacts: readonly (readonly [field: TextField<ExtracurricularActivity>, name: string])[] = [
  ['gradeLevel', 'Grade level'],
  ['years', 'Years'],
  ['weeklyHours', 'Hours a week'],
  ['yearlyWeeks', 'Weeks a year'],
  ['recognitions', 'Recognitions'],
  ['scope', 'Scope'],
  ['leadershipCharacteristic', 'Leadership'],
]

/** Maps what a learner did outside lessons: prizes and services, clubs, teams and jobs. */
export function mapActivities(mapping: Mapping, { achievements, extracurricular }: StudentActivities): void {
  for (const additional of achievements) mapAdditional(mapping, additional)
  for (const activity of extracurricular) mapActivity(mapping, activity)
}

function mapActivity({ ledger, draft, options }: Mapping, node: ExtracurricularActivity): void {
  const organization = ledger.use(node, 'organization')
  const description = ledger.use(node, 'description')
  const name = description ?? node.code ?? 'Activity'
  const { tags, achievementType } = categoryOf(options, [node.code, description])
  const months = [ledger.use(node, 'beginYearMonth'), ledger.use(node, 'endYearMonth')].filter(
    (month) => month !== undefined,
  )
  draft.assert({
    achievement: draft.achievement(
      present({
        achievementType: achievementType ?? ('CoCurricular' as const),
        name,
        description: `Outside lessons: ${name}`,
        criteria: { narrative: options.criteriaTexts?.experience ?? 'The learner took part.' },
        creator:
          organization === undefined
            ? undefined
            : { id: contentId('organization', { name: organization }), name: organization },
        tag: [...tagsOf(ledger, node, [['code', 'StudentActivityCode']]), ...tags],
      }),
    ),
    from: [node],
    results: activityFacts.flatMap(([field, label]) => textResult(label, ledger.use(node, field))),
    subject: present({
      role: ledger.use(node, 'leadershipPosition'),
      // Months are no days: they stay in words.
      term: months.length > 0 ? months.join(' to ') : undefined,
      narrative: narrativeOf(ledger, node),
    }),
  })
}
