import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateSchema } from '../validate/schema.js'
import { identityObject, matchesIdentity } from './identity-object.js'

const email = { identityType: 'emailAddress', identity: 'a@example.com' } as const

describe('identityObject', () => {
  it('hashes the identity followed by the salt, as the example of the specification does', () => {
    expect(identityObject({ ...email, salt: 'Kosher' })).toEqual({
      type: 'IdentityObject',
      hashed: true,
      identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
      identityType: 'emailAddress',
      salt: 'Kosher',
    })
  })

  it('salts with 16 random bytes, others each time', () => {
    const sizes: number[] = []
    const random = (byteLength: number): Uint8Array => {
      sizes.push(byteLength)
      return new Uint8Array(byteLength).fill(0xab)
    }
    expect(identityObject(email, { random }).salt).toBe('ab'.repeat(16))
    expect(sizes).toEqual([16])
    const [one, other] = [identityObject(email), identityObject(email)]
    expect(one.salt).toMatch(/^[0-9a-f]{32}$/)
    expect(one.identityHash).not.toBe(other.identityHash)
  })

  it('leaves the identity in clear only when told to', () => {
    expect(identityObject({ ...email, hashed: false })).toEqual({
      type: 'IdentityObject',
      hashed: false,
      identityHash: 'a@example.com',
      identityType: 'emailAddress',
    })
  })

  it('refuses an empty identity, and a salt that nothing hashes', () => {
    expect(() => identityObject({ ...email, identity: '' })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
    expect(() => identityObject({ ...email, hashed: false, salt: 'Kosher' })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })

  it('refuses a type that the schema refuses', () => {
    const isTaken = (identityType: string): boolean => {
      const fault = validateSchema({ ...identityObject(email), identityType }, 'IdentityObject')
      const make = () => identityObject({ ...email, identityType: identityType as never })
      if (fault.length === 0) expect(make().identityType).toBe(identityType)
      else expect(make).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
      return fault.length === 0
    }
    expect(['emailAddress', 'identifier', 'ext:badgeNumber', 'ext:.'].map(isTaken)).toEqual([true, true, true, true])
    expect(['email', '', 'ext:', 'ext: a', 'EmailAddress'].map(isTaken)).toEqual([false, false, false, false, false])
    expect(() => identityObject({ ...email, identityType: 'email' as never })).toThrow(
      /no term of the specification\. Take one of name, .*, emailAddress, /,
    )
  })

  it('refuses a source of random bytes that is none', () => {
    expect(() => identityObject(email, { random: 3 as never })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })

  it('makes objects that the schema takes', () => {
    for (const hashed of [true, false])
      expect(validateSchema(identityObject({ ...email, hashed }), 'IdentityObject')).toEqual([])
  })
})

describe('matchesIdentity', () => {
  it('knows an identity again, and no other', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.boolean(),
        (identity, other, hashed) => {
          const identifier = identityObject({ identityType: 'identifier', identity, hashed })
          expect(matchesIdentity(identifier, identity)).toBe(true)
          expect(matchesIdentity(identifier, other)).toBe(identity === other)
        },
      ),
      { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
    )
  })

  it('reads capital digits, hashes without salt, and MD5', () => {
    const sha256 = 'SHA256$B5809D8A92F8858436D7E6B87C12EBC0AE1EAC4BAECC2C0B913AEE2C922EF399'
    expect(
      matchesIdentity({ hashed: true, identityHash: sha256.replace('SHA', 'sha'), salt: 'Kosher' }, 'a@example.com'),
    ).toBe(true)
    expect(matchesIdentity({ hashed: true, identityHash: sha256, salt: 'Kosher' }, 'A@example.com')).toBe(false)
    // RFC 1321 §A.5
    expect(matchesIdentity({ hashed: true, identityHash: 'md5$900150983CD24FB0D6963F7D28E17F72' }, 'abc')).toBe(true)
    expect(
      matchesIdentity({ hashed: true, identityHash: 'md5$900150983cd24fb0d6963f7d28e17f72', salt: 'c' }, 'ab'),
    ).toBe(true)
  })

  it('takes a hash for no identity in clear, nor an unknown algorithm', () => {
    expect(matchesIdentity({ hashed: true, identityHash: 'a@example.com' }, 'a@example.com')).toBe(false)
    expect(
      matchesIdentity({ hashed: true, identityHash: 'sha1$a9993e364706816aba3e25717850c26c9cd0d89d' }, 'abc'),
    ).toBe(false)
    expect(matchesIdentity({ hashed: true, identityHash: 'constructor$00' }, 'abc')).toBe(false)
  })
})
