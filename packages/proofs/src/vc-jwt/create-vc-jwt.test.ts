import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrivateJwk, PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'
import { jwkFromPublicKey } from '../keys/jwk.js'
import { generatePrivateJwk, keyPairFromJwk, signerFromJwk } from '../keys/private-key.js'
import { claimProblems } from './claim-problems.js'
import { createVcJwt } from './create-vc-jwt.js'
import { createVpJwt } from './create-vp-jwt.js'
import { headerKey } from './header-key.js'
import type { VcJwt } from './interface.js'
import { parseVcJwt } from './parse-vc-jwt.js'
import { verifyVcJwtSignature } from './verify-signature.js'

const algorithms: readonly SignatureAlgorithm[] = ['EdDSA', 'ES256', 'ES384', 'RS256']
const verificationMethod = 'https://uni.example/keys#1'
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: { id: 'https://uni.example/issuer', name: 'Universität Ω' },
  validFrom: '2026-01-01T00:00:00.750Z',
  validUntil: '2126-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}
const vcdm11 = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuer',
  issuanceDate: '2026-01-01T00:00:00Z',
  expirationDate: '2126-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}
const presentation = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:2',
  type: ['VerifiablePresentation'],
  holder: 'did:example:learner',
  verifiableCredential: ['eyJ…'],
}
const repeated = {
  iss: 'https://uni.example/issuer',
  jti: 'urn:uuid:1',
  sub: 'did:example:learner',
  nbf: Date.UTC(2026, 0, 1) / 1000,
  exp: Date.UTC(2126, 0, 1) / 1000,
}

interface Key {
  readonly jwk: PrivateJwk
  readonly publicKey: PublicKey
  readonly signer: Signer
}
const keys = new Map<SignatureAlgorithm, Key>()
const keyFor = (algorithm: SignatureAlgorithm): Key => {
  const key = keys.get(algorithm)
  if (key === undefined) throw new Error(`no key for ${algorithm}`)
  return key
}
beforeAll(async () => {
  for (const algorithm of algorithms) {
    const jwk = await generatePrivateJwk({ algorithm })
    const { publicKey } = await keyPairFromJwk(jwk)
    keys.set(algorithm, { jwk, publicKey, signer: await signerFromJwk(jwk, { verificationMethod }) })
  }
})

function read(text: string): VcJwt {
  const parsed = parseVcJwt(text)
  if (!parsed.ok) throw new Error(parsed.problem.detail)
  return parsed.token
}

describe.each(algorithms)('a token signed with %s', (algorithm) => {
  it('verifies here and with jose, and carries the claims that are required', async () => {
    const { signer, publicKey } = keyFor(algorithm)
    const text = await createVcJwt(credential, { signer })
    expect(decodeProtectedHeader(text)).toEqual({ alg: algorithm, typ: 'JWT', kid: verificationMethod })
    const verified = await jwtVerify(text, await importJWK(jwkFromPublicKey(publicKey) as JWK, algorithm))
    expect(verified.payload).toEqual({ ...credential, ...repeated })

    const token = read(text)
    expect(await verifyVcJwtSignature(token, { publicKey })).toEqual([])
    expect(token).toMatchObject({ form: 'vcdm-2.0', kind: 'credential', warnings: [] })
    expect(token.document).toEqual(credential)
    expect(claimProblems(token)).toMatchObject({ errors: [], warnings: [] })
    expect(headerKey(token)).toEqual({ kid: verificationMethod })
  })

  it('verifies when jose signed it, under no other key, and not once it is changed', async () => {
    const { jwk, publicKey } = keyFor(algorithm)
    const key = await importJWK(jwk as JWK, algorithm)
    const text = await new SignJWT({ vc: vcdm11 })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: verificationMethod })
      .setIssuer(repeated.iss)
      .setNotBefore(repeated.nbf)
      .sign(key)
    const token = read(text)
    expect(await verifyVcJwtSignature(token, { publicKey })).toEqual([])
    const another = (await keyPairFromJwk(await generatePrivateJwk({ algorithm }))).publicKey
    expect(await verifyVcJwtSignature(token, { publicKey: another })).toMatchObject([{ code: 'signature-invalid' }])
    for (const changed of [
      { ...token, signingInput: `${token.signingInput}A` },
      { ...token, signature: token.signature.slice(1) },
      { ...token, signature: token.signature.with(0, (token.signature[0] ?? 0) ^ 1) },
    ]) {
      expect(await verifyVcJwtSignature(changed, { publicKey })).toMatchObject([
        { code: 'signature-invalid', pointer: '' },
      ])
    }
  })

  it('is not checked with a key for another algorithm', async () => {
    const token = read(await createVcJwt(credential, { signer: keyFor(algorithm).signer }))
    for (const other of algorithms.filter((other) => other !== algorithm)) {
      const problems = await verifyVcJwtSignature(token, { publicKey: keyFor(other).publicKey })
      expect(problems).toMatchObject([{ code: 'key-algorithm', pointer: '' }])
    }
  })
})

