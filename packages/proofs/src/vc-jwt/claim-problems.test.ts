import type { JsonObject } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import { claimProblems } from './claim-problems.js'
import type { ClaimProblems } from './interface.js'
import { parseVcJwt } from './parse-vc-jwt.js'

const text = (content: object): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(content)))
function check(payload: object): ClaimProblems {
  const parsed = parseVcJwt(`${text({ alg: 'ES256' })}.${text(payload)}.AAAA`)
  if (!parsed.ok) throw new Error(parsed.problem.detail)
  return claimProblems(parsed.token)
}
const codes = ({ errors, warnings }: ClaimProblems): string[] => [
  ...errors.map(({ code, pointer }) => `${code} ${pointer}`),
  ...warnings.map(({ code, pointer }) => `warning: ${code} ${pointer}`),
]

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: { id: 'https://uni.example/issuer' },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2030-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}
const claims = {
  iss: 'https://uni.example/issuer',
  jti: 'urn:uuid:1',
  sub: 'did:example:learner',
  nbf: Date.UTC(2026, 0, 1) / 1000,
  exp: Date.UTC(2030, 0, 1) / 1000,
}
const without = (object: JsonObject, ...members: string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([member]) => !members.includes(member)))
const vcdm11 = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  type: ['VerifiableCredential'],
  id: credential.id,
  issuer: credential.issuer.id,
  issuanceDate: credential.validFrom,
  expirationDate: credential.validUntil,
  credentialSubject: credential.credentialSubject,
}
const presentation = {
  '@context': 'https://www.w3.org/ns/credentials/v2',
  type: 'VerifiablePresentation',
  id: 'urn:uuid:2',
  holder: { id: 'did:example:learner' },
}

