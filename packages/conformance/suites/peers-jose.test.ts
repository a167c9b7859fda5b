import type { JsonObject } from '@testamur/documents'
import { generatePrivateJwk, keyPairFromJwk, type PrivateJwk, type SignatureAlgorithm } from '@testamur/proofs/keys'
import { createVpJwt } from '@testamur/proofs/vc-jwt'
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { issue, verify } from 'testamur'
import { describe, expect, it } from 'vitest'
import { badge, badgeOfVersion1, didKeyParty, now, record } from './interop-records.js'

// Stock jose, given nothing of ours but the public keys.
const algorithms: readonly SignatureAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'RS256']
const issuer = 'https://uni.example/issuers/1'
const kid = 'https://uni.example/keys/1'
const learner = 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c11'
const validFrom = Date.parse('2026-05-17T00:00:00Z') / 1000
const oldVersion = { code: 'rule-broken', pointer: '/@context' }
const forms = [
  ['2.0', badge, []],
  ['1.1', badgeOfVersion1, [oldVersion]],
] as const

/** The key set that the issuer's site shows. */
const keySet = (...keys: readonly object[]): Record<string, object> => ({
  'https://uni.example/.well-known/jwks.json': { keys: keys.map((key) => ({ ...key, kid })) },
})
const publicPart = ({ kty, crv, x, y, n, e }: JWK | PrivateJwk): JWK =>
  JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JWK

describe.each(algorithms)('a token by %s', (algorithm) => {
  describe.each(forms)('for a credential of version %s', (version, unsigned, warnings) => {
    it('that is issued here verifies with jose', async () => {
      const jwk = await generatePrivateJwk({ algorithm })
      const { sign } = await keyPairFromJwk(jwk)
      const signer = { verificationMethod: kid, algorithm, sign }
      const token = await issue(unsigned(issuer, 1), { signer, format: 'vc-jwt', now })
      const publicKey = publicPart(jwk)
      const { payload, protectedHeader } = await jwtVerify(token, await importJWK(publicKey, algorithm), {
        issuer,
        subject: learner,
        currentDate: now,
      })
      expect(protectedHeader).toMatchObject({ alg: algorithm, kid })
      expect(payload).toMatchObject({ iss: issuer, sub: learner, jti: unsigned(issuer, 1)['id'], nbf: validFrom })
      expect(version === '1.1' ? payload['vc'] : payload).toMatchObject({ name: 'Course 1' })
      const documents = keySet(publicKey)
      expect(await verify(token, { offline: true, documents, now })).toMatchObject({
        outcome: 'verified',
        mediaType: 'application/vc+jwt',
        errors: [],
        warnings,
      })
    })

    it('that jose issues verifies here, and not when it was changed', async () => {
      const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
      const credential = unsigned(issuer, 1)
      const claims = { iss: issuer, sub: learner, jti: String(credential['id']), nbf: validFrom }
      const payload = version === '1.1' ? { ...claims, vc: credential } : { ...credential, ...claims }
      const typ = version === '1.1' ? 'JWT' : 'vc+jwt'
      const token = await new SignJWT(payload).setProtectedHeader({ alg: algorithm, kid, typ }).sign(privateKey)
      const documents = keySet(await exportJWK(publicKey))
      const report = await verify(token, { offline: true, documents, now })
      expect(report).toMatchObject({ outcome: 'verified', errors: [], warnings })
      expect(report.credential).toMatchObject({ name: 'Course 1', issuer: { id: issuer } })

      const [header, , signature] = token.split('.')
      const changed = Buffer.from(JSON.stringify(payload).replace('Course 1', 'Doctor')).toString('base64url')
      const forged = await verify(`${header}.${changed}.${signature}`, { offline: true, documents, now })
      expect(forged).toMatchObject({ outcome: 'rejected', errors: [{ code: 'signature-invalid' }] })
    })
  })
})

describe('a record', () => {
  it('that is issued here as a token, with badges in it, verifies with jose', async () => {
    const jwk = await generatePrivateJwk({ algorithm: 'ES256' })
    const { sign } = await keyPairFromJwk(jwk)
    const signer = { verificationMethod: kid, algorithm: 'ES256', sign } as const
    const token = await issue(record(issuer, [badge(issuer, 1), badge(issuer, 2)]), { signer, format: 'vc-jwt', now })
    const key = await importJWK(publicPart(jwk), 'ES256')
    const { payload } = await jwtVerify(token, key, { issuer, currentDate: now })
    expect(payload['type']).toContain('ClrCredential')
    const report = await verify(token, { offline: true, documents: keySet(publicPart(jwk)), now })
    expect(report).toMatchObject({ outcome: 'verified', errors: [], warnings: [] })
    expect(report.credentials.map(({ outcome, mediaType }) => [outcome, mediaType])).toEqual([
      ['verified', 'application/vc'],
      ['verified', 'application/vc'],
    ])
  })

  it('that jose issues, with a token of its own inside, verifies here', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const signed = (credential: JsonObject): Promise<string> =>
      new SignJWT({ ...credential, iss: issuer, sub: learner, jti: String(credential['id']), nbf: validFrom })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'vc+jwt' })
        .sign(privateKey)
    const enveloped = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: `data:application/vc+jwt,${await signed(badge(issuer, 1))}`,
      type: 'EnvelopedVerifiableCredential',
    }
    const documents = keySet(await exportJWK(publicKey))
    const report = await verify(await signed(record(issuer, [enveloped])), {
      offline: true,
      documents,
      now,
      schema: 'warn',
    })
    expect(report).toMatchObject({ outcome: 'verified', errors: [] })
    expect(report.credentials).toMatchObject([{ outcome: 'verified', mediaType: 'application/vc+jwt' }])
  })
})

describe('a presentation', () => {
  const asked = { challenge: '3f9c', domain: 'https://employer.example' }
  const presentation = async (holder: string): Promise<JsonObject> => {
    const university = await didKeyParty()
    return {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder,
      verifiableCredential: [
        (await issue(badge(university.id, 1), { signer: university.signer, now })) as unknown as JsonObject,
      ],
    }
  }

  it('that is made here verifies with jose', async () => {
    const jwk = await generatePrivateJwk({ algorithm: 'ES256' })
    const { publicKey, sign } = await keyPairFromJwk(jwk)
    const holder = `did:key:${publicKey.publicKeyMultibase}`
    const verificationMethod = `${holder}#${publicKey.publicKeyMultibase}`
    const signer = { verificationMethod, algorithm: 'ES256', sign } as const
    const token = await createVpJwt((await presentation(holder)) as never, { signer, created: now, ...asked })
    const { payload } = await jwtVerify(token, await importJWK(publicPart(jwk), 'ES256'), {
      issuer: holder,
      audience: asked.domain,
      currentDate: now,
    })
    expect(payload).toMatchObject({ nonce: asked.challenge, type: ['VerifiablePresentation'] })
  })

  it('that jose makes verifies here, and answers no other challenge', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(publicKey)
    const holder = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    const claims = { iss: holder, aud: asked.domain, nonce: asked.challenge }
    const token = await new SignJWT({ ...(await presentation(holder)), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: `${holder}#0`, typ: 'vp+jwt' })
      .sign(privateKey)
    expect(await verify(token, { offline: true, now, ...asked })).toMatchObject({
      outcome: 'verified',
      mediaType: 'application/vp+jwt',
      errors: [],
    })
    expect(await verify(token, { offline: true, now, challenge: 'other' })).toMatchObject({
      outcome: 'rejected',
      errors: [{ code: 'proof-challenge', pointer: '/nonce' }],
    })
  })
})
