import { randomSource } from '../identity/index.js'
import { type ClassName, structure } from '../model/index.js'
import type { Finding } from '../validate/interface.js'
import { isObject } from '../validate/located.js'
import { expectationOf, kindOf } from '../validate/messages.js'
import { checkObject } from './check-object.js'
import { finish } from './finish.js'
import type { BuildOptions, Check } from './interface.js'
import { InvalidCredentialError } from './invalid-credential-error.js'
import { maxDepth, notJson } from './not-json.js'

/**
 * Returns the finished object of a class, or throws `ERR_INVALID_CREDENTIAL` with everything that the types could not
 * exclude: what the schema of the class refuses, and what `validate` refuses by its rules over several members.
 */
export function build<Built>(className: ClassName, input: object, options: BuildOptions = {}, check?: Check): Built {
  const { value, errors } = attempt(className, input, options, '', check)
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
  pointer: string,
  check: Check = checkObject,
): Attempt {
  const { source } = structure[className]
  const refuse = (value: unknown, at: string, message: string): Attempt => ({
    value,
    errors: [{ rule: 'schema', level: 'error', code: 'value-kind', pointer: pointer + at, message, source }],
  })
  if (!isObject(input)) return refuse(input, '', `This must be ${expectationOf(className)}; it is ${kindOf(input)}.`)
  const value = finish(className, input, randomSource(options))
  const strange = notJson(value)
  if (strange !== undefined)
    return refuse(value, strange, `Only JSON can stand here, at most ${maxDepth} deep. Write a date as text.`)
  return { value, errors: check(className, { value, pointer }).filter(({ level }) => level === 'error') }
}
