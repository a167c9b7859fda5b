// Testamur, with the checks that the peers make: dates, contexts, proof members, the key is the issuer's, the signature.
import { contextSource } from '@testamur/documents/contexts'
import { verifyDataIntegrityProof } from '@testamur/proofs'
import { didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'
import { issue } from 'testamur'
import { assertCurrent } from './assert-current.mjs'

export function testamur({ signer, now }) {
  const contexts = contextSource()
  const fetchJson = fetchJsonFrom({ offline: true })
  const resolver = didResolver({ fetchJson })

  /** Signs the unsigned credentials inside, too. */
  const issueUnchecked = (credential) => issue(credential, { signer, now, validate: false })

  async function verify(credential) {
    assertCurrent(credential, now)
    const relationship = 'assertionMethod'
    const lookup = { issuer: credential.issuer.id, relationship, resolver, fetchJson, now }
    const method = await resolveVerificationMethod(credential.proof.verificationMethod, lookup)
    if (!method.ok || method.confirmation !== 'issuer') throw new Error('Testamur: the key is not the issuer’s')
    const problems = await verifyDataIntegrityProof(credential, { publicKey: method.publicKey, contexts, now })
    if (problems.length > 0) throw new Error(`Testamur: ${JSON.stringify(problems)}`)
  }

  return { issue: issueUnchecked, issueAll: issueUnchecked, verify }
}
