import type { AdditionalAchievements, CourseQualifier } from '../model/index.js'
import { present } from './content-id.js'
import { licenseAchievement, licensureResults } from './licensure.js'
import type { Mapping } from './mapping.js'
import { languageTags, type QualifierKind, qualifierResults, qualifierTags } from './qualifiers.js'

/** Maps what a record says a learner has outside courses: requirements met, proficiencies, languages, licenses. */
export function mapAdditional(mapping: Mapping, additional: AdditionalAchievements): void {
  const { ledger, draft } = mapping
  for (const node of additional.requirements) assertQualifier(mapping, 'Requirement', node)
  for (const node of additional.attributes) assertQualifier(mapping, 'Attribute', node)
  for (const node of additional.proficiencies) assertQualifier(mapping, 'Proficiency', node)
  for (const node of additional.languages) {
    const name = `Language ${node.code ?? ''}`.trim()
    const content = { achievementType: 'Competency' as const, name, description: name, criteria: recordedCriteria }
    draft.assert({ achievement: draft.achievement({ ...content, tag: languageTags(ledger, node) }), results: [] })
  }
  for (const node of additional.licensures) {
    draft.assert({ achievement: licenseAchievement(mapping, node), results: licensureResults(ledger, node) })
  }
}

const recordedCriteria = { narrative: 'The institution recorded it by its own rules.' }

function assertQualifier({ ledger, draft }: Mapping, kind: QualifierKind, node: CourseQualifier): void {
  if (node.conditionsMet.includes('No')) {
    ledger.loseRest(node, 'no-equivalent', 'What was not met is no achievement')
    return
  }
  const name = [...node.names, ...node.subNames].join(', ') || node.codes.join(', ') || kind
  const achievement = draft.achievement(
    present({
      achievementType: kind === 'Proficiency' ? ('Competency' as const) : ('Achievement' as const),
      name,
      description: `${kind}: ${name}`,
      criteria: recordedCriteria,
      tag: qualifierTags(ledger, kind, node),
    }),
  )
  draft.assert({ achievement, results: qualifierResults(ledger, kind, node) })
}
