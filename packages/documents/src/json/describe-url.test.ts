import { expect, it } from 'vitest'
import { describeUrl } from './describe-url.js'

it.each([
  ['https://uni.example/status/3', 'https://uni.example/status/3'],
  ['https://uni.example', 'https://uni.example/'],
  ['http://uni.example:8080/a', 'http://uni.example:8080/a'],
  ['https://jane:secret@uni.example/a?token=secret#secret', 'https://uni.example/a'],
  ['mailto:jane@uni.example', 'mailto:…'],
  ['urn:student:jane', 'urn:…'],
  ['data:text/plain,secret', 'data:…'],
  ['did:jwk:secret', 'did:…'],
  ['Jane Roe', '(not shown)'],
  ['https://[', '(not shown)'],
  ['', '(not shown)'],
])('%j is shown as %s', (url, shown) => {
  expect(describeUrl(url)).toBe(shown)
})

it('cuts what is long, and lets nothing through that is not to be shown', () => {
  expect(describeUrl(`https://uni.example/${'a'.repeat(5000)}`)).toHaveLength(161)
  expect(describeUrl('https://uni.example/\u202e\u2028\u0001')).toMatch(/^[\u0020-\u007e]+$/)
})
