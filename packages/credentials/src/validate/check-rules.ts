import type { ClassName } from '../model/index.js'
import { addNested, nestedMembersOf, outermostInstance } from './instances.js'
import type { Finding, Instance, InstanceClass, Located, Report, Rule, Surroundings } from './interface.js'
import type { Walk } from './walk.js'

/**
 * Returns what the rules find in an instance of a class and in everything that belongs to it, but at no place in `except`.
 */
export function checkRules(
  className: ClassName,
  located: Located,
  rules: readonly Rule[],
  surroundings: Surroundings,
): Finding[] {
  const walk = new RuleWalk(rules, surroundings)
  walk.checkAll(outermostInstance(className, located))
  return walk.findings
}

/** Returns what the rules find in one instance. */
export function checkInstance(instance: Instance, rules: readonly Rule[], surroundings: Surroundings): Finding[] {
  const walk = new RuleWalk(rules, surroundings)
  walk.check(instance)
  return walk.findings
}

const nothing: readonly never[] = []

class RuleWalk {
  readonly findings: Finding[] = []
  readonly #rulesOf: (className: InstanceClass) => ClassRules
  readonly #walk: Walk
  #asked: Rule | undefined
  readonly #report: Report = (code, pointer, message, { level = 'error', hint } = {}) => {
    const { id, source } = this.#asked as Rule
    this.findings.push({ rule: id, level, code, pointer, message, ...(hint !== undefined && { hint }), source })
  }

  constructor(rules: readonly Rule[], { contexts, except }: Surroundings) {
    this.#rulesOf = rulesByClass(rules)
    this.#walk = { contexts, except, lastDescribed: {} }
  }

  /** Checks an instance, and then those inside, in the order of the document. */
  checkAll(instance: Instance): void {
    const inside = this.check(instance)
    const { except } = this.#walk
    for (const nested of inside) if (!except?.has(nested.pointer)) this.checkAll(nested)
  }

  /**
   * Asks the rules of one instance, and returns those directly inside. One look at each of its members tells which rules
   * have something to look at, mostly few, and what stands inside.
   */
  check(instance: Instance): readonly Instance[] {
    const { value } = instance
    const { inOrder, members } = this.#rulesOf(instance.className)
    let needed: Rule[] | undefined
    let inside: Instance[] | undefined
    for (const name in value) {
      const member = members.get(name)
      if (member === undefined) continue
      const held = value[name]
      for (const rule of member.lookedAtBy) if (!rule.isFine?.(held, name, instance)) (needed ??= []).push(rule)
      if (member.holds !== undefined && typeof held === 'object') {
        inside ??= []
        addNested(inside, member.holds, held, name, instance)
      }
    }
    for (const { rule, isAlways } of inOrder) {
      if (!isAlways && !needed?.includes(rule)) continue
      this.#asked = rule
      rule.check(instance, this.#report, this.#walk)
    }
    return inside ?? nothing
  }
}

/** What is known of a class. */
interface ClassRules {
  /** Its rules; some look at every instance. */
  readonly inOrder: readonly { readonly rule: Rule; readonly isAlways: boolean }[]
  /** The members of its instances that say more. */
  readonly members: ReadonlyMap<string, Member>
}

interface Member {
  /** The rules that need only be asked where it is there. */
  readonly lookedAtBy: readonly Rule[]
  /** The class of the instances that it holds. */
  readonly holds: ClassName | undefined
}

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
  const inOrder: { rule: Rule; isAlways: boolean }[] = []
  const members = new Map<string, Member>()
  for (const [member, holds] of nestedMembersOf(className)) members.set(member, { lookedAtBy: nothing, holds })
  for (const rule of rules) {
    if (!rule.classes.includes(className)) continue
    const looked = rule.members?.(className)
    inOrder.push({ rule, isAlways: looked === undefined })
    for (const member of looked ?? nothing) {
      const { lookedAtBy = nothing, holds } = members.get(member) ?? {}
      members.set(member, { lookedAtBy: [...lookedAtBy, rule], holds })
    }
  }
  return { inOrder, members }
}
