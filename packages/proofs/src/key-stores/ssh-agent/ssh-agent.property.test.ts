import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identities } from './ssh-agent-service.js'
import { publicKeyFromSshBlob } from './ssh-public-key.js'
import { isSshChallenge, rawSignatureFromSshBlob } from './ssh-signature.js'
import { concatenated, uint32, wireReader, wireString } from './wire.js'

const options = { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) }
const text = (value: string): Uint8Array => wireString(new TextEncoder().encode(value))
const bytes = fc.uint8Array({ maxLength: 300 })

/** A number as SSH writes it. */
const mpint = (value: Uint8Array): Uint8Array => {
  const start = value.findIndex((byte) => byte !== 0)
  const significant = start < 0 ? new Uint8Array() : value.subarray(start)
  return wireString((significant[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...significant) : significant)
}

describe('the data types of SSH', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), bytes, (number, content) => {
        const reader = wireReader(concatenated([uint32(number), wireString(content), mpint(content)]))
        expect(reader.uint32()).toBe(number)
        expect(reader.bytes()).toEqual(content)
        const integer = reader.integer() ?? Uint8Array.of(255)
        expect(BigInt(`0x0${Buffer.from(integer).toString('hex')}`)).toBe(
          BigInt(`0x0${Buffer.from(content).toString('hex')}`),
        )
        expect(reader.isAtEnd()).toBe(true)
      }),
      options,
    )
  })

  it('end where the bytes end', () => {
    for (const read of ['uint8', 'uint32', 'bytes', 'text', 'integer'] as const) {
      expect(wireReader(new Uint8Array())[read]()).toBeUndefined()
    }
    expect(wireReader(Uint8Array.of(0, 0, 0, 2, 1)).bytes()).toBeUndefined()
    expect(wireReader(wireString(Uint8Array.of(0x80))).integer()).toBeUndefined()
    expect(wireReader(wireString(Uint8Array.of(0, 1))).integer()).toBeUndefined()
  })
})

describe('a signature of SSH', () => {
  it('is read into two halves of the right length', () => {
    const half = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(half, half, (r, s) => {
        const blob = concatenated([text('ecdsa-sha2-nistp256'), wireString(concatenated([mpint(r), mpint(s)]))])
        expect(rawSignatureFromSshBlob(blob, 'ES256')).toEqual(concatenated([r, s]))
        expect(rawSignatureFromSshBlob(blob, 'ES384')).toBeUndefined()
        expect(rawSignatureFromSshBlob(concatenated([blob, Uint8Array.of(0)]), 'ES256')).toBeUndefined()
      }),
      options,
    )
  })
})

describe('what an agent says', () => {
  it('does no harm, whatever it is', async () => {
    const frame = fc.oneof(
      bytes,
      bytes.map((rest) => concatenated([Uint8Array.of(12), uint32(1), rest])),
      fc.tuple(bytes, bytes).map(([blob, comment]) => {
        return concatenated([Uint8Array.of(12), uint32(1), wireString(blob), wireString(comment)])
      }),
    )
    await fc.assert(
      fc.asyncProperty(frame, async (answer) => {
        const listed = await identities(async () => answer).catch((error: Error) => error.message)
        expect(typeof listed === 'string' || Array.isArray(listed)).toBe(true)
      }),
      options,
    )
    fc.assert(
      fc.property(bytes, fc.constantFrom('ssh-ed25519', 'ssh-rsa', 'ecdsa-sha2-nistp256'), (rest, kind) => {
        const key = publicKeyFromSshBlob(concatenated([text(kind), rest]))
        expect(key === undefined || key.publicKeyMultibase.startsWith('z')).toBe(true)
        expect(rawSignatureFromSshBlob(rest, 'EdDSA')).toBeUndefined()
      }),
      options,
    )
  })
})

describe('data that SSH would take for its own', () => {
  const session = wireString(new Uint8Array(32).fill(9))
  const login = concatenated([session, Uint8Array.of(50), new Uint8Array(100)])

  it.each<[string, boolean, Uint8Array]>([
    ['a login', true, login],
    ['a login with a session of SHA-512', true, concatenated([text('x'.repeat(64)), Uint8Array.of(50), login])],
    ['a signed file', true, new TextEncoder().encode('SSHSIG\0')],
    ['another message of a session', false, concatenated([session, Uint8Array.of(51), new Uint8Array(100)])],
    ['a token', false, new TextEncoder().encode(`eyJ${'x'.repeat(200)}`)],
    ['the hashes of a proof', false, new Uint8Array(64)],
    ['the hashes of an ES384 proof', false, new Uint8Array(96)],
  ])('%s: %s', (_what, expected, data) => {
    expect(isSshChallenge(data)).toBe(expected)
  })
})
