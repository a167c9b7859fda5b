// A record with a course of another college and an endorsed badge: who vouches for each achievement in it?
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import {
  achievement,
  achievementCredential,
  achievementHierarchy,
  clrCredential,
  endorsementCredential,
  issue,
  verify,
  vouchedAchievements,
} from 'testamur'

const keys = memoryKeyStore()
const university = await keys.generate()
const college = await keys.generate()
const shipyard = await keys.generate()
const signerOf = ({ verificationMethod }: typeof university) => keys.getSigner(verificationMethod)

const learner = 'did:example:learner'
const validFrom = new Date('2026-05-17T00:00:00Z')
const criteria = { narrative: 'As the catalogue of 2025 says.' }
const programme = achievement({ name: 'Naval Architecture', description: 'Major.', criteria })
const calculus = achievement({ name: 'Calculus', description: 'Limits, derivatives, integrals.', criteria })
const welding = achievement({ name: 'Welding', description: 'Joints of steel.', criteria })

// The shipyard endorses the university's badge, the college signs for its own course.
const endorsement = await issue(
  endorsementCredential({
    name: 'Endorsement by Example Shipyard',
    issuer: { id: shipyard.controller, name: 'Example Shipyard' },
    validFrom,
    credentialSubject: { id: welding.id, endorsementComment: 'This is what we ask of a welder.' },
  }),
  { signer: await signerOf(shipyard) },
)
const badge = achievementCredential({
  issuer: { id: university.controller, name: 'Example University' },
  validFrom,
  credentialSubject: { id: learner, achievement: { ...welding, endorsement: [endorsement] } },
})
const course = await issue(
  achievementCredential({
    issuer: { id: college.controller, name: 'Example College' },
    validFrom,
    credentialSubject: { id: learner, achievement: calculus },
  }),
  { signer: await signerOf(college) },
)
const verifiableCredential = [badge, course]
const record = await issue(
  clrCredential({
    name: 'Transcript',
    issuer: { id: university.controller, name: 'Example University' },
    validFrom,
    credentialSubject: {
      id: learner,
      verifiableCredential,
      ...achievementHierarchy(
        { achievement: programme, parts: [{ achievement: welding }, { achievement: calculus }] },
        { verifiableCredential },
      ),
    },
  }),
  { signer: await signerOf(university) },
)

const report = await verify(record)
console.log(report.outcome) // verified
const vouched = vouchedAchievements(report)
for (const { name, claim, issuer, endorsers } of vouched) {
  const others = endorsers.map((endorser) => endorser.name).join(', ') || 'nobody'
  console.log(`${name}: ${claim} by ${issuer.name}, endorsed by ${others}`) // Naval Architecture: listed by Example University, endorsed by nobody
}
console.log(vouched.map(({ name, claim }) => `${name} ${claim}`).join('; ')) // Naval Architecture listed; Welding awarded; Calculus awarded
console.log(vouched[2]?.issuer.name) // Example College
console.log(vouched[1]?.endorsers[0]?.name) // Example Shipyard
console.log(vouched[2]?.associations[0]?.associationType, vouched[2]?.associations[0]?.other.name) // isChildOf Naval Architecture
