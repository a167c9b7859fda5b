import type { JsonObject } from '@testamur/documents/json'
import type { LintProfile, LintProfileName, LintRule, LintSettings } from '../src/lint/index.js'
import { lint, lintProfiles } from '../src/lint/index.js'

/** The present of all tests of lint. */
export const now: Date = new Date('2026-07-01T00:00:00Z')

/** A profile of one rule, with its own levels. */
export function profileWith(rule: LintRule, settings: Partial<LintSettings> = {}): LintProfile {
  const { general } = lintProfiles
  return { ...general, rules: [rule], levels: {}, settings: { ...general.settings, ...settings } }
}

/** What one rule finds in a document: level, code and pointer in one line each. */
export function lintFindings(rule: LintRule, document: JsonObject, settings: Partial<LintSettings> = {}): string[] {
  return linesOf(lint(document, { profile: profileWith(rule, settings), now }).findings)
}

/** What a profile finds in a document: level, code and pointer in one line each. */
export function profileFindings(profile: LintProfileName | LintProfile, document: JsonObject): string[] {
  return linesOf(lint(document, { profile, now }).findings)
}

const linesOf = (findings: readonly { level: string; code: string; pointer: string }[]): string[] =>
  findings.map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)
