import { describe, expectTypeOf, it } from 'vitest'
import type { DidResolver } from '../dids/interface.js'
import type { KeyStore, LocalKeyStore, StoredKey } from '../key-stores/interface.js'
import type { PublicKey, SignatureAlgorithm, Signer } from './interface.js'

describe('contracts that others implement', () => {
  it('a signer is an object literal, synchronous or not', () => {
    const hsm = { sign: (_key: string, _data: Uint8Array) => new Uint8Array(64) }
    const signer = {
      verificationMethod: 'did:web:a.example#1',
      algorithm: 'EdDSA',
      sign: (d: Uint8Array) => hsm.sign('a', d),
    } as const
    expectTypeOf(signer).toExtend<Signer>()
    expectTypeOf<{
      verificationMethod: string
      algorithm: 'ES256'
      sign: (data: Uint8Array) => Promise<Buffer>
    }>().toExtend<Signer>()
    expectTypeOf<{ verificationMethod: string; algorithm: 'HS256'; sign: Signer['sign'] }>().not.toExtend<Signer>()
    expectTypeOf<Signer & { maxMessageBytes: undefined }>().toExtend<Signer>()
  })

  it('a key store needs getSigner alone; a local one has everything', () => {
    expectTypeOf<{ getSigner(verificationMethod: string): Promise<Signer> }>().toExtend<KeyStore>()
    expectTypeOf<LocalKeyStore>().toExtend<KeyStore>()
    expectTypeOf<LocalKeyStore['generate']>().not.toBeNullable()
    expectTypeOf<LocalKeyStore['rotate']>().not.toBeNullable()
    expectTypeOf<LocalKeyStore['revoke']>().not.toBeNullable()
    expectTypeOf<KeyStore['generate']>().toBeNullable()
    expectTypeOf<KeyStore['rotate']>().toBeNullable()
    expectTypeOf<KeyStore['revoke']>().toBeNullable()
  })

  it('a key as it was listed before there was a life cycle is still one', () => {
    expectTypeOf<
      PublicKey & { verificationMethod: string; controller: string; created: string }
    >().toExtend<StoredKey>()
  })

  it('algorithms are the four of the specifications', () => {
    expectTypeOf<SignatureAlgorithm>().toEqualTypeOf<'EdDSA' | 'ES256' | 'ES384' | 'RS256'>()
  })

  it('a resolver may return documents of a closed type and take more options, as that of did-resolver does', () => {
    interface Document {
      id: string
      verificationMethod?: { id: string; type: string }[]
    }
    interface Resolver {
      resolve(
        did: string,
        options?: { accept?: string },
      ): Promise<{
        didResolutionMetadata: { contentType?: string; error?: string }
        didDocument: Document | null
        didDocumentMetadata: { deactivated?: boolean; updated?: string }
      }>
    }
    expectTypeOf<Resolver>().toExtend<DidResolver>()
  })
})
