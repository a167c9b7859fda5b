import { parseJson, TestamurError } from '@testamur/documents'
import { describeUrl, type JsonValue } from '@testamur/documents/json'
import type { AdaptersErrorCode } from '../../errors.js'
import { AccessTokens } from './access-tokens.js'
import { CaseServiceError, isMinorCode, statusInfoIn } from './case-service-error.js'
import type { CaseCallOptions, CaseClientOptions } from './interface.js'
import { retryAfterMs, waitFor } from './retry.js'
import { type Answer, request, untilAborted } from './transport.js'

/** The JSON of an answer, and its headers. */
export interface ServiceAnswer {
  readonly value: JsonValue
  readonly headers: Headers
}

/** True for failures that another attempt may end: of the network, a busy or failing service, half an answer. */
function isPassing({ code, status }: CaseServiceError): boolean {
  if (code === 'ERR_CASE_RESPONSE') return status === 200
  if (code === 'ERR_CASE_TOKEN') return status === 429 || (status ?? 0) >= 500
  return code === 'ERR_CASE_UNREACHABLE' || code === 'ERR_CASE_BUSY' || code === 'ERR_CASE_SERVER'
}

/** Asks a service for JSON, with a token where one is needed, and again where that may help. */
export class ServiceRequests {
  readonly #options: CaseClientOptions
  readonly #origin: string
  readonly #tokens: AccessTokens | undefined

  constructor(options: CaseClientOptions, serviceUrl: string) {
    this.#options = options
    this.#origin = new URL(serviceUrl).origin
    const { clientCredentials: credentials, now = Date.now } = options
    // The request for a token serves several calls, so that only the client's signal ends it.
    const send = (url: URL, init: RequestInit): Promise<Answer> => request(url, init, this.#transport({}))
    this.#tokens = credentials && new AccessTokens({ credentials, now, send })
  }

  /** @throws {@link CaseServiceError} */
  async get(url: URL, call: CaseCallOptions = {}): Promise<ServiceAnswer> {
    const { maxAttempts = 4, wait = waitFor } = this.#options
    const signals = this.#signals(call)
    const signal = signals.length > 1 ? AbortSignal.any(signals) : signals[0]
    signal?.throwIfAborted()
    for (let attempt = 1; ; attempt += 1) {
      try {
        // A token is asked for on behalf of several calls: one of them may end before it is there.
        return await untilAborted(this.#attempt(url, call), signal)
      } catch (error) {
        if (!(error instanceof AttemptError)) throw error
        if (!isPassing(error.reason) || attempt >= maxAttempts) throw error.reason
        await wait(this.#pauseMs(error, attempt), signal)
      }
    }
  }

  /** How long to wait: as the service says, else a second and twice as long each time. */
  #pauseMs({ reason, waitMs }: AttemptError, attempt: number): number {
    const { maxWaitMs = 60_000 } = this.#options
    if (waitMs === undefined) return Math.min(1000 * 2 ** (attempt - 1), maxWaitMs)
    if (waitMs <= maxWaitMs) return waitMs
    throw reason
  }

  async #attempt(url: URL, call: CaseCallOptions): Promise<ServiceAnswer> {
    const token = url.origin === this.#origin ? await this.#token() : undefined
    const answer = await this.#send(url, token, call)
    if (answer.status !== 401 || token === undefined) return this.#read(url, answer, token)
    await this.#tokens?.forget(token)
    const renewed = await this.#token()
    return this.#read(url, await this.#send(url, renewed, call), renewed)
  }

  #token(): Promise<string | undefined> {
    return attempted(async () => this.#tokens?.get())
  }

  #send(url: URL, token: string | undefined, call: CaseCallOptions): Promise<Answer> {
    const headers = { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) }
    return attempted(() => request(url, { headers }, this.#transport(call)))
  }

  #transport(call: CaseCallOptions): Parameters<typeof request>[2] {
    return { ...this.#options, signals: this.#signals(call) }
  }

  #signals({ signal }: CaseCallOptions): AbortSignal[] {
    return [this.#options.signal, signal].filter((each) => each !== undefined)
  }

  #read(url: URL, { status, headers, bytes }: Answer, token: string | undefined): ServiceAnswer {
    const { maxBytes, now = Date.now, clientCredentials } = this.#options
    const parsed = parseJson(bytes, { maxBytes: maxBytes ?? bytes.length })
    if (status === 200 && parsed.ok) return { value: parsed.value, headers }
    const secrets = [token, clientCredentials?.clientSecret].filter((each) => each !== undefined)
    const statusInfo = parsed.ok ? statusInfoIn(parsed.value, secrets) : undefined
    const [code, what] = status === 200 ? notJson : failureOf(status, statusInfo?.codeMinor ?? [])
    const minor = statusInfo?.codeMinor.filter(isMinorCode).join(', ')
    const reason = new CaseServiceError(
      code,
      `${describeUrl(url.href)} ${what.replace('%', String(status))}${minor ? ` (${minor})` : ''}`,
      { status, statusInfo },
    )
    throw new AttemptError(reason, retryAfterMs(headers, now))
  }
}

type Failure = readonly [code: AdaptersErrorCode, what: string]

const notJson: Failure = ['ERR_CASE_RESPONSE', 'answers with something else than JSON']

function failureOf(status: number, codeMinor: readonly string[]): Failure {
  switch (status) {
    case 401:
      return ['ERR_CASE_UNAUTHORIZED', 'wants a token, or another one']
    case 403:
      return ['ERR_CASE_FORBIDDEN', 'does not give this to the caller']
    case 404:
      return ['ERR_CASE_NOT_FOUND', 'does not exist']
    case 429:
      return ['ERR_CASE_BUSY', 'is asked too often']
    default:
      if (status === 400 || codeMinor.some((name) => /^invalid_(?:filter|selection)_field$/.test(name))) {
        return ['ERR_CASE_QUERY', 'does not understand the question']
      }
      return [status >= 500 ? 'ERR_CASE_SERVER' : 'ERR_CASE_RESPONSE', 'answers with status %']
  }
}

/** An attempt that failed, and how long the service wants to be left alone. */
class AttemptError extends TestamurError<AdaptersErrorCode> {
  readonly reason: CaseServiceError
  readonly waitMs: number | undefined
  constructor(reason: CaseServiceError, waitMs: number | undefined) {
    super(reason.code, reason.message)
    this.reason = reason
    this.waitMs = waitMs
  }
}

async function attempted<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw error instanceof CaseServiceError ? new AttemptError(error, undefined) : error
  }
}
