import { contextUrls } from '../src/contexts/context-urls.js'
import type { JsonObject } from '../src/json/interface.js'

const { credentialsV1, credentialsV2, clr201, openBadges303, ed25519Signature2020V1 } = contextUrls

/** An Open Badge with a proof, every name of which is defined. */
export const badge: JsonObject = {
  '@context': [credentialsV2, openBadges303],
  id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-9f1ad0b1d2b1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:example:issuer', type: ['Profile'], name: 'Example University', url: 'https://uni.example' },
  validFrom: '2026-05-17T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'a', identityType: 'emailAddress' }],
    achievement: {
      id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-111111111111',
      type: ['Achievement'],
      name: 'Statics',
      criteria: { narrative: 'Two midterms' },
      image: { id: 'https://uni.example/statics.png', type: 'Image', caption: 'Statics' },
      resultDescription: [
        { id: 'urn:uuid:5e4f', type: ['ResultDescription'], name: 'Grade', allowedValue: ['A', 'B'] },
      ],
    },
    result: [{ type: ['Result'], value: 'A' }],
  },
  credentialSchema: [{ id: 'https://uni.example/schema', type: 'JsonSchema' }],
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-05-17T00:00:00Z',
    verificationMethod: 'did:example:issuer#key',
    proofPurpose: 'assertionMethod',
    proofValue: 'z1',
  },
}

/** A CLR that holds a badge with contexts of its own. */
export const record: JsonObject = {
  '@context': [credentialsV2, clr201, openBadges303],
  id: 'urn:uuid:8f4a8f52',
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: 'did:example:issuer',
  partial: true,
  credentialSubject: {
    type: ['ClrSubject'],
    association: [{ type: 'Association', associationType: 'isChildOf', sourceId: 'urn:a:b', targetId: 'urn:a:c' }],
    verifiableCredential: [
      {
        '@context': [credentialsV2, openBadges303],
        type: ['VerifiableCredential', 'AchievementCredential'],
        issuer: { id: 'did:example:issuer', type: 'Profile' },
        credentialSubject: { type: 'AchievementSubject', achievement: { id: 'urn:a:d', type: 'Achievement' } },
      },
    ],
  },
}

/** A presentation, in which credentials begin without any context. */
export const presentation: JsonObject = {
  '@context': credentialsV2,
  type: 'VerifiablePresentation',
  holder: 'did:example:holder',
  verifiableCredential: [
    { '@context': [credentialsV2], type: ['VerifiableCredential'], issuer: 'did:example:issuer', name: 'One' },
  ],
}

/** A badge under VCDM 1.1. */
export const earlierBadge: JsonObject = {
  '@context': [credentialsV1, openBadges303, ed25519Signature2020V1],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:example:issuer', type: 'Profile', name: 'Example University' },
  issuanceDate: '2026-05-17T00:00:00Z',
  credentialSubject: { id: 'did:example:learner', type: 'AchievementSubject' },
  proof: { type: 'Ed25519Signature2020', created: '2026-05-17T00:00:00Z', proofPurpose: 'assertionMethod' },
}

/** Every kind of container, and names for keywords. */
export const containers: JsonObject = {
  '@context': {
    '@version': 1.1,
    ex: 'https://terms.example/#',
    id: '@id',
    type: '@type',
    Course: {
      '@id': 'ex:Course',
      '@context': { credits: { '@id': 'ex:credits' }, part: { '@id': 'ex:part', '@type': '@id' } },
    },
    about: { '@id': 'ex:about', '@type': '@vocab', '@context': { '@vocab': 'https://vocabulary.example/' } },
    byLanguage: { '@id': 'ex:byLanguage', '@container': '@language' },
    byIndex: { '@id': 'ex:byIndex', '@container': ['@index', '@set'] },
    byId: { '@id': 'ex:byId', '@container': '@id' },
    byType: { '@id': 'ex:byType', '@container': '@type' },
    raw: { '@id': 'ex:raw', '@type': '@json' },
    list: { '@id': 'ex:list', '@type': '@id', '@container': '@list' },
    graph: { '@id': 'ex:graph', '@container': '@graph' },
    from: { '@reverse': 'ex:from' },
    more: '@nest',
  },
  id: 'urn:a:b',
  about: ['statics', { title: 'Statics' }],
  byLanguage: { en: 'Statics', de: 'Statik' },
  byIndex: { a: { about: 'x' }, b: [{ id: 'urn:a:d' }] },
  byId: { 'urn:a:e': { about: 'x' } },
  byType: { Course: { credits: 4 } },
  raw: { anything: ['goes', { type: 'x' }] },
  list: ['urn:a:f', { id: 'urn:a:g', type: 'Course', credits: 3, part: { id: 'urn:a:c', about: 'Course' } }],
  graph: { id: 'urn:a:h', about: 'x' },
  from: { id: 'urn:a:i' },
  more: { about: 'y' },
}
