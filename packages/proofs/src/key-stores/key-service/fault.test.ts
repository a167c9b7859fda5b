import { describe, expect, it } from 'vitest'
import { faultOfStatus, networkFault, retryAfterMs } from './fault.js'

describe('faultOfStatus', () => {
  it.each([
    [307, 'ERR_KEY_SERVICE_RESPONSE', undefined],
    [400, 'ERR_KEY_SERVICE_DENIED', undefined],
    [401, 'ERR_KEY_SERVICE_DENIED', undefined],
    [403, 'ERR_KEY_SERVICE_DENIED', undefined],
    [404, 'ERR_KEY_NOT_FOUND', undefined],
    [408, 'ERR_KEY_SERVICE_UNAVAILABLE', true],
    [429, 'ERR_KEY_SERVICE_UNAVAILABLE', true],
    [500, 'ERR_KEY_SERVICE_UNAVAILABLE', true],
    [503, 'ERR_KEY_SERVICE_UNAVAILABLE', true],
  ])('%d is %s', (status, code, isTransient) => {
    const { code: found, isTransient: isFound } = faultOfStatus(status)
    expect([found, isFound]).toEqual([code, isTransient])
  })
})

describe('networkFault', () => {
  it.each([
    { code: 'ECONNREFUSED' },
    { code: 'UND_ERR_SOCKET' },
    { code: 'REQUEST_SEND_ERROR' },
    { name: 'TimeoutError' },
    new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }),
  ])('knows $code$name', (error) => {
    expect(networkFault(error)).toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE', isTransient: true })
  })

  it.each([[undefined], [null], ['ECONNREFUSED'], [new Error('x')], [{ code: 5 }], [{ code: 'ERR_INVALID_URL' }]])(
    'does not take %o for one',
    (error) => {
      expect(networkFault(error)).toBeUndefined()
    },
  )
})

describe('networkFault, of a certificate that is not trusted', () => {
  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('knows %s, and does not try again', (code) => {
    const fault = networkFault(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }))
    expect(fault).toMatchObject({
      code: 'ERR_KEY_SERVICE_UNAVAILABLE',
      detail: expect.stringContaining(code),
      advice: expect.stringMatching(/NODE_EXTRA_CA_CERTS.*fetch/),
    })
    expect(fault?.isTransient).toBeUndefined()
  })
})

describe('retryAfterMs', () => {
  const now = Date.parse('2026-05-17T10:00:00Z')

  it.each([
    ['0', 0],
    ['120', 120_000],
    ['Sun, 17 May 2026 10:00:30 GMT', 30_000],
    ['Sun, 17 May 2026 09:00:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026-05-17', undefined],
    ['9'.repeat(20), undefined],
    [7, undefined],
    [undefined, undefined],
  ])('reads %j as %j', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})
