import type { ClassName } from '../model/index.js'
import { instancesIn } from './instances.js'
import type { Finding, Instance, Located, Rule, Surroundings } from './interface.js'

/** Returns what the rules find in an instance of a class and in everything that belongs to it. */
export function checkRules(
  className: ClassName,
  located: Located,
  rules: readonly Rule[],
  surroundings: Surroundings,
): Finding[] {
  const findings: Finding[] = []
  for (const instance of instancesIn(className, located)) findings.push(...checkInstance(instance, rules, surroundings))
  return findings
}

/** Returns what the rules find in one instance. */
export function checkInstance(instance: Instance, rules: readonly Rule[], surroundings: Surroundings): Finding[] {
  const findings: Finding[] = []
  for (const { id, source, check } of rulesFor(instance, rules)) {
    check(
      instance,
      (code, pointer, message, { level = 'error', hint } = {}) =>
        findings.push({ rule: id, level, code, pointer, message, ...(hint !== undefined && { hint }), source }),
      surroundings,
    )
  }
  return findings
}

/** The rules of a list by the class they look at, made when first asked for. */
const byClass = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>()

function rulesFor({ className }: Instance, rules: readonly Rule[]): readonly Rule[] {
  const known = byClass.get(rules) ?? new Map<string, readonly Rule[]>()
  byClass.set(rules, known)
  const own = known.get(className) ?? rules.filter(({ classes }) => classes.includes(className))
  known.set(className, own)
  return own
}
