import type { CourseQualifier, InstructionLanguage } from '../model/index.js'
import { tagsOf } from './carried-values.js'
import type { Ledger } from './ledger.js'
import type { ResultDraft } from './record-draft.js'
import { textResult } from './results.js'

/** What kind a {@link CourseQualifier} is. */
export type QualifierKind = 'Requirement' | 'Attribute' | 'Proficiency'

/** Returns tags for what a requirement, attribute or proficiency is; whether it was met is a result. */
export function qualifierTags(ledger: Ledger, kind: QualifierKind, node: CourseQualifier): string[] {
  return tagsOf(ledger, node, [
    ['codes', kind],
    ['names', `${kind}Name`],
    ['subNames', `${kind}SubName`],
  ])
}

/** Returns whether and when the conditions of a requirement, attribute or proficiency were met. */
export function qualifierResults(ledger: Ledger, kind: QualifierKind, node: CourseQualifier): ResultDraft[] {
  const name = [kind, ...node.codes, ...node.names].join(' ')
  return [
    ...textResult(`${name}: conditions met`, ledger.use(node, 'conditionsMet')),
    ...textResult(`${name}: date`, ledger.use(node, 'conditionsMetDates')),
    ...textResult(`${name}: note`, ledger.use(node, 'notes')),
  ]
}

/** Returns tags for a language and how it is used. */
export function languageTags(ledger: Ledger, node: InstructionLanguage): string[] {
  return tagsOf(ledger, node, [
    ['code', 'LanguageOfInstruction'],
    ['instructionUsage', 'InstructionUsage'],
    ['usage', 'LanguageUsage'],
    ['proficiency', 'LanguageProficiency'],
    ['notes', 'LanguageNote'],
  ])
}
