// Builds a learner record: two courses that belong to a programme, and a degree that a course of another college counts towards.
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievement, achievementCredential, association, clrCredential, issue, verify } from 'testamur'

const keys = memoryKeyStore()
const university = await keys.generate()
const college = await keys.generate()

const learner = 'did:example:learner'
const validFrom = new Date('2026-05-17T00:00:00Z')
const criteria = { narrative: 'As the catalogue of 2025 says.' }
const issuer = { id: university.controller, name: 'Example University' }

// Programme, degree and courses, and how they relate.
const degree = achievement({
  achievementType: 'BachelorDegree',
  name: 'Bachelor of Science',
  description: 'Four years.',
  criteria,
})
const programme = achievement({
  achievementType: 'LearningProgram',
  name: 'Civil Engineering',
  description: 'Major.',
  criteria,
})
const statics = achievement({ achievementType: 'Course', name: 'Statics', description: 'Forces at rest.', criteria })
const dynamics = achievement({
  achievementType: 'Course',
  name: 'Dynamics',
  description: 'Forces in motion.',
  criteria,
})
const calculus = achievement({ achievementType: 'Course', name: 'Calculus', description: 'Limits.', criteria })

const award = (of: typeof degree, by = issuer) =>
  achievementCredential({ issuer: by, validFrom, credentialSubject: { id: learner, achievement: of } })

// What the college signed stays as it is; the university cannot sign for it.
const collegeIssuer = { id: college.controller, name: 'Example College' }
const transferred = await issue(award(calculus, collegeIssuer), {
  signer: await keys.getSigner(college.verificationMethod),
})

const record = clrCredential({
  name: 'Transcript',
  issuer,
  validFrom,
  credentialSubject: {
    id: learner,
    verifiableCredential: [award(degree), award(statics), award(dynamics), transferred],
    // Nobody is awarded the programme by itself, so the record speaks of it here.
    achievement: [programme],
    association: [
      association({ associationType: 'isChildOf', sourceId: programme, targetId: degree }),
      association({ associationType: 'isChildOf', sourceId: statics, targetId: programme }),
      association({ associationType: 'isChildOf', sourceId: dynamics, targetId: programme }),
      association({ associationType: 'isRelatedTo', sourceId: calculus, targetId: degree }),
    ],
  },
})

// Signs the three credentials of the university, then the record.
const signed = await issue(record, { signer: await keys.getSigner(university.verificationMethod) })
const report = await verify(signed)
console.log(report.outcome, report.credentials.length) // verified 4
