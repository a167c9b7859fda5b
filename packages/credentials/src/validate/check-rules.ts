import type { ClassName } from '../model/index.js'
import { instancesIn } from './instances.js'
import type { Finding, Instance, InstanceClass, Located, Report, Rule, Surroundings } from './interface.js'
import type { Walk } from './walk.js'

/** Returns what the rules find in an instance of a class and in everything that belongs to it. */
export const checkRules = (
  className: ClassName,
  located: Located,
  rules: readonly Rule[],
  surroundings: Surroundings,
): Finding[] => findingsIn(instancesIn(className, located, surroundings.except), rules, surroundings)

/** Returns what the rules find in one instance. */
export const checkInstance = (instance: Instance, rules: readonly Rule[], surroundings: Surroundings): Finding[] =>
  findingsIn([instance], rules, surroundings)

function findingsIn(instances: readonly Instance[], rules: readonly Rule[], surroundings: Surroundings): Finding[] {
  const findings: Finding[] = []
  const rulesOf = rulesByClass(rules)
  const walk: Walk = { contexts: surroundings.contexts, except: surroundings.except, lastDescribed: {} }
  let asked: Rule
  const report: Report = (code, pointer, message, { level = 'error', hint } = {}) => {
    const { id, source } = asked
    findings.push({ rule: id, level, code, pointer, message, ...(hint !== undefined && { hint }), source })
  }
  for (const instance of instances) {
    for (asked of rulesToAsk(instance, rulesOf(instance.className))) asked.check(instance, report, walk)
  }
  return findings
}

/** The rules of a class, in order. */
interface ClassRules {
  readonly all: readonly Rule[]
  /** Those that look at every instance. */
  readonly always: readonly Rule[]
  /** The others, by each member that they look at. */
  readonly byMember: ReadonlyMap<string, readonly Rule[]>
}

/** One look at each member of an instance tells which of its rules have something to look at; mostly few have. */
function rulesToAsk(instance: Instance, { all, always, byMember }: ClassRules): readonly Rule[] {
  const { value } = instance
  let needed: Rule[] | undefined
  for (const member in value) {
    const held = value[member]
    const looking = byMember.get(member)
    if (looking === undefined) continue
    for (const rule of looking) {
      if (!rule.isFine?.(held, member, instance)) (needed ??= []).push(rule)
    }
  }
  return needed === undefined ? always : all.filter((rule) => always.includes(rule) || needed.includes(rule))
}

const nothing: readonly never[] = []

/** The rules of a list by the class they look at, each class when it is first asked for. */
const known = new WeakMap<readonly Rule[], (className: InstanceClass) => ClassRules>()

function rulesByClass(rules: readonly Rule[]): (className: InstanceClass) => ClassRules {
  const before = known.get(rules)
  if (before !== undefined) return before
  const byClass = new Map<InstanceClass, ClassRules>()
  const rulesOf = (className: InstanceClass): ClassRules => {
    const found = byClass.get(className) ?? classRules(className, rules)
    byClass.set(className, found)
    return found
  }
  known.set(rules, rulesOf)
  return rulesOf
}

function classRules(className: InstanceClass, rules: readonly Rule[]): ClassRules {
  const all = rules.filter(({ classes }) => classes.includes(className))
  const always: Rule[] = []
  const byMember = new Map<string, Rule[]>()
  for (const rule of all) {
    const members = rule.members?.(className)
    if (members === undefined) always.push(rule)
    for (const member of members ?? nothing) byMember.set(member, [...(byMember.get(member) ?? nothing), rule])
  }
  return { all, always, byMember }
}
