import { UnderivableCredentialError } from '@testamur/proofs/selective-disclosure'
import { expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'
import { codes, derive, entriesOf, keyOf, readSigned, vectorContexts } from './selective-disclosure.js'

const cryptosuite = 'bbs-2023'

describeWithReference('W3C vectors of VC Data Integrity BBS Cryptosuites 1.0, baseline', () => {
  const contexts = vectorContexts()
  const folder = 'vc-di-bbs'
  const material = <T>(name: string): T => readReferenceJson<T>('vectors', folder, `baseline-prc/${name}.json`)
  const selectivePointers = material<string[]>('selective-pointers')
  const { presentationHeaderHex } = material<{ presentationHeaderHex: string }>('derive-material')
  const presentationHeader = new Uint8Array(Buffer.from(presentationHeaderHex, 'hex'))
  const base = readSigned(folder, 'baseline-prc/addSignedSDBase.json')
  const derived = readSigned(folder, 'baseline-prc/derivedRevealDocument.json')
  const key = { cryptosuite, publicKeyMultibase: keyOf(derived), contexts } as const
  const otherKey = keyOf(readSigned('vcdm2-spec-examples', '01-bbs-2023.json'))

  it('verifies the derived document, and no base proof, other key or other text', async () => {
    expect(await codes(derived, key)).toEqual([])
    expect(await codes(base, key)).toEqual(['proof-not-derived'])
    expect(await codes(derived, { ...key, publicKeyMultibase: otherKey })).toEqual(['signature-invalid'])
    expect(await codes({ ...derived, validFrom: '2024-12-17T00:00:00Z' }, key)).toEqual(['signature-invalid'])
    expect(await codes({ ...derived, issuer: undefined }, key)).toEqual(['signature-invalid'])
  })

  it('verifies it for the presentation that it was derived for, and for no other', async () => {
    expect(await codes(derived, { ...key, presentationHeader })).toEqual([])
    expect(await codes(derived, { ...key, presentationHeader: Uint8Array.of(1, 2, 3) })).toEqual(['proof-challenge'])
  })

  it('derives a document that differs from the one of the vector in what is random', async () => {
    const again = await derive(base, { selectivePointers, presentationHeader, contexts })
    expect({ ...again, proof: { ...again.proof, proofValue: derived.proof['proofValue'] } }).toEqual(derived)
    expect(again.proof.proofValue).not.toBe(derived.proof['proofValue'])
    expect(await codes(again, { ...key, presentationHeader })).toEqual([])
  })

  const optional = entriesOf(folder, cryptosuite).filter(({ feature }) => feature !== undefined)

  it('has two base proofs and two derived ones with features that are not supported', () => {
    expect(optional.map(({ kind, feature }) => `${kind} ${feature}`)).toEqual([
      'base anonymous_holder_binding',
      'derived anonymous_holder_binding',
      'base pseudonym',
      'derived pseudonym',
    ])
  })

  it.each(optional)('refuses $file', async ({ file }) => {
    const signed = readSigned(folder, file)
    expect(await codes(signed, key)).toEqual(['cryptosuite-unsupported'])
    await expect(derive(signed, { selectivePointers: [''], contexts })).rejects.toThrow(UnderivableCredentialError)
  })
})

describeWithReference('signed examples of VCDM 2.0, bbs-2023', () => {
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
