import { type ProblemFactory, problemFactory } from '@testamur/documents'

const catalog = {
  'not-a-credential': { type: 'MALFORMED_VALUE_ERROR', title: 'The document is not a verifiable credential' },
  'securing-mechanism-unsupported': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'The securing mechanism is not supported',
  },
  'context-base': { type: 'MALFORMED_VALUE_ERROR', title: 'The first context is not that of the data model' },
  'node-described-twice': {
    type: 'CRYPTOGRAPHIC_SECURITY_ERROR',
    title: 'It is not certain which part of the document says something',
  },
  'statement-shared': {
    type: 'CRYPTOGRAPHIC_SECURITY_ERROR',
    title: 'Somebody else’s credential makes the same statement',
  },
  'schema-invalid': { type: 'MALFORMED_VALUE_ERROR', title: 'The document breaks the schema of its type' },
  'schema-unknown': { type: 'MALFORMED_VALUE_ERROR', title: 'A schema could not be checked' },
  'rule-broken': { type: 'MALFORMED_VALUE_ERROR', title: 'The document breaks a rule of its specification' },
  'proof-missing': { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', title: 'The credential is not signed' },
  'proof-malformed': { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', title: 'A proof is malformed' },
  'proof-unsupported': { type: 'PROOF_VERIFICATION_ERROR', title: 'A proof is of an unknown kind' },
  'issuer-missing': { type: 'MALFORMED_VALUE_ERROR', title: 'The credential names no issuer' },
  'key-self-asserted': {
    type: 'INVALID_VERIFICATION_METHOD',
    title: 'Only the credential itself says that the key is the issuer’s',
  },
  'subject-differs': { type: 'MALFORMED_VALUE_ERROR', title: 'An inner credential may be about somebody else' },
  'status-unchecked': { type: 'STATUS_RETRIEVAL_ERROR', title: 'The status was not checked' },
  'date-malformed': { type: 'MALFORMED_VALUE_ERROR', title: 'A date cannot be read' },
  'not-yet-valid': { type: 'RANGE_ERROR', title: 'The credential is not valid yet' },
  expired: { type: 'RANGE_ERROR', title: 'The credential has expired' },
  'refresh-unchecked': { type: 'STATUS_RETRIEVAL_ERROR', title: 'A newer version was not looked for' },
  'endorsement-not-counted': { type: 'PROOF_VERIFICATION_ERROR', title: 'An endorsement does not count' },
  'limit-exceeded': { type: 'RANGE_ERROR', title: 'The document is more than a verifier takes on' },
} as const

/** Codes of the problems that verification finds itself; reading, validation and proofs add theirs. */
export type VerificationProblemCode = keyof typeof catalog

export const problem: ProblemFactory<VerificationProblemCode> = problemFactory(catalog)
