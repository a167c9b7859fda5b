import type { ClassName } from '../model/index.js'
import { heldObjects, nestedInstance, nestedMembersOf, outermostInstance } from './instances.js'
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
  readonly #membersOf: (className: InstanceClass) => ClassRules
  readonly #walk: Walk
  #asked: Rule | undefined
  readonly #report: Report = (code, pointer, message, { level = 'error', hint } = {}) => {
    const { id, source } = this.#asked as Rule
    this.findings.push({ rule: id, level, code, pointer, message, ...(hint !== undefined && { hint }), source })
  }

  constructor(rules: readonly Rule[], { contexts, except }: Surroundings) {
    this.#membersOf = rulesByClass(rules)
    this.#walk = { contexts, except, lastDescribed: {} }
  }

  /** Checks an instance, and then those inside, in the order of the document. */
  checkAll(instance: Instance): void {
    const nestedMembers = this.check(instance)
    const { except } = this.#walk
    for (const { member, holds } of nestedMembers) {
      for (const located of heldObjects(instance, member)) {
        if (!except?.has(located.pointer)) this.checkAll(nestedInstance(holds, located, instance))
      }
    }
  }

  /**
   * Asks the rules of one instance. One look at each of its members tells which of them have something to look at, mostly
   * few, and which members hold further instances: those are returned.
   */
  check(instance: Instance): readonly NestedMember[] {
    const { value } = instance
    const { all, always, members } = this.#membersOf(instance.className)
    let needed: Rule[] | undefined
    let nested: NestedMember[] | undefined
    for (const name in value) {
      const member = members.get(name)
      if (member === undefined) continue
      const held = value[name]
      for (const rule of member.lookedAtBy) if (!rule.isFine?.(held, name, instance)) (needed ??= []).push(rule)
      if (member.nested !== undefined && typeof held === 'object') (nested ??= []).push(member.nested)
    }
    const asked = needed === undefined ? always : all.filter((rule) => always.includes(rule) || needed.includes(rule))
    for (const rule of asked) {
      this.#asked = rule
      rule.check(instance, this.#report, this.#walk)
    }
    return nested ?? nothing
  }
}

/** The rules of a class, in order. */
interface ClassRules {
  readonly all: readonly Rule[]
  /** Those that look at every instance. */
  readonly always: readonly Rule[]
  /** The members of its instances that say more. */
  readonly members: ReadonlyMap<string, Member>
}

interface Member {
  /** The rules that need only be asked where it is there. */
  readonly lookedAtBy: readonly Rule[]
  readonly nested: NestedMember | undefined
}

/** A member that holds instances of a class. */
interface NestedMember {
  readonly member: string
  readonly holds: ClassName
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
  const all = rules.filter(({ classes }) => classes.includes(className))
  const always: Rule[] = []
  const members = new Map<string, Member>()
  for (const [member, holds] of nestedMembersOf(className)) {
    members.set(member, { lookedAtBy: nothing, nested: { member, holds } })
  }
  for (const rule of all) {
    const looked = rule.members?.(className)
    if (looked === undefined) always.push(rule)
    for (const member of looked ?? nothing) {
      const { lookedAtBy = nothing, nested } = members.get(member) ?? {}
      members.set(member, { lookedAtBy: [...lookedAtBy, rule], nested })
    }
  }
  return { all, always, members }
}
