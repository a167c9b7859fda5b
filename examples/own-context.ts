// Adds a member of the institution's own to a badge. Its context goes to whoever issues and whoever verifies; it is never fetched.
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievementCredential, issue, verify } from 'testamur'

const url = 'https://registrar.example.edu/contexts/honor-code.json'
const context = { '@context': { honorCode: 'https://registrar.example.edu/terms#honorCode' } }
const documents = { [url]: context }

const keys = memoryKeyStore()
const { controller, verificationMethod } = await keys.generate()
const badge = achievementCredential<{ honorCode: string }>({
  '@context': [url],
  issuer: { id: controller, name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  honorCode: 'kept',
  credentialSubject: {
    id: 'did:example:learner',
    achievement: {
      name: 'Statics',
      description: 'Forces at rest.',
      criteria: { narrative: 'Two midterms and a final examination.' },
    },
  },
})
const signed = await issue(badge, { signer: await keys.getSigner(verificationMethod), documents })

console.log((await verify(signed, { documents })).outcome) // verified
console.log((await verify(signed)).errors[0]?.code) // context-unknown
