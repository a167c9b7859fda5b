// Lints a co-curricular record by the high-impact practices of one's own state, with hours and levels.
import { type LintPractice, lint, lintProfiles } from '@testamur/credentials/lint'
import { achievement, achievementCredential, clrCredential, resultDescription } from 'testamur'

// The list of the state: each practice with its code, and its levels with the hours that belong to them.
const practices: readonly LintPractice[] = [
  {
    name: 'Service learning',
    tags: ['SL'],
    levels: [
      { tag: 'SL1', title: 'service learning of under 15 hours', hours: { max: 14 } },
      { tag: 'SL2', title: 'service learning of 15 hours and more', hours: { min: 15 } },
    ],
    achievementTypes: ['CommunityService', 'Course'],
  },
  { name: 'Peer tutoring', tags: ['PT'], achievementTypes: ['CoCurricular'] },
]
const { cocurricular } = lintProfiles
const profile = { ...cocurricular, name: 'our-state', settings: { ...cocurricular.settings, practices } }

const issuer = { id: 'did:web:registrar.example.edu', name: 'Example University' }
const learner = 'did:example:learner'
const validFrom = new Date('2026-05-17T00:00:00Z')

const hours = resultDescription({ name: 'Hours of service', resultType: 'Result' })
const cleanup = achievement({
  id: 'https://registrar.example.edu/service/river-cleanup',
  achievementType: 'CommunityService',
  name: 'River cleanup',
  description: 'Clearing the banks of the river of what the flood left.',
  criteria: { narrative: 'Serve at least 15 hours, and present what was found to the city council.' },
  creator: { id: 'https://river.example', name: 'Friends of the River' },
  tag: ['SL2'],
  resultDescription: [hours],
  alignment: [
    {
      targetType: 'ext:LearningOutcome',
      targetName: 'Civic engagement',
      targetFramework: 'Outcomes of general education',
      targetUrl: 'https://registrar.example.edu/outcomes/civic-engagement',
    },
  ],
})
const tutoring = achievement({
  id: 'https://registrar.example.edu/activities/tutoring',
  achievementType: 'CoCurricular',
  name: 'Tutor in statics',
  description: 'Weekly hours of help for students of engineering.',
  criteria: { narrative: 'Complete the training of tutors, and work in the tutoring center for a semester.' },
})
const record = clrCredential({
  name: 'Co-curricular record',
  issuer,
  validFrom,
  credentialSubject: {
    id: learner,
    verifiableCredential: [
      achievementCredential({
        issuer,
        validFrom,
        credentialSubject: {
          id: learner,
          achievement: cleanup,
          result: [{ resultDescription: hours, value: '12' }],
        },
      }),
      achievementCredential({ issuer, validFrom, credentialSubject: { id: learner, achievement: tutoring } }),
    ],
  },
})

const { findings } = lint(record, { profile })
const aboutPractices = findings.filter(({ rule }) => rule === 'Q18')
for (const { pointer, message, why } of aboutPractices) console.log(`${pointer}\n  ${message}\n  ${why}`)
console.log(aboutPractices.map(({ code }) => code).join(' ')) // practice-hours-unexpected practice-missing practice-hours-missing sponsor-missing outcome-missing
