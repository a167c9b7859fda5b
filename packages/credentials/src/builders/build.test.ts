import type { JsonObject } from '@testamur/documents/json'
import { describe, expect, it } from 'vitest'
import { build } from './build.js'
import { recordRules } from './record-rules.js'

const name = 'Algebra'
const description = 'Groups, rings and fields.'
const criteria = { narrative: 'Pass the examination.' }
const achievement = { id: 'urn:example:algebra', name, description, criteria }
const credential = {
  id: 'urn:example:badge',
  issuer: 'https://university.example',
  validFrom: '2026-05-31T09:00:00Z',
  credentialSubject: { id: 'did:example:learner', achievement },
}
const endorsed = {
  name: 'Endorsement',
  issuer: 'https://employer.example',
  validFrom: '2026-06-01T09:00:00Z',
  credentialSubject: { id: 'urn:example:algebra' },
}
const vcdm2 = 'https://www.w3.org/ns/credentials/v2'
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** Code and pointer of each reason why something is not built. */
function reasons(className: Parameters<typeof build>[0], input: object): string[] {
  try {
    build(className, input, {}, recordRules)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ERR_INVALID_CREDENTIAL' })
    return (error as { findings: { code: string; pointer: string }[] }).findings.map(
      ({ code, pointer }) => `${code} ${pointer}`,
    )
  }
  throw new Error('was built')
}

