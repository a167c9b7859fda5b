import type { Rule } from '../interface.js'

/**
 * Returns the rule with the members that it looks at, so that `validate` need not ask it where none of them is there. For
 * rules that builders apply too: these have no use for it, and must stay small.
 */
export function lookingAt(members: readonly string[], rule: Rule): Rule {
  const looked: ReadonlySet<string> = new Set(members)
  return { ...rule, members: () => looked }
}
