import type { JsonObject } from '@testamur/documents'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import type { Signer } from '@testamur/proofs/keys'
import { issue } from '../src/issue/issue.js'

export const learner = 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c11'
export const now = new Date('2026-06-01T00:00:00Z')

/** An issuer whose did:key is its id. */
export interface TestIssuer {
  readonly id: string
  readonly signer: Signer
}

export async function testIssuer(): Promise<TestIssuer> {
  const keys = memoryKeyStore()
  const { verificationMethod, controller } = await keys.generate()
  return { id: controller, signer: await keys.getSigner(verificationMethod) }
}

/** An unsigned badge for one course. */
export function course(issuer: string, number: number, members: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-00000000000${number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `Course ${number}`,
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: {
      id: learner,
      type: ['AchievementSubject'],
      creditsEarned: 3.5,
      term: 'Spring 2026',
      achievement: {
        id: `urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-00000000000${number}`,
        type: ['Achievement'],
        achievementType: 'Course',
        name: `Calculus ${number}`,
        description: 'Limits, derivatives, integrals',
        criteria: { narrative: 'Homework, two midterms and a final exam.' },
        resultDescription: [
          {
            id: `urn:uuid:77777777-8a3b-4b39-8a2c-00000000000${number}`,
            type: ['ResultDescription'],
            name: 'Final grade',
            resultType: 'LetterGrade',
          },
        ],
      },
      result: [
        { type: ['Result'], resultDescription: `urn:uuid:77777777-8a3b-4b39-8a2c-00000000000${number}`, value: 'A' },
      ],
    },
    ...members,
  }
}

/** An unsigned record that holds the given credentials. */
export function record(
  issuer: string,
  credentials: readonly (JsonObject | string)[],
  members: JsonObject = {},
): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-9f1ad0b1d2b1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript',
    issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: { id: learner, type: ['ClrSubject'], verifiableCredential: [...credentials] },
    ...members,
  }
}

/** Signs a credential as it is, without asking whether it makes sense. */
export const signed = (credential: JsonObject, { signer }: TestIssuer): Promise<JsonObject> =>
  issue(credential, { signer, now, validate: false }) as Promise<JsonObject>
