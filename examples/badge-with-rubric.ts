// Builds a badge for a project that was assessed by a rubric: two criteria with levels, points and a state.
import {
  achievement,
  achievementCredential,
  result,
  resultDescription,
  rubricCriterionLevel,
} from '@testamur/credentials'
import { validate } from '@testamur/credentials/validate'

/** The levels of one criterion, from low to high. */
const levels = (begun: string, able: string, mastered: string) =>
  [
    rubricCriterionLevel({ name: 'Begun', level: '1', points: '2', description: begun }),
    rubricCriterionLevel({ name: 'Able', level: '2', points: '4', description: able }),
    rubricCriterionLevel({ name: 'Mastered', level: '3', points: '5', description: mastered }),
  ] as const

const analysisLevels = levels('Names the loads.', 'Computes the loads.', 'Finds the part that fails first.')
const reportLevels = levels('Describes the bridge.', 'Explains the choices.', 'Compares three designs.')
const analysis = resultDescription({
  name: 'Analysis of loads',
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: analysisLevels,
  requiredLevel: analysisLevels[1],
})
const report = resultDescription({
  name: 'Written report',
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: reportLevels,
  requiredLevel: reportLevels[0],
})
const points = resultDescription({ name: 'Points', resultType: 'RubricScore', valueMin: '0', valueMax: '10' })
const state = resultDescription({ name: 'State', resultType: 'Status' })

const bridge = achievement({
  achievementType: 'Assignment',
  name: 'A bridge of paper',
  description: 'Design, build and test a bridge that carries a brick.',
  criteria: { narrative: 'The bridge holds for a minute; analysis and report are assessed by the rubric.' },
  resultDescription: [analysis, report, points, state],
})
const badge = achievementCredential({
  name: 'A bridge of paper',
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: 'did:example:learner',
    achievement: bridge,
    result: [
      result({ resultDescription: analysis, achievedLevel: analysisLevels[2] }),
      result({ resultDescription: report, achievedLevel: reportLevels[1] }),
      result({ resultDescription: points, value: '9' }),
      result({ resultDescription: state, status: 'Completed' }),
    ],
  },
})

const levelNames = new Map([...analysisLevels, ...reportLevels].map(({ id, name }) => [id, name]))
const reached = badge.credentialSubject.result?.map(
  ({ value, status, achievedLevel }) => value ?? status ?? levelNames.get(achievedLevel ?? ''),
)
console.log(reached?.join(', ')) // Mastered, Able, 9, Completed
console.log(validate(badge).valid) // true
