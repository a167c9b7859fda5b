export const result = {
  name: 'Result',
  specification: 'ob',
  meaning: 'A result that the learner reached: a grade, a score, a level or a state.',
  types: [['Result']],
  properties: `
    type              | IRI                         | 1..* | Kinds of object.
    achievedLevel     | URI of RubricCriterionLevel | 0..1 | Level the learner reached, one of those that the result description lists.
    alignment         | Alignment                   | 0..* | Nodes of frameworks, beside those of the result description.
    resultDescription | URI of ResultDescription    | 0..1 | What the result is, one of the achievement's result descriptions.
    status            | ResultStatusType            | 0..1 | State the learner reached; needed when the result description is of type Status.
    value             | String                      | 0..1 | The grade or score.
  `,
}

export const resultDescription = {
  name: 'ResultDescription',
  specification: 'ob',
  meaning: 'A result that an achievement can have, and the values it can take.',
  types: [['ResultDescription']],
  generatesId: true,
  properties: `
    id                   | URI                         | 1    | Identifies the description; results refer to it.
    type                 | IRI                         | 1..* | Kinds of object.
    alignment            | Alignment                   | 0..* | Nodes of frameworks that the result corresponds to.
    allowedValue         | String                      | 0..* | Values it can take, from low to high.
    name                 | String                      | 1    | Name of the result.
    requiredLevel        | URI of RubricCriterionLevel | 0..1 | Level needed to pass.
    requiredValue        | String                      | 0..1 | Value needed to pass.
    resultType           | ResultType                  | 1    | Kind of result.
    rubricCriterionLevel | RubricCriterionLevel        | 0..* | Levels of a rubric's criterion, from low to high.
    valueMax             | String                      | 0..1 | Highest possible value.
    valueMin             | String                      | 0..1 | Lowest possible value.
  `,
}

export const rubricCriterionLevel = {
  name: 'RubricCriterionLevel',
  specification: 'ob',
  meaning: "One level of a rubric's criterion.",
  types: [['RubricCriterionLevel']],
  generatesId: true,
  properties: `
    id          | URI       | 1    | Identifies the level; results refer to it.
    type        | IRI       | 1..* | Kinds of object.
    alignment   | Alignment | 0..* | Levels of other frameworks that it corresponds to.
    description | String    | 0..1 | What the level means.
    level       | String    | 0..1 | How good it is, in the words of the rubric.
    name        | String    | 1    | Name of the level.
    points      | String    | 0..1 | Points it is worth.
  `,
}
