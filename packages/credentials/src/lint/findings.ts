import { defaultJsonLimits } from '@testamur/documents/json'
import { CredentialsError } from '../errors.js'
import { isAchievementCredential, isClrCredential } from '../model/index.js'
import { isDeeperThan, isObject } from '../validate/located.js'
import type { LintFinding, LintProfile, LintRecord, LintResult, LintRule } from './interface.js'
import { sources } from './sources.js'

/** Returns a finding at the level that the profile gives it; `undefined` where the profile leaves it out. */
export function findingOf(
  { levels }: LintProfile,
  rule: LintRule,
  code: string,
  pointer: string,
  message: string,
): LintFinding | undefined {
  const reason = Object.hasOwn(rule.codes, code) ? rule.codes[code] : undefined
  if (reason === undefined) {
    throw new CredentialsError('ERR_INVALID_OPTION', `The lint rule ${rule.id} reports a code that it does not list`, {
      advice: 'Add the code to the `codes` of the rule',
    })
  }
  const level = levels[code] ?? levels[rule.id] ?? reason.level ?? rule.level
  if (level === 'off') return undefined
  return {
    rule: rule.id,
    level,
    code,
    pointer,
    message,
    why: reason.why ?? rule.why,
    source: reason.source ?? rule.source,
  }
}

/** Returns what a list of findings amounts to. */
export const resultOf = (findings: readonly LintFinding[]): LintResult => ({
  valid: findings.every(({ level }) => level !== 'error'),
  findings,
})

/** What keeps the rules from looking at a document at all. */
export function obstacleOf(document: unknown): LintFinding | undefined {
  const why = 'Nothing was looked at.'
  if (!isObject(document)) {
    const message = 'A record is a JSON object; this is none. Decode a credential that is text first.'
    return aboutDocument('error', 'not-an-object', '', message, why)
  }
  if (!isDeeperThan(document, defaultJsonLimits.maxDepth)) return undefined
  const message = `Arrays and objects are nested more than ${defaultJsonLimits.maxDepth} deep: no record needs that.`
  return aboutDocument('error', 'too-deep', '', message, why)
}

/** Returns what is to be said before all rules: that it is no record, and what in it was not looked at. */
export function documentFindings({ document, learnerRecords }: LintRecord): LintFinding[] {
  const compact = learnerRecords.flatMap(({ compactCredentials }) => compactCredentials)
  const message = 'This credential is compact text and was skipped: decode it and lint it by itself.'
  const skipped = compact.map((pointer) =>
    aboutDocument('info', 'compact-credential', pointer, message, 'What it awards was not looked at.'),
  )
  if (isClrCredential(document.value) || isAchievementCredential(document.value)) return skipped
  const kind = 'This is neither a badge nor a learner record by its `type`: hardly any rule has something to look at.'
  return [aboutDocument('warning', 'not-a-record', '', kind, 'That nothing else was found does not say much.')]
}

/** Returns that some web addresses were not tried. */
export const linksNotTried = (left: number, tried: number): LintFinding =>
  aboutDocument(
    'info',
    'links-not-tried',
    '',
    `The record names ${left} more web addresses than the ${tried} that were tried.`,
    'Whether those open is not known.',
  )

const aboutDocument = (
  level: LintFinding['level'],
  code: string,
  pointer: string,
  message: string,
  why: string,
): LintFinding => ({ rule: 'document', level, code, pointer, message, why, source: sources.verifiableCredential })
