import { type ProblemFactory, problemFactory } from '@testamur/documents'

/** What each problem code of this package means. */
const catalog = {
  'proof-malformed': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof is not well formed' },
  'proof-not-derived': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof is for the holder, not for verifiers' },
  'proof-limit': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof would take too long to check' },
  'proof-purpose': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof is for another purpose' },
  'proof-challenge': { type: 'INVALID_CHALLENGE_ERROR', title: 'The proof answers another challenge' },
  'proof-domain': { type: 'INVALID_DOMAIN_ERROR', title: 'The proof is meant for another recipient' },
  'proof-expired': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof has expired' },
  'previous-proof-missing': { type: 'PROOF_VERIFICATION_ERROR', title: 'A proof this one builds on is missing' },
  'cryptosuite-unsupported': { type: 'PROOF_VERIFICATION_ERROR', title: 'The cryptosuite is not supported' },
  'cryptosuite-not-installed': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'The package that checks this cryptosuite is not installed',
  },
  'signature-invalid': { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', title: 'The signature does not fit the document' },
  'canonicalization-limit': { type: 'PROOF_TRANSFORMATION_ERROR', title: 'The document is too hard to canonicalise' },
  'canonicalization-declined': {
    type: 'PROOF_TRANSFORMATION_ERROR',
    title: 'The fast path does not read the document, and no other is allowed',
  },
  'value-not-covered': { type: 'MALFORMED_VALUE_ERROR', title: 'A value is not covered by a proof as written' },
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
  'key-not-yet-valid': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key is not in use yet' },
  'key-algorithm': { type: 'INVALID_VERIFICATION_METHOD', title: 'The key is for another algorithm' },
  'jwt-malformed': { type: 'PARSING_ERROR', title: 'The text is no well-formed JSON Web Token' },
  'jwt-header': { type: 'PROOF_VERIFICATION_ERROR', title: 'The header of the token is not acceptable' },
  'jwt-header-ignored': { type: 'PROOF_VERIFICATION_ERROR', title: 'A part of the header of the token was ignored' },
  'jwt-algorithm': { type: 'PROOF_VERIFICATION_ERROR', title: 'The token is not signed by an acceptable algorithm' },
  'jwt-version': { type: 'MALFORMED_VALUE_ERROR', title: 'The token mixes two versions of the data model' },
  'claim-differs': { type: 'MALFORMED_VALUE_ERROR', title: 'A claim of the token contradicts the credential' },
  'claim-malformed': { type: 'MALFORMED_VALUE_ERROR', title: 'A claim of the token is malformed' },
  'claim-missing': { type: 'MALFORMED_VALUE_ERROR', title: 'A claim of the token is missing' },
  'status-type-unknown': { type: 'STATUS_RETRIEVAL_ERROR', title: 'The kind of status is not known' },
  'status-entry-malformed': { type: 'MALFORMED_VALUE_ERROR', title: 'The status entry is malformed' },
  'status-list-malformed': { type: 'STATUS_VERIFICATION_ERROR', title: 'The status list is malformed' },
  'status-list-purpose': { type: 'STATUS_VERIFICATION_ERROR', title: 'The status list is for another purpose' },
  'status-list-short': { type: 'STATUS_LIST_LENGTH_ERROR', title: 'The status list is shorter than it must be' },
  'status-list-too-large': { type: 'STATUS_VERIFICATION_ERROR', title: 'The status list is too large' },
  'status-index-range': { type: 'RANGE_ERROR', title: 'The status list has no such entry' },
  'status-id-missing': { type: 'STATUS_VERIFICATION_ERROR', title: 'The credential has no id to look up' },
  'status-list-id': { type: 'STATUS_VERIFICATION_ERROR', title: 'The status list names itself otherwise' },
  revoked: { type: 'STATUS_VERIFICATION_ERROR', title: 'The credential is revoked' },
  suspended: { type: 'STATUS_VERIFICATION_ERROR', title: 'The credential is suspended' },
  'status-set': { type: 'STATUS_VERIFICATION_ERROR', title: 'The issuer has set a status' },
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
