import type { JsonObject } from '@testamur/documents/json'
import { type ClassName, classOfType, credentialsNamed, structure, typesOf } from '../model/index.js'
import type { Finding, Located, ObjectRule, Report } from '../validate/interface.js'
import { objectsAt } from '../validate/located.js'
import { checkMembers } from './check-members.js'

/** Returns what is wrong with a finished object and all that belongs to it, by its members and by rules; warnings too. */
export function findingsIn(className: ClassName, located: Located, rules: readonly ObjectRule[]): readonly Finding[] {
  const { properties, source } = structure[className]
  const findings: Finding[] = []
  const reportAs =
    (rule: Pick<ObjectRule, 'id' | 'source'>): Report =>
    (code, pointer, message, { level = 'error', hint } = {}) =>
      findings.push({ rule: rule.id, level, code, pointer, message, hint, source: rule.source })
  checkMembers(className, located, reportAs({ id: 'schema', source }))
  for (const rule of rules) {
    if (rule.classes.includes(className)) rule.check(located, reportAs(rule))
  }
  for (const [member, [type]] of Object.entries(properties)) {
    for (const each of objectsAt(located, member))
      for (const nested of classesOf(type, each.value)) findings.push(...findingsIn(nested, each, rules))
  }
  return findings
}

/** The classes of an object inside. The credentials of a learner record each have types of their own. */
function classesOf(type: string, value: JsonObject): readonly ClassName[] {
  const className = classOfType(type)
  const own = className === 'VerifiableCredential' ? credentialsNamed(typesOf(value)) : []
  return className === undefined || own.length > 0 ? own : [className]
}
