import { faultOfStatus, membersOf, networkFault, retryAfterMs, unknownFault } from '../key-service/fault.js'
import type { Fault } from '../key-service/interface.js'

/** Errors of credentials (`@azure/identity`), which come before any answer of the vault. */
const noToken = new Set([
  'AuthenticationError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
])

/** Says what an error of the SDK means, by its kind and status alone. */
export function azureFaultOf(error: unknown): Fault {
  const { name, statusCode, response } = membersOf(error)
  if (typeof name === 'string' && noToken.has(name)) {
    return { code: 'ERR_KEY_SERVICE_DENIED', detail: `was not asked: ${name}` }
  }
  if (typeof statusCode === 'number' && statusCode >= 400) {
    const after = retryAfterMs(headerOf(response, 'retry-after'))
    return after === undefined ? faultOfStatus(statusCode) : { ...faultOfStatus(statusCode), retryAfterMs: after }
  }
  // The client looks at the key's dates and operations itself, and says so with a bare Error.
  return networkFault(error) ?? (name === 'Error' ? refusedByClient : unknownFault)
}

const refusedByClient: Fault = {
  code: 'ERR_KEY_SERVICE_DENIED',
  detail: 'was not asked: its client refuses to use the key',
  advice: 'See whether the key has expired, is not valid yet, or is not for signing',
}

function headerOf(response: unknown, name: string): unknown {
  const { headers } = membersOf(response) as { headers?: { get?(name: string): unknown } }
  return headers?.get?.(name)
}