describe('build', () => {
  it('writes the type, of the object and of all inside', () => {
    expect(build('AchievementCredential', { ...credential, issuer: { id: 'did:web:university.example' } })).toEqual({
      '@context': [vcdm2, ob],
      ...credential,
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { id: 'did:web:university.example', type: ['Profile'] },
      credentialSubject: {
        id: 'did:example:learner',
        type: ['AchievementSubject'],
        achievement: { ...achievement, type: ['Achievement'] },
      },
    })
    expect(build('Image', { id: 'https://university.example/badge.png' })).toEqual({
      id: 'https://university.example/badge.png',
      type: 'Image',
    })
  })

  it('begins documents with context, id and type', () => {
    expect(Object.keys(build('AchievementCredential', credential)).slice(0, 3)).toEqual(['@context', 'id', 'type'])
  })

  it('keeps the names that the input adds, and does not repeat those of the class', () => {
    expect(
      build('AchievementCredential', { ...credential, type: ['OpenBadgeCredential', 'DiplomaCredential'] }),
    ).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential', 'DiplomaCredential'],
    })
    expect(build('Profile', { id: 'did:example:school', type: 'School' })).toMatchObject({
      type: ['Profile', 'School'],
    })
  })

  it('makes ids where none is given, as version 4 UUIDs', () => {
    const random = (byteLength: number): Uint8Array => new Uint8Array(byteLength).fill(0xff)
    const { id: _, ...nameless } = achievement
    expect(build('Achievement', nameless, { random })).toMatchObject({
      id: 'urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff',
    })
    const ids = [build<{ id: string }>('Achievement', nameless), build<{ id: string }>('Achievement', nameless)].map(
      ({ id }) => id,
    )
    expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids[0]).not.toBe(ids[1])
    expect(build('Criteria', criteria)).toEqual(criteria)
  })

  it('writes dates in UTC', () => {
    const dates = (validFrom: unknown): unknown =>
      build<{ validFrom: unknown }>('AchievementCredential', { ...credential, validFrom }).validFrom
    expect(dates(new Date(Date.UTC(2026, 4, 31, 9)))).toBe('2026-05-31T09:00:00Z')
    expect(dates(new Date(Date.UTC(2026, 4, 31, 9, 0, 0, 7)))).toBe('2026-05-31T09:00:00.007Z')
    expect(dates('2026-05-31T09:00:00.123456Z')).toBe('2026-05-31T09:00:00.123456Z')
    expect(dates('2026-05-31T11:00:00+02:00')).toBe('2026-05-31T09:00:00Z')
    expect(build('Profile', { id: 'did:example:learner', dateOfBirth: new Date(Date.UTC(2001, 0, 2)) })).toMatchObject({
      dateOfBirth: '2001-01-02',
    })
  })

  it('refuses what is no date and no number, and says where', () => {
    for (const validFrom of ['2026-05-31', 'today', new Date(Number.NaN), new Date(Date.UTC(12_026, 0, 1))]) {
      expect(reasons('AchievementCredential', { ...credential, validFrom })).toEqual(['value-format /validFrom'])
    }
    expect(reasons('AchievementCredential', { ...credential, validFrom: 0 })).toEqual(['value-kind /validFrom'])
    for (const dateOfBirth of ['31.5.2001', '2001-05-31T09:00:00Z', new Date(Number.NaN)]) {
      expect(reasons('Profile', { id: 'did:example:learner', dateOfBirth })).toEqual(['value-format /dateOfBirth'])
    }
    const credentialSubject = { ...credential.credentialSubject, creditsEarned: Number.NaN }
    expect(reasons('AchievementCredential', { ...credential, credentialSubject })).toEqual([
      'value-kind /credentialSubject/creditsEarned',
    ])
  })

  it('writes language tags in one form', () => {
    expect(build('Achievement', { ...achievement, inLanguage: 'ZH-hant-tw' })).toMatchObject({
      inLanguage: 'zh-Hant-TW',
    })
    expect(
      build('Achievement', { ...achievement, related: [{ id: 'urn:example:1', inLanguage: 'EN' }] }),
    ).toMatchObject({ related: [{ inLanguage: 'en' }] })
    for (const inLanguage of ['english', 'en_US', 'de-DE-1996', 'x-own', '']) {
      expect(reasons('Achievement', { ...achievement, inLanguage })).toEqual(['value-format /inLanguage'])
    }
  })

  it('leaves out what says nothing', () => {
    const empty = { fieldOfStudy: null, version: undefined, tag: [] }
    expect(build('Achievement', { ...achievement, ...empty })).toEqual({ ...achievement, type: ['Achievement'] })
  })

  it('writes the ids of linked objects', () => {
    expect(
      build('Association', { associationType: 'isPartOf', sourceId: achievement, targetId: 'urn:example:programme' }),
    ).toEqual({
      type: 'Association',
      associationType: 'isPartOf',
      sourceId: 'urn:example:algebra',
      targetId: 'urn:example:programme',
    })
  })

  it('carries members of other vocabularies over, and credentials inside as they are', () => {
    expect(build('Achievement', { ...achievement, 'ceterms:ctid': 'ce-1', constructor: 'x' })).toMatchObject({
      'ceterms:ctid': 'ce-1',
      constructor: 'x',
    })
    const signed = {
      ...build<object>('AchievementCredential', credential),
      proof: { type: 'DataIntegrityProof' },
      tag: [],
    }
    const subject = { id: 'did:example:learner', verifiableCredential: [signed] }
    const record = build('ClrCredential', { ...credential, name: 'Transcript', credentialSubject: subject })
    expect(record).toMatchObject({ credentialSubject: { verifiableCredential: [signed] } })
  })

  it('leaves out a proof: it would not fit', () => {
    expect(build('AchievementCredential', { ...credential, proof: { type: 'DataIntegrityProof' } })).not.toHaveProperty(
      'proof',
    )
  })

  it('refuses what the rules refuse, with pointer and reason', () => {
    expect(reasons('AchievementCredential', { ...credential, credentialSubject: { achievement } })).toEqual([
      'subject-unidentified /credentialSubject',
    ])
    expect(reasons('Achievement', { ...achievement, criteria: {} })).toEqual(['criteria-empty /criteria'])
    const result = [{ resultDescription: 'urn:example:nowhere' }]
    expect(reasons('AchievementSubject', { id: 'did:example:learner', achievement, result })).toEqual([
      'result-description-unknown /result/0/resultDescription',
    ])
    expect(reasons('AchievementCredential', { ...credential, validUntil: '2020-01-01T00:00:00Z' })).toEqual([
      'dates-reversed /validUntil',
    ])
  })

  it.each<[string, object, string]>([
    ['a needed member that is missing', { description: null }, 'member-missing '],
    ['a number for a text', { name: 7 }, 'value-kind /name'],
    ['a text for a number', { creditsAvailable: '3' }, 'value-kind /creditsAvailable'],
    ['a list for a text', { name: ['Algebra'] }, 'value-kind /name'],
    ['texts by language', { name: { en: 'Algebra' } }, 'value-kind /name'],
    ['nothing among something', { tag: ['algebra', null] }, 'value-kind /tag/1'],
    ['an unknown term', { achievementType: 'Curse' }, 'value-not-allowed /achievementType'],
    ['two terms in one', { achievementType: 'Award`, `Badge' }, 'value-not-allowed /achievementType'],
    ['an extension without a name', { achievementType: 'ext:' }, 'value-not-allowed /achievementType'],
    ['an extension in the middle', { achievementType: 'my ext:Camp' }, 'value-not-allowed /achievementType'],
    ['a text for an object', { criteria: 'Pass.' }, 'value-kind /criteria'],
    ['a type that is no name', { type: 7 }, 'value-kind /type/1'],
    ['a relative id', { id: 'algebra' }, 'value-format /id'],
    ['a JWS that is none', { endorsementJwt: ['e30'] }, 'value-format /endorsementJwt/0'],
    ['a strange member of a closed class', { image: { id: 'urn:example:1', alt: 'A' } }, 'member-unknown /image/alt'],
    ['a strange type of a closed class', { image: { id: 'urn:example:1', type: 'A' } }, 'type-missing /image/type'],
    ['a function among members of its own', { own: { a: [() => 1] } }, 'value-kind /own/a/0'],
    ['a date among members of its own', { own: new Date(0) }, 'value-kind /own'],
    ['a hole', { own: Array(1) }, 'value-kind /own/0'],
  ])('refuses %s', (_name, members, reason) => {
    expect(reasons('Achievement', { ...achievement, ...members })).toEqual([reason])
  })

  it('refuses what is no object, and what holds itself', () => {
    expect(reasons('Achievement', [])).toEqual(['value-kind '])
    const profile: { id: string; parentOrg?: object } = { id: 'did:example:school' }
    profile.parentOrg = profile
    expect(reasons('Profile', profile)).toEqual([`value-kind ${'/parentOrg'.repeat(127)}/type`])
  })

  it('refuses identities that are no hash but say so', () => {
    const identity = { hashed: true, identityHash: 'a@example.com', identityType: 'emailAddress' }
    expect(reasons('IdentityObject', identity)).toEqual(['value-format /identityHash'])
    expect(build('IdentityObject', { ...identity, hashed: false })).toMatchObject({ identityHash: 'a@example.com' })
  })

  it('refuses endorsements and credentials inside that are not valid as they are', () => {
    const endorsement = { ...build<object>('EndorsementCredential', endorsed), validFrom: new Date() }
    expect(reasons('Achievement', { ...achievement, endorsement: [endorsement] })).toEqual([
      'value-kind /endorsement/0/validFrom',
    ])
    const { id: _, ...nameless } = build<JsonObject>('EndorsementCredential', endorsed)
    expect(reasons('Achievement', { ...achievement, endorsement: [{ ...nameless, '@context': [vcdm2] }] })).toEqual([
      'member-missing /endorsement/0',
      'context-position /endorsement/0/@context/1',
    ])
    const inner = {
      ...build<JsonObject>('AchievementCredential', credential),
      credentialSubject: { id: 'urn:example:1' },
    }
    const subject = { id: 'did:example:learner', verifiableCredential: [inner, 'e30.e30.c2ln'] }
    expect(reasons('ClrCredential', { ...credential, name: 'Transcript', credentialSubject: subject })).toEqual([
      'value-kind /credentialSubject/verifiableCredential/1',
      'member-missing /credentialSubject/verifiableCredential/0/credentialSubject',
      'member-missing /credentialSubject/verifiableCredential/0/credentialSubject',
    ])
  })

  it('refuses a status that nobody can look up, also of an endorsement inside', () => {
    const type = ['VerifiableCredential', 'EndorsementCredential']
    const id = 'urn:example:endorsement'
    const credentialSubject = { ...endorsed.credentialSubject, type: ['EndorsementSubject'] }
    const entry = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94',
      statusListCredential: 'https://university.example/status',
    }
    const withStatus = (credentialStatus: object) => ({
      ...credential,
      credentialStatus,
      endorsement: [{ ...endorsed, '@context': [vcdm2, ob], id, type, credentialSubject, credentialStatus }],
    })
    for (const statusListIndex of ['0', 94])
      expect(build('AchievementCredential', withStatus({ ...entry, statusListIndex }))).toHaveProperty('endorsement')
    for (const change of [
      { statusPurpose: undefined },
      { statusListCredential: 'status' },
      { statusListIndex: -1 },
      { statusListIndex: ['94'] },
      { type: 'StatusList2021Entry', statusListIndex: 'last' },
    ])
      expect(reasons('AchievementCredential', withStatus({ ...entry, ...change }))).toEqual([
        'status-incomplete /endorsement/0/credentialStatus',
        'status-incomplete /credentialStatus',
      ])
  })

  it('refuses dates of VCDM 1.1', () => {
    const dates = { issuanceDate: '2026-05-31T09:00:00Z', expirationDate: '2027-05-31T09:00:00Z' }
    expect(reasons('AchievementCredential', { ...credential, ...dates })).toEqual([
      'date-of-other-version /issuanceDate',
      'date-of-other-version /expirationDate',
    ])
  })

  it('refuses a source of random bytes that is none', () => {
    expect(() => build('Achievement', achievement, { random: 3 as never })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })

  it('builds in spite of warnings', () => {
    const resultDescription = [
      { id: 'urn:example:grade', name: 'Grade', resultType: 'LetterGrade' },
      {
        id: 'urn:example:rubric',
        name: 'Rubric',
        resultType: 'RubricCriterion',
        rubricCriterionLevel: [{ id: 'urn:example:good', name: 'Good' }],
      },
    ]
    const result = [{ resultDescription: 'urn:example:grade', achievedLevel: 'urn:example:good' }]
    const subject = { id: 'did:example:learner', achievement: { ...achievement, resultDescription }, result }
    expect(build('AchievementSubject', subject)).toHaveProperty('result')
  })

  it('tells the first reasons in the message and counts the rest', () => {
    const tag = Array.from({ length: 8 }, () => 7)
    expect(() => build('Achievement', { ...achievement, tag })).toThrow(
      /^This is no valid Achievement: \/tag\/0: `tag` must be a string; it is a number\. .* And 3 more\.$/,
    )
  })
})
