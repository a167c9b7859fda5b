import type { VerifiableCredential } from '@testamur/documents'
import { assertType, describe, expectTypeOf, it } from 'vitest'
import type {
  Achievement,
  AchievementCredential,
  AchievementSubject,
  AchievementType,
  ClrCredential,
  Criteria,
  EndorsementCredential,
  Evidence,
  Image,
  ResultStatusType,
} from '../index.js'

describe('enumerations', () => {
  it('take the known terms and, where extensible, terms of one’s own', () => {
    assertType<AchievementType>('Course')
    assertType<AchievementType>('ext:Bootcamp')
    // @ts-expect-error neither known nor marked as an extension
    assertType<AchievementType>('Bootcamp')
    // @ts-expect-error not extensible
    assertType<ResultStatusType>('ext:Paused')
  })

  it('keep the known terms apart from the others, so that editors complete them', () => {
    expectTypeOf<Extract<AchievementType, 'CoCurricular'>>().toEqualTypeOf<'CoCurricular'>()
  })
})

describe('classes', () => {
  it('take documents as JSON has them', () => {
    const badge = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: 'urn:example:badge',
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { id: 'did:web:university.example', type: ['Profile'] },
      validFrom: '2026-05-31T09:00:00Z',
      credentialSubject: {
        id: 'did:example:learner',
        type: ['AchievementSubject'],
        achievement: {
          id: 'urn:example:algebra',
          type: 'Achievement',
          name: 'Algebra',
          description: 'Groups.',
          criteria: { narrative: 'Pass.' },
        },
      },
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    }
    assertType<AchievementCredential>(badge)
    assertType<VerifiableCredential>(badge)
  })

  it('take constants', () => {
    const evidence = { type: ['Evidence'], name: 'Thesis' } as const
    assertType<Evidence>(evidence)
  })

  it('are verifiable credentials', () => {
    expectTypeOf<AchievementCredential>().toExtend<VerifiableCredential>()
    expectTypeOf<ClrCredential>().toExtend<VerifiableCredential>()
    expectTypeOf<EndorsementCredential>().toExtend<VerifiableCredential>()
  })

  it('name needed members that are missing', () => {
    // @ts-expect-error Property 'criteria' is missing
    assertType<Achievement>({
      id: 'urn:example:algebra',
      type: ['Achievement'],
      name: 'Algebra',
      description: 'Groups.',
    })
  })

  it('need one of some members', () => {
    assertType<Criteria>({ id: 'https://university.example/algebra' })
    // @ts-expect-error neither id nor narrative
    assertType<Criteria>({})
    // @ts-expect-error neither id nor identifier
    assertType<AchievementSubject>({ type: ['AchievementSubject'], achievement: {} as Achievement })
  })

  it('take no members they do not have', () => {
    // @ts-expect-error `alt` is no member of Image
    assertType<Image>({ id: 'https://university.example/badge.png', type: 'Image', alt: 'A badge' })
  })

  it('cannot be changed in place', () => {
    const achievement = {} as Achievement
    // @ts-expect-error members are read-only
    achievement.name = 'Geometry'
    // @ts-expect-error so are arrays
    achievement.tag?.push('mathematics')
  })
})
