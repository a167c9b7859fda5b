import { describe, expect, it } from 'vitest'
import {
  course,
  importDocument,
  innerOf,
  lossesOf,
  options,
  record,
  resultsOf,
  session,
} from '../../../test/pesc-fixtures.js'

const organization =
  '<FICE>001234</FICE><ATP>006882</ATP><LocalOrganizationID><LocalOrganizationIDCode>77</LocalOrganizationIDCode>' +
  '<LocalOrganizationIDQualifier>TX</LocalOrganizationIDQualifier></LocalOrganizationID><OrganizationName>Sender University</OrganizationName>' +
  '<Contacts><Address><AddressLine>Registrar</AddressLine><AddressLine>1 Way</AddressLine><City>Town</City><StateProvinceCode>TX</StateProvinceCode>' +
  '<PostalCode>00000</PostalCode></Address><Phone><CountryPrefixCode>1</CountryPrefixCode><AreaCityCode>555</AreaCityCode><PhoneNumber>0100</PhoneNumber>' +
  '<PhoneNumberExtension>9</PhoneNumberExtension></Phone><Email><EmailAddress>r@sender.example</EmailAddress></Email>' +
  '<URL><URLAddress>https://sender.example</URLAddress></URL></Contacts>' +
  '<Accreditation><AccreditingBodyCode>ABC</AccreditingBodyCode><AccreditingBodyName>A Body</AccreditingBodyName></Accreditation>'
const transmission = `<Source><Organization>${organization}</Organization></Source>`
const school = (name: string, more = '', element = 'School') =>
  `<${element}><OrganizationName>${name}</OrganizationName>${more}</${element}>`
const issuer = { id: options.issuer.id }
const creators = (records: string) =>
  innerOf(importDocument({ transmission, records }, { issuer }).credential).map(
    ({ credentialSubject }) => credentialSubject.achievement.creator?.name,
  )

describe('the issuer', () => {
  it('is the caller’s, with what it leaves out taken from the sender', () => {
    const { credential, losses } = importDocument({ transmission }, { issuer })
    expect(credential.issuer).toMatchObject({
      id: 'did:web:registrar.example.edu',
      type: ['Profile'],
      name: 'Sender University',
      description: 'Accredited by A Body (ABC)',
      address: {
        streetAddress: 'Registrar, 1 Way',
        addressLocality: 'Town',
        addressRegion: 'TX',
        postalCode: '00000',
      },
      phone: '+1-555-0100 ext. 9',
      email: 'r@sender.example',
      url: 'https://sender.example',
      otherIdentifier: [
        { identifierType: 'ext:CEEB', identifier: '006882' },
        { identifierType: 'ext:FICE', identifier: '001234' },
        { identifierType: 'ext:LocalOrganizationID', identifier: 'TX:77' },
      ],
    })
    expect(losses).toEqual([])
  })

  it('keeps every member that the caller gives, and all identifiers', () => {
    const given = {
      id: 'did:web:registrar.example.edu',
      name: 'Own Name',
      description: 'Own text',
      address: { addressLocality: 'Elsewhere' },
      phone: '1',
      email: 'own@own.example',
      url: 'https://own.example',
      otherIdentifier: [{ identifierType: 'ext:FICE' as const, identifier: '001234' }],
    }
    const imported = importDocument({ transmission }, { issuer: given })
    expect(imported.credential.issuer).toMatchObject({
      ...given,
      otherIdentifier: ['001234', '006882', 'TX:77'].map((identifier) => ({ identifier })),
    })
    expect(new Set(Object.values(lossesOf(imported)))).toEqual(new Set(['superseded']))
  })

  it('is named in every credential by id and name only', () => {
    const { credential } = importDocument({ transmission }, { issuer })
    expect(innerOf(credential)[0]?.issuer).toEqual({
      id: options.issuer.id,
      type: ['Profile'],
      name: 'Sender University',
      url: 'https://sender.example',
    })
  })
})

describe('who taught a course', () => {
  it('is the issuer, and needs no naming, when nothing else is said', () => {
    expect(creators(record(course()))).toEqual([undefined])
  })

  it('is the school of the course, else of the session, else of the record', () => {
    const override = course(school('Of the course', '', 'CourseOverrideSchool'), '102')
    expect(creators(record(school('Of the record') + session(school('Of the session') + course() + override)))).toEqual(
      ['Of the session', 'Of the course'],
    )
    expect(creators(record(school('Of the record') + course()))).toEqual(['Of the record'])
  })

  it('is one profile wherever it is named, with an id of its own', () => {
    const xml =
      session(school('College', '<FICE>009999</FICE>') + course()) +
      session(school('College', '<FICE>009999</FICE>') + course('', '102'))
    const { credential } = importDocument({ transmission, records: record(xml) })
    const [one, other] = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.creator)
    expect(one).toEqual(other)
    expect(one?.id).toMatch(/^urn:uuid:/)
    expect(one?.otherIdentifier).toMatchObject([{ identifierType: 'ext:FICE', identifier: '009999' }])
  })

  it('says why the school is named', () => {
    const xml = record(school('College', '<SchoolOverrideCode>Transfer</SchoolOverrideCode>') + course())
    const [inner] = innerOf(importDocument({ transmission, records: xml }).credential)
    expect(inner && resultsOf(inner)).toEqual({ 'School override': 'Transfer' })
  })

  it.each([
    ['by an identifier', school('Another name', '<FICE>001234</FICE>')],
    ['by name', school('SENDER UNIVERSITY')],
  ])('is the issuer when the school is the sender %s', (_, xml) => {
    expect(creators(record(xml + course()))).toEqual([undefined])
  })

  it('is not the sender because of the name when an identifier differs', () => {
    expect(creators(record(school('Sender University', '<FICE>000002</FICE>') + course()))).toEqual([
      'Sender University',
    ])
  })

  it('is remarked on where nothing was taught, or something is noted', () => {
    const code = '<SchoolOverrideCode>Transfer</SchoolOverrideCode>'
    const attended = school('College', `<FICE>009999</FICE>${code}<NoteMessage>ATTENDED 1988</NoteMessage>`)
    const imported = importDocument({ records: record(course()) + record(attended) }, { transcriptEntries: 'omit' })
    expect(imported.credential.description).toBe('College (Transfer): ATTENDED 1988')
    expect(lossesOf(imported)).toMatchObject({ FICE: 'no-equivalent' })
    expect(lossesOf(imported)).not.toHaveProperty('OrganizationName')
    const bare = importDocument({ records: record(course()) + record(school('College')) })
    expect(bare.credential.description).toBe('College')
  })
})
