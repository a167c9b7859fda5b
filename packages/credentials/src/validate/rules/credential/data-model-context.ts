import { childPointer } from '@testamur/documents/json'
import { contexts } from '../../../model/index.js'
import { isUri } from '../../formats.js'
import type { Rule } from '../../interface.js'
import { isObject, memberOf } from '../../located.js'
import { envelopes } from './credential-classes.js'

/** `@context` is an ordered set: the context of the data model first, then URLs and inline contexts. */
export const dataModelContext: Rule = {
  id: 'data-model-context',
  classes: envelopes,
  source: 'Verifiable Credentials Data Model 2.0 §4.3',
  check: ({ value, pointer, className }, report) => {
    const held = memberOf(value, '@context')
    const place = childPointer(pointer, '@context')
    const first = [contexts.vcdm2.url, contexts.vcdm1.url]
    if (held === undefined) return report('member-missing', pointer, `A \`${className}\` needs \`@context\`.`)
    if (!Array.isArray(held)) return report('value-kind', place, '`@context` must be an array of contexts, in order.')
    if (typeof held[0] !== 'string' || !first.includes(held[0])) {
      const message = `The first entry of \`@context\` must be \`${first[0]}\`.`
      report('context-position', held.length > 0 ? childPointer(place, 0) : place, message)
    }
    for (const [index, each] of held.entries()) {
      if (isObject(each) || (typeof each === 'string' && isUri(each))) continue
      report('value-format', childPointer(place, index), 'Each entry of `@context` must be a URL or an inline context.')
    }
  },
}
