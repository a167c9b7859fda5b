import { createHash } from 'node:crypto'
import { ProofsError } from '../../errors.js'
import type { PublicKey, SignatureAlgorithm } from '../../keys/interface.js'
import { KeyServiceFault, malformedAnswer } from '../key-service/fault.js'
import type { Fault, KeyService, KeyServiceKey } from '../key-service/interface.js'
import { semaphore } from '../semaphore.js'
import { refuseOutOfUse } from '../stored-key.js'
import { askAgent, faultOfSocket, maxAgentMessageBytes } from './agent-connection.js'
import { publicKeyFromSshBlob } from './ssh-public-key.js'
import { isSshChallenge, rawSignatureFromSshBlob } from './ssh-signature.js'
import { concatenated, uint32, wireReader, wireString } from './wire.js'

/**
 * A key in an agent. Without `fingerprint` and `comment` it is found by its public key: `publicKeyMultibase`, or what a
 * did:key is.
 */
export interface SshAgentKey extends KeyServiceKey {
  /** As `ssh-add -l` shows it: `SHA256:…`. */
  readonly fingerprint?: string | undefined
  /** The comment of the key. It may be had by several keys, and whoever adds one chooses it. */
  readonly comment?: string | undefined
}

/** A key as an agent lists it. */
export interface SshIdentity {
  /** `SHA256:…` of the key. */
  readonly fingerprint: string
  readonly comment: string
  /** Undefined for kinds of keys that cannot be used here, certificates among them. */
  readonly publicKey: PublicKey | undefined
  /** The key as SSH writes it. */
  readonly blob: Uint8Array
}

/** Numbers of draft-ietf-sshm-ssh-agent, section "Protocol numbers". */
const SSH_AGENT_FAILURE = 5
const SSH_AGENTC_REQUEST_IDENTITIES = 11
const SSH_AGENT_IDENTITIES_ANSWER = 12
const SSH_AGENTC_SIGN_REQUEST = 13
const SSH_AGENT_SIGN_RESPONSE = 14
const SSH_AGENT_RSA_SHA2_256 = 2

/** Bytes of the key in a request to sign; of RSA keys, of the longest. */
const blobBytes: Readonly<Record<SignatureAlgorithm, number>> = { EdDSA: 51, ES256: 104, ES384: 136, RS256: 1047 }
/** Its type, two lengths and the flags. */
const signRequestBytes = 1 + 4 + 4 + 4

const maxConnections = 8

/** Returns an agent as a key service. */
export function sshAgentService(
  socketPath: () => string,
  { keys }: { readonly keys: readonly SshAgentKey[] },
): KeyService<SshAgentKey> {
  const withPermit = semaphore(maxConnections)
  const ask = (message: Uint8Array, signal: AbortSignal): Promise<Uint8Array> =>
    withPermit(() => askAgent(message, { socketPath: socketPath(), signal }))

  /** The key is looked up for each signature: it may have been removed, or added again. */
  const find = async (key: SshAgentKey, signal: AbortSignal): Promise<SshIdentity> => {
    const found = (await identities((message) => ask(message, signal))).filter((identity) => isMeant(identity, key))
    const [identity, ...others] = found
    if (identity === undefined) throw new KeyServiceFault(noSuchKey)
    if (others.length > 0) throw new KeyServiceFault(severalKeys)
    return identity
  }
  return {
    name: 'The SSH agent',
    locatorMembers: ['fingerprint', 'comment'],
    faultOf: faultOfSocket,
    async publicKey(key, signal) {
      const { publicKey } = await find(key, signal)
      return { algorithm: publicKey?.algorithm, publicKey }
    },
    async created({ verificationMethod }) {
      throw new ProofsError('ERR_INVALID_OPTION', `An SSH agent does not say when ${verificationMethod} was made`, {
        advice: 'Give the time as `created` of its entry in `keys`',
      })
    },
    async sign(data, { key, algorithm, signal }) {
      if (isSshChallenge(data)) throw new KeyServiceFault(challenge)
      const identity = await find(key, signal)
      refuseEnded(identity, keys)
      const flags = uint32(algorithm === 'RS256' ? SSH_AGENT_RSA_SHA2_256 : 0)
      const request = [Uint8Array.of(SSH_AGENTC_SIGN_REQUEST), wireString(identity.blob), wireString(data), flags]
      const reader = wireReader(await ask(concatenated(request), signal))
      const type = reader.uint8()
      if (type === SSH_AGENT_FAILURE) throw new KeyServiceFault(refused)
      const signature = reader.bytes()
      if (type !== SSH_AGENT_SIGN_RESPONSE || signature === undefined || !reader.isAtEnd()) return undefined
      return rawSignatureFromSshBlob(signature, algorithm)
    },
    maxMessageBytes: (algorithm) => maxAgentMessageBytes - signRequestBytes - blobBytes[algorithm],
    tooLongAdvice:
      'Issue with Data Integrity proofs, which are 64 or 96 bytes to sign; an agent takes no longer message for any key',
    generate: async () => undefined,
  }
}

