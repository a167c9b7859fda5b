import type { JsonObject, JsonValue } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { expectGrowthBelow } from '../../../../test/growth.js'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, record } from '../../../../test/samples.js'
import type { Rule } from '../../interface.js'
import { validate } from '../../validate.js'
import { rules } from '../index.js'
import { resultValue } from './result-value.js'

const described = '/credentialSubject/achievement/resultDescription/0'
const value = '/credentialSubject/result/0/value'

/** What the rule finds when the description of the grade has more members, and the result this value. */
function found(members: JsonObject, result: JsonValue): string[] {
  const description = { id: 'urn:example:grade', type: ['ResultDescription'], name: 'Grade', ...members }
  return ruleFindings(
    resultValue,
    'AchievementCredential',
    changed(changed(badge, described, description), value, result),
  )
}

it('takes any value of a description that sets no bounds', () => {
  expect(ruleFindings(resultValue, 'AchievementCredential', badge)).toEqual([])
})

it('takes a value that is allowed, and warns of another', () => {
  expect(found({ allowedValue: ['F', 'B', 'A'] }, 'A')).toEqual([])
  expect(found({ allowedValue: ['F', 'B', 'A'] }, 'a')).toEqual([`warning result-value-outside ${value}`])
  expect(found({ allowedValue: 'A' }, 'B')).toEqual([`warning result-value-outside ${value}`])
  expect(found({ allowedValue: [] }, 'B')).toEqual([])
  expect(found({ allowedValue: '' }, 'B')).toEqual([`warning result-value-outside ${value}`])
})

it('takes a number in the range, and warns of one outside', () => {
  const range = { valueMin: '0', valueMax: '4.0' }
  for (const inside of ['0', '4', ' 3.7 ', '+4.00']) expect(found(range, inside)).toEqual([])
  for (const outside of ['-0.1', '4.01', '10'])
    expect(found(range, outside)).toEqual([`warning result-value-outside ${value}`])
  expect(found({ valueMin: '0' }, '100')).toEqual([])
  expect(found({ valueMax: '0' }, '-100')).toEqual([])
})

it('compares numbers only', () => {
  for (const grade of ['A', '', '4e9', '85 %', 'Infinity'])
    expect(found({ valueMin: '0', valueMax: '4' }, grade)).toEqual([])
  expect(found({ valueMin: 'F', valueMax: 'A' }, '4')).toEqual([])
  expect(found({ valueMin: 0, valueMax: 4 }, '5')).toEqual([])
  expect(found({ valueMax: '4' }, 5)).toEqual([])
})

it('warns of a required value that is not allowed', () => {
  expect(found({ allowedValue: ['B', 'A'], requiredValue: 'B' }, 'A')).toEqual([])
  expect(found({ allowedValue: ['B', 'A'], requiredValue: 'C' }, 'A')).toEqual([
    `warning result-value-outside ${described}/requiredValue`,
  ])
})

it('warns of a required value that is not allowed in an achievement that nobody reached yet, too', () => {
  const description = {
    id: 'urn:example:grade',
    type: ['ResultDescription'],
    name: 'Grade',
    valueMax: '4',
    requiredValue: '5',
  }
  const planned = {
    id: 'urn:example:statics',
    type: ['Achievement'],
    name: 'Statics',
    resultDescription: [description],
  }
  expect(
    ruleFindings(resultValue, 'ClrCredential', changed(record, '/credentialSubject/achievement', [planned])),
  ).toEqual(['warning result-value-outside /credentialSubject/achievement/0/resultDescription/0/requiredValue'])
})

it('holds no result without a description to that of a description without an id', () => {
  const nameless = changed(badge, described, { type: ['ResultDescription'], allowedValue: ['B'] })
  const unlinked = changed(nameless, '/credentialSubject/result/0', { type: ['Result'], value: 'A' })
  expect(ruleFindings(resultValue, 'AchievementCredential', unlinked)).toEqual([])
})

it('looks at many results of many allowed values in time that grows with their number', () => {
  // Four times as many: about four times the time, against 16 times when each result goes through all values.
  expectGrowthBelow(11, 2000, (count) => {
    const allowedValue = Array.from({ length: count }, (_, index) => `grade ${index}`)
    const results = allowedValue.map(() => ({
      type: ['Result'],
      resultDescription: 'urn:example:grade',
      value: 'none',
    }))
    const description = { id: 'urn:example:grade', type: ['ResultDescription'], name: 'Grade', allowedValue }
    const document = changed(changed(badge, described, description), '/credentialSubject/result', results)
    return () => expect(ruleFindings(resultValue, 'AchievementCredential', document)).toHaveLength(count)
  })
})

const outside = (list: readonly Rule[], document: JsonObject): string[] =>
  validate(document, { rules: list })
    .findings.filter(({ code }) => code === 'result-value-outside')
    .map(({ rule }) => rule)

it('looks at what it is asked about, also when another rule asks it about something else', () => {
  const bounded = changed(changed(badge, `${described}/allowedValue`, ['A']), value, 'A')
  const mine: Rule = {
    ...resultValue,
    id: 'mine',
    isFine: undefined,
    check(instance, report, surroundings) {
      const other = structuredClone(instance.value)
      if (Array.isArray(other['result'])) other['result'] = [{ ...(other['result'][0] as JsonObject), value: 'Z' }]
      resultValue.check({ ...instance, value: other }, report, surroundings)
    },
  }
  expect(outside([...rules, mine], bounded)).toEqual(['mine'])
  expect(outside([mine, ...rules], bounded)).toEqual(['mine'])
})

it('takes instances that nobody can write on', () => {
  const frozen: Rule = {
    ...resultValue,
    id: 'frozen',
    isFine: undefined,
    check: (instance) => void Object.freeze(instance),
  }
  const wrong = changed(changed(badge, `${described}/allowedValue`, ['A']), value, 'B')
  expect(outside([frozen, ...rules], wrong)).toEqual(['result-value'])
})
