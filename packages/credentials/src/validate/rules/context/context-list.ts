import { childPointer } from '@testamur/documents/json'
import {
  type ClassDescription,
  type ClassName,
  type ClassNamev1p1,
  knownCredentials,
  structure,
  structurev1p1,
} from '../../../model/index.js'
import type { Instance, Rule } from '../../interface.js'
import { isObject, memberOf } from '../../located.js'
import { contextOrder } from '../../messages.js'

const members: ReadonlySet<string> = new Set(['@context'])

/** `@context` is an array. The schemas also take one context alone, with which the others would be missing. */
export const contextList: Rule = {
  id: 'context-list',
  classes: knownCredentials,
  source: 'Verifiable Credentials Data Model 2.0 §4.3; Open Badges 3.0 and CLR 2.0, @context',
  members: () => members,
  isFine: (value) => Array.isArray(value),
  check: (credential, report) => {
    const held = memberOf(credential.value, '@context')
    // Anything else is for the schema to look at.
    if (typeof held !== 'string' && !isObject(held)) return
    const message = `\`@context\` must be an array: ${contextOrder(classOf(credential))}.`
    report('too-few-values', childPointer(credential.pointer, '@context'), message)
  },
}

function classOf({ className, version }: Instance): ClassDescription {
  const name = className as ClassName
  return version === '1.1' ? structurev1p1[`${name}v1p1` as ClassNamev1p1] : structure[name]
}
