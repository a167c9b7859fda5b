// Verifies the proof of one badge, and that the key is the issuer's.
import { readFileSync } from 'node:fs'
import { contextSource } from '@testamur/documents/contexts'
import { verifyDataIntegrityProof } from '@testamur/proofs'
import { didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'

const credential = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const fetchJson = fetchJsonFrom({ offline: true })
const method = await resolveVerificationMethod(credential.proof.verificationMethod, {
  issuer: credential.issuer.id,
  relationship: 'assertionMethod',
  resolver: didResolver({ fetchJson }),
  fetchJson,
})
const problems = await verifyDataIntegrityProof(credential, { publicKey: method.publicKey, contexts: contextSource() })
if (problems.length > 0) throw new Error(JSON.stringify(problems))
