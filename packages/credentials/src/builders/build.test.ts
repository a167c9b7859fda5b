import { describe, expect, it } from 'vitest'
import { build } from './build.js'

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
const vcdm2 = 'https://www.w3.org/ns/credentials/v2'
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/** The code, pointer and message of each reason why something is not built. */
function reasons(className: Parameters<typeof build>[0], input: object): string[] {
  try {
    build(className, input)
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

  it('names the contexts that a credential uses, in order', () => {
    const subject = { id: 'did:example:learner', verifiableCredential: [build('AchievementCredential', credential)] }
    const record = { ...credential, name: 'Transcript', credentialSubject: subject }
    expect(build('ClrCredential', record)).toMatchObject({ '@context': [vcdm2, clr, ob] })
    const credentialStatus = { id: 'https://university.example/status', type: '1EdTechRevocationList' }
    expect(build('ClrCredential', { ...record, credentialStatus })).toMatchObject({
      '@context': [vcdm2, clr, ob, extensions],
    })
    const credentialSchema = [{ id: 'https://purl.imsglobal.org/schema.json', type: '1EdTechJsonSchemaValidator2019' }]
    expect(build('AchievementCredential', { ...credential, credentialSchema })).toMatchObject({
      '@context': [vcdm2, ob, extensions],
    })
    const refreshService = { id: 'https://university.example/refresh', type: '1EdTechCredentialRefresh' }
    const own = { '@context': ['https://university.example/context', { honors: 'https://university.example/honors' }] }
    expect(build('AchievementCredential', { ...credential, ...own, refreshService })).toMatchObject({
      '@context': [vcdm2, ob, extensions, ...own['@context']],
    })
    const bitstring = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }
    expect(build('AchievementCredential', { ...credential, credentialStatus: bitstring })).toMatchObject({
      '@context': [vcdm2, ob],
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
    for (const validFrom of ['2026-05-31', 'today', new Date(Number.NaN), 0, new Date(Date.UTC(12_026, 0, 1))]) {
      expect(reasons('AchievementCredential', { ...credential, validFrom })).toEqual(['value-format /validFrom'])
    }
    expect(reasons('Profile', { id: 'did:example:learner', dateOfBirth: '31.5.2001' })).toEqual([
      'value-format /dateOfBirth',
    ])
    const credentialSubject = { ...credential.credentialSubject, creditsEarned: Number.NaN }
    expect(reasons('AchievementCredential', { ...credential, credentialSubject })).toEqual([
      'value-format /credentialSubject/creditsEarned',
    ])
  })

  it('leaves out what says nothing', () => {
    const empty = { fieldOfStudy: null, version: undefined, tag: [], alignment: [null] }
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

  it('refuses what only callers without types can write', () => {
    expect(reasons('Achievement', { name, criteria: { id: 'https://university.example/algebra' } })).toEqual([
      'member-missing ',
    ])
    expect(reasons('Image', { id: 'https://university.example/badge.png', alt: 'A badge' })).toEqual([
      'member-unknown /alt',
    ])
    expect(() => build('Achievement', [])).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
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
    const associations = Array.from({ length: 4 }, () => ({
      associationType: 'isPeerOf',
      sourceId: 'urn:a',
      targetId: 'urn:b',
    }))
    const subject = { id: 'did:example:learner', verifiableCredential: [credential], association: associations }
    const record = { ...credential, name: 'Transcript', credentialSubject: subject }
    expect(() => build('ClrCredential', record)).toThrow(
      /^This is no valid ClrCredential: \/credentialSubject\/association\/0\/sourceId: `sourceId` must be .* And 3 more\.$/,
    )
  })
})
