import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents/json'
import type { Report, Rule } from '../../interface.js'
import { allCredentials } from '../credential/credential-classes.js'

/** What a text may have beside its `@value` (JSON-LD 1.1 §4.2). */
const textMembers = new Set(['@value', '@language', '@direction', '@type'])

/**
 * No member is called by a keyword of JSON-LD: the contexts have plain names for what readers look at (`id`, `type`), and
 * the others (`@graph`, `@included`, `@nest` …) move statements to where nobody looks. Verifiers refuse them.
 */
export const keywords: Rule = {
  id: 'keywords',
  classes: [...allCredentials, 'VerifiablePresentation'],
  source: 'JSON-LD 1.1 §1.7; Verifiable Credentials Data Model 2.0 §4.3',
  check: ({ value, pointer, isEmbedded }, report, { except }) => {
    // Hardly any document has one: only then their places are written down. Where some are left out, places are needed.
    if (!isEmbedded && (except?.size || holdsKeyword(value))) checkNames(value, pointer, report, except)
  },
}

/** True where some member looks like a keyword, even one that is fine there. */
function holdsKeyword(value: JsonObject | readonly JsonValue[]): boolean {
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null && holdsKeyword(item)) return true
    return false
  }
  const object = value as JsonObject
  for (const member in object) {
    if (member === '@context') continue
    if (member[0] === '@') return true
    const each = object[member]
    if (typeof each === 'object' && each !== null && holdsKeyword(each)) return true
  }
  return false
}

function checkNames(
  value: JsonValue | undefined,
  pointer: string,
  report: Report,
  except: ReadonlySet<string> | undefined,
): void {
  if (typeof value !== 'object' || value === null || except?.has(pointer)) return
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (typeof value[index] === 'object') checkNames(value[index], childPointer(pointer, index), report, except)
    }
    return
  }
  for (const member in value) {
    const each = value[member]
    if (member[0] === '@' && !(textMembers.has(member) && Object.hasOwn(value, '@value'))) {
      if (member === '@context') continue
      const message = 'A keyword of JSON-LD must not stand here as the name of a member.'
      report('keyword-as-name', childPointer(pointer, member), message, {
        hint: 'Write `id` and `type` without the `@`; leave others out.',
      })
    } else if (typeof each === 'object') {
      checkNames(each, childPointer(pointer, member), report, except)
    }
  }
}
