import { parseJson } from '@testamur/documents'
import { describeUrl, isObject } from '@testamur/documents/json'
import { CaseServiceError } from './case-service-error.js'
import type { ClientCredentials } from './interface.js'
import type { Answer } from './transport.js'

/** A token is renewed so long before it expires: a request takes its time. */
const marginMs = 30_000
/** Lifetime of a token whose server says none (RFC 6749 §5.1 recommends that it does). */
const defaultLifetimeMs = 5 * 60_000

/** What getting a token needs. */
export interface AccessTokenOptions {
  readonly credentials: ClientCredentials
  readonly now: () => number
  /** Sends the request to the token endpoint. */
  readonly send: (url: URL, init: RequestInit) => Promise<Answer>
}

/** Gets tokens by the client credentials grant (RFC 6749 §4.4), and keeps one until it expires or is refused. */
export class AccessTokens {
  readonly #options: AccessTokenOptions
  #current: Promise<{ token: string; expiresMs: number }> | undefined

  constructor(options: AccessTokenOptions) {
    this.#options = options
  }

  /** Returns the token that is kept, or a new one; calls at the same time share one. */
  async get(): Promise<string> {
    const current = this.#current
    const kept = await current
    if (kept !== undefined && kept.expiresMs > this.#options.now()) return kept.token
    if (this.#current === current) {
      const fetched = this.#fetch()
      this.#current = fetched
      fetched.catch(() => {
        if (this.#current === fetched) this.#current = undefined
      })
    }
    return (await (this.#current as NonNullable<typeof current>)).token
  }

  /** Forgets a token that was refused, unless there is a newer one already. */
  async forget(token: string): Promise<void> {
    const current = this.#current
    if ((await current?.catch(() => undefined))?.token === token && this.#current === current) this.#current = undefined
  }

  async #fetch(): Promise<{ token: string; expiresMs: number }> {
    const { credentials, now, send } = this.#options
    const { tokenUrl, clientId, clientSecret, scope } = credentials
    const startedMs = now()
    const { status, bytes } = await send(new URL(tokenUrl), {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
        authorization: `Basic ${base64(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}`,
      },
      body: `grant_type=client_credentials${scope === undefined ? '' : `&scope=${formEncoded(scope)}`}`,
    })
    const parsed = parseJson(bytes, { maxBytes: 64 * 1024 })
    const answer = parsed.ok && isObject(parsed.value) ? parsed.value : {}
    const { access_token: token, token_type: type, expires_in: seconds } = answer
    // RFC 6750 §2.1: the characters of a bearer token; others would end the header.
    const isToken = typeof token === 'string' && /^[A-Za-z0-9\-._~+/]+=*$/.test(token)
    const isBearer = type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer')
    if (status !== 200 || !isToken || !isBearer) {
      const what = status === 200 ? 'gives no bearer token' : `answers with status ${status}`
      throw new CaseServiceError('ERR_CASE_TOKEN', `${describeUrl(tokenUrl)} ${what}`, {
        advice: 'Check the client credentials and the scope',
        status,
      })
    }
    const lifetimeMs = Number(seconds) > 0 ? Number(seconds) * 1000 : defaultLifetimeMs
    // Half of a short life is kept: a margin longer than the life would ask for a token with every request.
    return { token, expiresMs: startedMs + Math.max(lifetimeMs - marginMs, lifetimeMs / 2) }
  }
}

const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1)

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