describe('claimProblems', () => {
  it('finds nothing when every claim repeats the credential, in either form', () => {
    const validity = { notBefore: new Date(credential.validFrom), expires: new Date(credential.validUntil) }
    expect(check({ ...credential, ...claims })).toEqual({ errors: [], warnings: [], validity })
    expect(check({ vc: vcdm11, ...claims })).toEqual({ errors: [], warnings: [], validity })
    const bare = without(vcdm11, 'id', 'issuer', 'issuanceDate', 'expirationDate')
    expect(check({ vc: bare, ...claims })).toEqual({ errors: [], warnings: [], validity })
  })

  it.each<[string, string | number]>([
    ['iss', 'https://uni.example/issuers'],
    ['jti', 'urn:uuid:2'],
    ['sub', 'did:example:another'],
    ['nbf', claims.nbf + 1],
    ['exp', claims.exp - 1],
  ])('finds that %s differs, in either form', (claim, value) => {
    expect(codes(check({ ...credential, ...claims, [claim]: value }))).toEqual([`claim-differs /${claim}`])
    expect(codes(check({ vc: vcdm11, ...claims, [claim]: value }))).toEqual([`claim-differs /${claim}`])
  })

  it.each(['iss', 'jti', 'sub', 'nbf', 'exp'])('warns of a missing %s where the credential has the value', (claim) => {
    expect(codes(check({ ...credential, ...without(claims, claim) }))).toEqual([`warning: claim-missing /${claim}`])
    expect(codes(check({ vc: vcdm11, ...without(claims, claim) }))).toEqual([`warning: claim-missing /${claim}`])
  })

  it.each<[string, unknown]>([
    ['iss', 7],
    ['jti', null],
    ['sub', ['did:example:learner']],
    ['nbf', '1767225600'],
    ['nbf', credential.validFrom],
    ['exp', true],
    ['exp', 1e13],
    ['nbf', -1e13],
  ])('finds that %s may not be %j', (claim, value) => {
    const found = check({ ...credential, ...claims, [claim]: value })
    expect(codes(found)).toEqual([`claim-malformed /${claim}`])
    expect(found.validity.notBefore === undefined).toBe(claim === 'nbf')
    expect(found.validity.expires === undefined).toBe(claim === 'exp')
  })

  it('takes the dates of the version of the token alone', () => {
    const mixed = { ...vcdm11, validFrom: '2020-01-01T00:00:00Z', validUntil: '2020-01-02T00:00:00Z' }
    expect(codes(check({ vc: mixed, ...claims }))).toEqual([])
    const other = { ...credential, issuanceDate: '2020-01-01T00:00:00Z' }
    expect(codes(check({ ...other, ...claims }))).toEqual([])
  })

  it.each<[string, number, string[]]>([
    ['2026-01-01T00:00:00.999Z', claims.nbf, []],
    ['2026-01-01T00:00:00.600Z', claims.nbf + 1, []],
    ['2026-01-01T01:00:00+01:00', claims.nbf, []],
    ['2026-01-01T00:00:00', claims.nbf, []],
    ['2026-01-01T00:00:00Z', claims.nbf + 0.25, []],
    ['2026-01-01T00:00:00Z', claims.nbf - 1, ['claim-differs /nbf']],
    ['2026-01-01', claims.nbf, ['claim-differs /nbf']],
  ])('compares validFrom %s with nbf %d to the second', (validFrom, nbf, found) => {
    expect(codes(check({ ...credential, validFrom, ...claims, nbf }))).toEqual(found)
  })

  it('lets nbf and exp count where the credential has no dates', () => {
    const undated = without(credential, 'validFrom', 'validUntil')
    const found = check({ ...undated, ...claims, nbf: 1.5, exp: 3 })
    expect(codes(found)).toEqual([])
    expect(found.validity).toEqual({ notBefore: new Date(1500), expires: new Date(3000) })
  })

  it('lets claims stand that say what the credential does not', () => {
    const anonymous = without(credential, 'id')
    expect(codes(check({ ...anonymous, credentialSubject: {}, ...claims }))).toEqual([])
  })

  it('sees an id that stands as @id', () => {
    const issuer = { '@id': 'https://evil.example' }
    expect(codes(check({ ...credential, issuer, ...claims }))).toEqual(['claim-differs /iss'])
  })

  it('takes sub for any of several subjects, and does not miss it', () => {
    const subjects = { ...credential, credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] }
    expect(codes(check({ ...subjects, ...claims, sub: 'did:example:b' }))).toEqual([])
    expect(codes(check({ ...subjects, ...claims, sub: 'did:example:c' }))).toEqual(['claim-differs /sub'])
    expect(codes(check({ ...subjects, ...without(claims, 'sub') }))).toEqual([])
  })

  it('warns of an iat that is no number, and takes one that is', () => {
    expect(codes(check({ ...credential, ...claims, iat: '2026-01-01T00:00:00Z' }))).toEqual([
      'warning: claim-malformed /iat',
    ])
    expect(codes(check({ ...credential, ...claims, iat: 1.5, aud: 'anybody' }))).toEqual([])
  })

  it('compares iss with the holder of a presentation, and jti with its id', () => {
    const right = { iss: 'did:example:learner', jti: 'urn:uuid:2', exp: 9 }
    expect(check({ ...presentation, ...right })).toEqual({
      errors: [],
      warnings: [],
      validity: { notBefore: undefined, expires: new Date(9000) },
    })
    expect(codes(check({ ...presentation, ...right, iss: 'did:example:thief', jti: 'urn:uuid:3' }))).toEqual([
      'claim-differs /iss',
      'claim-differs /jti',
    ])
    expect(codes(check(presentation))).toEqual(['warning: claim-missing /iss', 'warning: claim-missing /jti'])
    expect(codes(check({ ...presentation, ...right, nbf: 'x', exp: null }))).toEqual([
      'claim-malformed /nbf',
      'claim-malformed /exp',
    ])
    // Anybody may present what is about somebody else.
    expect(codes(check({ ...presentation, ...right, sub: 'did:example:another' }))).toEqual([])
  })

  it('shows nobody’s identifier', () => {
    const found = check({ ...credential, ...claims, iss: 'x', jti: 'y', sub: 'z' })
    expect(JSON.stringify(found)).not.toMatch(/did:example|urn:uuid|uni\.example/)
  })
})
