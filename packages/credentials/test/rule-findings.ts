import type { JsonObject } from '@testamur/documents/json'
import type { ClassName } from '../src/model/index.js'
import { checkRules } from '../src/validate/check-rules.js'
import type { Rule } from '../src/validate/interface.js'

/** What one rule finds in a document of a class: code, pointer and level in one line each. */
export function ruleFindings(rule: Rule, className: ClassName, document: JsonObject): string[] {
  return checkRules(className, { value: document, pointer: '' }, [rule]).map(
    ({ level, code, pointer }) => `${level} ${code} ${pointer}`,
  )
}
