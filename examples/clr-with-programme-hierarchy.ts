// Builds a learner record: a degree, its two programmes, and the courses in them, one of another college.
import { achievementHierarchy } from '@testamur/credentials'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievement, achievementCredential, clrCredential, issue, validate, verify } from 'testamur'

const keys = memoryKeyStore()
const university = await keys.generate()
const college = await keys.generate()

const learner = 'did:example:learner'
const validFrom = new Date('2026-05-17T00:00:00Z')
const criteria = { narrative: 'As the catalogue of 2025 says.' }

// What can be achieved.
const degree = achievement({
  achievementType: 'BachelorDegree',
  name: 'Bachelor of Science',
  description: 'Four years, 120 credits.',
  criteria,
})
const programme = (name: string, description: string) =>
  achievement({ achievementType: 'LearningProgram', name, description, criteria })
const course = (humanCode: string, name: string, description: string) =>
  achievement({ achievementType: 'Course', humanCode, name, description, criteria, creditsAvailable: 3 })

const engineering = programme('Civil Engineering', 'Major.')
const mathematics = programme('Mathematics', 'Minor.')
const statics = course('ENGR 201', 'Statics', 'Forces at rest.')
const dynamics = course('ENGR 202', 'Dynamics', 'Forces in motion.')
const calculus = course('MATH 110', 'Calculus', 'Limits, derivatives, integrals.')

// What the learner achieved. The college signs for its course; the university cannot.
const awardedBy = (id: string, name: string, of: typeof degree) =>
  achievementCredential({ issuer: { id, name }, validFrom, credentialSubject: { id: learner, achievement: of } })
const awards = [degree, statics, dynamics].map((each) => awardedBy(university.controller, 'Example University', each))
const transferred = await issue(awardedBy(college.controller, 'Example College', calculus), {
  signer: await keys.getSigner(college.verificationMethod),
})
const verifiableCredential = [...awards, transferred]

// How it hangs together. Calculus counts for both programmes; nobody is awarded the programmes by themselves.
const hierarchy = achievementHierarchy(
  {
    achievement: degree,
    parts: [
      {
        achievement: engineering,
        parts: [{ achievement: statics }, { achievement: dynamics }, { achievement: calculus }],
      },
      { achievement: mathematics, parts: [{ achievement: calculus }] },
    ],
  },
  { verifiableCredential },
)
const record = clrCredential({
  name: 'Transcript',
  issuer: { id: university.controller, name: 'Example University' },
  validFrom,
  credentialSubject: { id: learner, verifiableCredential, ...hierarchy },
})
console.log(record.credentialSubject.achievement?.map(({ name }) => name)) // [ 'Civil Engineering', 'Mathematics' ]
console.log(record.credentialSubject.association?.length, 'associations') // 6 associations

// Signs the three credentials of the university, then the record.
const signed = await issue(record, { signer: await keys.getSigner(university.verificationMethod) })
console.log(validate(signed).valid) // true
const report = await verify(signed)
console.log(report.outcome, report.credentials.length) // verified 4
