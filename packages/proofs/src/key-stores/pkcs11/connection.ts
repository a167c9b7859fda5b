import { ProofsError } from '../../errors.js'
import {
  CKF_RW_SESSION,
  CKF_SERIAL_SESSION,
  CKF_TOKEN_INITIALIZED,
  CKU_CONTEXT_SPECIFIC,
  CKU_USER,
  type Pkcs11,
  userStates,
} from './cryptoki.js'
import { CKR_USER_ALREADY_LOGGED_IN, faultOf, LostSessionError, returnValueOf } from './cryptoki-error.js'
import type { LoadedModule } from './loaded-module.js'
import type { PinSource } from './pin-source.js'
import type { TokenKey } from './token-keys.js'

/** A session in which the user is logged in. One at a time uses it. */
export interface TokenSession {
  readonly api: Pkcs11
  readonly handle: Buffer
  /** Private keys by their verification method; good as long as the connection is. */
  readonly privateKeys: Map<string, TokenKey>
  /** Logs in for the operation just begun, as keys ask for that want the PIN for every signature. */
  logInForOperation(): Promise<void>
  /** Throws when the token or the login is gone: some modules then find no keys, and say nothing. */
  mustBeThere(): void
}

/** A login at a token. */
export interface Connection {
  readonly module: LoadedModule
  readonly epoch: number
  /** Returns a session: one that was given back, or a new one. */
  take(options: { readonly isWriting: boolean }): TokenSession
  /** Takes a session back for the next one. */
  giveBack(session: TokenSession): void
  /** Ends a session in which something failed, and may not have ended. */
  discard(session: TokenSession): void
  /** Ends the sessions that nobody uses, and every other one when it is given back. */
  abandon(): void
}

/** How a token is found, and what it wants to hear. */
export interface ConnectionOptions {
  readonly tokenLabel: string | undefined
  readonly pin: PinSource
  /** Whether the token was there before: then it may come back, and its label is none that was mistyped. */
  readonly wasThere: boolean
}

/** Logs in at the token of that label, or at the only one. Rejects with errors of the module as they are. */
export async function openConnection(
  module: LoadedModule,
  { tokenLabel, pin, wasThere }: ConnectionOptions,
): Promise<Connection> {
  const { api } = module
  const secret = await pin.ask()
  // From here on nothing is waited for, so that nobody initialises the module in between.
  const epoch = module.epoch()
  const slot = slotOf(api, { tokenLabel, wasThere })
  // It is there from the first to the last moment: with the last session of a process the login ends.
  const anchor = api.C_OpenSession(slot, CKF_SERIAL_SESSION)
  const privateKeys = new Map<string, TokenKey>()
  const idle: TokenSession[] = []
  let isAbandoned = false

  const close = (handle: Buffer): void => {
    // In another epoch the number may be that of another session.
    if (module.epoch() !== epoch) return
    try {
      api.C_CloseSession(handle)
    } catch {
      // It is gone already.
    }
  }
  const isLoggedIn = (handle: Buffer): boolean => userStates.has(api.C_GetSessionInfo(handle).state)
  const sessionOf = (handle: Buffer): TokenSession => ({
    api,
    handle,
    privateKeys,
    logInForOperation: async () => logIn(api, handle, { userType: CKU_CONTEXT_SPECIFIC, secret: await pin.ask(), pin }),
    mustBeThere() {
      api.C_GetTokenInfo(slot)
      if (!isLoggedIn(handle)) throw new LostSessionError('the login is gone')
    },
  })

  try {
    if (!isLoggedIn(anchor)) logIn(api, anchor, { userType: CKU_USER, secret, pin })
  } catch (error) {
    close(anchor)
    throw error
  }
  return {
    module,
    epoch,
    take({ isWriting }) {
      if (module.epoch() !== epoch) throw new LostSessionError('the module was initialised anew')
      const flags = CKF_SERIAL_SESSION | (isWriting ? CKF_RW_SESSION : 0)
      return (isWriting ? undefined : idle.pop()) ?? sessionOf(api.C_OpenSession(slot, flags))
    },
    giveBack(session) {
      if (isAbandoned) close(session.handle)
      else idle.push(session)
    },
    discard: ({ handle }) => close(handle),
    abandon() {
      isAbandoned = true
      for (const { handle } of idle.splice(0)) close(handle)
      close(anchor)
    },
  }
}

function logIn(
  api: Pkcs11,
  handle: Buffer,
  { userType, secret, pin }: { readonly userType: number; readonly secret: string; readonly pin: PinSource },
): void {
  try {
    api.C_Login(handle, userType, secret)
  } catch (error) {
    if (returnValueOf(error) === CKR_USER_ALREADY_LOGGED_IN) return
    if (faultOf(error) === 'denied') pin.reject(secret)
    throw error
  }
}

/** Returns the slot of a token. Those that cannot say their label are not there any more. */
function slotOf(api: Pkcs11, { tokenLabel, wasThere }: Omit<ConnectionOptions, 'pin'>): Buffer {
  const tokens = api.C_GetSlotList(true).flatMap((slot) => {
    try {
      const { label, flags } = api.C_GetTokenInfo(slot)
      return (flags & CKF_TOKEN_INITIALIZED) === 0 ? [] : [{ slot, label: label.trimEnd() }]
    } catch {
      return []
    }
  })
  const [found, ...others] = tokens.filter(({ label }) => tokenLabel === undefined || label === tokenLabel)
  const called = tokenLabel === undefined ? '' : ` called ${tokenLabel}`
  if (found === undefined) {
    if (wasThere || tokens.length === 0) throw new LostSessionError(`there is no token${called}`)
    throw new ProofsError('ERR_KEY_SERVICE_UNAVAILABLE', `There is no PKCS#11 token${called}`, {
      advice: `Check tokenLabel; there are: ${tokens.map(({ label }) => label).join(', ')}`,
    })
  }
  if (others.length === 0) return found.slot
  throw new ProofsError('ERR_INVALID_OPTION', `There is more than one PKCS#11 token${called}`, {
    advice: tokenLabel === undefined ? 'Give tokenLabel' : 'Give the tokens labels of their own',
  })
}
