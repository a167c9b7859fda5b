import type { JsonObject } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { type ClassName, capital, classOfType, isMany, structure } from '../model/index.js'
import * as builders from './index.js'
import { InvalidCredentialError } from './invalid-credential-error.js'
import { recordRules } from './record-rules.js'

/** The builders by their classes; that of images is told an address. */
const builderOf = new Map(
  Object.entries(builders).flatMap(([name, builder]): [ClassName, (input: never) => unknown][] =>
    capital(name) in structure && name !== 'image'
      ? [[capital(name) as ClassName, builder as (input: never) => unknown]]
      : [],
  ),
)

/** For each rule the classes that can break it, and how. */
const broken: Readonly<Record<string, readonly [classes: readonly ClassName[], value: JsonObject]>> = {
  'subject-identity': [['AchievementSubject', 'ClrSubject'], {}],
  'criteria-content': [['Criteria'], {}],
  'result-description': [['AchievementSubject'], { result: [{ resultDescription: 'urn:example:none' }] }],
  'achieved-level': [['AchievementSubject'], { result: [{ achievedLevel: 'urn:example:none' }] }],
  'required-level': [['ResultDescription'], { requiredLevel: 'urn:example:none' }],
  'result-status': [
    ['AchievementSubject'],
    {
      achievement: { resultDescription: [{ id: 'urn:example:state', resultType: 'Status' }] },
      result: [{ resultDescription: 'urn:example:state' }],
    },
  ],
  'date-order': [
    ['ClrCredential', 'AchievementCredential', 'EndorsementCredential', 'VerifiableCredential', 'AchievementSubject'],
    { validFrom: '2026-05-31T09:00:00Z', validUntil: '2020-05-31T09:00:00Z' },
  ],
  'date-names': [
    ['ClrCredential', 'AchievementCredential', 'EndorsementCredential', 'VerifiableCredential'],
    { issuanceDate: '2026-05-31T09:00:00Z' },
  ],
  'status-entry': [['CredentialStatus'], { type: 'BitstringStatusListEntry' }],
  'association-ends': [['ClrSubject'], { association: [{ sourceId: 'urn:example:none' }] }],
  'association-cycle': [
    ['ClrSubject'],
    { association: [{ associationType: 'isPartOf', sourceId: 'urn:example:1', targetId: 'urn:example:1' }] },
  ],
}

/** An object of one class that holds one of another, however deep; `undefined` where there is no place for it. */
function around(
  outer: ClassName,
  inner: ClassName,
  value: JsonObject,
  above: readonly ClassName[] = [],
): JsonObject | undefined {
  if (outer === inner) return value
  for (const [member, [type, cardinality]] of Object.entries(structure[outer].properties)) {
    const nested = classOfType(type)
    if (nested === undefined || above.includes(nested)) continue
    const held = around(nested, inner, value, [...above, outer])
    if (held !== undefined) return { [member]: isMany(cardinality) ? [held] : held }
  }
  return undefined
}

function rulesBrokenBy(className: ClassName, input: JsonObject): string[] {
  try {
    builderOf.get(className)?.(input as never)
    return []
  } catch (error) {
    if (error instanceof InvalidCredentialError) return error.findings.map(({ rule }) => rule)
    throw error
  }
}

it.each([...builderOf.keys()])('the builder of %s finds what breaks a rule, wherever that can stand', (className) => {
  for (const [rule, [classes, value]] of Object.entries(broken)) {
    for (const each of classes) {
      const input = around(className, each, value)
      if (input === undefined) continue
      expect([rule, each, rulesBrokenBy(className, input)]).toEqual([rule, each, expect.arrayContaining([rule])])
    }
  }
})

it('knows how to break every rule', () => {
  expect(recordRules.map(({ id }) => id).sort()).toEqual(Object.keys(broken).sort())
})