describe('verifyVcJwtSignature', () => {
  it('reads the name of RFC 9864 for Ed25519', async () => {
    const { jwk, publicKey } = keyFor('EdDSA')
    const key = await importJWK({ ...jwk, alg: 'Ed25519' } as JWK, 'Ed25519')
    const text = await new SignJWT({ ...credential }).setProtectedHeader({ alg: 'Ed25519' }).sign(key)
    expect(await verifyVcJwtSignature(read(text), { publicKey })).toEqual([])
  })

  it('throws for a key that is none', async () => {
    const token = read(await createVcJwt(credential, { signer: keyFor('ES256').signer }))
    const publicKey: PublicKey = { algorithm: 'ES256', publicKeyMultibase: 'zDn' }
    await expect(verifyVcJwtSignature(token, { publicKey })).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })
})

describe('createVcJwt', () => {
  const sign = (document: object, options: object = {}): Promise<string> =>
    createVcJwt(document as VerifiableCredential, { signer: keyFor('ES256').signer, ...options })

  it('carries a credential of VCDM 1.1 in vc', async () => {
    const text = await sign(vcdm11)
    expect(decodeJwt(text)).toEqual({ vc: vcdm11, ...repeated })
    const token = read(text)
    expect(token.document).toEqual(vcdm11)
    expect(claimProblems(token)).toMatchObject({ errors: [], warnings: [] })
  })

  it('repeats what is there, one subject, and no more', async () => {
    const less = { ...credential, id: undefined, validUntil: undefined }
    const subjects = [{ id: 'did:example:a' }, { id: 'did:example:b' }]
    // toEqual takes members that are undefined for absent.
    expect(decodeJwt(await sign({ ...less, credentialSubject: subjects }))).toEqual({
      ...less,
      credentialSubject: subjects,
      iss: repeated.iss,
      nbf: repeated.nbf,
    })
  })

  it('takes a typ and further claims, and leaves proofs and the input alone', async () => {
    const signed = Object.freeze({ ...credential, proof: { type: 'DataIntegrityProof' }, name: undefined })
    const claims = { aud: ['https://employer.example'], iat: 5, nonce: 'n', cnf: { kid: 'k' } }
    const text = await sign(signed, { typ: 'vc+jwt', claims })
    expect(decodeProtectedHeader(text).typ).toBe('vc+jwt')
    expect(read(text).claims).toEqual({ ...claims, ...repeated })
    expect(read(text).document).toEqual({ ...credential, proof: { type: 'DataIntegrityProof' } })
  })

  it.each<[string, JsonObject | object, string[]]>([
    ['a date that is none', { ...credential, validUntil: '2030' }, ['claim-malformed /validUntil']],
    ['a member named like a claim', { ...credential, exp: 1, vc: {} }, ['claim-differs /exp', 'claim-differs /vc']],
    ['what is no JSON', { ...credential, validFrom: new Date(0) }, ['json-not-a-value /validFrom']],
  ])('refuses %s', async (_what, document, problems) => {
    const error: unknown = await sign(document).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_UNSIGNABLE_DOCUMENT' })
    const found = (error as { problems: readonly { code: string; pointer: string }[] }).problems
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(problems)
  })

  it.each<[string, object, object]>([
    ['a presentation', presentation, {}],
    ['a document of no known version', { ...credential, '@context': ['https://w3id.org/openbadges/v2'] }, {}],
    ['a claim that the credential speaks of', credential, { claims: { exp: 1 } }],
  ])('does not take %s', async (_what, document, options) => {
    await expect(sign(document, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it.each<[string, Partial<Signer>, string]>([
    ['of short messages', { maxMessageBytes: 300 }, 'ERR_MESSAGE_TOO_LONG'],
    ['of DER signatures', { sign: () => new Uint8Array(70) }, 'ERR_SIGNATURE_MALFORMED'],
    ['of text', { sign: () => 'a'.repeat(64) as unknown as Uint8Array }, 'ERR_SIGNATURE_MALFORMED'],
    ['of an unknown algorithm', { algorithm: 'HS256' as 'ES256' }, 'ERR_ALGORITHM_UNSUPPORTED'],
  ])('refuses a signer %s', async (_what, wrong, code) => {
    await expect(sign(credential, { signer: { ...keyFor('ES256').signer, ...wrong } })).rejects.toMatchObject({ code })
  })

  it('measures the message, and says what to do when it is too long', async () => {
    const signer = keyFor('EdDSA').signer
    const size = read(await sign(credential, { signer })).signingInput.length
    await expect(sign(credential, { signer: { ...signer, maxMessageBytes: size } })).resolves.toMatch(/^eyJ/)
    await expect(sign(credential, { signer: { ...signer, maxMessageBytes: size - 1 } })).rejects.toMatchObject({
      code: 'ERR_MESSAGE_TOO_LONG',
      message: expect.stringMatching(new RegExp(`${size}.*ES256`)),
    })
  })
})

describe('createVpJwt', () => {
  it('carries the challenge and the domain, and repeats holder and id', async () => {
    const { signer, publicKey } = keyFor('EdDSA')
    const created = new Date('2026-06-01T12:00:00Z')
    const text = await createVpJwt(presentation, {
      signer,
      challenge: 'c',
      domain: 'https://employer.example',
      created,
      expires: new Date(created.getTime() + 60_000),
    })
    const iat = created.getTime() / 1000
    const claims = {
      iss: 'did:example:learner',
      jti: 'urn:uuid:2',
      nonce: 'c',
      aud: 'https://employer.example',
      iat,
      exp: iat + 60,
    }
    const { payload, protectedHeader } = await jwtVerify(
      text,
      await importJWK(jwkFromPublicKey(publicKey) as JWK, 'EdDSA'),
      {
        audience: 'https://employer.example',
        currentDate: created,
      },
    )
    expect(payload).toEqual({ ...presentation, ...claims })
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'vp+jwt', kid: verificationMethod })
    const token = read(text)
    expect(token).toMatchObject({ kind: 'presentation', form: 'vcdm-2.0', claims })
    expect(token.document).toEqual(presentation)
    expect(claimProblems(token)).toMatchObject({ errors: [], warnings: [] })
  })

  it('carries a presentation of VCDM 1.1 in vp, made now', async () => {
    const old = { '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiablePresentation'] }
    const before = Math.floor(Date.now() / 1000)
    const text = await createVpJwt(old, { signer: keyFor('ES256').signer, domain: ['a', 'b'] })
    const { vp, aud, iat, ...others } = decodeJwt(text)
    expect({ vp, aud, others }).toEqual({ vp: old, aud: ['a', 'b'], others: {} })
    expect(iat).toBeGreaterThanOrEqual(before)
    expect(decodeProtectedHeader(text).typ).toBe('JWT')
    expect(read(text)).toMatchObject({ kind: 'presentation', form: 'vcdm-1.1' })
  })

  it.each<[string, object, object]>([
    ['a credential', credential, {}],
    ['a date that is none', presentation, { created: new Date(Number.NaN) }],
    ['an end that is none', presentation, { expires: new Date(Number.NaN) }],
  ])('does not take %s', async (_what, document, options) => {
    const made = createVpJwt(document as typeof presentation, { signer: keyFor('ES256').signer, ...options })
    await expect(made).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})
