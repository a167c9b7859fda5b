import { CredentialsError } from '../errors.js'
import type { Finding } from '../validate/interface.js'

/** More than these are only counted in the message. */
const maxToldFindings = 5

/**
 * Thrown by builders instead of returning an object that is not valid.
 *
 * @example
 * ```ts
 * import { achievement, InvalidCredentialError } from '@testamur/credentials'
 *
 * try {
 *   achievement({ name: 'Algebra', description: 'Groups, rings and fields.', criteria: { narrative: '' } })
 * } catch (error) {
 *   if (error instanceof InvalidCredentialError) console.log(error.findings[0]?.pointer) // /criteria
 * }
 * ```
 */
export class InvalidCredentialError extends CredentialsError<'ERR_INVALID_CREDENTIAL'> {
  override readonly name: string = 'InvalidCredentialError'
  /** Everything that is wrong, each with the JSON Pointer into what was being built. */
  readonly findings: readonly Finding[]

  /** `subject` says what is not valid: the name of a class, for instance. */
  constructor(subject: string, findings: readonly Finding[]) {
    const told = findings
      .slice(0, maxToldFindings)
      .map(({ pointer, message }) => `${pointer || 'at the top'}: ${message}`)
    const others = findings.length - told.length
    if (others > 0) told.push(`And ${others} more.`)
    super('ERR_INVALID_CREDENTIAL', `This is no valid ${subject}: ${told.join(' ')}`)
    this.findings = findings
  }
}
