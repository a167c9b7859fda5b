import { describe, expect, it } from 'vitest'
import { encodeBase58Multibase } from '../keys/multikey.js'
import { didKeyDocument, didKeyResolver } from './did-key.js'

const multikey = 'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp'

/** One of each kind; the last three from the did:key specification. */
const multikeys = [
  multikey,
  'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv',
  'z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9',
  'z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mny' +
    'Pp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6' +
    'CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3' +
    'qRMMmyjnjCMfR4pXbRMZa3i',
]

describe('didKeyDocument', () => {
  it.each(multikeys)('lists %s for all but key agreement', async (multikey) => {
    const did = `did:key:${multikey}`
    const id = `${did}#${multikey}`
    expect(didKeyDocument(did)).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
      authentication: [id],
      assertionMethod: [id],
      capabilityDelegation: [id],
      capabilityInvocation: [id],
    })
    expect(await didKeyResolver.resolve(did)).toEqual({
      didResolutionMetadata: {},
      didDocument: didKeyDocument(did),
      didDocumentMetadata: {},
    })
  })

  it.each([
    'did:key:',
    `did:key:${multikey}#${multikey}`,
    `did:key:${multikey}x`,
    `did:web:${multikey}`,
    `did:key:z6LShs9GGnqk85isEBzzshkuVWrVKsRp24GnDuHk8QWkARMW`,
    `DID:key:${multikey}`,
    multikey,
    '',
  ])('refuses %j', async (text) => {
    expect(didKeyDocument(text)).toBeUndefined()
    const { didResolutionMetadata, didDocument } = await didKeyResolver.resolve(text)
    expect({ ...didResolutionMetadata, didDocument }).toMatchObject({ error: 'invalidDid', didDocument: null })
  })

  it.each([
    ['another kind', 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme', 'key-unsupported'],
    ['a known kind, cut short', encodeBase58Multibase(Uint8Array.of(0xed, 0x01, 7)), 'verification-method-invalid'],
    ['no key', 'key', 'verification-method-invalid'],
  ])('tells %s from others', async (_what, key, code) => {
    const { didResolutionMetadata } = await didKeyResolver.resolve(`did:key:${key}`)
    expect(didResolutionMetadata).toMatchObject({ error: 'invalidDid', problem: { code } })
  })

  it('does not repeat a private key', async () => {
    const secret = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'
    expect(JSON.stringify(await didKeyResolver.resolve(`did:key:${secret}`))).not.toContain(secret)
  })
})
