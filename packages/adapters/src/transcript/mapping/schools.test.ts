import { describe, expect, it } from 'vitest'
import { course, importDocument, innerOf, lossesOf, options, record } from '../../../test/pesc-fixtures.js'
import type { ClrFromPescOptions } from '../../pesc/index.js'
import { transcriptFromClr } from '../transcript-from-clr.js'

const contacts = '<Contacts><Phone><PhoneNumber>5550100</PhoneNumber></Phone></Contacts>'
const local = (code: string, qualifier = ''): string =>
  `<LocalOrganizationID><LocalOrganizationIDCode>${code}</LocalOrganizationIDCode>${qualifier && `<LocalOrganizationIDQualifier>${qualifier}</LocalOrganizationIDQualifier>`}</LocalOrganizationID>`
const named = (name: string): string => `<OrganizationName>${name}</OrganizationName>`
const sent = (sender: string): string => `<Source><Organization>${sender}</Organization></Source>`
const taughtAt = (school: string): string =>
  record(
    course(`<CourseOverrideSchool>${school}<SchoolOverrideCode>Transfer</SchoolOverrideCode></CourseOverrideSchool>`),
  )

/** What becomes of a course at a school, in a transcript of a sender. */
function importedFrom(sender: string, school: string | undefined, more: Partial<ClrFromPescOptions> = {}) {
  const records = school === undefined ? record(course()) : taughtAt(school)
  const imported = importDocument(
    { transmission: sent(sender), records },
    { issuer: { id: options.issuer.id }, ...more },
  )
  const [inner] = innerOf(imported.credential)
  return { imported, creator: inner?.credentialSubject.achievement.creator, issuer: imported.credential.issuer }
}

describe('a school and the sender', () => {
  const sender = `<FICE>000111</FICE><IPEDS>100</IPEDS>${named('Uni')}`
  const there = named('Other College')

  it.each([
    ['by one code of several', `<FICE>000222</FICE><IPEDS>100</IPEDS>${there}`, sender],
    [
      'by their codes, though the place is one',
      `<FICE>000222</FICE><GEOCode>US1</GEOCode>${there}`,
      `${sender}<GEOCode>US1</GEOCode>`,
    ],
    [
      'by their codes, though they agreed on one',
      `<FICE>000222</FICE><MutuallyDefined>U</MutuallyDefined>${there}`,
      `${sender}<MutuallyDefined>U</MutuallyDefined>`,
    ],
    ['by name, though the place is one', `<GEOCode>US1</GEOCode>${there}`, `${named('Uni')}<GEOCode>US1</GEOCode>`],
    ['by their local numbers, though the name is one', `${local('2')}${there}`, `${local('1')}${there}`],
    ['by name, though the number is one', `${local('1')}${there}`, `${local('1')}${named('Uni')}`],
  ])('are two %s', (_, school, from) => {
    expect(importedFrom(from, school).creator).toMatchObject({ name: 'Other College' })
  })

  it.each([
    ['all codes that both have', `<FICE>000111</FICE><ACT>7</ACT>${named('UNI, MAIN')}`, sender],
    ['codes of the College Board', `<CEEBACT>123456</CEEBACT>${there}`, `<ATP>123456</ATP>${named('Uni')}`],
    ['a number of the same state', `${local('1', 'TX')}${there}`, `${local('1', 'TX')}${named('Uni')}`],
    ['the name, where states number them', `${local('1', 'TX')}${named('Uni')}`, `${local('2', 'OK')}${named('Uni')}`],
    ['the name', named('uni  '), named('Uni')],
  ])('are one by %s', (_, school, from) => {
    expect(importedFrom(from, school).creator).toBeUndefined()
  })

  it('have a name each that is in the record or among the losses', () => {
    const school = `<FICE>000111</FICE>${there}`
    const { imported } = importedFrom(sender, school, { transcriptEntries: 'omit' })
    expect(lossesOf(imported)).toMatchObject({ OrganizationName: 'superseded' })
    const carried = importedFrom(sender, school).imported
    expect(lossesOf(carried)).not.toHaveProperty('OrganizationName')
    expect(JSON.stringify(carried.credential)).toContain('Other College')
  })
})

describe('an issuer that is not the sender', () => {
  const sender = `${named('Uni')}<FICE>001234</FICE>${contacts}`
  const agency = { id: 'did:web:records.state.example', name: 'State Records Agency' }

  it('gets nothing of the profile of the sender', () => {
    const { issuer, imported } = importedFrom(sender, undefined, { issuer: agency })
    expect(issuer).toEqual({ ...agency, type: ['Profile'] })
    expect(imported.credential.name).toBe('Transcript of Uni')
    expect(imported.losses).toEqual([])
  })

  it('leaves the sender the creator of what it taught, with all that is known of it', () => {
    const { creator } = importedFrom(sender, undefined, { issuer: agency })
    expect(creator).toMatchObject({
      name: 'Uni',
      phone: '5550100',
      otherIdentifier: [{ identifierType: 'ext:FICE', identifier: '001234' }],
    })
    const again = importedFrom(sender, `<FICE>001234</FICE>${named('UNI')}`, { issuer: agency })
    expect(again.creator).toEqual(creator)
  })

  it('is not taken for the sender on the way back, and the courses need no school for that', () => {
    const { credential } = importedFrom(sender, undefined, { issuer: agency }).imported
    const { transcript } = transcriptFromClr(credential)
    expect(transcript.sender).toMatchObject({ names: ['Uni'], identifiers: { FICE: '001234' } })
    expect(transcript.records[0]?.courses[0]?.school).toBeUndefined()
    expect(innerOf(credential)[0]?.evidence).toMatchObject([{ narrative: '/records[1]/courses[1]' }])
  })

  it('needs no naming for what itself taught', () => {
    const { creator } = importedFrom(sender, named('State Records Agency'), { issuer: agency })
    expect(creator).toBeUndefined()
  })

  it.each([
    [
      'codes differ',
      { name: 'Uni', otherIdentifier: [{ identifierType: 'ext:FICE', identifier: '009999' }] },
      undefined,
    ],
    ['the caller says so', { name: 'Uni' }, false],
  ] as const)('is one where %s, whatever the names', (_, more, issuerIsSender) => {
    const { creator } = importedFrom(sender, undefined, { issuer: { id: agency.id, ...more }, issuerIsSender })
    expect(creator?.name).toBe('Uni')
  })

  it.each([
    ['the caller gives no name', {}, undefined],
    ['the names are one', { name: 'UNI' }, undefined],
    [
      'codes are equal',
      { name: 'Registrar', otherIdentifier: [{ identifierType: 'ext:FICE', identifier: '001234' }] },
      undefined,
    ],
    ['the caller says so', { name: 'Registrar' }, true],
  ] as const)('is none where %s', (_, more, issuerIsSender) => {
    const given = { issuer: { id: agency.id, ...more }, issuerIsSender }
    const { creator, issuer } = importedFrom(sender, undefined, given)
    expect([creator, issuer]).toMatchObject([undefined, { phone: '5550100' }])
  })
})
