import type { JsonObject } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import type { VcJwt } from './interface.js'
import { parseVcJwt } from './parse-vc-jwt.js'

const v1 = 'https://www.w3.org/2018/credentials/v1'
const v2 = 'https://www.w3.org/ns/credentials/v2'
const text = (content: string): string => encodeBase64url(new TextEncoder().encode(content))
const tokenOf = (payload: unknown, header: object = {}): string =>
  `${text(JSON.stringify({ alg: 'ES256', ...header }))}.${text(typeof payload === 'string' ? payload : JSON.stringify(payload))}.AAAA`
const codeOf = (token: string): string => {
  const parsed = parseVcJwt(token)
  return parsed.ok ? 'ok' : `${parsed.problem.code} ${parsed.problem.pointer}`
}
function read(payload: unknown, header: object = {}): VcJwt {
  const parsed = parseVcJwt(tokenOf(payload, header))
  if (!parsed.ok) throw new Error(parsed.problem.detail)
  return parsed.token
}

const credential2 = {
  '@context': [v2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: { id: 'https://uni.example/issuer', name: 'Example University' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}
const credential1 = {
  '@context': [v1],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuer',
  issuanceDate: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}
const presentation2 = { '@context': v2, type: 'VerifiablePresentation', verifiableCredential: ['eyJ…'] }
const presentation1 = { '@context': [v1], type: ['VerifiablePresentation'], verifiableCredential: ['eyJ…'] }
const claims = { iss: 'a', sub: 'b', aud: ['c'], exp: 4, nbf: 3, iat: 2, jti: 'd', nonce: 'e', cnf: { kid: 'f' } }

describe('parseVcJwt', () => {
  it('reads a credential of version 2.0: the payload without the claims', () => {
    const payload = { ...credential2, ...claims }
    expect(read(payload, { typ: 'vc+jwt' })).toMatchObject({
      form: 'vcdm-2.0',
      kind: 'credential',
      payload,
      claims,
      algorithm: 'ES256',
    })
    expect(read(payload).document).toEqual(credential2)
    expect(read(credential2).claims).toEqual({})
  })

  it('reads a presentation of version 2.0', () => {
    const token = read({ ...presentation2, iss: 'did:example:learner', nonce: 'n' })
    expect(token).toMatchObject({ form: 'vcdm-2.0', kind: 'presentation', claims: { nonce: 'n' } })
    expect(token.document).toEqual(presentation2)
  })

  it('reads what VCDM 1.1 carries in vc and vp, and leaves what the document says alone', () => {
    const token = read({ vc: credential1, ...claims })
    expect(token).toMatchObject({ form: 'vcdm-1.1', kind: 'credential', claims })
    expect(token.document).toEqual({ ...credential1, expirationDate: '1970-01-01T00:00:04Z' })
    const presented = read({ vp: presentation1, iss: 'did:example:learner', jti: 'urn:uuid:2' })
    expect(presented).toMatchObject({ form: 'vcdm-1.1', kind: 'presentation' })
    expect(presented.document).toEqual({ ...presentation1, id: 'urn:uuid:2', holder: 'did:example:learner' })
  })

  const bare = { '@context': [v1], type: ['VerifiableCredential'] }
  const times = { nbf: 1767225600, exp: 1767225600.5 }
  it.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'everything',
      { credentialSubject: { name: 'x' } },
      { iss: 'i', jti: 'j', sub: 's', ...times },
      {
        id: 'j',
        issuer: 'i',
        issuanceDate: '2026-01-01T00:00:00Z',
        expirationDate: '2026-01-01T00:00:00.500Z',
        credentialSubject: { name: 'x', id: 's' },
      },
    ],
    ['an issuer without id', { issuer: { name: 'Uni' } }, { iss: 'i' }, { issuer: { name: 'Uni', id: 'i' } }],
    [
      'one subject in a list',
      { credentialSubject: [{ a: 1 }] },
      { sub: 's' },
      { credentialSubject: [{ a: 1, id: 's' }] },
    ],
    ['not one of several subjects', { credentialSubject: [{ a: 1 }, {}] }, { sub: 's' }, {}],
    ['no subject where there is none', {}, { sub: 's' }, {}],
    [
      'nothing from malformed claims',
      { credentialSubject: {} },
      { iss: 1, jti: {}, sub: null, nbf: '1', exp: 1e300 },
      {},
    ],
    ['no id that stands as @id', { '@id': 'urn:a', issuer: { '@id': 'b' } }, { jti: 'j', iss: 'i' }, {}],
  ])('completes %s', (_what, members, claims, completed) => {
    const vc = { ...bare, ...members }
    expect(read({ vc, ...claims }).document).toEqual({ ...vc, ...completed })
  })

  it('changes nothing in the payload while it completes', () => {
    const payload = { vc: { ...bare, credentialSubject: {}, issuer: {} }, iss: 'i', sub: 's' }
    expect(read(payload).payload).toEqual(payload)
  })

  it.each<[string, unknown, string]>([
    ['vc with a 2.0 context', { vc: credential2 }, 'jwt-version /vc/@context'],
    ['vp with a 2.0 context', { vp: presentation2 }, 'jwt-version /vp/@context'],
    ['a 1.1 credential without vc', credential1, 'jwt-version /@context'],
    ['a 1.1 presentation without vp', presentation1, 'jwt-version /@context'],
    ['vc beside a 2.0 document', { ...credential2, vc: credential1 }, 'jwt-version /vc'],
    ['vp beside a 2.0 document', { ...credential2, vp: 'nooo' }, 'jwt-version /vp'],
    ['both vc and vp', { vc: credential1, vp: presentation1 }, 'jwt-malformed '],
    ['vc that is no object', { vc: 'oops' }, 'jwt-malformed /vc'],
    ['vc that is null', { vc: null }, 'jwt-malformed /vc'],
    ['vc that holds a presentation', { vc: presentation1 }, 'jwt-malformed /vc/type'],
    ['vp that holds a credential', { vp: credential1 }, 'jwt-malformed /vp/type'],
    ['a payload that is a list', [credential2], 'jwt-malformed '],
    ['a payload that is no JSON', 'hello', 'json-syntax '],
    ['an empty payload', '', 'json-empty '],
    ['a member given twice', '{"issuer":{"id":"a","\\u0069d":"b"}}', 'json-duplicate-key /issuer/id'],
    ['__proto__', '{"__proto__":{"iss":"a"}}', 'json-forbidden-key '],
  ])('refuses %s', (_what, payload, code) => {
    expect(codeOf(tokenOf(payload))).toBe(code)
  })

  it('keeps the limits of the caller', () => {
    expect(parseVcJwt(tokenOf(credential2), { maxDepth: 1 })).toMatchObject({ problem: { code: 'json-too-deep' } })
    expect(parseVcJwt(tokenOf(credential2), { maxBytes: 99 })).toMatchObject({ problem: { code: 'jwt-malformed' } })
  })

  it.each([
    'JWT',
    'jwt',
    'vc+jwt',
    'VC+JWT',
    'application/vc+jwt',
    'vc+ld+jwt',
    'vc+ld+json+jwt',
    'application/vc+ld+json+jwt',
    'application/jwt',
  ])('reads a credential with the typ %s', (typ) => {
    expect(codeOf(tokenOf(credential2, { typ }))).toBe('ok')
  })

  it.each(['JWT', 'vp+jwt', 'application/vp+jwt', 'vp+ld+jwt'])('reads a presentation with the typ %s', (typ) => {
    expect(codeOf(tokenOf(presentation2, { typ }))).toBe('ok')
  })

  it.each<[string, object]>([
    ['bad+typ', credential2],
    ['at+jwt', credential2],
    ['statuslist+jwt', credential2],
    ['vc+sd-jwt', credential2],
    ['text/jwt', credential2],
    ['', credential2],
    ['vp+jwt', credential2],
    ['vc+jwt', presentation2],
  ])('refuses the typ %j', (typ, payload) => {
    expect(codeOf(tokenOf(payload, { typ }))).toBe('jwt-header ')
  })

  it('passes on what is wrong with the signature’s own parts', () => {
    expect(codeOf(tokenOf(credential2, { alg: 'none' }))).toBe('jwt-algorithm ')
    expect(codeOf(tokenOf(credential2, { crit: ['b64'] }))).toBe('jwt-header ')
    expect(codeOf(JSON.stringify(credential2))).toBe('jwt-malformed ')
    expect(read(credential2, { jku: 'https://a.example' }).warnings).toMatchObject([{ code: 'jwt-header-ignored' }])
  })
})
