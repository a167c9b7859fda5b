import { afterEach, describe, expect, it, vi } from 'vitest'
import { ProofsError } from '../../errors.js'
import { faultOfStatus, KeyServiceFault } from './fault.js'
import { checkRetryOptions, type RetriedCall, withRetry } from './retry.js'

const pauses: number[] = []
afterEach(() => {
  pauses.length = 0
  vi.useRealTimers()
})

const call = (options: Partial<RetriedCall> = {}): RetriedCall => ({
  service: 'The service',
  doing: 'testing',
  faultOf: (error) => (error as { fault: ReturnType<typeof faultOfStatus> }).fault,
  random: () => 0,
  sleep: async (ms) => void pauses.push(ms),
  ...options,
})

/** An attempt that fails with these statuses in turn, then succeeds. */
function failing(...statuses: readonly (number | object)[]): () => Promise<string> {
  const left = [...statuses]
  return async () => {
    const next = left.shift()
    if (next === undefined) return 'done'
    throw new KeyServiceFault({ ...faultOfStatus(typeof next === 'number' ? next : 503), ...(next as object) })
  }
}

describe('withRetry', () => {
  it('returns what the first attempt returns, without a pause', async () => {
    expect(await withRetry(failing(), call())).toBe('done')
    expect(pauses).toEqual([])
  })

  it('doubles its pauses to ten seconds, with jitter of up to half of them', async () => {
    const statuses = Array.from({ length: 8 }, () => 503)
    await withRetry(failing(...statuses), call({ retries: 8 }))
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000])
    pauses.length = 0
    await withRetry(failing(503, 503), call({ random: () => 1 }))
    expect(pauses).toEqual([200, 400])
  })

  it('gives up after the last retry, and says how many there were', async () => {
    const result = withRetry(failing(503, 503, 503, 503), call({ retries: 3 }))
    await expect(result).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/^The service answered with status 503, also after 3 retries \(testing\)\. Try/),
    })
    expect(pauses).toHaveLength(3)
  })

  it('repeats nothing when told so, and nothing that will not pass', async () => {
    await expect(withRetry(failing(503), call({ retries: 0 }))).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.not.stringContaining('retr'),
    })
    await expect(withRetry(failing(403), call())).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
    await expect(withRetry(failing(404), call())).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
    await expect(withRetry(failing(302), call())).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
    expect(pauses).toEqual([])
  })

  it('waits as long as it is asked to, but no minute and more', async () => {
    await withRetry(failing({ retryAfterMs: 60_000 }, { retryAfterMs: 1 }), call())
    expect(pauses).toEqual([60_000, 200])
    const message = expect.stringContaining('left alone for 61 s')
    await expect(withRetry(failing({ retryAfterMs: 60_001 }), call())).rejects.toMatchObject({ message })
  })

  it('lets errors of our own pass, and asks what others mean', async () => {
    const ours = new ProofsError('ERR_INVALID_OPTION', 'ours')
    await expect(withRetry(() => Promise.reject(ours), call())).rejects.toBe(ours)
    const theirs = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('secret'), { fault: faultOfStatus(401) }))
    const error: unknown = await withRetry(theirs, call()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED', message: expect.not.stringContaining('secret') })
    expect(error).not.toHaveProperty('cause')
  })

  it('says what to do when nobody knows whether the call was carried out, besides what the fault says', async () => {
    const uncertainAdvice = 'Look there'
    const advised = (advice: string) => async () => {
      throw new KeyServiceFault({ code: 'ERR_KEY_SERVICE_RESPONSE', detail: 'fails', advice })
    }
    const message = expect.stringMatching(/fails \(testing\)\. Do this\. Look there$/)
    await expect(withRetry(advised('Do this'), call({ uncertainAdvice }))).rejects.toMatchObject({ message })
    const refused = withRetry(failing(403), call({ uncertainAdvice }))
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('Look there') })
  })

  it('ends an attempt that takes too long, tells it so, and repeats it', async () => {
    const signals: AbortSignal[] = []
    const attempt = (signal: AbortSignal): Promise<never> => {
      signals.push(signal)
      return new Promise(() => {})
    }
    await expect(withRetry(attempt, call({ timeoutMs: 10, retries: 1 }))).rejects.toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      message: expect.stringContaining('did not answer within 10 ms, also after 1 retry'),
    })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  it('does not hear of an attempt that fails after its time', async () => {
    const attempt = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => setTimeout(() => reject(new Error('late')), 1)))
    const message = expect.stringContaining('did not answer')
    await expect(withRetry(attempt, call({ timeoutMs: 5, retries: 0 }))).rejects.toMatchObject({ message })
    await new Promise((resolve) => setTimeout(resolve, 10))
  })

  it.each(['before', 'during', 'between'])('stops when its signal aborts %s attempts', async (when) => {
    const end = new AbortController()
    if (when === 'before') end.abort()
    let attempts = 0
    const attempt = async (): Promise<never> => {
      attempts += 1
      if (when === 'during') setTimeout(() => end.abort(), 5)
      if (when === 'during') return new Promise<never>(() => {})
      throw new KeyServiceFault(faultOfStatus(503))
    }
    const sleep = async (): Promise<void> => end.abort()
    const message = expect.stringContaining('cancelled')
    const result = withRetry(attempt, call({ signal: end.signal, sleep }))
    await expect(result).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE', message })
    expect(attempts).toBe(when === 'before' ? 0 : 1)
  })

  it('waits by the clock unless told otherwise, and wakes up for its signal', async () => {
    vi.useFakeTimers()
    const end = new AbortController()
    const options = { ...call({ signal: end.signal }), sleep: undefined, random: undefined }
    const good = withRetry(failing(503), options)
    await vi.advanceTimersByTimeAsync(200)
    expect(await good).toBe('done')
    const cancelled = expect(withRetry(failing(503), options)).rejects.toMatchObject({
      message: expect.stringContaining('cancelled'),
    })
    await vi.advanceTimersByTimeAsync(1)
    end.abort()
    await cancelled
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('checkRetryOptions', () => {
  it.each([
    { retries: -1 },
    { retries: 0.5 },
    { retries: Number.NaN },
    { timeoutMs: 0 },
    { timeoutMs: 2 ** 31 },
    { timeoutMs: Number.NaN },
  ])('refuses %j', (options) => {
    expect(() => checkRetryOptions(options)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
  })
})
