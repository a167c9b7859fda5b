import { setTimeout as wait } from 'node:timers/promises'
import { ProofsError } from '../../errors.js'
import { semaphore } from '../semaphore.js'
import { type Connection, openConnection, type TokenSession } from './connection.js'
import type { Pkcs11 } from './cryptoki.js'
import { faultOf, keyServiceError } from './cryptoki-error.js'
import { loadedModule } from './loaded-module.js'
import { pinSource } from './pin-source.js'

/** How a token is reached. */
export interface TokenOptions {
  readonly module: string | Pkcs11
  readonly tokenLabel: string | undefined
  readonly pin: string | (() => string | Promise<string>)
  readonly maxSessions: number
  readonly retries: number
}

/** The session of one run of an action. */
export interface ActionSession extends TokenSession {
  /** Says that from here on the action may not be run again. */
  beginWriting(): void
  /** Says that nothing is left of what it wrote, so that it may be. */
  undoneWriting(): void
}

/** A token that is reached again when it was lost. */
export interface Token {
  /**
   * Runs an action in a session. When session or token were lost, again in a new one, unless it left something written.
   *
   * @throws {ProofsError} what {@link keyServiceError} makes of the module's errors
   */
  withSession<T>(
    action: (session: ActionSession) => Promise<T>,
    options?: { readonly isWriting?: boolean | undefined },
  ): Promise<T>
  /** Closes all sessions, those in use when they come free. The token cannot be used afterwards. */
  close(): void
}

const firstDelayMs = 250

/** Returns the token; it is looked for when it is first needed. */
export function token({ module: moduleOption, tokenLabel, maxSessions, retries, ...options }: TokenOptions): Token {
  const pin = pinSource(options.pin)
  const withPermit = semaphore(maxSessions)
  let connecting: Promise<Connection> | undefined
  let isClosed = false
  let wasThere = false
  /** How often in a row session or token were lost, and in which epoch last. */
  let losses = 0
  let lastLossEpoch = 0
  let lastLost: Connection | undefined

  const countLoss = (epoch: number): void => {
    losses += 1
    lastLossEpoch = epoch
    connecting = undefined
  }
  const connect = async (): Promise<Connection> => {
    const module = await loadedModule(moduleOption)
    // A new session is mostly enough; if not, the module may have to look for its tokens anew.
    if (losses > 1) await module.restart(lastLossEpoch)
    try {
      const opened = await openConnection(module, { tokenLabel, pin, wasThere })
      wasThere = true
      return opened
    } catch (error) {
      if (faultOf(error) === 'lost') countLoss(module.epoch())
      throw error
    }
  }
  const connection = async (): Promise<Connection> => {
    if (isClosed) {
      throw new ProofsError('ERR_KEY_SERVICE_UNAVAILABLE', 'The key store is closed', { advice: 'Make a new one' })
    }
    connecting ??= connect()
    const started = connecting
    try {
      return await started
    } catch (error) {
      if (connecting === started) connecting = undefined
      throw error
    }
  }
  const lose = (current: Connection): void => {
    if (current !== lastLost) countLoss(current.epoch)
    lastLost = current
    current.abandon()
  }
  const runOnce = async <T>(action: (session: ActionSession) => Promise<T>, run: Run): Promise<T> => {
    const current = await connection()
    const { use, write } = current.module
    return (run.isWriting ? write : use)(async () => {
      let session: TokenSession | undefined
      try {
        session = current.take(run)
        const result = await action({
          ...session,
          beginWriting: () => (run.hasBegun = true),
          undoneWriting: () => (run.hasBegun = false),
        })
        losses = 0
        if (run.isWriting) current.discard(session)
        else current.giveBack(session)
        return result
      } catch (error) {
        if (session !== undefined) current.discard(session)
        if (faultOf(error) === 'lost') lose(current)
        throw error
      }
    })
  }

  return {
    withSession: (action, { isWriting = false } = {}) =>
      withPermit(async () => {
        for (let attempts = 0; ; attempts += 1) {
          const run: Run = { isWriting, hasBegun: false }
          try {
            return await runOnce(action, run)
          } catch (error) {
            const isRepeatable = faultOf(error) === 'lost' && !run.hasBegun
            if (!isRepeatable || attempts >= retries) throw keyServiceError(error)
            if (attempts > 0) await wait(firstDelayMs * 2 ** (attempts - 1))
          }
        }
      }),
    close() {
      isClosed = true
      connecting?.then(
        (current) => current.abandon(),
        () => {},
      )
    },
  }
}

interface Run {
  readonly isWriting: boolean
  /** Whether it had begun to write. */
  hasBegun: boolean
}
