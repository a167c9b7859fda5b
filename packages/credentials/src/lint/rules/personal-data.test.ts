import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodExperience, goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { personalData } from './personal-data.js'

const subject = '/credentialSubject'
const narrative = `${subject}/narrative`
const found = (pointer: string, value: Parameters<typeof changed>[2], document = goodMicrocredential) =>
  lintFindings(personalData, changed(document, pointer, value))
const identity = (identityType: string, identityHash: string, hashed = false) => [
  { type: 'IdentityObject', identityType, identityHash, hashed },
]

describe('Q12', () => {
  it('takes records without personal data', () => {
    expect(lintFindings(personalData, goodTranscript)).toEqual([])
    expect(lintFindings(personalData, goodMicrocredential)).toEqual([])
    expect(lintFindings(personalData, goodExperience)).toEqual([])
  })

  describe('identity numbers', () => {
    it.each(['123-45-6789', 'SSN 123 45 6789.', 'ssn: 123456789', 'Social Security No. 123456789'])(
      'reports %s',
      (text) => {
        expect(found(narrative, text)).toEqual([`error identity-number ${narrative}`])
      },
    )

    it.each([
      '555-123-4567',
      '000-12-3456',
      '666-12-3456',
      '912-34-5678',
      '2026-05-17',
      '0000-0002-1825-0097',
      '123456789',
    ])('takes %s', (text) => expect(found(narrative, text)).toEqual([]))

    it('reports them anywhere: in ids, in achievements, as numbers of their own member', () => {
      expect(found(`${subject}/id`, 'urn:learner:123-45-6789')).toEqual([`error identity-number ${subject}/id`])
      const description = `${subject}/achievement/description`
      expect(found(description, 'For 123-45-6789.')).toEqual([`error identity-number ${description}`])
      expect(found(`${subject}/socialSecurityNumber`, 123456789)).toEqual([
        `error identity-number ${subject}/socialSecurityNumber`,
      ])
    })

    it('reports the identity number of a state, hashed too', () => {
      const hashed = identity('nationalIdentityNumber', `sha256$${'0'.repeat(64)}`, true)
      expect(found(`${subject}/identifier`, hashed)).toEqual([
        `error identity-number ${subject}/identifier/0/identityType`,
      ])
      const entry = [{ type: 'IdentifierEntry', identifierType: 'nationalIdentityNumber', identifier: '17' }]
      expect(found('/issuer/otherIdentifier', entry), 'of an institution').toEqual([])
    })
  })

  describe('dates of birth', () => {
    it.each([
      'Born 1999-05-17 in Nashville.',
      'Date of birth: 5/17/1999',
      'DOB 17.5.1999',
      'birthday May 17, 1999',
      '17 May 1999 (date of birth)',
    ])('reports %s', (text) => expect(found(narrative, text)).toEqual([`error birth-date ${narrative}`]))

    it.each([
      'The course ended on 2026-05-17.',
      'Born-digital archives, opened 2026-05-17.',
      'Born in 1999.',
      'The Birth of a Nation was shown on a rainy evening in the old theater downtown, 2026-05-17.',
    ])('takes %s', (text) => expect(found(narrative, text)).toEqual([]))

    it('reports the member of any object, unless it gives a year only', () => {
      expect(found('/issuer/dateOfBirth', '1999-05-17')).toEqual(['error birth-date /issuer/dateOfBirth'])
      expect(found(`${subject}/birthDate`, '17 May 1999')).toEqual([`error birth-date ${subject}/birthDate`])
      expect(found(`${subject}/birthDate`, '1999')).toEqual([])
    })

    it('reports a result that is named so', () => {
      const document = changed(goodMicrocredential, `${subject}/achievement/resultDescription/0/name`, 'Birth date')
      expect(found(`${subject}/result/0/value`, '1999-05-17', document)).toEqual([
        `error birth-date ${subject}/result/0/value`,
      ])
      const number = changed(document, `${subject}/achievement/resultDescription/0/name`, 'SSN')
      expect(found(`${subject}/result/0/value`, '123456789', number)).toEqual([
        `error identity-number ${subject}/result/0/value`,
      ])
    })
  })

  describe('the learner in clear', () => {
    const mail = 'ada@mail.example'

    it.each([
      [`${subject}/identifier`, identity('emailAddress', mail), `${subject}/identifier/0/identityHash`],
      [`${subject}/identifier`, identity('name', 'Ada'), `${subject}/identifier/0/identityHash`],
      [`${subject}/identifier`, identity('name', 'Ada', true), `${subject}/identifier/0/identityHash`],
      [`${subject}/name`, 'Ada', `${subject}/name`],
      [`${subject}/email`, mail, `${subject}/email`],
      [`${subject}/id`, `mailto:${mail}`, `${subject}/id`],
    ])('reports %s: %j, where hashing is asked for', (pointer, value, place) => {
      const document = changed(goodMicrocredential, pointer, value)
      expect(lintFindings(personalData, document)).toContain(`error identity-plain ${place}`)
      expect(lintFindings(personalData, document, { hashedIdentity: false })).toEqual([])
    })

    it('takes other identifiers in clear', () => {
      expect(found(`${subject}/identifier`, identity('sourcedId', '17'))).toEqual([])
    })

    it('reports an e-mail address in a text about the learner, and takes that of the issuer', () => {
      expect(found(narrative, `Write to ${mail}.`)).toEqual([`error email-in-text ${narrative}`])
      expect(found('/evidence/0/description', mail)).toEqual(['error email-in-text /evidence/0/description'])
      expect(found('/issuer/email', mail)).toEqual([])
      expect(found('/description', `Questions: ${mail}`)).toEqual([])
      expect(found(`${subject}/achievement/description`, `Questions: ${mail}`)).toEqual([])
    })
  })

  describe('health and origin', () => {
    it.each([
      'Race: Hispanic',
      'Good work. Ethnicity = unknown',
      'The learner is African American.',
      'Black or African American',
      'Was diagnosed with something.',
      'Took a medical leave in spring.',
    ])('reports %s', (text) => expect(found(narrative, text)).toEqual([`error sensitive-fact ${narrative}`]))

    it.each([
      'Public health in the city.',
      'Won the relay race: third place.',
      'African American Studies, with distinction.',
      'Volunteered for the Hispanic Student Association.',
      'Built a race car.',
      'Designed a playground for children with disabilities.',
      'Analysis of vaccination campaigns.',
    ])('takes %s', (text) => {
      expect(found(narrative, text)).toEqual([])
      expect(found('/evidence/0/narrative', text)).toEqual([])
    })

    it('takes what is taught for no fact about the learner', () => {
      expect(found(`${subject}/achievement/name`, 'Two or more races: the census')).toEqual([])
      expect(found(`${subject}/achievement/description`, 'Care of people diagnosed with diabetes.')).toEqual([])
    })

    it('reports members, results and identifiers that are named so', () => {
      expect(found(`${subject}/raceEthnicity`, 'x')).toEqual([`error sensitive-fact ${subject}/raceEthnicity`])
      expect(found(`${subject}/disability_status`, false)).toEqual([
        `error sensitive-fact ${subject}/disability_status`,
      ])
      const description = `${subject}/achievement/resultDescription/0`
      expect(found(`${description}/name`, 'Race/Ethnicity')).toEqual([`error sensitive-fact ${description}`])
      expect(found(`${subject}/identifier`, identity('ext:Race', 'x'))).toEqual([
        `error sensitive-fact ${subject}/identifier/0/identityType`,
      ])
    })

    it('goes by the topics of the settings', () => {
      const document = changed(goodMicrocredential, narrative, 'Religion: none')
      const topic = { kind: 'religion', labels: ['religion'], phrases: [] }
      expect(lintFindings(personalData, document)).toEqual([])
      expect(lintFindings(personalData, document, { sensitiveTopics: [topic] })).toEqual([
        `error sensitive-fact ${narrative}`,
      ])
    })
  })

  it('looks at texts in several languages and at lists, and not at proofs and images', () => {
    expect(found(narrative, { en: '123-45-6789' })).toEqual([`error identity-number ${narrative}/en`])
    expect(found(`${subject}/notes`, ['', '123-45-6789'])).toEqual([`error identity-number ${subject}/notes/1`])
    expect(found('/proof', { proofValue: '123-45-6789' })).toEqual([])
    expect(found(`${subject}/image`, { id: 'data:image/png,123-45-6789' })).toEqual([])
  })
})
