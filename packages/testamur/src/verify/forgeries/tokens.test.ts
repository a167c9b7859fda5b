import { createPublicKey } from 'node:crypto'
import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { withProofBy } from '../../../test/issuers.js'
import { course, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { compact, payloadOf, sealed, type TokenIssuer, token, tokenIssuer } from '../../../test/tokens.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'
import type { VerifyOptions } from '../options.js'

const university = tokenIssuer()
const stranger = tokenIssuer('evil.example')
let college: TestIssuer

beforeAll(async () => {
  college = await testIssuer()
})

const badge = (members: JsonObject = {}): JsonObject =>
  course(university.id, 1, { validUntil: '2026-07-01T00:00:00Z', ...members })
const options: VerifyOptions = { documents: { ...university.documents, ...stranger.documents } }
const verdict = (text: string | object, more: VerifyOptions = {}): Promise<string[]> =>
  verdictOn(text, { ...options, ...more })

describe('the key of a token', () => {
  it('is one that the site of the issuer shows', async () => {
    expect(await verdict(token(payloadOf(badge()), university))).toEqual(['verified'])
  })

  it('cannot be none at all', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      const header = { alg, kid: university.kid }
      const unsigned = compact(header, payloadOf(badge()), () => new Uint8Array())
      expect(await verdict(unsigned)).toEqual(['rejected', 'parse failed: jwt-algorithm '])
      const forged = compact(header, payloadOf(badge()), () => new Uint8Array(64))
      expect(await verdict(forged)).toEqual(['rejected', 'parse failed: jwt-algorithm '])
    }
  })

  it('cannot be the public key, taken for a shared secret', async () => {
    const publicKey = createPublicKey(university.privateKey)
    for (const secret of [
      publicKey.export({ format: 'pem', type: 'spki' }),
      publicKey.export({ format: 'der', type: 'spki' }),
      JSON.stringify(university.jwk),
      Buffer.from(String(university.jwk['x']), 'base64url'),
    ]) {
      const forged = sealed(payloadOf(badge()), secret, { kid: university.kid })
      expect(await verdict(forged)).toEqual(['rejected', 'parse failed: jwt-algorithm '])
      const disguised = sealed(payloadOf(badge()), secret, { alg: 'ES256', kid: university.kid })
      expect(await verdict(disguised)).toEqual(['rejected', 'proof failed: signature-invalid '])
    }
  })

  it('cannot be one that the header brings along', async () => {
    const header = { kid: undefined, jwk: stranger.jwk }
    expect(await verdict(token(payloadOf(badge()), stranger, header as never))).toEqual([
      'rejected',
      'issuer failed: key-self-asserted /issuer',
    ])
  })

  it('cannot be one that the header brings along under the name of the issuer’s', async () => {
    const forged = token(payloadOf(badge()), { ...stranger, kid: university.kid }, { jwk: stranger.jwk })
    expect((await verdict(forged))[0]).toBe('rejected')
    const accepting = await verdict(forged, { acceptSelfAssertedKeys: true })
    expect(accepting[0]).toBe('rejected')
  })

  it('cannot be at another host, and nobody asks there', async () => {
    const { fetch, asked } = web({ ...university.documents, ...stranger.documents })
    expect(await verdictOn(token(payloadOf(badge()), stranger), { fetch })).toEqual([
      'rejected',
      'proof undetermined: key-not-issuers ',
      'issuer failed: key-not-issuers ',
    ])
    expect(asked.filter((url) => url.includes('evil'))).toEqual([])
  })

  it('cannot seem to be on the site of the issuer', async () => {
    for (const kid of [
      'https://uni.example@evil.example/keys/1',
      'https://evil.example/keys/1#https://uni.example/keys/1',
      'https://uni.example.evil.example/keys/1',
      'http://uni.example/keys/1',
      '//evil.example/keys/1',
      'data:application/json,{}',
      'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
      'key-1',
      '',
    ]) {
      const [outcome, proof, issuer] = await verdict(token(payloadOf(badge()), { ...stranger, kid }))
      expect([outcome, proof, issuer], kid).toEqual([
        'rejected',
        expect.stringMatching(/^proof (undetermined|failed): key-/),
        expect.stringMatching(/^issuer failed: key-/),
      ])
    }
  })

  it('is not looked for where the header says: certificates, key sets', async () => {
    const { fetch, asked } = web({ ...university.documents, ...stranger.documents })
    const pointing = { jku: 'https://evil.example/.well-known/jwks.json', x5u: 'https://evil.example/cert' }
    const forged = token(payloadOf(badge()), { ...stranger, kid: university.kid }, pointing)
    expect(await verdictOn(forged, { fetch })).toEqual(['rejected', 'proof failed: signature-invalid '])
    expect(asked.filter((url) => url.includes('evil'))).toEqual([])
  })

  it('cannot be used for another algorithm than its own', async () => {
    const forged = token(payloadOf(badge()), university, { alg: 'ES384' })
    expect(await verdict(forged)).toEqual(['rejected', 'proof failed: key-algorithm '])
  })

  it('cannot sign so that the signature says nothing', async () => {
    const header = { alg: 'ES256', kid: university.kid }
    for (const signature of [new Uint8Array(64), new Uint8Array(1), new Uint8Array(64).fill(0xff)]) {
      expect(await verdict(compact(header, payloadOf(badge()), () => signature))).toEqual([
        'rejected',
        'proof failed: signature-invalid ',
      ])
    }
  })
})

