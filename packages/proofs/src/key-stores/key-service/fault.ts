import { ProofsError } from '../../errors.js'
import type { Fault } from './interface.js'

/** Thrown inside a call of a key service by who knows what is wrong; the caller sees a {@link ProofsError}. */
export class KeyServiceFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.detail)
    this.fault = fault
  }
}

const advice: Readonly<Record<Fault['code'], string>> = {
  ERR_KEY_SERVICE_UNAVAILABLE: 'Try again later; nothing has been signed',
  ERR_KEY_SERVICE_DENIED: 'Check the credentials, what they permit, and that the key is enabled and for signing',
  ERR_KEY_SERVICE_RESPONSE: 'Check what answers at the address of the key service',
  ERR_KEY_NOT_FOUND: 'Check how `keys` names it in the service, the region and the project',
}

/**
 * Returns the error for the caller. The service's own error is left out of it, also as cause: it may hold the request
 * with its credentials.
 */
export function keyServiceError(
  fault: Fault,
  { service, doing }: { readonly service: string; readonly doing: string },
): ProofsError {
  return new ProofsError(fault.code, `${service} ${fault.detail} (${doing})`, {
    advice: fault.advice ?? advice[fault.code],
  })
}

/** The fault of an answer that is not what it should be. */
export function malformedAnswer(what: string): Fault {
  return { code: 'ERR_KEY_SERVICE_RESPONSE', detail: `gave an answer without ${what}` }
}

/** Returns what an HTTP status above 399 means; `named` is the service's own name for it, out of a closed list. */
export function faultOfStatus(status: number, named?: string): Fault {
  const detail = `answered with ${named ?? `status ${status}`}`
  if (status === 404) return { code: 'ERR_KEY_NOT_FOUND', detail }
  if (status === 408 || status === 429 || status >= 500) {
    return { code: 'ERR_KEY_SERVICE_UNAVAILABLE', detail, isTransient: true }
  }
  return { code: status < 400 ? 'ERR_KEY_SERVICE_RESPONSE' : 'ERR_KEY_SERVICE_DENIED', detail }
}

/** Codes of system errors, of undici and of Azure's pipeline that mean: there was no answer. */
const networkCodes =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_\w+|REQUEST_SEND_ERROR)$/

/** Codes of Node for a certificate that it does not trust, or that is not the server's. */
const certificateCodes =
  /^(?:DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT|ERR_TLS|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)[A-Z_]*$/

/** Returns the fault of a connection that failed, or undefined when the error says nothing of the kind. */
export function networkFault(error: unknown): Fault | undefined {
  const { name, code, cause } = membersOf(error)
  if (typeof code === 'string' && certificateCodes.test(code)) return untrusted(code)
  if (name === 'TimeoutError' || (typeof code === 'string' && networkCodes.test(code))) {
    return { code: 'ERR_KEY_SERVICE_UNAVAILABLE', detail: 'could not be reached', isTransient: true }
  }
  return cause === undefined ? undefined : networkFault(cause)
}

/** It would be the same the next time. */
function untrusted(code: string): Fault {
  return {
    code: 'ERR_KEY_SERVICE_UNAVAILABLE',
    detail: `was not asked: its certificate is not trusted (${code})`,
    advice:
      'If your own authority has issued it, start Node with NODE_EXTRA_CA_CERTS=<its certificate>, or have the client trust it: of Vault the `fetch`',
  }
}

/** The members of what was thrown, whatever it is. */
export function membersOf(error: unknown): Readonly<Record<string, unknown>> {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}
}

/** What an error is when nothing is known about it. */
export const unknownFault: Fault = {
  code: 'ERR_KEY_SERVICE_RESPONSE',
  detail: 'gave an answer that its client could not read',
}

/**
 * Returns the milliseconds that a `Retry-After` header asks for (RFC 9110 §10.2.3: seconds or a date), or `undefined`
 * when there is none that can be understood.
 */
export function retryAfterMs(header: unknown, now: number = Date.now()): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
