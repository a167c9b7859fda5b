// Builds an Open Badge for one course, with its grade, and signs it. data/badge.json was made this way.
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievement, achievementCredential, identityObject, issue, resultDescription, verify } from 'testamur'

const keys = memoryKeyStore()
const { controller, verificationMethod } = await keys.generate()

// What can be achieved. Keep it, with its id, and use it in every badge that awards it.
const grade = resultDescription({
  name: 'Final grade',
  resultType: 'LetterGrade',
  allowedValue: ['F', 'D', 'C', 'B', 'A'],
})
const statics = achievement({
  achievementType: 'Course',
  humanCode: 'ENGR 201',
  name: 'Statics',
  description: 'Forces at rest: equilibrium, trusses, friction.',
  criteria: { narrative: 'Weekly problems, two midterms and a final examination.' },
  creditsAvailable: 3,
  resultDescription: [grade],
})

// That somebody achieved it.
const badge = achievementCredential({
  name: 'Statics',
  issuer: { id: controller, name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: 'did:example:learner',
    identifier: [identityObject({ identityType: 'emailAddress', identity: 'learner@mail.example' })],
    achievement: statics,
    creditsEarned: 3,
    term: 'Spring 2026',
    result: [{ resultDescription: grade, value: 'A' }],
  },
})

const signed = await issue(badge, { signer: await keys.getSigner(verificationMethod) })
console.log(JSON.stringify(signed, null, 2))
console.log((await verify(signed)).outcome) // verified