describe('the header of a token', () => {
  it('cannot ask for what changes the meaning of the signature', async () => {
    for (const header of [{ crit: ['exp'] }, { crit: ['b64'], b64: false }, { b64: true }, { zip: 'DEF' }]) {
      const forged = token(payloadOf(badge()), university, header)
      expect(await verdict(forged)).toEqual(['rejected', 'parse failed: jwt-header '])
    }
  })

  it('cannot make another kind of token pass for a credential', async () => {
    for (const typ of ['at+jwt', 'dpop+jwt', 'openid4vci-proof+jwt', 'vp+jwt']) {
      const forged = token(payloadOf(badge()), university, { typ })
      expect(await verdict(forged)).toEqual(['rejected', 'parse failed: jwt-header '])
    }
  })

  it('cannot be read in two ways', async () => {
    const honest = token(payloadOf(badge()), university)
    const [, payload, signature] = honest.split('.')
    const header = Buffer.from(`{"alg":"none","alg":"ES256","kid":"${university.kid}"}`).toString('base64url')
    expect(await verdict(`${header}.${payload}.${signature}`)).toEqual([
      'rejected',
      'parse failed: json-duplicate-key ',
    ])
    const [first, ...rest] = honest.split('.')
    expect((await verdict([`${first}=`, ...rest].join('.')))[0]).toBe('rejected')
    expect((await verdict(`${honest}.`))[0]).toBe('rejected')
  })
})

