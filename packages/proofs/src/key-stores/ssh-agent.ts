import { ProofsError } from '../errors.js'
import type { KeyServiceOptions, KeyServiceStore, RetryOptions } from './key-service/interface.js'
import { keyServiceStore } from './key-service/key-service-store.js'
import { checkRetryOptions, withRetry } from './key-service/retry.js'
import { askAgent, faultOfSocket } from './ssh-agent/agent-connection.js'
import {
  identities,
  isMeant,
  isOutOfUse,
  multikeyOf,
  refuseEnded,
  type SshAgentKey,
  type SshIdentity,
  sshAgentService,
} from './ssh-agent/ssh-agent-service.js'

export type { KeyServiceKey, KeyServiceOptions, RetryOptions } from './key-service/interface.js'
export type { SshAgentKey, SshIdentity } from './ssh-agent/ssh-agent-service.js'

/** Where an agent listens. */
export interface SshAgentOptions extends RetryOptions {
  /** Path of its socket. Default: `SSH_AUTH_SOCK` in the environment, whenever the agent is asked. */
  readonly socketPath?: string | undefined
}

/** What {@link sshAgentKeyStore} is made from. */
export interface SshAgentKeyStoreOptions extends SshAgentOptions, KeyServiceOptions {
  /** The keys that the store is to know. */
  readonly keys: readonly SshAgentKey[]
}

/** A key store over an SSH agent. It makes no keys: that is for ssh-keygen and ssh-add. */
export type SshAgentKeyStore = Pick<KeyServiceStore<SshAgentKey>, 'getSigner' | 'list' | 'exportPublic' | 'pinnedKeys'>

/**
 * Returns a key store over an SSH agent: keys of `ssh-ed25519` (EdDSA), `ecdsa-sha2-nistp256` (ES256),
 * `ecdsa-sha2-nistp384` (ES384) and `ssh-rsa` (RS256, by `rsa-sha2-256`). Node only.
 *
 * Speaks the agent protocol (draft-ietf-sshm-ssh-agent) over the agent's Unix socket, one connection for a request, eight
 * at most. The agent gets the whole message; OpenSSH takes messages of 256 KiB with what stands around them, so that
 * a record as token has to be smaller, and a Data Integrity proof always fits. Each signature is checked against the
 * public key.
 *
 * There is no `generate`, `rotate` or `revoke`: an agent keeps nothing. Make the next key with ssh-keygen, add an entry for
 * it, and say `retired` or `revoked` in that of the old one. What is said of a key holds for every entry that names it.
 *
 * **An agent signs whatever anybody asks for who reaches its socket**, root and, where it is forwarded, administrators of
 * other machines among them. Use an agent of its own, with a key that opens no account: `ssh-agent -a PATH`, and
 * `ssh-add -c` to have each use confirmed. The store refuses data that SSH itself could mistake for a login.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_INVALID_KEY`, `ERR_KEY_EXISTS` for options that cannot be meant; from
 * its members, besides what `KeyStore` says: `ERR_KEY_SERVICE_UNAVAILABLE` (agent gone), `ERR_KEY_SERVICE_DENIED`
 * (it refuses, or is locked), `ERR_KEY_SERVICE_RESPONSE`, `ERR_KEY_NOT_FOUND` (no such key in the agent),
 * `ERR_ALGORITHM_UNSUPPORTED`, `ERR_MESSAGE_TOO_LONG`, `ERR_INVALID_OPTION` (`created` missing, where it is asked for).
 * @example
 * ```ts
 * import { sshAgentKeyStore } from '@testamur/proofs/key-stores/ssh-agent'
 *
 * const verificationMethod = 'did:web:registrar.example#key-1'
 * const fingerprint = 'SHA256:dyhp2ZYhKh0aBG8zhLNv8gq9Gf6Kdyqg8NwyyvLRPwQ' // ssh-add -l
 * const keys = sshAgentKeyStore({ keys: [{ verificationMethod, fingerprint }] })
 * export const signer = () => keys.getSigner(verificationMethod)
 * ```
 */
export function sshAgentKeyStore(options: SshAgentKeyStoreOptions): SshAgentKeyStore {
  for (const key of options.keys) {
    if ((key.fingerprint ?? key.comment ?? multikeyOf(key)) !== undefined) continue
    throw new ProofsError('ERR_INVALID_OPTION', `The entry of ${key.verificationMethod} names no key of the agent`, {
      advice: 'Give fingerprint, comment or publicKeyMultibase',
    })
  }
  const { keys } = options
  const service = sshAgentService(() => socketPathOf(options), { keys })
  const { getSigner, list, exportPublic, pinnedKeys } = keyServiceStore(service, options)
  return {
    async getSigner(verificationMethod) {
      const signer = await getSigner(verificationMethod)
      if (!keys.some(isOutOfUse)) return signer
      const key = keys.find((entry) => entry.verificationMethod === verificationMethod)
      const meant = (await sshIdentities(options)).filter((identity) => key && isMeant(identity, key))
      for (const identity of meant) refuseEnded(identity, keys)
      return signer
    },
    list,
    exportPublic,
    pinnedKeys,
  }
}

/**
 * Returns the keys that an agent holds, in its order. A locked agent says it holds none.
 *
 * @throws {ProofsError} `ERR_KEY_SERVICE_UNAVAILABLE`, `ERR_KEY_SERVICE_DENIED`, `ERR_KEY_SERVICE_RESPONSE`,
 * `ERR_INVALID_OPTION` (no socket is known)
 * @example
 * ```ts
 * import { sshIdentities } from '@testamur/proofs/key-stores/ssh-agent'
 *
 * export async function printKeys(): Promise<void> {
 *   for (const { fingerprint, comment } of await sshIdentities()) console.log(fingerprint, comment)
 * }
 * ```
 */
export async function sshIdentities(options: SshAgentOptions = {}): Promise<readonly SshIdentity[]> {
  checkRetryOptions(options)
  return withRetry(
    (signal) => identities((message) => askAgent(message, { socketPath: socketPathOf(options), signal })),
    { ...options, service: 'The SSH agent', faultOf: faultOfSocket, doing: 'listing its keys' },
  )
}

function socketPathOf({ socketPath = process.env['SSH_AUTH_SOCK'] }: SshAgentOptions): string {
  if (socketPath) return socketPath
  throw new ProofsError('ERR_INVALID_OPTION', 'No SSH agent is known: SSH_AUTH_SOCK is not set', {
    advice: 'Start one with `eval $(ssh-agent)`, or give socketPath',
  })
}