/**
 * Returns the keys of an agent, in its order. A locked agent says it has none.
 * @throws {KeyServiceFault} for an answer that is none
 */
export async function identities(ask: (message: Uint8Array) => Promise<Uint8Array>): Promise<readonly SshIdentity[]> {
  const reader = wireReader(await ask(Uint8Array.of(SSH_AGENTC_REQUEST_IDENTITIES)))
  const type = reader.uint8()
  if (type === SSH_AGENT_FAILURE) throw new KeyServiceFault(refused)
  const count = type === SSH_AGENT_IDENTITIES_ANSWER ? reader.uint32() : undefined
  if (count === undefined) throw new KeyServiceFault(noList)
  const found: SshIdentity[] = []
  for (let index = 0; index < count; index++) {
    const blob = reader.bytes()
    const comment = reader.text()
    // Also what stops a list that says it is longer than it is.
    if (blob === undefined || comment === undefined) throw new KeyServiceFault(noList)
    const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
    found.push({ fingerprint, comment, publicKey: publicKeyFromSshBlob(blob), blob })
  }
  if (!reader.isAtEnd()) throw new KeyServiceFault(noList)
  return found
}

/** True for the key of an agent that an entry means. */
export function isMeant({ fingerprint, comment, publicKey }: SshIdentity, key: SshAgentKey): boolean {
  if (key.fingerprint !== undefined && key.fingerprint !== fingerprint) return false
  if (key.comment !== undefined && key.comment !== comment) return false
  const isNamed = key.fingerprint !== undefined || key.comment !== undefined
  const multikey = multikeyOf(key)
  // The certificate of a key has its comment too, but signs nothing that we know.
  if (multikey === undefined) return isNamed && (key.fingerprint !== undefined || publicKey !== undefined)
  return publicKey?.publicKeyMultibase === multikey
}

/** True for an entry that says its key signs no more. */
export function isOutOfUse({ retired, revoked }: SshAgentKey): boolean {
  return (retired ?? revoked) !== undefined
}

/**
 * Throws for a key of the agent that any entry says is out of use: one that is revoked under one name must not sign under
 * another.
 * @throws {ProofsError} `ERR_KEY_RETIRED`, `ERR_KEY_REVOKED`
 */
export function refuseEnded(identity: SshIdentity, keys: readonly SshAgentKey[]): void {
  for (const key of keys) if (isMeant(identity, key)) refuseOutOfUse(key)
}

/** The public key that an entry says it is, if it does. */
export function multikeyOf({ publicKeyMultibase, verificationMethod }: SshAgentKey): string | undefined {
  return publicKeyMultibase ?? /^did:key:([^#]+)#/.exec(verificationMethod)?.[1]
}

const noList: Fault = malformedAnswer('a list of its keys')
const noSuchKey: Fault = {
  code: 'ERR_KEY_NOT_FOUND',
  detail: 'has no such key',
  advice: 'See `ssh-add -l`; an agent that is locked shows no keys',
}
const severalKeys: Fault = {
  code: 'ERR_KEY_SERVICE_RESPONSE',
  detail: 'has several keys of that comment',
  advice: 'Name the one that is meant by its fingerprint',
}
const refused: Fault = {
  code: 'ERR_KEY_SERVICE_DENIED',
  detail: 'refuses',
  advice: 'See whether it is locked, or asks somebody to confirm each use of the key',
}
const challenge: Fault = {
  code: 'ERR_KEY_SERVICE_DENIED',
  detail: 'was not asked, because the data could be an SSH login or a signed file',
  advice: 'Find out who wants that signed: no proof and no token looks like that',
}
