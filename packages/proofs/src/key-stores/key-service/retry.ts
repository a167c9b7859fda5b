import { ProofsError } from '../../errors.js'
import { KeyServiceFault, keyServiceError } from './fault.js'
import type { Fault, RetryOptions } from './interface.js'

/** What {@link withRetry} must know about the call. */
export interface RetriedCall extends RetryOptions {
  /** What errors call the service. */
  readonly service: string
  /** What the call is for, as errors say it: `signing as did:web:registrar.example#key-1`. */
  readonly doing: string
  /** What to do, besides what the fault says, when nobody knows whether the call was carried out. */
  readonly uncertainAdvice?: string | undefined
  /** Says what an error of the attempt means. */
  readonly faultOf: (error: unknown) => Fault
}

const firstPauseMs = 200
const longestPauseMs = 10_000
const longestRetryAfterMs = 60_000

/**
 * Returns what the attempt returns. One that fails for a passing reason, or takes longer than `timeoutMs`, is repeated
 * after a pause. Its signal tells it to stop; one that does not listen is left alone.
 *
 * @throws {ProofsError} the code of the last fault; a `ProofsError` of the attempt as it is.
 */
export async function withRetry<Result>(
  attempt: (signal: AbortSignal) => Promise<Result>,
  call: RetriedCall,
): Promise<Result> {
  const { retries = 5, signal, sleep = (ms) => pause(ms, signal), random = Math.random } = call
  for (let failures = 0; ; failures += 1) {
    let fault: Fault
    try {
      return await within(attempt, call)
    } catch (error) {
      if (ProofsError.isInstance(error)) throw error
      fault = error instanceof KeyServiceFault ? error.fault : call.faultOf(error)
    }
    const { retryAfterMs = 0 } = fault
    const asksTooMuch = retryAfterMs > longestRetryAfterMs
    if (!fault.isTransient || asksTooMuch || failures >= retries || signal?.aborted) {
      const detail = `${fault.detail}${afterwards(failures, fault)}`
      throw keyServiceError({ ...fault, advice: adviceFor(fault, call), detail }, call)
    }
    const backoffMs = Math.min(longestPauseMs, firstPauseMs * 2 ** failures) * (0.5 + random() / 2)
    await sleep(Math.max(backoffMs, retryAfterMs))
  }
}

/**
 * Throws unless the numbers can be meant.
 * @throws {ProofsError} `ERR_INVALID_OPTION`
 */
export function checkRetryOptions({ retries = 0, timeoutMs = 1 }: RetryOptions): void {
  if (!Number.isInteger(retries) || retries < 0) {
    throw new ProofsError('ERR_INVALID_OPTION', 'retries must be a whole number from 0 on')
  }
  // Timers take a wait of more than 31 bits for none.
  if (!(timeoutMs >= 1 && timeoutMs < 2 ** 31)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'timeoutMs must be from 1 to 2,147,483,647')
  }
}

function adviceFor({ code, advice }: Fault, { uncertainAdvice }: RetriedCall): string | undefined {
  const isUncertain = code === 'ERR_KEY_SERVICE_UNAVAILABLE' || code === 'ERR_KEY_SERVICE_RESPONSE'
  const all = [advice, isUncertain ? uncertainAdvice : undefined].filter((one) => one !== undefined)
  return all.length === 0 ? undefined : all.join('. ')
}

function afterwards(failures: number, { retryAfterMs }: Fault): string {
  const repeated = failures === 0 ? '' : `, also after ${failures} ${failures === 1 ? 'retry' : 'retries'}`
  return retryAfterMs === undefined
    ? repeated
    : `${repeated}, and asks to be left alone for ${Math.ceil(retryAfterMs / 1000)} s`
}

/** One attempt, for as long as it may take. */
async function within<Result>(
  attempt: (signal: AbortSignal) => Promise<Result>,
  { timeoutMs = 10_000, signal }: RetryOptions,
): Promise<Result> {
  if (signal?.aborted) throw cancelled
  const end = new AbortController()
  const cancel = (): void => end.abort(cancelled)
  const timer = setTimeout(() => end.abort(late(timeoutMs)), timeoutMs)
  const ended = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(end.signal.reason))
  })
  signal?.addEventListener('abort', cancel)
  try {
    return await Promise.race([attempt(end.signal), ended])
  } catch (error) {
    // What a client makes of being told to stop is of no interest.
    throw end.signal.aborted ? end.signal.reason : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

const cancelled = new KeyServiceFault({
  code: 'ERR_KEY_SERVICE_UNAVAILABLE',
  detail: 'was no longer waited for: the call was cancelled',
  advice: 'The signal that the store was made with has been aborted',
})

const late = (timeoutMs: number): KeyServiceFault =>
  new KeyServiceFault({
    code: 'ERR_KEY_SERVICE_UNAVAILABLE',
    detail: `did not answer within ${timeoutMs} ms`,
    isTransient: true,
  })

/** Waits; an aborted signal ends it early. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    if (signal?.aborted) done()
    else signal?.addEventListener('abort', done)
  })
}
