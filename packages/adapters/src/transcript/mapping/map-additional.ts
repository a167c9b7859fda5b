import type { ClrFromTranscriptOptions } from '../interface.js'
import type { AdditionalAchievements, CourseQualifier } from '../model/index.js'
import { tagsOf } from './carried-values.js'
import { categoryOf } from './categories.js'
import { contentId, present } from './content-id.js'
import { licenseAchievement, licensureResults } from './licensure.js'
import type { Mapping } from './mapping.js'
import { languageTags, type QualifierKind, qualifierResults, qualifierTags } from './qualifiers.js'
import { textResult } from './results.js'

/** Maps what a record says a learner has outside courses: requirements met, proficiencies, languages, licenses. */
export function mapAdditional(mapping: Mapping, additional: AdditionalAchievements): void {
  const { ledger, draft, options } = mapping
  if (additional.title !== undefined || additional.category !== undefined) assertTitled(mapping, additional)
  for (const node of additional.requirements) assertQualifier(mapping, 'Requirement', node)
  for (const node of additional.attributes) assertQualifier(mapping, 'Attribute', node)
  for (const node of additional.proficiencies) assertQualifier(mapping, 'Proficiency', node)
  for (const node of additional.languages) {
    const name = `Language ${node.code ?? ''}`.trim()
    const content = {
      achievementType: 'Competency' as const,
      name,
      description: name,
      criteria: recordedCriteria(options),
    }
    draft.assert({
      achievement: draft.achievement({ ...content, tag: languageTags(ledger, node) }),
      from: [node],
      results: [],
    })
  }
  for (const node of additional.licensures) {
    draft.assert({
      achievement: licenseAchievement(mapping, node),
      from: [node],
      results: licensureResults(ledger, node),
    })
  }
}

const recordedCriteria = ({ criteriaTexts }: ClrFromTranscriptOptions) => ({
  narrative: criteriaTexts?.additional ?? 'The institution recorded it by its own rules.',
})

function assertQualifier({ ledger, draft, options }: Mapping, kind: QualifierKind, node: CourseQualifier): void {
  if (node.conditionsMet.includes('No')) {
    ledger.loseRest(node, 'no-equivalent', 'What was not met is no achievement')
    return
  }
  const name = [...node.names, ...node.subNames].join(', ') || node.codes.join(', ') || kind
  const { tags, achievementType } = categoryOf(options, [...node.codes, ...node.names])
  const achievement = draft.achievement(
    present({
      achievementType: achievementType ?? (kind === 'Proficiency' ? ('Competency' as const) : ('Achievement' as const)),
      name,
      description: `${kind}: ${name}`,
      criteria: recordedCriteria(options),
      tag: [...qualifierTags(ledger, kind, node), ...tags],
    }),
  )
  draft.assert({ achievement, from: [node], results: qualifierResults(ledger, kind, node) })
}

/** An achievement of its own: a prize, an office, a service, in a category. */
function assertTitled({ ledger, draft, options }: Mapping, node: AdditionalAchievements): void {
  const { tags, achievementType } = categoryOf(options, [node.category, node.title])
  const sponsor = ledger.use(node, 'sponsor')
  const name = ledger.use(node, 'title') ?? node.category ?? 'Achievement'
  const achievement = draft.achievement(
    present({
      achievementType: achievementType ?? ('Achievement' as const),
      name,
      description: name,
      criteria: recordedCriteria(options),
      creator: sponsor === undefined ? undefined : { id: contentId('organization', { name: sponsor }), name: sponsor },
      tag: [...tagsOf(ledger, node, [['category', 'AchievementCategoryCode']]), ...tags],
    }),
  )
  draft.assert({
    achievement,
    from: [node],
    results: textResult('Student level', ledger.use(node, 'studentLevelCode')),
    // A month or a year is no day: it stays in words.
    subject: present({ term: ledger.use(node, node.awardYearMonth === undefined ? 'awardYear' : 'awardYearMonth') }),
  })
}
