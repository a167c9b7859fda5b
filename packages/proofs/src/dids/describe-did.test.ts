import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { encodeBase58Multibase } from '../keys/multikey.js'
import { describeDid } from './describe-did.js'

const privateJwk = JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }))
const privateMultikey = encodeBase58Multibase(Uint8Array.of(0x80, 0x26, ...new Uint8Array(32).fill(7)))

it.each([
  ['did:web:uni.example', 'did:web:uni.example'],
  [
    'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
    'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  ],
  [`did:key:${privateMultikey}`, 'a did:key'],
  ['did:key:Jane', 'a did:key'],
  [`did:jwk:${Buffer.from(privateJwk).toString('base64url')}`, 'a did:jwk'],
  ['did:jwk:e30', 'a did:jwk'],
  ['did:Jane Roe', 'a malformed DID'],
  ['mailto:jane@uni.example', 'a malformed DID'],
  ['did:web:uni.example#secret', 'a malformed DID'],
])('%s is called %s', (did, name) => {
  expect(describeDid(did)).toBe(name)
})

it('cuts what is long', () => {
  expect(describeDid(`did:example:${'a'.repeat(1000)}`)).toHaveLength(161)
})
