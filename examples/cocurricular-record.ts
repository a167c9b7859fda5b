// Builds a co-curricular record of high-impact practices: service learning, field work and community service, each with
// its category and a level by hours.
import {
  type Achievement,
  achievement,
  achievementCredential,
  clrCredential,
  type Result,
  result,
  resultDescription,
} from '@testamur/credentials'
import { validate } from '@testamur/credentials/validate'

const issuer = { id: 'did:web:records.example.edu', name: 'Example College' }
const learner = 'did:example:learner'
const validFrom = new Date('2026-05-17T00:00:00Z')

/** Levels of service learning as a college may define them: 1 under 10 hours, 2 from 10, 3 from 20. */
const serviceLevel = (count: number) => (count < 10 ? 'WSL1' : count < 20 ? 'WSL2' : 'WSL3')

const hours = resultDescription({ name: 'Hours', resultType: 'RawScore', valueMin: '0' })
const level = resultDescription({
  name: 'Level of service learning',
  resultType: 'PerformanceLevel',
  allowedValue: ['WSL1', 'WSL2', 'WSL3'],
})

const tutoring = achievement({
  achievementType: 'CoCurricular',
  name: 'Tutoring in the county library',
  description: 'Weekly help with homework for pupils of grades 3 to 6.',
  criteria: { narrative: 'Tutors for a semester, keeps a log and presents what was learned.' },
  creator: { id: 'https://library.example', name: 'County Library' },
  tag: ['high-impact practice', 'service learning'],
  resultDescription: [hours, level],
})
const survey = achievement({
  achievementType: 'Fieldwork',
  name: 'Survey of the river',
  description: 'Samples of water and a count of species at eleven places.',
  criteria: { narrative: 'Takes part on six days and signs the report.' },
  tag: ['high-impact practice', 'undergraduate research'],
  resultDescription: [hours],
})
const kitchen = achievement({
  achievementType: 'CommunityService',
  name: 'Community kitchen',
  description: 'Cooking and serving on Saturdays.',
  criteria: { narrative: 'Serves on at least four Saturdays.' },
  tag: ['civic engagement'],
  resultDescription: [hours],
})

const done = (of: Achievement, role: string, reached: Result[]) =>
  achievementCredential({
    issuer,
    validFrom,
    credentialSubject: {
      id: learner,
      achievement: of,
      role,
      activityStartDate: '2026-01-12T00:00:00Z',
      activityEndDate: '2026-05-08T00:00:00Z',
      result: reached,
    },
  })
const spent = (count: number) => result({ resultDescription: hours, value: String(count) })

const activities = [
  done(tutoring, 'Tutor', [spent(24), result({ resultDescription: level, value: serviceLevel(24) })]),
  done(survey, 'Assistant', [spent(36)]),
  done(kitchen, 'Cook', [spent(18)]),
]
const record = clrCredential({
  name: 'Co-curricular record',
  issuer,
  validFrom,
  partial: true, // the transcript is another record
  credentialSubject: { id: learner, verifiableCredential: activities },
})

for (const { credentialSubject } of activities) {
  const values = credentialSubject.result?.map(({ value }) => value)
  console.log(credentialSubject.achievement.achievementType, values?.join(' ')) // CoCurricular 24 WSL3
}
console.log(validate(record).valid) // true
