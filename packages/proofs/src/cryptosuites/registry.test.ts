import { describe, expect, it } from 'vitest'
import type { SignatureAlgorithm } from '../keys/interface.js'
import { ed25519Signature2020 } from './ed25519-signature-2020.js'
import {
  cryptosuiteOf,
  cryptosuites,
  defaultCryptosuite,
  findCryptosuite,
  isRegisteredCryptosuite,
} from './registry.js'

describe('cryptosuites', () => {
  it('stand under their registered ids', () => {
    for (const [id, suite] of Object.entries(cryptosuites)) {
      expect(suite.id).toBe(id)
      expect(isRegisteredCryptosuite(id)).toBe(true)
      expect(findCryptosuite(id)).toBe(suite)
      expect(cryptosuiteOf({ type: 'DataIntegrityProof', cryptosuite: id })).toBe(suite)
    }
  })

  it('are all that were ever published', () => {
    expect(Object.keys(cryptosuites)).toEqual([
      'bbs-2023',
      'ecdsa-jcs-2019',
      'ecdsa-rdfc-2019',
      'ecdsa-sd-2023',
      'eddsa-2022',
      'eddsa-jcs-2022',
      'eddsa-rdfc-2022',
    ])
  })

  it('are found by algorithm', () => {
    expect(defaultCryptosuite('EdDSA')?.id).toBe('eddsa-rdfc-2022')
    expect(defaultCryptosuite('ES256')?.id).toBe('ecdsa-rdfc-2019')
    expect(defaultCryptosuite('ES384')?.id).toBe('ecdsa-rdfc-2019')
    expect(defaultCryptosuite('RS256')).toBeUndefined()
    expect(defaultCryptosuite('constructor' as SignatureAlgorithm)).toBeUndefined()
  })

  it.each(['eddsa-rdf-2022', 'Ed25519Signature2020', 'EDDSA-RDFC-2022', 'constructor', '__proto__', ''])(
    'have none called %j',
    (id) => {
      expect(findCryptosuite(id)).toBeUndefined()
      expect(isRegisteredCryptosuite(id)).toBe(false)
    },
  )

  it.each([
    [{ type: 'Ed25519Signature2020' }, ed25519Signature2020],
    // The suite itself says that the proof contradicts itself.
    [{ type: 'Ed25519Signature2020', cryptosuite: 'eddsa-rdfc-2022' }, ed25519Signature2020],
    [{ type: 'DataIntegrityProof', cryptosuite: 'Ed25519Signature2020' }, undefined],
    [{ type: 'DataIntegrityProof', cryptosuite: ['eddsa-rdfc-2022'] }, undefined],
    [{ type: 'DataIntegrityProof' }, undefined],
    [{ type: ['DataIntegrityProof'], cryptosuite: 'eddsa-rdfc-2022' }, undefined],
    [{ type: 'RsaSignature2018', cryptosuite: 'eddsa-rdfc-2022' }, undefined],
    [{ cryptosuite: 'eddsa-rdfc-2022' }, undefined],
    [{}, undefined],
  ])('are chosen by what the proof %j says', (proof, suite) => {
    expect(cryptosuiteOf(proof)).toBe(suite)
  })
})
