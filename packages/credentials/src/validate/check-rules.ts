import type { ClassName } from '../model/index.js'
import { instancesIn } from './instances.js'
import type { Finding, Located, Rule } from './interface.js'

/** Returns what the rules find in an instance of a class and in everything that belongs to it. */
export function checkRules(className: ClassName, located: Located, rules: readonly Rule[]): Finding[] {
  const findings: Finding[] = []
  for (const instance of instancesIn(className, located)) {
    for (const { id, classes, source, check } of rules) {
      if (!classes.includes(instance.className)) continue
      check(instance, (code, pointer, message, level = 'error') =>
        findings.push({ rule: id, level, code, pointer, message, source }),
      )
    }
  }
  return findings
}
