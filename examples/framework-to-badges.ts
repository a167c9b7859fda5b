// Reads a CASE framework, finds a standard in it, and awards a course that is aligned with it, with its rubric.
import { readFile } from 'node:fs/promises'
import {
  alignmentFromCfItem,
  caseCounts,
  caseFramework,
  competenciesFromFramework,
  parseCasePackage,
} from '@testamur/adapters/case'
import { achievementCredential, result } from '@testamur/credentials'
import { validate } from 'testamur'

const read = parseCasePackage(await readFile('examples/data/framework.json'))
const framework = caseFramework(read.package)
const { items, associations, treeDepth } = caseCounts(read, framework)
console.log(items, 'items', associations, 'associations', treeDepth, 'levels') // 10 items 13 associations 3 levels

// By words, by level, by code.
const found = framework.search({ text: 'solve equation', educationLevel: '10' })
console.log(found.map(({ item }) => item?.humanCodingScheme)) // [ 'ALG', 'ALG.3', 'ALG.4' ]
const [quadratics] = framework.withCode('ALG.4')
if (quadratics?.item === undefined) throw new Error('The framework has no ALG.4')
console.log(
  framework
    .pathTo(quadratics)
    .map(({ title }) => title)
    .join(' › '),
) // … › Algebra › Quadratic equations

// A course of one's own, aligned with the standard.
console.log(alignmentFromCfItem(quadratics.item).alignment.targetType) // CFItem

// The standard itself as an achievement, with the criterion of its rubric as a result that a learner can have.
const { achievement, losses } = competenciesFromFramework(framework, { select: (node) => node === quadratics })
const [competency] = achievement
const [rubric] = competency?.resultDescription ?? []
if (competency === undefined || rubric === undefined) throw new Error('The standard has no rubric')
const badge = achievementCredential({
  issuer: { id: 'did:web:school.example', name: 'Example School' },
  validFrom: '2026-06-15T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    achievement: competency,
    result: [result({ resultDescription: rubric.id, achievedLevel: rubric.rubricCriterionLevel?.at(-1)?.id })],
  },
})
console.log(validate(badge).valid) // true
console.log(losses.some(({ path }) => path.endsWith('/lastChangeDateTime'))) // true
