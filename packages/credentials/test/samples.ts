import type { JsonObject, JsonValue } from '@testamur/documents/json'

const issuer = { id: 'did:web:university.example', type: ['Profile'], name: 'Example University' }

/** A valid badge with a grade and a rubric, as JSON. */
export const badge: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2d01',
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer,
  validFrom: '2026-05-31T09:00:00Z',
  validUntil: '2036-05-31T09:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    activityStartDate: '2026-01-12T00:00:00Z',
    activityEndDate: '2026-05-15T00:00:00Z',
    achievement: {
      id: 'urn:example:algebra',
      type: ['Achievement'],
      achievementType: 'Course',
      name: 'Algebra',
      description: 'Groups, rings and fields.',
      criteria: { narrative: 'Pass the examination.' },
      creditsAvailable: 3,
      resultDescription: [
        { id: 'urn:example:grade', type: ['ResultDescription'], name: 'Grade', resultType: 'LetterGrade' },
        { id: 'urn:example:status', type: ['ResultDescription'], name: 'Status', resultType: 'Status' },
        {
          id: 'urn:example:rubric',
          type: ['ResultDescription'],
          name: 'Proofs',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [{ id: 'urn:example:mastered', type: ['RubricCriterionLevel'], name: 'Mastered' }],
        },
      ],
    },
    result: [
      { type: ['Result'], resultDescription: 'urn:example:grade', value: 'A' },
      { type: ['Result'], resultDescription: 'urn:example:status', status: 'Completed' },
      { type: ['Result'], resultDescription: 'urn:example:rubric', achievedLevel: 'urn:example:mastered' },
    ],
  },
}

/** A valid learner record of that badge, a programme above it and a programme above that, as JSON. */
export const record: JsonObject = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2d02',
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Transcript',
  issuer,
  validFrom: '2026-06-01T09:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['ClrSubject'],
    verifiableCredential: [badge],
    achievement: ['mathematics', 'sciences'].map((name) => ({
      id: `urn:example:${name}`,
      type: ['Achievement'],
      name,
      description: `Programme of ${name}`,
      criteria: { id: `https://university.example/${name}` },
    })),
    association: [
      associationOf('isChildOf', 'algebra', 'mathematics'),
      associationOf('isParentOf', 'sciences', 'mathematics'),
    ],
  },
}

/** A valid endorsement, as JSON. */
export const endorsement: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2d03',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Endorsement',
  issuer: 'https://employer.example',
  validFrom: '2026-06-01T09:00:00Z',
  credentialSubject: {
    id: 'urn:example:algebra',
    type: ['EndorsementSubject'],
    endorsementComment: 'What we look for.',
  },
}

/** A valid credential of a type that neither Open Badges nor CLR has, as JSON. */
export const otherCredential: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2d04',
  type: ['VerifiableCredential'],
  name: 'Library card',
  issuer: { id: 'did:web:library.example', name: 'Example Library' },
  validFrom: '2026-06-01T09:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}

/** A valid presentation of that badge, as JSON. */
export const presentation: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: 'did:example:learner',
  verifiableCredential: [badge],
}

/** An association between two achievements of the record, as JSON. */
export function associationOf(associationType: string, source: string, target: string): JsonObject {
  return {
    type: 'Association',
    associationType,
    sourceId: `urn:example:${source}`,
    targetId: `urn:example:${target}`,
  }
}

/** Returns a copy of a document with another value at a pointer; without the member when the value is `undefined`. */
export function changed(document: JsonObject, pointer: string, value: JsonValue | undefined): JsonObject {
  const copy = structuredClone(document)
  const tokens = pointer.split('/').slice(1)
  const last = tokens.pop() ?? ''
  let parent: JsonObject | JsonValue[] = copy
  for (const token of tokens) parent = (parent as JsonObject)[token] as JsonObject | JsonValue[]
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (value === undefined) delete (parent as JsonObject)[last]
  else (parent as JsonObject)[last] = value
  return copy
}
