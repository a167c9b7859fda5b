import type { InstanceClass } from '../../interface.js'

/** The credentials that have a class of their own in the data model. */
export const knownCredentials: readonly InstanceClass[] = [
  'AchievementCredential',
  'ClrCredential',
  'EndorsementCredential',
]

/** All credentials: those and the ones of any other type. */
export const allCredentials: readonly InstanceClass[] = [...knownCredentials, 'VerifiableCredential']

/** What no schema of ours describes: credentials of any other type, and presentations. */
export const envelopes: readonly InstanceClass[] = ['VerifiableCredential', 'VerifiablePresentation']
