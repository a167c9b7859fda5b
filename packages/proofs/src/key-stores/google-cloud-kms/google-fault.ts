import { membersOf, networkFault, unknownFault } from '../key-service/fault.js'
import type { Fault } from '../key-service/interface.js'

/** Status codes of gRPC, by number: "Status codes and their use in gRPC". */
const statuses: ReadonlyMap<unknown, readonly [string, Fault['code']]> = new Map([
  [1, ['CANCELLED', 'ERR_KEY_SERVICE_UNAVAILABLE']], // by the server, when it shuts down
  [2, ['UNKNOWN', 'ERR_KEY_SERVICE_UNAVAILABLE']],
  [3, ['INVALID_ARGUMENT', 'ERR_KEY_SERVICE_DENIED']],
  [4, ['DEADLINE_EXCEEDED', 'ERR_KEY_SERVICE_UNAVAILABLE']],
  [5, ['NOT_FOUND', 'ERR_KEY_NOT_FOUND']],
  [7, ['PERMISSION_DENIED', 'ERR_KEY_SERVICE_DENIED']],
  [8, ['RESOURCE_EXHAUSTED', 'ERR_KEY_SERVICE_UNAVAILABLE']],
  [9, ['FAILED_PRECONDITION', 'ERR_KEY_SERVICE_DENIED']], // the key version is disabled, destroyed or not yet there
  [10, ['ABORTED', 'ERR_KEY_SERVICE_UNAVAILABLE']],
  [12, ['UNIMPLEMENTED', 'ERR_KEY_SERVICE_RESPONSE']],
  [13, ['INTERNAL', 'ERR_KEY_SERVICE_UNAVAILABLE']],
  [14, ['UNAVAILABLE', 'ERR_KEY_SERVICE_UNAVAILABLE']],
  [16, ['UNAUTHENTICATED', 'ERR_KEY_SERVICE_DENIED']],
])

/** Says what an error of the client means, by its gRPC status alone. */
export function googleFaultOf(error: unknown): Fault {
  const { code, details } = membersOf(error)
  // grpc-js says INTERNAL of answers that it cannot read.
  const isUnreadable = code === 13 && String(details).startsWith('Response message parsing error')
  const found = isUnreadable ? undefined : statuses.get(code)
  if (found === undefined) return networkFault(error) ?? unknownFault
  const [name, meaning] = found
  return { code: meaning, detail: `answered with ${name}`, isTransient: meaning === 'ERR_KEY_SERVICE_UNAVAILABLE' }
}