describe('the payload of a token', () => {
  it('cannot be changed', async () => {
    const [header, , signature] = token(payloadOf(badge()), university).split('.')
    const payload = Buffer.from(JSON.stringify(payloadOf(badge({ name: 'Doctor of Medicine' })))).toString('base64url')
    expect(await verdict(`${header}.${payload}.${signature}`)).toEqual(['rejected', 'proof failed: signature-invalid '])
  })

  it('cannot give a member twice', async () => {
    const text = JSON.stringify(payloadOf(badge())).replace('"name"', '"name":"Doctor of Medicine","name"')
    const [header] = token({}, university).split('.')
    const forged = compact(JSON.parse(Buffer.from(header ?? '', 'base64url').toString()) as JsonObject, text, () =>
      Buffer.alloc(64),
    )
    expect(await verdict(forged)).toEqual(['rejected', 'parse failed: json-duplicate-key /name'])
  })

  it('cannot name another issuer than the key’s', async () => {
    const stolen = token(payloadOf(badge()), stranger)
    expect((await verdict(stolen)).slice(1)).toEqual([
      'proof undetermined: key-not-issuers ',
      'issuer failed: key-not-issuers ',
    ])
    const twoFaced = token(payloadOf(badge(), { iss: stranger.id }), university)
    expect(await verdict(twoFaced)).toEqual(['rejected', 'claims failed: claim-differs /iss'])
    const reversed = token(payloadOf(badge(), { iss: stranger.id }), stranger)
    expect(await verdict(reversed)).toEqual([
      'rejected',
      'proof undetermined: key-not-issuers ',
      'claims failed: claim-differs /iss',
      'issuer failed: key-not-issuers ',
    ])
  })

  it('cannot contradict the credential', async () => {
    const claims = {
      iss: stranger.id,
      sub: 'urn:uuid:99999999-55a5-4f0a-8e9f-0c7f5b9d7c11',
      jti: 'urn:uuid:99999999-6fb1-4ed4-a2d9-000000000001',
      nbf: Date.parse('2026-05-18T00:00:00Z') / 1000,
      exp: Date.parse('2027-07-01T00:00:00Z') / 1000,
    }
    for (const [claim, value] of Object.entries(claims)) {
      const forged = token(payloadOf(badge(), { [claim]: value }), university)
      expect(await verdict(forged)).toEqual(['rejected', `claims failed: claim-differs /${claim}`])
    }
  })

  it('cannot hold claims of other types', async () => {
    for (const [claim, value] of Object.entries({
      nbf: '2026',
      exp: '9999999999',
      iss: { id: university.id },
      jti: 1,
    })) {
      const forged = token(payloadOf(badge(), { [claim]: value }), university)
      expect(await verdict(forged)).toEqual(['rejected', `claims failed: claim-malformed /${claim}`])
    }
  })

  it('may leave claims out, which is told, unless they are required', async () => {
    for (const claim of ['iss', 'sub', 'jti', 'nbf', 'exp']) {
      const bare = token(payloadOf(badge(), { [claim]: undefined }), university)
      expect(await warningsOn(bare, options)).toEqual(['verified', `claim-missing /${claim}`])
      expect(await verdict(bare, { requireClaims: true })).toEqual([
        'rejected',
        `claims failed: claim-missing /${claim}`,
      ])
    }
  })

  it('has an end although only the token says so, to the second', async () => {
    const exp = Date.parse('2026-06-01T00:00:00Z') / 1000
    const ended = token(payloadOf(badge({ validUntil: undefined }), { exp }), university)
    expect(await verdict(ended, { now: new Date(exp * 1000) })).toEqual(['verified'])
    expect(await verdict(ended, { now: new Date(exp * 1000 + 1) })).toEqual([
      'rejected',
      'validity failed: expired /exp',
    ])
  })

  it('has a beginning although only the token says so', async () => {
    const nbf = Date.parse('2026-06-02T00:00:00Z') / 1000
    const later = token(payloadOf(badge({ validFrom: undefined }), { nbf }), university)
    const found = await verdict(later, { schema: 'warn' })
    expect(found[0]).toBe('rejected')
    expect(found).toContain('validity failed: not-yet-valid /nbf')
  })

  it('cannot be a presentation’s in the place of a credential’s, nor of both data models', async () => {
    const vc = { ...badge(), '@context': ['https://www.w3.org/2018/credentials/v1'] }
    for (const payload of [
      { ...payloadOf(badge()), vc },
      { iss: university.id, vc: badge() },
      { ...vc, iss: university.id },
    ]) {
      expect(await verdict(token(payload, university, { typ: 'JWT' }))).toEqual([
        'rejected',
        expect.stringContaining('parse failed: jwt-version '),
      ])
    }
    expect(await verdict(token({ iss: university.id, vc, vp: {} }, university, { typ: 'JWT' }))).toEqual([
      'rejected',
      'parse failed: jwt-malformed ',
    ])
  })
})

