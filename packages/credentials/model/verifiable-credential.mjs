/** Rows that every credential has. */
export const credentialRows = `
  issuer           | ProfileRef       | 1    | Who makes the claims: the profile, or only its URI.
  validFrom        | DateTimeZ        | 1    | Moment from which the credential is valid. Of two with the same issuer and id, the later replaces the earlier.
  validUntil       | DateTimeZ        | 0..1 | Moment after which the credential is no longer valid.
  proof            | Proof            | 0..* | Embedded proofs: they show who issued the credential and that it was not changed.
  credentialSchema | CredentialSchema | 0..* | Schemas that the credential claims to satisfy.
  credentialStatus | CredentialStatus | 0..1 | Where to learn whether the credential was revoked or suspended.
  refreshService   | RefreshService   | 0..1 | Where to fetch a newer issue of the credential.
  termsOfUse       | TermsOfUse       | 0..* | What those who hold or check the credential must, may or must not do.
  evidence         | Evidence         | 0..* | Work that the claims rest on.
`

export const verifiableCredential = {
  name: 'VerifiableCredential',
  specification: 'clr',
  meaning: 'Any verifiable credential, as a learner record holds it: whatever it says, the envelope is this.',
  typescript: '@testamur/documents',
  contexts: ['vcdm2'],
  types: [['VerifiableCredential']],
  properties: `
    @context          | Context           | 1..* | The vocabularies, in order: VCDM 2.0 first.
    id                | URI               | 0..1 | Identifies the credential.
    type              | IRI               | 1..* | Kinds of credential.
    ${credentialRows}
    credentialSubject | CredentialSubject | 1    | Whom or what the claims are about, and the claims.
  `,
}

export const credentialSubject = {
  name: 'CredentialSubject',
  specification: 'ob',
  extensible: true,
  meaning: 'Whom or what the claims of any credential are about.',
  properties: `
    id | URI | 0..1 | Identifies the subject.
  `,
}

export const proof = {
  name: 'Proof',
  specification: 'ob',
  meaning: 'Proof of who issued a credential and that it was not changed.',
  typescript: '@testamur/documents',
  properties: `
    type               | IRI      | 1    | Kind of proof, for instance DataIntegrityProof.
    created            | DateTime | 0..1 | When the proof was made.
    cryptosuite        | String   | 0..1 | How the proof was made, for instance eddsa-rdfc-2022.
    challenge          | String   | 0..1 | Value that a verifier chose, so that a proof cannot be replayed.
    domain             | String   | 0..1 | Domain that the proof is meant for.
    nonce              | String   | 0..1 | Random value of the prover.
    proofPurpose       | String   | 0..1 | What the proof is for: assertionMethod.
    proofValue         | String   | 0..1 | The signature.
    verificationMethod | URI      | 0..1 | Where the public key is found.
  `,
}

export const credentialSchema = {
  name: 'CredentialSchema',
  specification: 'ob',
  extensible: true,
  meaning: 'A schema that a credential claims to satisfy.',
  properties: `
    id   | URI | 1 | Where the schema is.
    type | IRI | 1 | Kind of schema; 1EdTechJsonSchemaValidator2019 for the JSON Schemas of 1EdTech.
  `,
}

export const credentialStatus = {
  name: 'CredentialStatus',
  specification: 'ob',
  extensible: true,
  meaning:
    'Where to learn whether a credential was revoked or suspended. Members of the status method stand beside these.',
  properties: `
    id   | URI | 0..1 | Where the status is; the specification wants it, its schema does not.
    type | IRI | 1    | Status method, for instance BitstringStatusListEntry or 1EdTechRevocationList.
  `,
}

export const refreshService = {
  name: 'RefreshService',
  specification: 'ob',
  extensible: true,
  meaning: 'Where to fetch a newer issue of a credential.',
  properties: `
    id   | URI | 1 | Where the service is.
    type | IRI | 1 | Kind of service, for instance 1EdTechCredentialRefresh.
  `,
}

export const termsOfUse = {
  name: 'TermsOfUse',
  specification: 'ob',
  extensible: true,
  meaning: 'What those who hold or check a credential must, may or must not do.',
  properties: `
    id   | URI | 0..1 | Where the terms are.
    type | IRI | 1    | Kind of terms. A further context has to define it.
  `,
}
