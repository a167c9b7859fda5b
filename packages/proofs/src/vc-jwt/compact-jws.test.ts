import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import { parseCompactJws } from './compact-jws.js'
import { headerKey } from './header-key.js'

const text = (content: string): string => encodeBase64url(new TextEncoder().encode(content))
const jws = (header: object | string, payload = 'AQID', signature = 'AAAA'): string =>
  `${text(typeof header === 'string' ? header : JSON.stringify(header))}.${payload}.${signature}`
const codeOf = (token: string): string => {
  const parsed = parseCompactJws(token)
  return parsed.ok ? 'ok' : parsed.problem.code
}
const rsa = { kty: 'RSA', n: 'sXch', e: 'AQAB' }

describe('parseCompactJws', () => {
  it('returns the parts, and leaves white space around the text alone', () => {
    const header = { alg: 'ES256', kid: 'https://uni.example/keys#1', typ: 'JWT' }
    const token = jws(header)
    const parsed = parseCompactJws(`\n${token} \r\n`)
    expect(parsed).toEqual({
      ok: true,
      jws: {
        header,
        algorithm: 'ES256',
        payload: Uint8Array.of(1, 2, 3),
        signature: Uint8Array.of(0, 0, 0),
        signingInput: token.slice(0, token.lastIndexOf('.')),
        warnings: [],
      },
    })
    expect(parsed.ok && headerKey(parsed.jws)).toEqual({ kid: 'https://uni.example/keys#1' })
  })

  it('takes an empty payload, as RFC 7515 allows, but no empty signature', () => {
    expect(codeOf(jws({ alg: 'ES256' }, ''))).toBe('ok')
    expect(codeOf(jws({ alg: 'ES256' }, 'AQID', ''))).toBe('jwt-malformed')
  })

  it.each([
    ['nothing', ''],
    ['one part', 'eyJhbGciOiJFUzI1NiJ9'],
    ['two parts', 'eyJhbGciOiJFUzI1NiJ9.AQID'],
    ['four parts', `${jws({ alg: 'ES256' })}.AAAA`],
    ['an encrypted token', `${jws({ alg: 'ES256' })}.AAAA.AAAA`],
    ['an SD-JWT', `${jws({ alg: 'ES256' })}~WyJzIiwibiIsInYiXQ~`],
    ['an empty header', '.AQID.AAAA'],
    ['padding', jws({ alg: 'ES256' }, 'AQI=')],
    ['base64 instead of base64url', jws({ alg: 'ES256' }, 'A+/D')],
    ['white space inside', jws({ alg: 'ES256' }, 'AQ ID')],
    ['a length that no bytes have', jws({ alg: 'ES256' }, 'AQIDB')],
    ['trailing bits in the payload', jws({ alg: 'ES256' }, 'AR')],
    ['trailing bits in the signature', jws({ alg: 'ES256' }, 'AQID', 'AB')],
    ['a header that is no object', jws('["alg","ES256"]')],
  ])('refuses %s as jwt-malformed', (_what, token) => {
    expect(codeOf(token)).toBe('jwt-malformed')
  })

  it.each([
    ['a header with a duplicate member', '{"alg":"ES256","alg":"none"}', 'json-duplicate-key'],
    ['a header that is no JSON', 'alg', 'json-syntax'],
    ['a header with __proto__', '{"alg":"ES256","__proto__":{}}', 'json-forbidden-key'],
  ])('refuses %s, and points to the token', (_what, header, code) => {
    const parsed = parseCompactJws(jws(header))
    expect(parsed).toMatchObject({ ok: false, problem: { code, pointer: '', detail: expect.stringMatching(/header/) } })
  })

  it('bounds size and depth', () => {
    const token = jws({ alg: 'ES256', jwk: { a: { b: 1 } } })
    expect(parseCompactJws(token, { maxBytes: token.length }).ok).toBe(true)
    expect(parseCompactJws(token, { maxBytes: token.length - 1 })).toMatchObject({ problem: { code: 'jwt-malformed' } })
    expect(parseCompactJws(token, { maxDepth: 2 })).toMatchObject({ problem: { code: 'json-too-deep' } })
  })

  it.each(['none', 'None', 'NONE', 'HS256', 'HS512', 'PS256', 'ES512', 'ES256K', 'RS512', 'es256', '', 7, undefined])(
    'refuses the algorithm %j',
    (alg) => {
      expect(codeOf(jws({ alg }, 'AQID', ''))).toBe('jwt-algorithm')
    },
  )

  it.each([
    ['EdDSA', 'EdDSA'],
    ['Ed25519', 'EdDSA'],
    ['ES256', 'ES256'],
    ['ES384', 'ES384'],
    ['RS256', 'RS256'],
  ])('reads the algorithm %s', (alg, algorithm) => {
    expect(parseCompactJws(jws({ alg }))).toMatchObject({ jws: { algorithm } })
  })

  it.each([
    ['crit', { crit: ['exp'] }],
    ['an empty crit', { crit: [] }],
    ['an unencoded payload', { b64: false }],
    ['b64 that changes nothing', { b64: true }],
    ['zip', { zip: 'DEF' }],
    ['enc', { enc: 'A128GCM' }],
    ['a kid that is no text', { kid: 1 }],
    ['a typ that is no text', { typ: ['JWT'] }],
    ['a jwk that is no object', { jwk: 'AQAB' }],
    ['a private RSA key', { jwk: { ...rsa, d: 'AQAB' } }],
    ['one factor of an RSA key', { jwk: { ...rsa, p: 'AQAB' } }],
    ['a private key with an empty d', { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA', d: '' } }],
    ['a secret key', { jwk: { kty: 'oct', k: 'AAAA' } }],
  ])('refuses a header with %s', (_what, members) => {
    expect(codeOf(jws({ alg: 'RS256', ...members }))).toBe('jwt-header')
  })

  it('shows no key in a message', () => {
    const parsed = parseCompactJws(jws({ alg: 'RS256', jwk: { ...rsa, d: 'canary' } }))
    expect(JSON.stringify(parsed)).not.toMatch(/canary|sXch/)
  })

  it('warns of members that it ignores, and follows none', () => {
    const ignored = { x5c: ['MIIB'], jku: 'https://evil.example/jwks', x5u: 'https://evil.example/x', 'x5t#S256': 'AA' }
    const parsed = parseCompactJws(jws({ alg: 'RS256', jwk: rsa, ...ignored }))
    expect(parsed).toMatchObject({ ok: true, jws: { warnings: [{ code: 'jwt-header-ignored', pointer: '' }] } })
    expect(JSON.stringify(parsed.ok && parsed.jws.warnings)).toMatch(/x5c, jku, x5u, x5t#S256/)
    expect(parsed.ok && headerKey(parsed.jws)).toEqual({ jwk: rsa })
  })

  it.each(['vc', 'vp', 'vc+ld+json', 'application/vc', 'application/vp+ld+json'])(
    'does not warn of the content type %s',
    (cty) => {
      expect(parseCompactJws(jws({ alg: 'RS256', cty }))).toMatchObject({ jws: { warnings: [] } })
    },
  )

  it('warns of another content type, and does not repeat strange names', () => {
    expect(parseCompactJws(jws({ alg: 'RS256', cty: 'JWT' }))).toMatchObject({
      jws: { warnings: [{ detail: expect.stringContaining('cty') }] },
    })
    const parsed = parseCompactJws(jws({ alg: 'RS256', '<b>hello</b>': 1 }))
    expect(parsed).toMatchObject({ jws: { warnings: [{ detail: expect.stringContaining('header: 1.') }] } })
    expect(JSON.stringify(parsed.ok && parsed.jws.warnings)).not.toMatch(/hello/)
  })
})