describe('a token around a credential that carries a proof', () => {
  it('stands beside that proof', async () => {
    const inside = await signed(course(college.id, 1), college)
    const honest = token(payloadOf(inside), { ...university, id: college.id })
    // The token is by somebody else’s key; the issuer’s own proof is good.
    expect(await warningsOn(honest, options)).toEqual(['verified', 'token-ignored ', 'key-not-issuers '])
  })

  it('does not lend its signature to the proof of another credential', async () => {
    const proof = (await withProofBy(college.signer, course(college.id, 2)))['proof'] as JsonObject
    const forged = token({ ...payloadOf(course(college.id, 1)), proof }, stranger)
    const found = await verdict(forged)
    expect(found[0]).toBe('rejected')
    expect(found[1]).toBe('proof failed: signature-invalid /proof')
    // Nor does a good token make up for the proof in it.
    const byIssuer = token({ ...payloadOf(badge()), proof }, university)
    expect((await verdict(byIssuer)).slice(0, 2)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('does not make a broken proof good', async () => {
    const own = await signed(course(college.id, 1), college)
    const proof = { ...(own['proof'] as JsonObject), created: '2020-01-01T00:00:00Z' }
    const found = await verdict(token({ ...payloadOf(course(college.id, 1)), proof }, university))
    expect(found[0]).toBe('rejected')
  })
})

describe('a token inside a record', () => {
  const place = '/credentialSubject/verifiableCredential/0'
  const holding = (inside: JsonObject | string): Promise<JsonObject> =>
    withProofBy(college.signer, record(college.id, [inside]))
  const inEnvelope = (text: string, mediaType = 'application/vc+jwt'): JsonObject => ({
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:${mediaType},${text}`,
    type: 'EnvelopedVerifiableCredential',
  })
  const lenient: VerifyOptions = { schema: 'warn' }

  it('counts by its own key alone', async () => {
    const honest = token(payloadOf(badge()), university)
    expect(await verdict(await holding(honest), lenient)).toEqual(['verified'])
    const forged = token(payloadOf(badge()), { ...stranger, kid: university.kid })
    expect(await verdict(await holding(forged), lenient)).toEqual([
      'rejected',
      `proof failed: signature-invalid ${place}`,
    ])
  })

  it('cannot be cut or be no token at all', async () => {
    const cut = token(payloadOf(badge()), university).split('.').slice(0, 2).join('.')
    for (const text of [cut, `${cut}.`, 'a.b.c', '']) {
      const found = await verdict(await holding(text), lenient)
      expect(found[0], text).toBe('rejected')
      expect(found[1]).toContain(`${place}`)
    }
  })

  it('counts in its envelope by its own key alone', async () => {
    const honest = token(payloadOf(badge()), university)
    expect(await verdict(await holding(inEnvelope(honest)), lenient)).toEqual(['verified'])
    const forged = token(payloadOf(badge()), { ...stranger, kid: university.kid })
    expect(await verdict(await holding(inEnvelope(forged)), lenient)).toEqual([
      'rejected',
      `proof failed: signature-invalid ${place}`,
    ])
  })

  it('is not read under another media type', async () => {
    const honest = token(payloadOf(badge()), university)
    const found = await verdict(await holding(inEnvelope(honest, 'text/plain')), lenient)
    expect(found).toEqual(['undetermined', `parse undetermined: securing-mechanism-unsupported ${place}`])
    const presentation = await verdict(await holding(inEnvelope(honest, 'application/vp+jwt')), lenient)
    expect(presentation).toEqual(['rejected', `parse failed: envelope-malformed ${place}/id`])
  })

  it('is not fetched from where an envelope says', async () => {
    const { fetch, asked } = web({ 'https://evil.example/badge.jwt': token(payloadOf(badge()), university) })
    const envelope = { ...inEnvelope(''), id: 'https://evil.example/badge.jwt' }
    const found = await verdictOn(await holding(envelope), { ...lenient, fetch })
    expect(found).toEqual(['rejected', `parse failed: envelope-malformed ${place}/id`])
    expect(asked).toEqual([])
  })

  it('that endorses rejects when somebody changed it, and is worth nothing by a stranger’s key', async () => {
    const endorsement = {
      ...badge(),
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { id: college.id, type: ['EndorsementSubject'], endorsementComment: 'Fine.' },
    }
    const endorsedBy = (text: string): Promise<JsonObject> =>
      signed(course(college.id, 1, { endorsementJwt: [text] }), college)
    const honest = token(payloadOf(endorsement), university)
    expect(await verdict(await endorsedBy(honest))).toEqual(['verified'])
    const [header, , signature] = honest.split('.')
    const payload = Buffer.from(JSON.stringify(payloadOf({ ...endorsement, name: 'Excellent' }))).toString('base64url')
    expect(await verdict(await endorsedBy(`${header}.${payload}.${signature}`))).toEqual([
      'rejected',
      'proof failed: signature-invalid /endorsementJwt/0',
    ])
    const stolen: TokenIssuer = { ...stranger, kid: stranger.kid }
    expect((await warningsOn(await endorsedBy(token(payloadOf(endorsement), stolen)), options)).slice(0, 2)).toEqual([
      'verified',
      'endorsement-not-counted /endorsementJwt/0',
    ])
  })
})
