import { ProofsError } from '../errors.js'

/** Returns the error for an optional package that is needed and not there. */
export function notInstalled(packageName: string, cause: unknown): ProofsError<'ERR_CRYPTOSUITE_NOT_INSTALLED'> {
  return new ProofsError('ERR_CRYPTOSUITE_NOT_INSTALLED', `The package ${packageName} could not be loaded`, {
    advice: `Install it: npm install ${packageName}`,
    cause,
  })
}
