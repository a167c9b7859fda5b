import { createHash } from 'node:crypto'
import { isDateTime } from '../../date-time.js'
import { decodeMultikey } from '../../keys/multikey.js'
import type { StoredKey } from '../interface.js'

/** What a key file holds: the public part in clear, the private key as JWE. */
export interface KeyRecord {
  readonly key: StoredKey
  /** Compact JWE (RFC 7516) of the private JWK. */
  readonly encryptedKey: string
}

const members = ['verificationMethod', 'controller', 'algorithm', 'publicKeyMultibase', 'created'] as const
const laterMembers = ['retired', 'revoked'] as const

/** Returns what ties the encrypted key to the public part beside it: the SHA-256 of the latter, in hex. */
export function publicPartDigest(key: StoredKey): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('hex')
}

/** Returns the text of a key file. */
export function serializeKeyRecord({ key, encryptedKey }: KeyRecord): string {
  const content = { ...key, encryptedKey }
  return `${JSON.stringify({ ...content, checksum: checksum(content) }, undefined, 2)}\n`
}

/**
 * Returns what a key file says, or why it is none. Finds accidents (half a file, a flipped bit, another format), not
 * malice: that the public part belongs to the encrypted key shows when the key is opened.
 */
export function parseKeyRecord(text: string): KeyRecord | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return 'it is not JSON'
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'it is not a JSON object'
  const { checksum: expected, ...content } = parsed as Record<string, unknown>
  for (const member of [...members, 'encryptedKey']) {
    if (typeof content[member] !== 'string') return `${member} is missing`
  }
  for (const member of laterMembers) {
    if (content[member] !== undefined && !isDateTime(content[member])) return `${member} is no date`
  }
  if (expected !== checksum(content)) return 'its checksum does not fit its content'
  const { encryptedKey, ...key } = content as unknown as StoredKey & { encryptedKey: string }
  if (decodeMultikey(key.publicKeyMultibase)?.algorithm !== key.algorithm) return 'publicKeyMultibase is no such key'
  return { key, encryptedKey }
}

function checksum(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
