import type { SignatureAlgorithm } from '../../keys/interface.js'
import { wireReader } from './wire.js'

/** What SSH calls the signatures of an algorithm, and how long a raw one is; RSA's is as long as its modulus. */
const formats: Readonly<Record<SignatureAlgorithm, { readonly name: string; readonly halfBytes?: number }>> = {
  EdDSA: { name: 'ssh-ed25519' }, // RFC 8709 §6
  ES256: { name: 'ecdsa-sha2-nistp256', halfBytes: 32 }, // RFC 5656 §3.1.2
  ES384: { name: 'ecdsa-sha2-nistp384', halfBytes: 48 },
  RS256: { name: 'rsa-sha2-256' }, // RFC 8332 §3
}

/** Returns the raw signature in an SSH signature blob; undefined when it is of another algorithm, or malformed. */
export function rawSignatureFromSshBlob(blob: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array | undefined {
  const { name, halfBytes } = formats[algorithm]
  const reader = wireReader(blob)
  const isMeant = reader.text() === name
  const content = reader.bytes()
  if (!isMeant || content === undefined || !reader.isAtEnd()) return undefined
  return halfBytes === undefined ? content.slice() : rawFromIntegers(content, halfBytes)
}

function rawFromIntegers(content: Uint8Array, halfBytes: number): Uint8Array | undefined {
  const reader = wireReader(content)
  const halves = [reader.integer(), reader.integer()]
  const raw = new Uint8Array(2 * halfBytes)
  for (const [index, half] of halves.entries()) {
    if (half === undefined || half.length > halfBytes) return undefined
    raw.set(half, (index + 1) * halfBytes - half.length)
  }
  return reader.isAtEnd() ? raw : undefined
}

/**
 * True for data whose signature would be worth something to SSH itself: a login (RFC 4252 §7: the session's identifier as
 * string, then 50), or a signed file (OpenSSH's PROTOCOL.sshsig). No proof and no token looks like that.
 */
export function isSshChallenge(data: Uint8Array): boolean {
  const isSignedFile = 'SSHSIG'.split('').every((letter, index) => data[index] === letter.charCodeAt(0))
  // The shortest login names a user, a service, a method and a key; the message of a proof has 64 or 96 bytes.
  if (isSignedFile || data.length <= 96) return isSignedFile
  const reader = wireReader(data)
  const sessionId = reader.bytes()
  return sessionId !== undefined && sessionId.length <= 64 && reader.uint8() === 50
}
