import { excerpt } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { BitstringStatusEntry, StatusVerdict } from './interface.js'
import { maxWords } from './json-members.js'

const nothing: StatusVerdict = { refusals: [], doubts: [], warnings: [] }

/**
 * Returns what the value of a status means (Bitstring Status List 1.0 §2.1, `statusPurpose`; §3.2). 0 means that
 * nothing is set, whatever the purpose. Otherwise `revocation` and `suspension` refuse the credential (`revoked`,
 * `suspended`); `refresh` and `message` leave it valid and warn (`status-set`). Other purposes are the issuer's own: one
 * that is set may mean anything, so it leaves a doubt (`status-set`).
 *
 * The detail quotes the issuer's message for the value. For the purpose `message` there is a warning also at 0, if the
 * issuer says what 0 means.
 *
 * @example
 * ```ts
 * import { type BitstringStatusEntry, statusVerdict } from '@testamur/proofs/status'
 *
 * const entry: BitstringStatusEntry = {
 *   kind: 'BitstringStatusListEntry',
 *   pointer: '/credentialStatus',
 *   listUrl: 'https://registrar.example.edu/status/3',
 *   purpose: 'suspension',
 *   index: 7,
 *   size: 1,
 *   messages: new Map(),
 *   references: [],
 * }
 * console.log(statusVerdict(1, entry).refusals[0]?.code) // suspended
 * ```
 */
export function statusVerdict(value: number, entry: BitstringStatusEntry): StatusVerdict {
  const { pointer, purpose, messages } = entry
  const message = messages.get(value)
  if (value === 0 && (purpose !== 'message' || message === undefined)) return nothing
  const words = message === undefined ? '' : ` The issuer’s words: “${excerpt(message, maxWords)}”.`
  const set = (detail: string): StatusVerdict['warnings'] => [problem('status-set', pointer, `${detail}${words}`)]
  switch (purpose) {
    case 'revocation':
      return { ...nothing, refusals: [problem('revoked', pointer, `The issuer has revoked the credential.${words}`)] }
    case 'suspension': {
      const detail = `The issuer has suspended the credential, for the time being.${words}`
      return { ...nothing, refusals: [problem('suspended', pointer, detail)] }
    }
    case 'refresh':
      return { ...nothing, warnings: set('The issuer has a newer version of the credential.') }
    case 'message':
      return { ...nothing, warnings: set(`The issuer tells the status 0x${value.toString(16)}.`) }
    default:
      return { ...nothing, doubts: set(`The status "${excerpt(purpose)}" is set; what that means is not known here.`) }
  }
}
