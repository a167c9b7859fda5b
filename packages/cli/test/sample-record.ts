// A learner record of three courses, not signed yet.

const vcdm = 'https://www.w3.org/ns/credentials/v2'
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const uuid = (kind: number, index: number): string =>
  `urn:uuid:5a9c7f7c-2b7e-4a53-9d0e-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`

/** Returns a record of an issuer. */
export function sampleRecord(issuer: string, { number = 1 } = {}): Record<string, unknown> {
  return {
    '@context': [vcdm, clr, ob],
    id: uuid(number, 0),
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript',
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      type: ['ClrSubject'],
      id: 'did:example:learner',
      verifiableCredential: ['A', 'B', 'C'].map((grade, index) => course(issuer, number, index + 1, grade)),
    },
  }
}

function course(issuer: string, record: number, index: number, grade: string): object {
  const resultDescription = uuid(9000 + record, index)
  return {
    '@context': [vcdm, ob],
    id: uuid(1000 + record, index),
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      id: 'did:example:learner',
      achievement: {
        id: uuid(2000 + record, index),
        type: ['Achievement'],
        achievementType: 'Course',
        name: `Calculus ${index}`,
        humanCode: `MATH ${100 + index}`,
        description: 'A course',
        criteria: { narrative: 'Pass the examination' },
        resultDescription: [
          { id: resultDescription, type: ['ResultDescription'], name: 'Grade', resultType: 'LetterGrade' },
        ],
      },
      result: [{ type: ['Result'], resultDescription, value: grade }],
    },
  }
}
