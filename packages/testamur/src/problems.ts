import { type ProblemFactory, problemFactory } from '@testamur/documents'

const catalog = {
  'not-a-credential': { type: 'MALFORMED_VALUE_ERROR', title: 'The document is not a verifiable credential' },
  'securing-mechanism-unsupported': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'The securing mechanism is not supported',
  },
  'open-badges-2': { type: 'MALFORMED_VALUE_ERROR', title: 'The document is an Open Badge of version 2' },
  'envelope-malformed': { type: 'PARSING_ERROR', title: 'The envelope of a credential cannot be read' },
  'presentation-expected': { type: 'PROOF_VERIFICATION_ERROR', title: 'A presentation was asked for' },
  'presentation-inside': { type: 'MALFORMED_VALUE_ERROR', title: 'A presentation cannot stand inside a document' },
  'presentation-empty': { type: 'MALFORMED_VALUE_ERROR', title: 'The presentation shows nothing' },
  'token-ignored': { type: 'PROOF_VERIFICATION_ERROR', title: 'The token around the document does not count' },
  'format-unknown': { type: 'PARSING_ERROR', title: 'The file is of another kind' },
  'challenge-unchecked': { type: 'PROOF_VERIFICATION_ERROR', title: 'The presentation may be a replay' },
  'context-base': { type: 'MALFORMED_VALUE_ERROR', title: 'The first context is not that of the data model' },
  'context-not-covered': {
    type: 'CRYPTOGRAPHIC_SECURITY_ERROR',
    title: 'The document names a context that its proof does not cover',
  },
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
  'proof-malformed': { type: 'PROOF_VERIFICATION_ERROR', title: 'The proof is not well formed' },
  'proof-unsupported': { type: 'PROOF_VERIFICATION_ERROR', title: 'A proof is of an unknown kind' },
  'issuer-missing': { type: 'MALFORMED_VALUE_ERROR', title: 'The credential names no issuer' },
  'key-self-asserted': {
    type: 'INVALID_VERIFICATION_METHOD',
    title: 'Only the credential itself says that the key is the issuer’s',
  },
  'subject-differs': { type: 'MALFORMED_VALUE_ERROR', title: 'An inner credential may be about somebody else' },
  'status-unobtainable': { type: 'STATUS_RETRIEVAL_ERROR', title: 'The status list could not be obtained' },
  'status-list-unverified': { type: 'STATUS_VERIFICATION_ERROR', title: 'The status list is not verified' },
  'status-list-expired': { type: 'STATUS_VERIFICATION_ERROR', title: 'The status list is not current' },
  'status-issuer-differs': { type: 'STATUS_VERIFICATION_ERROR', title: 'Somebody else issued the status list' },
  'date-malformed': { type: 'MALFORMED_VALUE_ERROR', title: 'A date cannot be read' },
  'not-yet-valid': { type: 'RANGE_ERROR', title: 'The credential is not valid yet' },
  expired: { type: 'RANGE_ERROR', title: 'The credential has expired' },
  'refresh-unchecked': { type: 'STATUS_RETRIEVAL_ERROR', title: 'A newer version was not looked for' },
  'refresh-failed': { type: 'STATUS_RETRIEVAL_ERROR', title: 'No newer version could be obtained' },
  'refresh-refused': {
    type: 'PROOF_VERIFICATION_ERROR',
    title: 'What the refresh service offers is not a newer version',
  },
  refreshed: { type: 'STATUS_RETRIEVAL_ERROR', title: 'A newer version was verified' },
  'recipient-differs': { type: 'MALFORMED_VALUE_ERROR', title: 'The credential is somebody else’s' },
  'related-resource-differs': {
    type: 'CRYPTOGRAPHIC_SECURITY_ERROR',
    title: 'A related resource is not what the issuer referred to',
  },
  'related-resource-unchecked': { type: 'MALFORMED_VALUE_ERROR', title: 'A related resource was not compared' },
  'related-resource-malformed': { type: 'MALFORMED_VALUE_ERROR', title: 'A related resource is not well described' },
  'endorsement-of-other': { type: 'MALFORMED_VALUE_ERROR', title: 'An endorsement is of something else' },
  'endorsement-not-counted': { type: 'PROOF_VERIFICATION_ERROR', title: 'An endorsement does not count' },
  'no-credential-inside': { type: 'PARSING_ERROR', title: 'No credential is baked into the image' },
  'baked-twice': { type: 'PARSING_ERROR', title: 'More than one credential is baked into the image' },
  'png-malformed': { type: 'PARSING_ERROR', title: 'The PNG image is damaged' },
  'svg-malformed': { type: 'PARSING_ERROR', title: 'The SVG image cannot be read' },
  'image-too-large': { type: 'PARSING_ERROR', title: 'The image is too large' },
  'limit-exceeded': { type: 'RANGE_ERROR', title: 'The document is more than a verifier takes on' },
} as const

/** Codes of the problems that verification finds itself; reading, validation and proofs add theirs. */
export type VerificationProblemCode = keyof typeof catalog

export const problem: ProblemFactory<VerificationProblemCode> = problemFactory(catalog)
