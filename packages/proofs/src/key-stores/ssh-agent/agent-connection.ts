import { createConnection } from 'node:net'
import { KeyServiceFault, malformedAnswer, membersOf } from '../key-service/fault.js'
import type { Fault } from '../key-service/interface.js'
import { concatenated, uint32 } from './wire.js'

/** OpenSSH's agent takes no longer message, and its tools no longer answer (AGENT_MAX_LEN). */
export const maxAgentMessageBytes: number = 256 * 1024

/**
 * Sends one message to an agent and returns its answer (draft-ietf-sshm-ssh-agent, section "Protocol Messages": a length,
 * then a type and its contents), on a connection of its own.
 *
 * @throws {KeyServiceFault} for answers that are too long or cut short; errors of the socket as they are
 */
export function askAgent(
  message: Uint8Array,
  { socketPath, signal }: { readonly socketPath: string; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path: socketPath, signal })
    const pieces: Uint8Array[] = []
    let received = 0
    let expected: number | undefined
    const settle = (act: () => void): void => {
      socket.destroy()
      act()
    }
    socket.on('error', (error) => settle(() => reject(error)))
    socket.on('close', () => reject(new KeyServiceFault(hungUp)))
    socket.on('data', (piece) => {
      pieces.push(piece)
      received += piece.length
      if (expected === undefined && received >= 4) {
        const start = concatenated(pieces)
        expected = 4 + new DataView(start.buffer).getUint32(0)
      }
      if (expected === undefined || (received < expected && expected <= maxAgentMessageBytes)) return
      const isWhole = received === expected && expected > 4
      settle(() => (isWhole ? resolve(concatenated(pieces).subarray(4)) : reject(new KeyServiceFault(notOneMessage))))
    })
    socket.write(concatenated([uint32(message.length), message]))
  })
}

const hungUp: Fault = {
  code: 'ERR_KEY_SERVICE_UNAVAILABLE',
  detail: 'hung up without an answer',
  isTransient: true,
}
const notOneMessage: Fault = malformedAnswer('a length that can be')

/** Says what an error of the socket means. */
export function faultOfSocket(error: unknown): Fault {
  const { code } = membersOf(error)
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      code: 'ERR_KEY_SERVICE_DENIED',
      detail: `does not let us in: ${code}`,
      advice: 'Use the account that the agent belongs to',
    }
  }
  return {
    code: 'ERR_KEY_SERVICE_UNAVAILABLE',
    detail: `could not be reached${typeof code === 'string' && /^E[A-Z]{1,20}$/.test(code) ? `: ${code}` : ''}`,
    advice: 'Start it, and make sure that SSH_AUTH_SOCK or `socketPath` names its socket',
    isTransient: true,
  }
}
