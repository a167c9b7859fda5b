import { credentialRows } from './verifiable-credential.mjs'

export const clrCredential = {
  name: 'ClrCredential',
  specification: 'clr',
  meaning:
    'A comprehensive learner record: credentials of a learner, how their achievements relate, under one signature.',
  contexts: ['vcdm2', 'clr', 'ob'],
  types: [['VerifiableCredential'], ['ClrCredential']],
  generatesId: true,
  properties: `
    @context          | Context               | 3..* | The vocabularies, in order: VCDM 2.0, CLR 2.0, Open Badges 3.0, then any others.
    type              | IRI                   | 1..* | Kinds of credential.
    id                | URI                   | 1    | Identifies the record.
    name              | String                | 1    | Name to show in lists and wallets.
    description       | String                | 0..1 | Short description to show in wallets.
    endorsement       | EndorsementCredential | 0..* | Endorsements of the record or its profiles, with embedded proofs.
    endorsementJwt    | CompactJws            | 0..* | The same, each secured as a VC-JWT.
    image             | Image                 | 0..1 | Picture to show in wallets.
    partial           | Boolean               | 0..1 | Whether the record leaves out something that the publisher knows of the learner.
    credentialSubject | ClrSubject            | 1    | The learner, the learner's credentials and how they relate.
    awardedDate       | DateTimeZ             | 0..1 | When the record was first issued; stays the same when a newer issue moves validFrom.
    ${credentialRows}
  `,
}

export const clrSubject = {
  name: 'ClrSubject',
  specification: 'clr',
  meaning:
    "The learner, the learner's credentials and how their achievements relate. Names the learner by `id`, by `identifier` or by both.",
  types: [['ClrSubject']],
  needsOneOf: ['id', 'identifier'],
  properties: `
    id                   | URI                  | 0..1 | Identifies the learner, for instance by a DID.
    type                 | IRI                  | 1..* | Kinds of subject.
    identifier           | IdentityObject       | 0..* | Other identifiers of the learner, plain or hashed.
    achievement          | Achievement          | 0..* | Achievements that the record speaks of without awarding them, such as the programme above its courses.
    verifiableCredential | VerifiableCredential | 1..* | The credentials, each with its own proof.
    association          | Association          | 0..* | How achievements of the record relate.
  `,
}

export const association = {
  name: 'Association',
  specification: 'clr',
  meaning: 'How two achievements of a record relate. Takes no members of other vocabularies.',
  closed: true,
  types: [['Association']],
  properties: `
    type            | IRI                | 1 | Always Association.
    associationType | AssociationType    | 1 | How the source relates to the target.
    sourceId        | URI of Achievement | 1 | The source.
    targetId        | URI of Achievement | 1 | The target.
  `,
}
