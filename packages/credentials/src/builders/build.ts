import { CredentialsError } from '../errors.js'
import { platformRandom } from '../identity/index.js'
import type { ClassName } from '../model/index.js'
import { checkRules } from '../validate/check-rules.js'
import { isObject } from '../validate/located.js'
import { rules } from '../validate/rules/index.js'
import { Finisher } from './finish.js'
import type { BuildOptions } from './interface.js'
import { InvalidCredentialError } from './invalid-credential-error.js'

/**
 * Returns the finished object of a class, or throws `ERR_INVALID_CREDENTIAL` with everything that the types could not
 * exclude: what `validate` finds by its cross-field rules, missing members, impossible dates and numbers.
 */
export function build<Built>(className: ClassName, input: object, options: BuildOptions = {}): Built {
  if (!isObject(input)) throw new CredentialsError('ERR_INVALID_OPTION', 'A builder takes one object')
  const finisher = new Finisher(options.random ?? platformRandom)
  const value = finisher.finish(className, input)
  const findings = [...finisher.findings, ...checkRules(className, { value, pointer: '' }, rules)]
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new InvalidCredentialError(className, errors)
  return value as Built
}
