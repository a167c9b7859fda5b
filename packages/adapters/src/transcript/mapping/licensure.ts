import type { ResultStatusType } from '@testamur/credentials'
import type { Licensure } from '../model/index.js'
import { tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { Ledger } from './ledger.js'
import type { Mapping } from './mapping.js'
import type { AchievementDraft, ResultDraft } from './record-draft.js'
import { labelledResult, statusResult, textResult } from './results.js'

/**
 * How far a licence is reached when its requirements are fulfilled in full, in part, or something contributes to them.
 */
const fulfillments: ReadonlyMap<string, ResultStatusType> = new Map([
  ['Complete', 'Completed'],
  ['Partial', 'InProgress'],
  ['Contribute', 'InProgress'],
])

/** Returns the achievement that a license is. Naming it does not say that the learner has it. */
export function licenseAchievement({ ledger, draft, options }: Mapping, node: Licensure): AchievementDraft {
  const name = licenseName(ledger, node)
  return draft.achievement(
    present({
      achievementType: 'License' as const,
      name,
      description: `License: ${name}`,
      criteria: {
        narrative: options.criteriaTexts?.license ?? 'The authority that grants the license sets its criteria.',
      },
      tag: tagsOf(ledger, node, [['regionCode', 'LicensureStateProvinceCode']]),
    }),
  )
}

/** Returns what a learner has done towards a license. */
export function licensureResults(ledger: Ledger, node: Licensure): ResultDraft[] {
  const name = `License ${licenseName(ledger, node)}`
  return [
    ...statusResult(`${name}: fulfillment`, ledger.use(node, 'fulfillment'), fulfillments),
    ...textResult(`${name}: date passed`, ledger.use(node, 'passageDates')),
    ...textResult(`${name}: note`, ledger.use(node, 'notes')),
  ]
}

/** Returns the same as facts of an attempt at a course, which are results of one name. */
export function licensureFacts(ledger: Ledger, name: string, node: Licensure): ResultDraft[] {
  const license = `License ${licenseName(ledger, node)}`
  return [
    ...labelledResult(name, `${license}, fulfillment`, ledger.use(node, 'fulfillment')),
    ...labelledResult(name, `${license}, date passed`, ledger.use(node, 'passageDates')),
    ...labelledResult(name, `${license}, note`, ledger.use(node, 'notes')),
  ]
}

function licenseName(ledger: Ledger, node: Licensure): string {
  return ledger.use(node, 'names').join(', ') || 'unnamed'
}
