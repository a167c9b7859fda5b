import { credentialRows } from './verifiable-credential.mjs'

export const achievementCredential = {
  name: 'AchievementCredential',
  specification: 'ob',
  meaning:
    'A badge: an issuer says that a learner achieved something. OpenBadgeCredential is another name of the same type.',
  contexts: ['vcdm2', 'ob'],
  types: [['VerifiableCredential'], ['AchievementCredential', 'OpenBadgeCredential']],
  generatesId: true,
  properties: `
    @context          | Context               | 2..* | The vocabularies, in order: VCDM 2.0, Open Badges 3.0, then any others.
    id                | URI                   | 1    | Identifies the credential.
    type              | IRI                   | 1..* | Kinds of credential.
    name              | String                | 0..1 | Name to show in lists and wallets.
    description       | String                | 0..1 | Short description to show in wallets.
    image             | Image                 | 0..1 | Picture to show in wallets.
    awardedDate       | DateTimeZ             | 0..1 | When the award was first made; stays the same when a newer issue moves validFrom.
    credentialSubject | AchievementSubject    | 1    | The learner and what was achieved.
    endorsement       | EndorsementCredential | 0..* | Endorsements of this credential, its achievement or its profiles, with embedded proofs.
    endorsementJwt    | CompactJws            | 0..* | The same, each secured as a VC-JWT.
    ${credentialRows}
  `,
}

export const achievementSubject = {
  name: 'AchievementSubject',
  specification: 'ob',
  meaning: 'The learner, and what the learner achieved. Names the learner by `id`, by `identifier` or by both.',
  types: [['AchievementSubject']],
  needsOneOf: ['id', 'identifier'],
  properties: `
    id                | URI            | 0..1 | Identifies the learner, for instance by a DID.
    type              | IRI            | 1..* | Kinds of subject.
    activityEndDate   | DateTime       | 0..1 | When the activity ended.
    activityStartDate | DateTime       | 0..1 | When the activity began.
    creditsEarned     | Float          | 0..1 | Credits the learner earned, in the unit of the achievement's creditsAvailable.
    achievement       | Achievement    | 1    | What was achieved.
    identifier        | IdentityObject | 0..* | Other identifiers of the learner, plain or hashed.
    image             | Image          | 0..1 | This learner's own picture of the award: a baked PNG or SVG.
    licenseNumber     | String         | 0..1 | Number of the licence that was granted.
    narrative         | Markdown       | 0..1 | Text that ties the pieces of evidence together.
    result            | Result         | 0..* | Grades, scores, levels and states the learner reached.
    role              | String         | 0..1 | Role in which the learner achieved it.
    source            | Profile        | 0..1 | Who assessed the learner on behalf of the issuer.
    term              | String         | 0..1 | Academic term of the achievement.
  `,
}
