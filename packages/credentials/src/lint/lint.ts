import { isObject } from '../validate/located.js'
import { documentFindings, findingOf, obstacleOf, resultOf } from './findings.js'
import type { LintFinding, LintOptions, LintResult } from './interface.js'
import { lintRecord } from './lint-record.js'
import { instantOf, profileOf } from './options.js'

/**
 * Says what could be better in a badge or learner record: by rules that come from the guides of registrars and of the
 * standards, each finding with why it matters and where the advice comes from. It looks at the record itself and at
 * each credential inside it.
 *
 * It takes what a JSON parser returns, whatever that is, never throws for it and never uses the network. No finding
 * repeats a value of the document. It does not say whether the record is well-formed (`validate` does), and that
 * nothing was found is no claim of conformance to any framework. Credentials inside that stand as compact text are not
 * looked into, and reported as such.
 *
 * @throws `ERR_INVALID_OPTION` for a profile that there is not or whose members are malformed, for a `now` that is no
 * time, and for a rule that reports a code it does not list.
 * @example
 * ```ts
 * import { lint } from '@testamur/credentials/lint'
 *
 * const { findings } = lint(JSON.parse('{ "type": ["VerifiableCredential", "ClrCredential"] }'), { profile: 'transcript' })
 * for (const { level, pointer, message, why } of findings) console.log(level, pointer, message, why)
 * ```
 */
export function lint(document: unknown, options: LintOptions = {}): LintResult {
  const profile = profileOf(options)
  const now = instantOf(options)
  const obstacle = obstacleOf(document)
  if (obstacle !== undefined || !isObject(document)) return resultOf(obstacle === undefined ? [] : [obstacle])
  const record = lintRecord({ value: document, pointer: '' }, profile.settings, now)
  const findings: LintFinding[] = documentFindings(record)
  for (const rule of profile.rules) {
    rule.check(record, (code, pointer, message) => {
      const finding = findingOf(profile, rule, code, pointer, message)
      if (finding !== undefined) findings.push(finding)
    })
  }
  return resultOf(findings)
}
