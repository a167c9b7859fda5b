import { randomSource } from '../identity/index.js'
import { type ClassName, structure } from '../model/index.js'
import type { Finding, ObjectRule } from '../validate/interface.js'
import { isObject } from '../validate/located.js'
import { expectationOf, kindOf } from '../validate/messages.js'
import { findingsIn } from './findings-in.js'
import { finish } from './finish.js'
import type { BuildOptions } from './interface.js'
import { InvalidCredentialError } from './invalid-credential-error.js'
import { maxDepth, notJson } from './not-json.js'

/**
 * Returns the finished object of a class, or throws `ERR_INVALID_CREDENTIAL` with everything that the types could not
 * exclude: what the schema of the class refuses, and what `validate` refuses by its rules over several members. `rules`
 * are those that an object of the class, or one inside it, can break.
 */
export function build<Built>(
  className: ClassName,
  input: object,
  options: BuildOptions = {},
  rules: readonly ObjectRule[] = [],
): Built {
  const { value, errors } = attempt(className, input, options, rules, '')
  if (errors.length > 0) throw new InvalidCredentialError(className, errors)
  return value as Built
}

/** What {@link attempt} returns: a finished object if there are no errors. */
interface Attempt {
  readonly value: unknown
  readonly errors: readonly Finding[]
}

/** Returns the object of a class and what is wrong with it; `pointer` is where the input stands in what the caller gave. */
export function attempt(
  className: ClassName,
  input: unknown,
  options: BuildOptions,
  rules: readonly ObjectRule[],
  pointer: string,
): Attempt {
  const { source } = structure[className]
  const value = isObject(input) ? finish(className, input, randomSource(options)) : undefined
  const strange = notJson(value)
  if (value !== undefined && strange === undefined) {
    const findings = findingsIn(className, { value, pointer }, rules)
    return { value, errors: findings.filter(({ level }) => level === 'error') }
  }
  const message = value
    ? `Only JSON can stand here, at most ${maxDepth} deep. Write a date as text.`
    : `This must be ${expectationOf(className)}; it is ${kindOf(input)}.`
  return {
    value,
    errors: [{ rule: 'schema', level: 'error', code: 'value-kind', pointer: `${pointer}${strange}`, message, source }],
  }
}
