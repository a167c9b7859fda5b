import { contextSource } from '@testamur/documents/contexts'
import { type JsonObject, valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { canary, values } from '../../../test/mutations.js'
import { checkInstance } from '../check-rules.js'
import { vcdmVersionOf } from '../instances.js'
import { isObject } from '../located.js'
import { rules } from './index.js'

const contexts = contextSource()
const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

/** Any objects, most members named like those of the data model, of either version. */
const objects = fc
  .tuple(values.filter(isObject), fc.boolean())
  .map(
    ([value, isOlder]): JsonObject =>
      isOlder ? { ...value, '@context': ['https://www.w3.org/2018/credentials/v1'] } : value,
  )

it.each(rules.map((rule) => [rule.id, rule] as const))('%s reads any JSON without throwing', (_, rule) => {
  fc.assert(
    fc.property(objects, fc.constantFrom(...rule.classes), (value, className) => {
      const located = { value, pointer: '' }
      const instance = { ...located, className, version: vcdmVersionOf(located), isEmbedded: false }
      for (const { pointer, message, hint } of checkInstance(instance, [rule], { contexts })) {
        expect(valueAtPointer(value, pointer)).not.toBeUndefined()
        expect(`${message} ${hint ?? ''}`).not.toContain(canary)
      }
    }),
    { numRuns },
  )
})
