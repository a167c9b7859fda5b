import type { AcademicSummary } from '../model/index.js'
import { narrativeOf } from './carried-values.js'
import type { Mapping } from './mapping.js'
import type { ResultDraft } from './record-draft.js'
import { textResult } from './results.js'

const reason = "It is carried when the option include names 'standing'"

/** Returns what a summary says of academic standing, if that is asked for. */
export function standingResults(mapping: Mapping, summary: AcademicSummary): ResultDraft[] {
  const { ledger } = mapping
  if (isCarried(mapping)) {
    return [
      ...textResult('Academic standing', ledger.use(summary, 'standings')),
      ...textResult('Exit reason', ledger.use(summary, 'exitReasonCode')),
      ...summary.standingDetails.flatMap((node) => [
        ...textResult('Academic standing', ledger.use(node, 'code')),
        ...textResult('Academic standing, in words', ledger.use(node, 'name')),
        ...textResult('Academic standing, note', ledger.use(node, 'notes')),
      ]),
    ]
  }
  ledger.lose(summary, ['standings', 'exitReasonCode'], 'not-requested', reason)
  for (const node of summary.standingDetails) ledger.loseRest(node, 'not-requested', reason)
  return []
}

/**
 * Returns the notes of nodes beside these summaries as one text. Where a summary has a standing that is not carried,
 * its notes are lost with it: they tend to say the same in words.
 */
export function narrativeBesideStanding(
  mapping: Mapping,
  summaries: readonly AcademicSummary[],
  ...nodes: readonly { readonly notes: readonly string[] }[]
): string | undefined {
  if (isCarried(mapping) || !summaries.some(hasStanding)) return narrativeOf(mapping.ledger, ...nodes)
  for (const node of nodes) mapping.ledger.lose(node, 'notes', 'not-requested', `It may tell the standing. ${reason}`)
  return undefined
}

function isCarried({ options }: Mapping): boolean {
  return options.include?.includes('standing') ?? false
}

function hasStanding({ standings, standingDetails, exitReasonCode }: AcademicSummary): boolean {
  return standings.length > 0 || standingDetails.length > 0 || exitReasonCode !== undefined
}
