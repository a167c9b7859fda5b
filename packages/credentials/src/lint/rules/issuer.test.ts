import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed, endorsement } from '../../../test/samples.js'
import { issuer } from './issuer.js'

const identifiers = '/issuer/otherIdentifier'
const entry = (identifierType: string, identifier: string) => [{ type: 'IdentifierEntry', identifierType, identifier }]

describe('Q08', () => {
  it('takes an issuer that says who it is, for all credentials that name it', () => {
    expect(lintFindings(issuer, goodTranscript)).toEqual([])
    const byImage = changed(changed(goodMicrocredential, '/issuer/id', 'https://university.example'), '/issuer/image', {
      id: 'https://university.example/seal.png',
      type: 'Image',
    })
    expect(lintFindings(issuer, byImage)).toEqual([])
  })

  it.each([
    ['name', undefined, 'issuer-name-missing'],
    ['url', undefined, 'issuer-url-missing'],
    ['id', 'https://university.example', 'issuer-image-missing'],
    ['description', 'A public university.', 'accreditation-missing'],
    ['otherIdentifier', [], 'institution-identifier-missing'],
  ])('reports %s: %j', (member, value, code) => {
    expect(lintFindings(issuer, changed(goodMicrocredential, `/issuer/${member}`, value))).toEqual([
      `warning ${code} /issuer`,
    ])
  })

  it.each([
    ['ext:IPEDS', '999999'],
    ['ext:CEEB', '1234'],
    ['ext:ROR', '012345678'],
    ['ext:FICE', '001234'],
    ['identifier', 'https://ror.org/012345678'],
    ['ext:ctid', 'ce-5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11'],
    ['systemId', 'ce-5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11'],
  ])('knows %s %s for an identifier of a register', (type, identifier) => {
    expect(lintFindings(issuer, changed(goodMicrocredential, identifiers, entry(type, identifier)))).toEqual([])
  })

  it('takes identifiers and accreditation of the institution above', () => {
    const department = {
      id: 'did:web:university.example:engineering',
      type: ['Profile'],
      name: 'School of Engineering',
      url: 'https://university.example/engineering',
      parentOrg: goodMicrocredential['issuer'] ?? null,
    }
    expect(lintFindings(issuer, changed(goodMicrocredential, '/issuer', department))).toEqual([])
  })

  it.each(['ext:LocalOrganizationID', 'ext:MutuallyDefined', 'sourcedId'])('knows %s for a private one', (type) => {
    expect(lintFindings(issuer, changed(goodMicrocredential, identifiers, entry(type, '17')))).toEqual([
      'warning institution-identifier-missing /issuer',
    ])
  })

  it('takes an endorsement for accreditation, at the issuer or of its id', () => {
    const unsaid = changed(goodMicrocredential, '/issuer/description', undefined)
    const endorsed = changed(endorsement, '/credentialSubject/id', 'did:web:university.example')
    expect(lintFindings(issuer, changed(unsaid, '/issuer/endorsementJwt', ['e30.e30.c2ln']))).toEqual([])
    expect(lintFindings(issuer, changed(unsaid, '/endorsement', [endorsed]))).toEqual([])
    expect(lintFindings(issuer, changed(unsaid, '/endorsement', [endorsement]))).toEqual([
      'warning accreditation-missing /issuer',
    ])
  })

  it('tells each issuer apart, and one of which only the id is known', () => {
    const inner = '/credentialSubject/verifiableCredential/1/issuer'
    expect(lintFindings(issuer, changed(goodTranscript, inner, 'https://college.example'))).toEqual(
      ['issuer-name', 'issuer-url', 'issuer-image', 'institution-identifier', 'accreditation'].map(
        (what) => `warning ${what}-missing ${inner}`,
      ),
    )
  })
})
