import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { p256 } from '@noble/curves/nist.js'
import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { encodeMultikey } from '@testamur/proofs/keys'
import { addBaseProof, deriveCredential } from '@testamur/proofs/selective-disclosure'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'
import { codes, derive, entriesOf, keyOf, readSigned, type Signed, vectorContexts } from './selective-disclosure.js'

const cryptosuite = 'ecdsa-sd-2023'
const otherKey = 'zDnaeTHfhmSaQKBc7CmdL3K7oYg3D6SC7yowe2eBeVd2DH32r'

describeWithReference('W3C vectors of VC Data Integrity ECDSA Cryptosuites 1.0, ecdsa-sd-2023', () => {
  const contexts = vectorContexts()
  const folder = 'vc-di-ecdsa'
  const selectivePointers = readReferenceJson<string[]>('vectors', folder, 'ecdsa-sd-2023-prc/selective-pointers.json')
  const base = readSigned(folder, 'ecdsa-sd-2023-prc/addSignedSDBase.json')
  const derived = readSigned(folder, 'ecdsa-sd-2023-prc/derivedRevealDocument.json')
  const key = { cryptosuite, publicKeyMultibase: keyOf(derived), contexts } as const

  it('has a base proof and a derived one', () => {
    expect(entriesOf(folder, cryptosuite).map(({ kind, expected }) => `${kind} ${expected}`)).toEqual([
      'base verifies after derive',
      'derived verifies',
    ])
  })

  it('derives the very document of the vector', async () => {
    expect(await derive(base, { selectivePointers, contexts })).toEqual(derived)
  })

  it('verifies the derived document, and no base proof, other key or other text', async () => {
    expect(await codes(derived, key)).toEqual([])
    expect(await codes(base, key)).toEqual(['proof-not-derived'])
    expect(await codes(derived, { ...key, publicKeyMultibase: otherKey })).toEqual(['signature-invalid'])
    expect(await codes({ ...derived, validFrom: '2024-12-17T00:00:00Z' }, key)).toEqual(['signature-invalid'])
    expect(await codes({ ...derived, issuer: undefined }, key)).toEqual(['signature-invalid'])
  })

  it('leaves it to whoever holds a derived credential to withhold more', async () => {
    const { name } = await derive(base, { selectivePointers: ['/name'], contexts })
    expect(name).toBe(base['name'])
    expect(await codes(await derive(base, { selectivePointers: [''], contexts }), key)).toEqual([])
  })
})

describeWithReference('signed examples of VCDM 2.0, ecdsa-sd-2023', () => {
  const contexts = vectorContexts()
  const entries = entriesOf('vcdm2-spec-examples', cryptosuite)

  it('has six base proofs', () => {
    expect(entries.map(({ kind, expected }) => `${kind} ${expected}`)).toEqual(
      Array.from({ length: 6 }, () => 'base verifies after derive'),
    )
  })

  it.each(entries)('$file verifies after derive, not before', async ({ file }) => {
    const base = readSigned('vcdm2-spec-examples', file)
    const key = { cryptosuite, publicKeyMultibase: keyOf(base), contexts } as const
    expect(await codes(base, key)).toEqual(['proof-not-derived'])
    const whole = await derive(base, { selectivePointers: [''], contexts })
    expect({ ...whole, proof: base.proof }).toEqual(base)
    expect(await codes(whole, key)).toEqual([])
    const part = await derive(base, { selectivePointers: ['/validFrom'], contexts })
    expect(await codes(part, key)).toEqual([])
    expect(await codes({ ...part, validFrom: '2011-01-01T00:00:00Z' }, key)).toEqual(['signature-invalid'])
  })
})

describeWithReference('documents signed by Iron, ecdsa-sd-2023', () => {
  const contexts = vectorContexts()
  const base = readSigned('iron', 'ecdsa-sd-2023/base.json')
  const derived = readSigned('iron', 'ecdsa-sd-2023/derived.json')
  const key = { cryptosuite, publicKeyMultibase: keyOf(derived), contexts } as const

  it('verifies the derived document', async () => {
    expect(await codes(derived, key)).toEqual([])
    expect(await codes({ ...derived, issuer: 'https://vc.example/another' }, key)).toEqual(['signature-invalid'])
  })

  it('derives from the base proof', async () => {
    expect(await codes(base, key)).toEqual(['proof-not-derived'])
    const part = await derive(base, { selectivePointers: ['/credentialSubject/sails/0'], contexts })
    expect(await codes(part, key)).toEqual([])
  })
})

describe('ecdsa-sd-2023 against @digitalbazaar/vc', () => {
  const contexts = contextSource()
  const { secretKey, publicKey } = p256.keygen()
  const publicKeyMultibase = encodeMultikey('ES256', publicKey)?.publicKeyMultibase ?? ''
  const did = `did:key:${publicKeyMultibase}`
  const verificationMethod = `${did}#${publicKeyMultibase}`
  const sign = async (data: Uint8Array): Promise<Uint8Array> => p256.sign(data, secretKey)
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: verificationMethod,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase,
  }
  const documents: Record<string, object> = {
    [verificationMethod]: method,
    [did]: { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [method] },
  }
  const documentLoader: Parameters<typeof vc.issue>[0]['documentLoader'] = async (url) => {
    const document = documents[url] ?? contexts(url)
    if (document === undefined) throw new Error(`the peer asked for ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: did,
    name: 'Award',
    credentialSubject: { id: 'did:example:learner', name: 'Ada' },
  }
  const selectivePointers = ['/credentialSubject/name']

  it('verifies there what is derived here', async () => {
    const signer = { verificationMethod, algorithm: 'ES256', sign } as const
    const signed = await addBaseProof(credential, { signer, contexts })
    const derived = await deriveCredential(signed, { selectivePointers, contexts })
    const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() })
    const outcome = await vc.verifyCredential({ credential: derived, suite, documentLoader })
    expect(outcome.verified || outcome.error).toBe(true)
  })

  it('derives there what is derived here', async () => {
    const signer = { verificationMethod, algorithm: 'ES256', sign } as const
    const { proof, ...document } = await addBaseProof(credential, { signer, contexts })
    const cryptosuite = createDiscloseCryptosuite({ selectivePointers }) as {
      derive(options: object): Promise<JsonObject>
    }
    const derived = await cryptosuite.derive({
      cryptosuite,
      document,
      proofSet: [proof],
      purpose: { term: 'assertionMethod' },
      documentLoader,
      dataIntegrityProof: { matchProof: async () => true },
    })
    expect(await deriveCredential({ ...document, proof }, { selectivePointers, contexts })).toEqual(derived)
  })

  it('derives and verifies here what is issued there', async () => {
    const signer = { id: verificationMethod, algorithm: 'P-256', sign: ({ data }: { data: Uint8Array }) => sign(data) }
    const suite = new DataIntegrityProof({
      signer,
      cryptosuite: createSignCryptosuite({ mandatoryPointers: ['/issuer'] }),
    })
    const signed = (await vc.issue({ credential, suite, documentLoader })) as Signed
    const derived = await derive(signed, { selectivePointers, contexts })
    expect(derived['credentialSubject']).toEqual(credential.credentialSubject)
    expect(derived).not.toHaveProperty('name')
    expect(await codes(derived, { cryptosuite, publicKeyMultibase, contexts })).toEqual([])
  })
})
