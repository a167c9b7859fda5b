import { describe, expect, it } from 'vitest'
import type { SignatureAlgorithm } from '../keys/interface.js'
import { cryptosuites, defaultCryptosuite, findCryptosuite, isRegisteredCryptosuite } from './registry.js'

describe('cryptosuites', () => {
  it('stand under their registered ids', () => {
    for (const [id, suite] of Object.entries(cryptosuites)) {
      expect(suite.id).toBe(id)
      expect(isRegisteredCryptosuite(id)).toBe(true)
      expect(findCryptosuite(id)).toBe(suite)
    }
  })

  it('are found by algorithm', () => {
    expect(defaultCryptosuite('EdDSA')?.id).toBe('eddsa-rdfc-2022')
    expect(defaultCryptosuite('RS256')).toBeUndefined()
    expect(defaultCryptosuite('constructor' as SignatureAlgorithm)).toBeUndefined()
  })

  it.each(['eddsa-rdf-2022', 'EDDSA-RDFC-2022', 'constructor', '__proto__', ''])('have none called %j', (id) => {
    expect(findCryptosuite(id)).toBeUndefined()
    expect(isRegisteredCryptosuite(id)).toBe(false)
  })
})
