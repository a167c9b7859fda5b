// Signs a badge with a key on a PKCS#11 token: an HSM, a smart card, SoftHSM. Needs pkcs11js; without a token it says so.
import { didDocumentFor } from '@testamur/proofs/key-stores'
import { pkcs11KeyStore } from '@testamur/proofs/key-stores/pkcs11'
import { achievementCredential, issue, verify } from 'testamur'

const did = 'did:web:registrar.example.edu'
const verificationMethod = `${did}#key-1`
const { PKCS11_MODULE: module, PKCS11_TOKEN: tokenLabel, PKCS11_PIN: pin } = process.env
if (module === undefined || tokenLabel === undefined || pin === undefined) {
  // softhsm2-util --init-token --free --label registrar makes a token in software.
  console.log('Set PKCS11_MODULE to the shared library of a token, PKCS11_TOKEN to its label, and PKCS11_PIN') // Set PKCS11_MODULE …
} else {
  const keys = pkcs11KeyStore({ module, tokenLabel, pin })
  const known = await keys.list()
  if (!known.some((key) => key.verificationMethod === verificationMethod)) {
    await keys.generate({ controller: did, fragment: 'key-1' })
  }
  const signer = await keys.getSigner(verificationMethod)

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
  const documents = {
    'https://registrar.example.edu/.well-known/did.json': didDocumentFor(await keys.list(), { controller: did }),
  }
  console.log((await verify(signed, { documents, offline: true })).outcome)
  keys.close()
}
