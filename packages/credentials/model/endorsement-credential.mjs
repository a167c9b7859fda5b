import { credentialRows } from './verifiable-credential.mjs'

export const endorsementCredential = {
  name: 'EndorsementCredential',
  specification: 'ob',
  meaning: 'An endorser speaks for a person, an organization, an achievement or a credential.',
  contexts: ['vcdm2', 'ob'],
  types: [['VerifiableCredential'], ['EndorsementCredential']],
  generatesId: true,
  properties: `
    @context          | Context            | 2..* | The vocabularies, in order: VCDM 2.0, Open Badges 3.0, then any others.
    type              | IRI                | 1..* | Kinds of credential.
    id                | URI                | 1    | Identifies the credential.
    name              | String             | 1    | Name to show in lists and wallets.
    description       | String             | 0..1 | Short description to show in wallets.
    credentialSubject | EndorsementSubject | 1    | What is endorsed, and the words of the endorser.
    awardedDate       | DateTimeZ          | 0..1 | When the endorsement was first given; stays the same when a newer issue moves validFrom.
    ${credentialRows}
  `,
}

export const endorsementSubject = {
  name: 'EndorsementSubject',
  specification: 'ob',
  meaning: 'What is endorsed, and the words of the endorser.',
  types: [['EndorsementSubject']],
  properties: `
    id                 | URI      | 1    | Whom or what is endorsed.
    type               | IRI      | 1..* | Kinds of subject.
    endorsementComment | Markdown | 0..1 | Words of the endorser.
  `,
}
