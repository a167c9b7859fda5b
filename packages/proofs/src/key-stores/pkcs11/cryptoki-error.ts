import { ProofsError } from '../../errors.js'

/**
 * What an error of a PKCS#11 module means to a key store. `lost`: session, login or token are gone, and a new session
 * may help; everything else is final.
 */
export type CryptokiFault = 'lost' | 'denied' | 'unsupported' | 'too-long' | 'other'

export const CKR_OBJECT_HANDLE_INVALID = 0x82
export const CKR_USER_ALREADY_LOGGED_IN = 0x100
export const CKR_ATTRIBUTE_TYPE_INVALID = 0x12
export const CKR_CRYPTOKI_NOT_INITIALIZED = 0x190
export const CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191

/** Return values (PKCS#11 3.0, header pkcs11t.h) by what they mean. */
const faults: ReadonlyMap<number, CryptokiFault> = new Map<number, CryptokiFault>([
  [0x03, 'lost'], // CKR_SLOT_ID_INVALID
  [0x05, 'lost'], // CKR_GENERAL_ERROR
  [0x06, 'lost'], // CKR_FUNCTION_FAILED
  [0x30, 'lost'], // CKR_DEVICE_ERROR
  [0x32, 'lost'], // CKR_DEVICE_REMOVED
  [0x60, 'lost'], // CKR_KEY_HANDLE_INVALID
  [CKR_OBJECT_HANDLE_INVALID, 'lost'],
  [0x90, 'lost'], // CKR_OPERATION_ACTIVE
  [0x91, 'lost'], // CKR_OPERATION_NOT_INITIALIZED
  [0xb0, 'lost'], // CKR_SESSION_CLOSED
  [0xb1, 'lost'], // CKR_SESSION_COUNT
  [0xb3, 'lost'], // CKR_SESSION_HANDLE_INVALID
  [0xe0, 'lost'], // CKR_TOKEN_NOT_PRESENT
  [0xe1, 'lost'], // CKR_TOKEN_NOT_RECOGNIZED
  [0x101, 'lost'], // CKR_USER_NOT_LOGGED_IN
  [0x102, 'lost'], // CKR_USER_PIN_NOT_INITIALIZED: SoftHSM says so while another process writes
  [CKR_CRYPTOKI_NOT_INITIALIZED, 'lost'],
  [0x1b, 'denied'], // CKR_ACTION_PROHIBITED
  [0x68, 'denied'], // CKR_KEY_FUNCTION_NOT_PERMITTED
  [0xa0, 'denied'], // CKR_PIN_INCORRECT
  [0xa1, 'denied'], // CKR_PIN_INVALID
  [0xa2, 'denied'], // CKR_PIN_LEN_RANGE
  [0xa3, 'denied'], // CKR_PIN_EXPIRED
  [0xa4, 'denied'], // CKR_PIN_LOCKED
  [0xb5, 'denied'], // CKR_SESSION_READ_ONLY
  [0xe2, 'denied'], // CKR_TOKEN_WRITE_PROTECTED
  [0x54, 'unsupported'], // CKR_FUNCTION_NOT_SUPPORTED
  [0x70, 'unsupported'], // CKR_MECHANISM_INVALID
  [0x71, 'unsupported'], // CKR_MECHANISM_PARAM_INVALID
  [0x130, 'unsupported'], // CKR_DOMAIN_PARAMS_INVALID
  [0x140, 'unsupported'], // CKR_CURVE_NOT_SUPPORTED
  [0x20, 'too-long'], // CKR_DATA_INVALID
  [0x21, 'too-long'], // CKR_DATA_LEN_RANGE
])

/** The error inside this package for a session that was lost without the module saying so. */
export class LostSessionError extends Error {}

/** Returns the return value that an error of pkcs11js stands for; undefined when it is another error. */
export function returnValueOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  // Errors of some functions have the number in their message only.
  return typeof code === 'number' && code > 0 ? code : Number(/CKR_\w+:(\d+)/.exec(error.message)?.[1]) || undefined
}

/** Returns what an error means; undefined for one that no PKCS#11 module gives. */
export function faultOf(error: unknown): CryptokiFault | undefined {
  if (error instanceof LostSessionError) return 'lost'
  const value = returnValueOf(error)
  return value === undefined ? undefined : (faults.get(value) ?? 'other')
}

/** Returns the error that a key store throws for one of a PKCS#11 module; any other error as it is. */
export function keyServiceError(error: unknown): unknown {
  const fault = faultOf(error)
  if (fault === undefined) return error
  const { message } = error as Error
  const name = /CKR_\w+/.exec(message)?.[0] ?? (error instanceof LostSessionError ? message : 'no such session')
  const because = `(${name})`
  const options = { cause: error }
  switch (fault) {
    case 'lost':
      return new ProofsError('ERR_KEY_SERVICE_UNAVAILABLE', `The PKCS#11 token cannot be reached ${because}`, {
        ...options,
        advice: 'Make sure that it is there and its service runs, then try again',
      })
    case 'denied':
      return new ProofsError('ERR_KEY_SERVICE_DENIED', `The PKCS#11 token refuses ${because}`, {
        ...options,
        advice: name.startsWith('CKR_PIN')
          ? 'Check the PIN before anything else tries it: tokens lock after a few wrong ones'
          : 'Check what the token allows its user and this key',
      })
    case 'unsupported':
      return new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `The PKCS#11 token does not know this algorithm ${because}`, {
        ...options,
        advice: 'Generate the key with another algorithm; more tokens know ES256 than EdDSA',
      })
    case 'too-long':
      return new ProofsError('ERR_MESSAGE_TOO_LONG', `The PKCS#11 token does not take a message this long ${because}`, {
        ...options,
        advice:
          'Use a key for ES256, whose messages are hashed outside the token, and give maxMessageBytes to the store',
      })
    default:
      return new ProofsError('ERR_KEY_SERVICE_RESPONSE', `The PKCS#11 token failed ${because}`, {
        ...options,
        advice: 'Look the name up in the documentation of the token',
      })
  }
}
