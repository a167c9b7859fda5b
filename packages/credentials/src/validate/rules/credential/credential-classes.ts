import { knownCredentials } from '../../../model/index.js'
import type { InstanceClass } from '../../interface.js'

/** All credentials: those with a class of their own and the ones of any other type. */
export const allCredentials: readonly InstanceClass[] = [...knownCredentials, 'VerifiableCredential']

/** What no schema of ours describes: credentials of any other type, and presentations. */
export const envelopes: readonly InstanceClass[] = ['VerifiableCredential', 'VerifiablePresentation']
