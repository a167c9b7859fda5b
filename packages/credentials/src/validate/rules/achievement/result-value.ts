import { childPointer } from '@testamur/documents/json'
import type { InstanceClass, Located, Report, Rule } from '../../interface.js'
import { memberOf, valuesAt } from '../../located.js'
import type { Walk } from '../../walk.js'
import { describedResults } from './described-results.js'

const members: Partial<Record<InstanceClass, ReadonlySet<string>>> = {
  AchievementSubject: new Set(['result']),
  ResultDescription: new Set(['requiredValue']),
}

/** The value of a result, and the one needed to pass, is among those that the result description allows. */
export const resultValue: Rule = {
  id: 'result-value',
  classes: ['AchievementSubject', 'ResultDescription'],
  source: 'Open Badges 3.0, Result and ResultDescription',
  members: (className) => members[className],
  check: (instance, report, walk?: Walk) => {
    if (instance.className === 'ResultDescription') checkValue(instance, 'requiredValue', boundsOf(instance), report)
    else checkResults(instance, walk, report)
  },
}

function checkResults(subject: Located, walk: Walk | undefined, report: Report): void {
  const known = new Map<Located, Bounds>()
  for (const { result, description } of describedResults(subject, walk?.lastDescribed).results) {
    if (description === undefined) continue
    const bounds = known.get(description) ?? boundsOf(description)
    known.set(description, bounds)
    checkValue(result, 'value', bounds, report)
  }
}

/** What a result description allows. */
interface Bounds {
  readonly allowed: ReadonlySet<unknown>
  readonly min: number | undefined
  readonly max: number | undefined
}

const none: ReadonlySet<unknown> = new Set()

const boundsOf = (description: Located): Bounds => ({
  // Hardly any description lists values.
  allowed:
    description.value['allowedValue'] === undefined
      ? none
      : new Set(valuesAt(description, 'allowedValue').map(({ value }) => value)),
  min: numberIn(memberOf(description.value, 'valueMin')),
  max: numberIn(memberOf(description.value, 'valueMax')),
})

function checkValue({ value, pointer }: Located, member: string, bounds: Bounds, report: Report): void {
  const held = memberOf(value, member)
  if (typeof held !== 'string') return
  const fault = faultOf(held, bounds)
  if (fault !== undefined)
    report('result-value-outside', childPointer(pointer, member), `\`${member}\` ${fault}`, { level: 'warning' })
}

function faultOf(value: string, { allowed, min, max }: Bounds): string | undefined {
  if (allowed.size > 0 && !allowed.has(value))
    return 'should be one of those in `allowedValue` of its result description.'
  const number = numberIn(value)
  if (number === undefined) return undefined
  if (min !== undefined && number < min) return 'should not be under `valueMin` of its result description.'
  if (max !== undefined && number > max) return 'should not be over `valueMax` of its result description.'
  return undefined
}

/** The number that a text is: with a decimal point, without a percent sign. */
const numberIn = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined
