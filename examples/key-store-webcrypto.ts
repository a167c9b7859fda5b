// A learner's keys, which no script can read. In a page, give `database` and they outlive it; here they are in memory.
import { webCryptoKeyStore } from '@testamur/proofs/key-stores/webcrypto'
import { achievementCredential, issue, verify } from 'testamur'

const database = 'indexedDB' in globalThis ? 'wallet-keys' : undefined
const keys = webCryptoKeyStore({ database })
const { controller, verificationMethod } = await keys.generate({ algorithm: 'ES256' })
const signer = await keys.getSigner(verificationMethod)

const badge = achievementCredential({
  issuer: { id: controller, name: 'A learner, about themselves' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: controller,
    achievement: {
      name: 'First aid',
      description: 'What to do until help comes.',
      criteria: { narrative: 'A course of nine hours.' },
    },
  },
})
const signed = await issue(badge, { signer })
console.log((await verify(signed)).outcome) // verified
console.log(JSON.stringify(keys)) // {}
