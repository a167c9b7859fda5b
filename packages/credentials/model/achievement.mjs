export const achievement = {
  name: 'Achievement',
  specification: 'ob',
  meaning: 'What can be achieved: a course, a degree, a competency, a badge. Many credentials may award the same one.',
  types: [['Achievement']],
  generatesId: true,
  properties: `
    id                | URI                   | 1    | Identifies the achievement; associations and related achievements refer to it.
    type              | IRI                   | 1..* | Kinds of object.
    alignment         | Alignment             | 0..* | Nodes of frameworks that the achievement corresponds to.
    achievementType   | AchievementType       | 0..1 | Kind of achievement.
    creator           | Profile               | 0..1 | Who defined the achievement.
    creditsAvailable  | Float                 | 0..1 | Credits that can be earned.
    criteria          | Criteria              | 1    | What one must do to achieve it.
    description       | String                | 1    | Short description.
    endorsement       | EndorsementCredential | 0..* | Endorsements of the achievement, with embedded proofs.
    endorsementJwt    | CompactJws            | 0..* | The same, each secured as a VC-JWT.
    fieldOfStudy      | String                | 0..1 | Discipline or subject area.
    humanCode         | String                | 0..1 | Code that people use, such as a course number.
    image             | Image                 | 0..1 | Picture of the achievement.
    inLanguage        | LanguageCode          | 0..1 | Language of the achievement.
    name              | String                | 1    | Name of the achievement.
    otherIdentifier   | IdentifierEntry       | 0..* | Further identifiers.
    related           | Related               | 0..* | Achievements that count as the same, such as editions in other languages or older versions.
    resultDescription | ResultDescription     | 0..* | Results that can be reached; those of a learner refer to these.
    specialization    | String                | 0..1 | Focus or concentration within the field of study.
    tag               | String                | 0..* | Keywords for search.
    version           | String                | 0..1 | Version of the achievement.
  `,
}

export const criteria = {
  name: 'Criteria',
  specification: 'ob',
  meaning: 'What one must do to achieve something: a web page (`id`), a text (`narrative`) or both.',
  needsOneOf: ['id', 'narrative'],
  properties: `
    id        | URI      | 0..1 | Web page that says it.
    narrative | Markdown | 0..1 | Text that says it.
  `,
}

export const alignment = {
  name: 'Alignment',
  specification: 'ob',
  meaning: 'Says that something corresponds to a node of a framework, such as a standard or a competency.',
  types: [['Alignment']],
  properties: `
    type              | IRI                 | 1..* | Kinds of object.
    targetCode        | String              | 0..1 | Code of the node within its framework.
    targetDescription | String              | 0..1 | Short description of the node.
    targetName        | String              | 1    | Name of the node.
    targetFramework   | String              | 0..1 | Name of the framework.
    targetType        | AlignmentTargetType | 0..1 | Kind of node.
    targetUrl         | URL                 | 1    | Where the node is officially described.
  `,
}

export const related = {
  name: 'Related',
  specification: 'ob',
  meaning: 'Names an achievement that counts as the same for most purposes.',
  types: [['Related']],
  properties: `
    id         | URI          | 1    | The related achievement.
    type       | IRI          | 1..* | Kinds of object.
    inLanguage | LanguageCode | 0..1 | Its language.
    version    | String       | 0..1 | Its version.
  `,
}

export const evidence = {
  name: 'Evidence',
  specification: 'ob',
  meaning: 'A piece of work, or several taken together, that shows what was achieved.',
  types: [['Evidence']],
  properties: `
    id          | URI      | 0..1 | Web page that shows the work, or the work itself as a data URI.
    type        | IRI      | 1..* | Kinds of object.
    narrative   | Markdown | 0..1 | How the work came about and what it shows.
    name        | String   | 0..1 | Title of the work.
    description | String   | 0..1 | Longer description of the work.
    genre       | String   | 0..1 | Kind of work, such as prose or film.
    audience    | String   | 0..1 | Whom the work is meant for.
  `,
}

export const image = {
  name: 'Image',
  specification: 'ob',
  meaning: 'A picture. Takes no members of other vocabularies.',
  closed: true,
  types: [['Image']],
  properties: `
    id      | URI    | 1    | Where the picture is, or the picture itself as a data URI.
    type    | IRI    | 1    | Always Image.
    caption | String | 0..1 | Caption.
  `,
}
