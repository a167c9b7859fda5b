// Signs with a key that Testamur never sees. Any object with these three members is a signer.
import { generateKeyPairSync, sign } from 'node:crypto'
import type { JsonObject } from '@testamur/documents'
import type { Signer } from '@testamur/proofs/keys'
import { publicKeyFromJwk } from '@testamur/proofs/keys'
import { achievementCredential, issue, verify } from 'testamur'

// Stands for a hardware module or a key service, which would keep this to itself.
const hardware = generateKeyPairSync('ed25519')
const publicKey = publicKeyFromJwk(hardware.publicKey.export({ format: 'jwk' }) as JsonObject)
if (publicKey === undefined) throw new Error('not an Ed25519 key')

const did = `did:key:${publicKey.publicKeyMultibase}`
const signer: Signer = {
  verificationMethod: `${did}#${publicKey.publicKeyMultibase}`,
  algorithm: 'EdDSA',
  sign: (data) => new Uint8Array(sign(null, data, hardware.privateKey)),
}

const badge = achievementCredential({
  issuer: { id: did, name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: 'did:example:learner',
    achievement: {
      name: 'Statics',
      description: 'Forces at rest.',
      criteria: { narrative: 'Two midterms and a final examination.' },
    },
  },
})
const signed = await issue(badge, { signer })
console.log((await verify(signed)).outcome) // verified
