import { describe, expect, it } from 'vitest'
import { RecordDraft } from './record-draft.js'

const content = (name: string) => ({ name, description: name, criteria: { narrative: 'Any.' } })
const grade = { name: 'Grade', resultType: 'LetterGrade' as const }
const section = { name: 'Section', resultType: 'Result' as const }

describe('RecordDraft', () => {
  it('makes one achievement of one definition, with the results of all who assert it', () => {
    const draft = new RecordDraft('did:example:issuer')
    draft.assert({
      achievement: draft.achievement(content('Algebra')),
      from: [],
      results: [{ description: grade, value: 'F' }],
    })
    draft.assert({
      achievement: draft.achievement(content('Algebra')),
      from: [],
      results: [
        { description: section, value: '2' },
        { description: grade, value: 'B' },
      ],
    })
    const { assertions, definitions } = draft.finish()
    expect(assertions).toHaveLength(2)
    expect(assertions[0]?.achievement).toEqual(assertions[1]?.achievement)
    expect(assertions[0]?.achievement.resultDescription?.map(({ name }) => name)).toEqual(['Grade', 'Section'])
    expect(assertions[1]?.results.map(({ resultDescription }) => resultDescription)).toEqual(
      [section, grade].map(
        ({ name }) =>
          assertions[0]?.achievement.resultDescription?.find((description) => description.name === name)?.id,
      ),
    )
    expect(definitions).toEqual([])
  })

  it('gives different definitions different ids: other content, other results, another issuer', () => {
    const idOf = (issuer: string, name: string, ...descriptions: (typeof grade | typeof section)[]): unknown => {
      const draft = new RecordDraft(issuer)
      const results = descriptions.map((description) => ({ description, value: 'x' }))
      draft.assert({ achievement: draft.achievement(content(name)), from: [], results })
      return draft.finish().assertions[0]?.achievement.id
    }
    const ids = [
      idOf('did:example:one', 'Algebra', grade),
      idOf('did:example:two', 'Algebra', grade),
      idOf('did:example:one', 'Geometry', grade),
      idOf('did:example:one', 'Algebra', section),
      idOf('did:example:one', 'Algebra'),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    expect(idOf('did:example:one', 'Algebra', grade, section)).toBe(idOf('did:example:one', 'Algebra', section, grade))
  })

  it('relates achievements once, and none to itself', () => {
    const draft = new RecordDraft('did:example:issuer')
    const [one, two] = [draft.achievement(content('One')), draft.achievement(content('Two'))]
    draft.associate('isPartOf', one, two)
    draft.associate('isPartOf', one, two)
    draft.associate('isChildOf', one, two)
    draft.associate('isPartOf', one, one)
    const { associations, definitions } = draft.finish()
    const [first, second] = definitions.map(({ id }) => id)
    expect(associations).toEqual([
      { associationType: 'isPartOf', sourceId: first, targetId: second },
      { associationType: 'isChildOf', sourceId: first, targetId: second },
    ])
  })
})
