import { contextSource } from '@testamur/documents/contexts'
import type { JsonObject } from '@testamur/documents/json'
import { checkInstance, checkRules } from '../src/validate/check-rules.js'
import { vcdmVersionOf } from '../src/validate/instances.js'
import type { Finding, InstanceClass, Rule } from '../src/validate/interface.js'

const surroundings = { contexts: contextSource() }

/** What one rule finds in a document of a class: code, pointer and level in one line each. */
export function ruleFindings(rule: Rule, className: InstanceClass, document: JsonObject): string[] {
  return wholeRuleFindings(rule, className, document).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)
}

/** The same with everything that the rule says. */
export function wholeRuleFindings(rule: Rule, className: InstanceClass, document: JsonObject): Finding[] {
  const located = { value: document, pointer: '' }
  if (className !== 'VerifiablePresentation') return checkRules(className, located, [rule], surroundings)
  const presentation = { ...located, className, version: vcdmVersionOf(located), isEmbedded: false }
  return checkInstance(presentation, [rule], surroundings)
}
