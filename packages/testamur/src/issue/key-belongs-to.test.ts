import { expect, it } from 'vitest'
import { keyBelongsTo } from './key-belongs-to.js'

it.each([
  ['did:key:zA#zA', 'did:key:zA', true],
  ['did:key:zA#zA', 'did:key:zB', false],
  ['did:web:uni.example#k', 'did:web:uni.example', true],
  ['did:web:uni.example:dept#k', 'did:web:uni.example', false],
  ['did:key:zA#zA', 'did:web:uni.example', false],
  ['did:key:zA#zA', 'https://uni.example/issuer', true],
  ['did:key:zA#zA', 'urn:uuid:1', true],
  ['https://uni.example/keys/1', 'https://uni.example/issuer', true],
  ['https://uni.example.evil.example/keys/1', 'https://uni.example/issuer', false],
  ['http://uni.example/keys/1', 'https://uni.example/issuer', false],
  ['did:web:uni.example#k', 'https://uni.example/issuer', false],
  ['urn:uuid:2', 'urn:uuid:1', false],
])('%s of %s: %s', (verificationMethod, issuer, belongs) => {
  expect(keyBelongsTo(verificationMethod, issuer)).toBe(belongs)
})
