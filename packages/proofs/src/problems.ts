import { type ProblemFactory, problemFactory } from '@testamur/documents'

/** What each problem code of this package means. */
const catalog = {
  'proof-malformed': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof is not well formed' },
  'proof-purpose': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof is for another purpose' },
  'proof-expired': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof has expired' },
  'previous-proof-missing': { type: 'PROOF_VERIFICATION_ERROR', title: 'A proof this one builds on is missing' },
  'cryptosuite-unsupported': { type: 'PROOF_VERIFICATION_ERROR', title: 'The cryptosuite is not supported' },
  'signature-invalid': { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', title: 'The signature does not fit the document' },
  'canonicalization-limit': { type: 'PROOF_TRANSFORMATION_ERROR', title: 'The document is too hard to canonicalise' },
  'duplicate-statement': { type: 'PROOF_TRANSFORMATION_ERROR', title: 'The document says the same thing twice' },
  'verification-method-invalid': {
    type: 'INVALID_VERIFICATION_METHOD',
    title: 'The proof names no usable verification method',
  },
  'key-not-issuers': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key is not the issuer’s' },
  'key-unobtainable': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key could not be obtained' },
  'key-malformed': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key is not well formed' },
  'key-unsupported': { type: 'INVALID_VERIFICATION_METHOD', title: 'The kind of key is not supported' },
  'key-revoked': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key is revoked' },
  'key-expired': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key has expired' },
  'key-algorithm': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key is for another algorithm' },
  'remote-document-unavailable': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'A document that verification needs is not available',
  },
  'remote-document-malformed': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'A document that verification needs is not a JSON object',
  },
  'remote-document-limit': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'Verification would fetch too many documents, or for too long',
  },
} as const

/** Codes of the problems that this package returns. */
export type ProofsProblemCode = keyof typeof catalog

/** Makes a problem of this package. */
export const problem: ProblemFactory<ProofsProblemCode> = problemFactory(catalog)
