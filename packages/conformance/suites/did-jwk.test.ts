import type { JsonObject } from '@testamur/documents'
import { didJwkDocument, didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'
import { jwkFromPublicKey, publicKeyFromJwk } from '@testamur/proofs/keys'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'

describeWithReference('did:jwk examples of the method specification', () => {
  const examples = readReferenceJson<{ did: string; didDocument: string }[]>('vectors', 'did-jwk', 'index.json')

  it('are there', () => {
    expect(examples.map(({ didDocument }) => didDocument)).toEqual(['p-256.json'])
  })

  describe.each(examples)('$didDocument', ({ did, didDocument }) => {
    const printed = readReferenceJson<JsonObject>('vectors', 'did-jwk', didDocument)

    it('is the document that is made here', () => {
      // The specification prints a stray $ in one id.
      const [authentication] = printed.authentication as string[]
      expect(authentication).toMatch(/^did:jwk:\$/)
      const corrected = { ...printed, authentication: [authentication?.replace('$', '')] }
      expect(didJwkDocument(did)).toEqual(corrected)
    })

    it('holds a key that is given back as it was', () => {
      const [method] = printed.verificationMethod as [{ publicKeyJwk: JsonObject }]
      const publicKey = publicKeyFromJwk(method.publicKeyJwk)
      expect(publicKey && jwkFromPublicKey(publicKey)).toEqual(method.publicKeyJwk)
    })

    it('is confirmed as its own issuer', async () => {
      const fetchJson = fetchJsonFrom({ offline: true })
      const options = { issuer: did, resolver: didResolver({ fetchJson }), fetchJson }
      expect(await resolveVerificationMethod(`${did}#0`, options)).toMatchObject({ ok: true, confirmation: 'issuer' })
    })
  })
})
