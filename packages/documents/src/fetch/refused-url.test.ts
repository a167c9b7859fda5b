import { describe, expect, it } from 'vitest'
import { refusalOf } from './refused-url.js'

describe('refusalOf', () => {
  it.each([
    'https://uni.example/',
    'https://uni.example:8443/a?b#c',
    'https://uni.example./',
    'https://xn--bcher-kva.example/',
    'https://bücher.example/',
    'https://1.2.3.4.example/',
    'https://notlocalhost.example/',
    'https://local.example/',
  ])('has nothing against %s', (url) => {
    expect(refusalOf(url, {})).toBeUndefined()
  })

  it.each([
    [
      'it is not a URL.',
      ['', 'uni.example', '/path', 'https://', 'https://uni.example:99999/', 'https://a b.example/'],
    ],
    ['it is not a URL.', ['https://[::1', 'https://[fe80::1%25eth0]/', 'https://256.1.1.1/', 'https://%00.example/']],
    [
      'only https is fetched.',
      ['http://uni.example/', 'ftp://uni.example/', 'file:///etc/passwd', 'data:,x', 'javascript:1'],
    ],
    [
      'a URL with credentials is not fetched.',
      ['https://user:secret@uni.example/', 'https://uni.example@other.example/', 'https://:p@uni.example/'],
    ],
    [
      'literal addresses are not fetched.',
      [
        'https://8.8.8.8/',
        'https://127.0.0.1./',
        'https://127.1/',
        'https://2130706433/',
        'https://0x7f.1/',
        'https://017700000001/',
        'https://１２７．０．０．１/',
        'https://127。0。0。1/',
        'https://①②⑦.0.0.1/',
        'https://[::1]/',
        'https://[::ffff:169.254.169.254]/',
      ],
    ],
    [
      'names of internal networks are not fetched.',
      [
        'https://localhost/',
        'https://LOCALHOST./',
        'https://ⓛocalhost/',
        'https://local\u00adhost/',
        'https://a.localhost/',
        'https://metadata.google.internal/',
        'https://printer.local/',
        'https://printer.local./',
        'https://router.home.arpa/',
        'https://intranet/',
        'https://intranet./',
      ],
    ],
  ])('says: %s', (reason, urls) => {
    expect(urls.map((url) => [url, refusalOf(url, {})])).toEqual(urls.map((url) => [url, reason]))
  })

  it('permits what the caller permits, and no more', () => {
    expect(refusalOf('http://uni.example/', { allowHttp: true })).toBeUndefined()
    expect(refusalOf('http://127.0.0.1/', { allowHttp: true })).toBe('literal addresses are not fetched.')
    expect(refusalOf('https://127.0.0.1/', { allowPrivateNetworks: true })).toBeUndefined()
    expect(refusalOf('http://127.0.0.1/', { allowPrivateNetworks: true })).toBe('only https is fetched.')
    expect(refusalOf('ftp://127.0.0.1/', { allowHttp: true, allowPrivateNetworks: true })).toBe(
      'only https is fetched.',
    )
  })
})
