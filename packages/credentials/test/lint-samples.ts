import type { JsonObject } from '@testamur/documents/json'
import { changed, endorsement } from './samples.js'

const vcdm2 = 'https://www.w3.org/ns/credentials/v2'
const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const web = 'https://university.example'

const issuer: JsonObject = {
  id: 'did:web:university.example',
  type: ['Profile'],
  name: 'Example University',
  url: web,
  description: 'A public university, accredited by the Example Commission.',
  otherIdentifier: [{ type: 'IdentifierEntry', identifierType: 'ext:OPEID', identifier: '00999900' }],
}

/** A credential that awards an achievement, as JSON. */
function award(number: number, subject: JsonObject, members: JsonObject = {}): JsonObject {
  return {
    '@context': [vcdm2, openBadges],
    id: `urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2e0${number}`,
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: 'did:web:university.example', type: ['Profile'], name: 'Example University' },
    validFrom: '2026-06-01T09:00:00Z',
    ...members,
    credentialSubject: { id: 'did:example:learner', type: ['AchievementSubject'], ...subject },
  }
}

/** An achievement of which there is nothing to say, as JSON. */
function achievementOf(achievementType: string, name: string, members: JsonObject): JsonObject {
  const page = `${web}/${name.toLowerCase().replaceAll(' ', '-')}`
  return {
    id: page,
    type: ['Achievement'],
    achievementType,
    name,
    inLanguage: 'en-US',
    criteria: { id: `${page}/criteria`, narrative: `Pass every examination and project in ${name}.` },
    tag: ['engineering'],
    image: { id: `${page}.png`, type: 'Image', caption: `The seal of ${name}` },
    endorsement: [changed(endorsement, '/credentialSubject/id', page)],
    ...members,
  }
}

const course = (name: string, humanCode: string): JsonObject =>
  achievementOf('Course', name, {
    humanCode,
    description: `${humanCode}: forces, and what bears them.`,
    creditsAvailable: 3,
    tag: ['pesc:CourseCreditUnits=Semester'],
    resultDescription: [
      {
        id: `${web}/grade`,
        type: ['ResultDescription'],
        name: 'Grade',
        resultType: 'LetterGrade',
        allowedValue: ['F', 'D', 'C', 'B', 'A'],
      },
      { id: `${web}/status`, type: ['ResultDescription'], name: 'Status', resultType: 'Status' },
    ],
  })

const grade = (value: string): JsonObject => ({ type: ['Result'], resultDescription: `${web}/grade`, value })
const status = (value: string): JsonObject => ({ type: ['Result'], resultDescription: `${web}/status`, status: value })

const isPartOf = (source: string, target: string): JsonObject => ({
  type: 'Association',
  associationType: 'isPartOf',
  sourceId: `${web}/${source}`,
  targetId: `${web}/${target}`,
})

/**
 * A transcript that no rule has anything to say about: a course that is finished, one that goes on, a degree that both
 * count for, and the average over everything.
 */
export const goodTranscript: JsonObject = {
  '@context': [vcdm2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', openBadges, extensions],
  id: 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2e00',
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Transcript',
  issuer,
  validFrom: '2026-06-01T09:00:00Z',
  awardedDate: '2026-06-01T09:00:00Z',
  validUntil: '2036-06-01T09:00:00Z',
  credentialStatus: { id: `${web}/status/1`, type: '1EdTechRevocationList' },
  credentialSubject: {
    id: 'did:example:learner',
    type: ['ClrSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
        identityType: 'emailAddress',
        salt: 'Kosher',
      },
    ],
    verifiableCredential: [
      award(1, {
        term: 'Fall 2025',
        activityStartDate: '2025-08-24T00:00:00Z',
        activityEndDate: '2025-12-12T00:00:00Z',
        creditsEarned: 3,
        achievement: course('Statics', 'ENGR 201'),
        result: [grade('A'), status('Completed')],
      }),
      award(2, {
        term: 'Summer 2026',
        activityStartDate: '2026-05-24T00:00:00Z',
        activityEndDate: '2026-08-12T00:00:00Z',
        achievement: course('Dynamics', 'ENGR 202'),
        result: [status('InProgress')],
      }),
      award(3, {
        achievement: achievementOf('Achievement', 'Grade point average', {
          description: 'The average over all courses with a grade.',
          criteria: { narrative: 'The registrar computes it from the grades of all courses that were passed.' },
          resultDescription: [
            {
              id: `${web}/average`,
              type: ['ResultDescription'],
              name: 'Cumulative grade point average',
              resultType: 'GradePointAverage',
              valueMin: '0.0',
              valueMax: '4.0',
            },
          ],
        }),
        result: [{ type: ['Result'], resultDescription: `${web}/average`, value: '3.75' }],
      }),
    ],
    achievement: [
      achievementOf('BachelorDegree', 'Bachelor of Science', {
        description: 'Four years of engineering.',
        alignment: [
          {
            type: ['Alignment'],
            targetType: 'ext:Level',
            targetName: 'Level 6',
            targetFramework: 'European Qualifications Framework (EQF)',
            targetUrl: 'https://levels.example/eqf/6',
          },
        ],
      }),
    ],
    association: [isPartOf('statics', 'bachelor-of-science'), isPartOf('dynamics', 'bachelor-of-science')],
  },
}

/** A microcredential that no rule has anything to say about, whichever way it shows the learning. */
export const goodMicrocredential: JsonObject = award(
  4,
  {
    activityStartDate: '2026-03-02T00:00:00Z',
    activityEndDate: '2026-05-29T00:00:00Z',
    achievement: achievementOf('MicroCredential', 'Welding', {
      description: 'Joins of mild steel by shielded metal arcs.',
      alignment: [
        {
          type: ['Alignment'],
          targetType: 'CFItem',
          targetName: 'Joins mild steel',
          targetFramework: 'Skills of the metal trades',
          targetUrl: 'https://frameworks.example/ims/case/v1p1/CFItems/5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11',
        },
        {
          type: ['Alignment'],
          targetType: 'ext:Level',
          targetName: 'Level 4',
          targetFramework: 'EQF',
          targetUrl: 'https://levels.example/eqf/4',
        },
      ],
      resultDescription: [
        {
          id: `${web}/score`,
          type: ['ResultDescription'],
          name: 'Score',
          resultType: 'Percent',
          valueMin: '0',
          valueMax: '100',
        },
      ],
    }),
    result: [{ type: ['Result'], resultDescription: `${web}/score`, value: '92' }],
  },
  { issuer, evidence: [{ type: ['Evidence'], name: 'Weld sample', narrative: 'A butt joint, tested to breaking.' }] },
)

/** An experience that no rule has anything to say about. */
export const goodExperience: JsonObject = award(
  5,
  {
    achievement: achievementOf('CommunityService', 'River cleanup', {
      description: 'Clearing the banks of the river.',
      tag: ['WSL2'],
      creator: { id: 'https://river.example', type: ['Profile'], name: 'Friends of the River' },
      alignment: [
        {
          type: ['Alignment'],
          targetType: 'ext:Outcome',
          targetName: 'Civic engagement',
          targetFramework: 'Outcomes of general education',
          targetUrl: `${web}/outcomes/civic-engagement`,
        },
      ],
      resultDescription: [
        { id: `${web}/hours`, type: ['ResultDescription'], name: 'Hours of service', resultType: 'Result' },
      ],
    }),
    result: [{ type: ['Result'], resultDescription: `${web}/hours`, value: '12' }],
  },
  { issuer },
)
