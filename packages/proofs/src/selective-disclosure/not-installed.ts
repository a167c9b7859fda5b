import { ProofsError } from '../errors.js'

/** Returns the error for optional packages that are needed and not there, of which the first was asked for. */
export function notInstalled(packages: string, cause: unknown): ProofsError<'ERR_CRYPTOSUITE_NOT_INSTALLED'> {
  return new ProofsError(
    'ERR_CRYPTOSUITE_NOT_INSTALLED',
    `The package ${packages.replace(/ .*/, '')} could not be loaded`,
    {
      advice: `Install it: npm install ${packages}`,
      cause,
    },
  )
}
