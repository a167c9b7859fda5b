// A learner shows a badge to an employer, who has asked for it with a challenge: once by a proof, once by a token.
import { contextSource } from '@testamur/documents/contexts'
import { addProof } from '@testamur/proofs'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { createVpJwt } from '@testamur/proofs/vc-jwt'
import { achievementCredential, issue, verify } from 'testamur'

const keys = memoryKeyStore()
const university = await keys.generate()
const learner = await keys.generate()

const badge = await issue(
  achievementCredential({
    issuer: { id: university.controller, name: 'Example University' },
    validFrom: new Date('2026-05-17T00:00:00Z'),
    credentialSubject: {
      id: learner.controller,
      achievement: {
        name: 'Statics',
        description: 'Forces at rest.',
        criteria: { narrative: 'Two midterms and a final examination.' },
      },
    },
  }),
  { signer: await keys.getSigner(university.verificationMethod) },
)

// The employer sends a challenge that nobody can foresee, and says who it is.
const challenge = crypto.randomUUID()
const domain = 'https://employer.example'

// The learner signs the presentation for that challenge and for that employer.
const presentation = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: learner.controller,
  verifiableCredential: [badge],
}
const signer = await keys.getSigner(learner.verificationMethod)
const shown = await addProof(presentation, {
  signer,
  contexts: contextSource(),
  proofPurpose: 'authentication',
  challenge,
  domain,
})

// The employer verifies the presentation, each credential in it, and that they are about whoever shows them.
const options = { challenge, domain, recipient: { id: learner.controller } }
const report = await verify(shown, options)
console.log(report.outcome, report.mediaType) // verified application/vp
for (const { pointer, outcome } of report.credentials) console.log(pointer, outcome) // /verifiableCredential/0 verified

// The same as a token.
const token = await createVpJwt(presentation, { signer, challenge, domain })
const fromToken = await verify(token, options)
console.log(fromToken.outcome, fromToken.mediaType) // verified application/vp+jwt

// Shown again later, it answers the wrong challenge. The badge alone answers none.
const replayed = await verify(shown, { ...options, challenge: crypto.randomUUID() })
console.log(replayed.outcome, replayed.errors[0]?.code) // rejected proof-challenge
const alone = await verify(badge, options)
console.log(alone.outcome, alone.errors[0]?.code) // rejected presentation-expected
