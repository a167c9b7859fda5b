import { classOfType, structure } from '../model/index.js'
import type { Finding, Report, Rule, Surroundings } from '../validate/interface.js'
import { objectsAt } from '../validate/located.js'
import { achievedLevel } from '../validate/rules/achievement/achieved-level.js'
import { criteriaContent } from '../validate/rules/achievement/criteria-content.js'
import { requiredLevel } from '../validate/rules/achievement/required-level.js'
import { resultDescription } from '../validate/rules/achievement/result-description.js'
import { resultStatus } from '../validate/rules/achievement/result-status.js'
import { subjectIdentity } from '../validate/rules/achievement/subject-identity.js'
import { dateOrder } from '../validate/rules/credential/date-order.js'
import { checkMembers } from './check-members.js'
import { dateNames } from './date-names.js'
import type { Check } from './interface.js'
import { statusEntry } from './status-entry.js'

/**
 * The rules of `validate` that finished objects can break. What remains for `validate`: names and types (whether contexts
 * define them, and none is a keyword), what VC-JWTs hold, the schemas that a credential claims, the proofs and foreign
 * envelopes of credentials inside, and all that is only a warning.
 */
export const objectRules: readonly Rule[] = [
  subjectIdentity,
  criteriaContent,
  resultDescription,
  achievedLevel,
  requiredLevel,
  resultStatus,
  dateOrder,
  dateNames,
  statusEntry,
]

/** None of the rules asks what stands around an object. */
const nothingAround: Surroundings = { contexts: () => undefined }
const standing = { version: '2.0', isEmbedded: false } as const

/** Returns the check of objects and of all that belongs to them: their members, and the rules. */
export function checkBy(rules: readonly Rule[]): Check {
  const check: Check = (className, located) => {
    const { properties, source } = structure[className]
    const findings: Finding[] = []
    const reportAs =
      (rule: string, origin: string): Report =>
      (code, pointer, message, { level = 'error', hint } = {}) =>
        findings.push({ rule, level, code, pointer, message, hint, source: origin })
    checkMembers(className, located, reportAs('schema', source))
    for (const rule of rules) {
      if (rule.classes.includes(className))
        rule.check({ ...located, className, ...standing }, reportAs(rule.id, rule.source), nothingAround)
    }
    for (const [member, [type]] of Object.entries(properties)) {
      const nested = classOfType(type)
      // The credentials of a learner record each have a type of their own.
      if (nested === undefined || nested === 'VerifiableCredential') continue
      for (const each of objectsAt(located, member)) findings.push(...check(nested, each))
    }
    return findings
  }
  return check
}

/** Checks objects of any class but a learner record. */
export const checkObject: Check = checkBy(objectRules)
