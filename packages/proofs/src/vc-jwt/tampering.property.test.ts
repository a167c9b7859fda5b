import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatePrivateJwk, keyPairFromJwk, signerFromJwk } from '../keys/private-key.js'
import { decodeBase64url } from '../platform/base64url.js'
import { createVcJwt } from './create-vc-jwt.js'
import { parseVcJwt } from './parse-vc-jwt.js'
import { verifyVcJwtSignature } from './verify-signature.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const jwk = await generatePrivateJwk({ algorithm: 'EdDSA' })
const { publicKey } = await keyPairFromJwk(jwk)
const signed = await createVcJwt(
  {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential'],
    issuer: 'https://uni.example/issuers/1',
  },
  { signer: await signerFromJwk(jwk) },
)

async function isAccepted(text: string): Promise<boolean> {
  const parsed = parseVcJwt(text)
  return parsed.ok && (await verifyVcJwtSignature(parsed.token, { publicKey })).length === 0
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/~ \n'
const place = fc.nat({ max: signed.length - 1 })
const character = fc.oneof(fc.constantFrom(...alphabet), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))

describe('a token', () => {
  it('is accepted as it was signed', async () => {
    expect(await isAccepted(signed)).toBe(true)
  })

  it('is refused when any one character of it is changed, left out or put in', async () => {
    await fc.assert(
      fc.asyncProperty(place, character, fc.nat({ max: 1 }), async (at, inserted, removed) => {
        const changed = signed.slice(0, at) + inserted + signed.slice(at + removed)
        // White space around a token says nothing.
        fc.pre(changed.trim() !== signed)
        expect(await isAccepted(changed)).toBe(false)
      }),
      { numRuns: numRuns * 5 },
    )
    await fc.assert(
      fc.asyncProperty(place, async (at) => {
        expect(await isAccepted(signed.slice(0, at) + signed.slice(at + 1))).toBe(false)
      }),
      { numRuns },
    )
  })

  it('has one text for its bytes: the last character of a part cannot be another', () => {
    const parts = signed.split('.')
    for (const part of parts) {
      const bytes = decodeBase64url(part)
      for (const last of alphabet) {
        const other = part.slice(0, -1) + last
        if (other !== part) expect(decodeBase64url(other)).not.toEqual(bytes)
      }
    }
  })

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.tuple(place, fc.string()).map(([at, text]) => signed.slice(0, at) + text),
        ),
        (text) => {
          const parsed = parseVcJwt(text)
          if (!parsed.ok) expect(parsed.problem.detail).not.toBe('')
        },
      ),
      { numRuns },
    )
  })
})
