// A learner shows one of three results, and nobody can add, change or hide what the university made mandatory.
// Needs the package @digitalbazaar/ecdsa-sd-2023-cryptosuite beside Testamur.
import { contextSource } from '@testamur/documents/contexts'
import { generatePrivateJwk, signerFromJwk } from '@testamur/proofs/keys'
import { addBaseProof, deriveCredential } from '@testamur/proofs/selective-disclosure'
import { achievementCredential, verify } from 'testamur'

const contexts = contextSource()

// The university signs every statement with a P-256 key.
const signer = await signerFromJwk(await generatePrivateJwk({ algorithm: 'ES256' }))
const badge = achievementCredential({
  issuer: { id: signer.verificationMethod.replace(/#.*/, ''), name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: 'did:example:learner',
    achievement: {
      id: 'urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002',
      name: 'Mechanics',
      description: 'Forces, motion, energy.',
      criteria: { narrative: 'Three examinations.' },
    },
    result: [{ value: 'A' }, { value: 'B' }, { value: 'C' }],
  },
})
const mandatoryPointers = ['/credentialSubject/achievement']
const signed = await addBaseProof(badge, { signer, contexts, mandatoryPointers })

// The base proof is for the learner, who derives from it what an employer sees.
const shown = await deriveCredential(signed, { selectivePointers: ['/credentialSubject/result/0'], contexts })
console.log(JSON.stringify(shown['credentialSubject'])) // …"name":"Mechanics"…"result":[{"type":["Result"],"value":"A"}]…
console.log((await verify(shown)).outcome) // verified

// Whoever leaves out what is mandatory is found out.
const { validFrom: _, ...hidden } = shown
console.log((await verify(hidden)).errors.map(({ code }) => code).join()) // …signature-invalid…
