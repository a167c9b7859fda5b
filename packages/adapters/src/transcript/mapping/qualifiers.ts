import type { CourseQualifier, InstructionLanguage } from '../model/index.js'
import { tagsOf } from './carried-values.js'
import type { Ledger, TextField } from './ledger.js'
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

const conditions: readonly (readonly [field: TextField<CourseQualifier>, name: string])[] = [
  ['conditionsMet', 'conditions met'],
  ['conditionsMetDates', 'date'],
  ['notes', 'note'],
]

/** Returns whether and when the conditions of a requirement, attribute or proficiency were met. */
export function qualifierResults(ledger: Ledger, kind: QualifierKind, node: CourseQualifier): ResultDraft[] {
  return conditions.flatMap(([field, name]) => textResult(`${nameOf(kind, node)}: ${name}`, ledger.use(node, field)))
}

/** Returns the names of those results, whichever there are. */
export function qualifierFacts(kind: QualifierKind, node: CourseQualifier): string[] {
  return conditions.map(([, name]) => `${nameOf(kind, node)}: ${name}`)
}

function nameOf(kind: QualifierKind, { codes, names }: CourseQualifier): string {
  return [kind, ...codes, ...names].join(' ')
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
