import { randomBytes } from 'node:crypto'

/**
 * Returns a CKA_ID for a key that is made now: a UUID of version 7 (RFC 9562 §5.7), 16 bytes, which begin with the time
 * in milliseconds. Tokens keep no other time that could be read back: CKA_START_DATE knows days, and not all have it.
 */
export function newKeyId(): Buffer {
  const id = randomBytes(16)
  id.writeUIntBE(Date.now(), 0, 6)
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x70
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  return id
}

/** Returns when a key was made, by its CKA_ID; undefined when {@link newKeyId} did not make that. */
export function timeOfKeyId(id: Buffer): Date | undefined {
  const isVersion7 = id.length === 16 && (id[6] ?? 0) >> 4 === 7 && (id[8] ?? 0) >> 6 === 2
  return isVersion7 ? new Date(id.readUIntBE(0, 6)) : undefined
}
