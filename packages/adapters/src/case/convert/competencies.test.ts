import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseFramework } from '../framework/case-framework.js'
import type { CfItem } from '../model/index.js'
import { parseCasePackage } from '../read/parse-case.js'
import { serializeCasePackage } from '../write/serialize-package.js'
import { achievementFromCfItem } from './achievement-from-item.js'
import { alignmentFromCfItem } from './alignment-from-item.js'
import { competenciesFromFramework } from './competencies-from-framework.js'
import { cfPackageFromCompetencies } from './package-from-competencies.js'
import { resultDescriptionsFromCfRubric } from './results-from-rubric.js'
import { shortName } from './short-name.js'

const { package: cfPackage } = parseCasePackage(
  readFileSync(new URL('../../../../../examples/data/framework.json', import.meta.url)),
)
const framework = caseFramework(cfPackage)
const quadratics = framework.withCode('ALG.4')[0]?.item
if (quadratics === undefined) throw new Error('no ALG.4')
const paths = (losses: readonly { path: string; code: string }[]): string[] =>
  losses.map(({ path, code }) => `${code} ${path}`)

describe('an item', () => {
  it('as an alignment', () => {
    const { alignment, losses } = alignmentFromCfItem(quadratics, { framework: 'F' })
    expect(alignment).toEqual({
      type: ['Alignment'],
      targetType: 'CFItem',
      targetName: quadratics.fullStatement,
      targetUrl: quadratics.uri,
      targetCode: quadratics.identifier,
      targetDescription: quadratics.notes,
      targetFramework: 'F',
    })
    expect(paths(losses)).toContain('no-equivalent /humanCodingScheme')
    const byCode = alignmentFromCfItem(quadratics, { targetCode: 'humanCodingScheme' })
    expect(byCode.alignment.targetCode).toBe('ALG.4')
    expect(paths(byCode.losses)).toContain('no-equivalent /identifier')
  })

  it('as an achievement', () => {
    const { achievement, losses } = achievementFromCfItem(quadratics, { framework: 'F' })
    expect(achievement).toMatchObject({
      id: quadratics.uri,
      achievementType: 'Competency',
      name: 'Quadratic equations',
      description: quadratics.fullStatement,
      humanCode: 'ALG.4',
      inLanguage: 'en',
      tag: ['equation', 'quadratic', 'case:CFItemType=Standard', 'case:educationLevel=10'],
      otherIdentifier: [{ identifier: quadratics.identifier, identifierType: 'identifier' }],
      alignment: [{ targetUrl: quadratics.uri, targetDescription: quadratics.notes }],
      criteria: { narrative: expect.stringContaining('“F”') },
    })
    expect(paths(losses)).toEqual(['no-equivalent /CFItemTypeURI', 'no-equivalent /lastChangeDateTime'])
  })

  it('with criteria and type of the caller', () => {
    const options = { criteria: () => ({ narrative: 'Own.' }), achievementType: () => 'Assessment' as const }
    const { achievement } = achievementFromCfItem({ ...quadratics, CFItemType: 'Course' }, options)
    expect(achievement).toMatchObject({ achievementType: 'Assessment', criteria: { narrative: 'Own.' } })
    expect(achievementFromCfItem({ ...quadratics, CFItemType: 'Course' }).achievement.achievementType).toBe('Course')
  })

  it('whose URI cannot be signed, and without a short form', () => {
    const { abbreviatedStatement: _, ...long } = {
      ...quadratics,
      uri: 'no uri',
      fullStatement: 'word '.repeat(40),
      language: 'no language',
    }
    const { achievement, losses } = achievementFromCfItem(long)
    expect(achievement.id).toBe(`urn:uuid:${quadratics.identifier}`)
    expect(achievement.alignment).toBeUndefined()
    expect(achievement.name).toMatch(/^(word )+word…$/)
    expect([...achievement.name].length).toBeLessThanOrEqual(100)
    expect(paths(losses)).toEqual(
      expect.arrayContaining(['invalid-value /uri', 'invalid-value /language', 'no-equivalent /notes']),
    )
  })

  it('whose URI cannot be an id and can be a target: its alignment carries it', () => {
    const { achievement, losses } = achievementFromCfItem({ ...quadratics, uri: 'https://f.example/a b' })
    expect(achievement.id).toBe(`urn:uuid:${quadratics.identifier}`)
    expect(achievement.alignment).toMatchObject([{ targetUrl: 'https://f.example/a b' }])
    expect(losses).toContainEqual(expect.objectContaining({ path: '/uri', disposition: 'reduced' }))
  })

  it.each(['javascript:alert(1)', 'DATA:text/html,x', 'vbscript:x', 'blob:https://f.example/1'])(
    'whose URI %s a browser would run: it is no id',
    (uri) => {
      const { achievement, losses } = achievementFromCfItem({ ...quadratics, uri })
      expect(achievement.id).toBe(`urn:uuid:${quadratics.identifier}`)
      expect(JSON.stringify(achievement)).not.toContain(uri)
      expect(losses).toContainEqual(expect.objectContaining({ path: '/uri', disposition: 'dropped' }))
    },
  )

  it('whose texts are white space is called by the first text that says anything', () => {
    const blank = { ...quadratics, fullStatement: ' ', abbreviatedStatement: '\t', alternativeLabel: undefined }
    expect(achievementFromCfItem(blank).achievement).toMatchObject({ name: 'ALG.4', description: 'ALG.4' })
  })

  it.each([
    ['one\n line', 'one line'],
    ['x'.repeat(101), `${'x'.repeat(99)}…`],
    ['😀'.repeat(101), `${'😀'.repeat(99)}…`],
  ])('%j has a name', (statement, name) => {
    expect(shortName(statement)).toBe(name)
  })
})

describe('a rubric', () => {
  it('as result descriptions, with levels from low to high', () => {
    const [rubric] = cfPackage.CFRubrics ?? []
    if (rubric === undefined) throw new Error('no rubric')
    const { resultDescription, losses } = resultDescriptionsFromCfRubric(rubric)
    expect(resultDescription).toMatchObject([
      {
        name: 'Model',
        resultType: 'RubricCriterionLevel',
        alignment: [{ targetType: 'CFRubricCriterion' }, { targetType: 'CFRubric', targetName: rubric.title }],
        rubricCriterionLevel: [
          { name: 'Beginning', points: '1', level: '1' },
          { name: 'Proficient', points: '2', level: '2' },
          { name: 'Advanced', points: '3', level: '3', alignment: [{ targetType: 'CFRubricCriterionLevel' }] },
        ],
      },
    ])
    expect(losses.every(({ path }) => /(lastChangeDateTime|identifier)$/.test(path))).toBe(true)
    const down = rubric.CFRubricCriteria?.map((criterion) => ({
      ...criterion,
      CFRubricCriterionLevels: criterion.CFRubricCriterionLevels?.map((level) => ({
        ...level,
        position: 4 - (level.position ?? 0),
      })),
    }))
    const [turned] = resultDescriptionsFromCfRubric({ ...rubric, CFRubricCriteria: down }).resultDescription
    expect(turned?.rubricCriterionLevel?.map(({ name }) => name)).toEqual(['Beginning', 'Proficient', 'Advanced'])
  })

  it('with ids that repeat, and with nothing but ids', () => {
    const bare = { identifier: quadratics.identifier, uri: 'urn:x:1', lastChangeDateTime: '2026-01-01T00:00:00Z' }
    const criterion = { ...bare, CFRubricCriterionLevels: [bare, bare] }
    const { resultDescription } = resultDescriptionsFromCfRubric({ ...bare, CFRubricCriteria: [criterion, criterion] })
    const ids = resultDescription.flatMap(({ id, rubricCriterionLevel = [] }) => [
      id,
      ...rubricCriterionLevel.map((level) => level.id),
    ])
    expect(new Set(ids).size).toBe(6)
  })
})

describe('a framework', () => {
  const { achievement, association, losses } = competenciesFromFramework(framework)

  it('as achievements and associations', () => {
    expect(achievement.map(({ humanCode }) => humanCode)).toEqual(
      framework.items.map(({ item }) => item?.humanCodingScheme),
    )
    expect(association).toHaveLength(10)
    const exact = achievement.find(({ humanCode }) => humanCode === 'ALG.4')
    expect(exact?.alignment).toMatchObject([{ targetType: 'CFItem' }, { targetUrl: framework.outside[0]?.uri }])
    expect(exact?.resultDescription).toHaveLength(1)
    expect(paths(losses)).toEqual(
      expect.arrayContaining([
        'not-requested /CFDocument/creator',
        'no-equivalent /CFDefinitions/CFItemTypes',
        'not-requested /CFAssociations[1]',
      ]),
    )
  })

  it('leaves out circles, and turns what CLR does not have into isRelatedTo', () => {
    const ends = (from: string, to: string) => ({ originNodeURI: linkTo(from), destinationNodeURI: linkTo(to) })
    const linkTo = (code: string) => {
      const { title, identifier, uri } = framework.withCode(code)[0] ?? framework.document
      return { title, identifier, uri }
    }
    const made = { identifier: quadratics.identifier, uri: 'urn:x:1', lastChangeDateTime: '2026-01-01T00:00:00Z' }
    const CFAssociations = [
      { ...made, associationType: 'isChildOf', ...ends('ALG.1', 'ALG.2') },
      { ...made, associationType: 'isPartOf', ...ends('ALG.2', 'ALG.1') },
      { ...made, associationType: 'isPartOf', ...ends('ALG.3', 'ALG.3') },
      { ...made, associationType: 'hasSkillLevel', ...ends('ALG.1', 'ALG.4') },
    ]
    const mapped = competenciesFromFramework(caseFramework({ ...cfPackage, CFAssociations }))
    expect(mapped.association.map(({ associationType }) => associationType)).toEqual(['isRelatedTo'])
    expect(paths(mapped.losses)).toEqual(
      expect.arrayContaining([
        'ambiguous /CFAssociations[1]',
        'ambiguous /CFAssociations[2]',
        'ambiguous /CFAssociations[3]',
        'no-equivalent /CFAssociations[4]/associationType',
      ]),
    )
  })

  it('and back: the same items, associations and rubrics, but for what was lost', () => {
    const document = cfPackage.CFDocument
    const back = cfPackageFromCompetencies({ achievement, association }, { document, now: () => new Date(0) })
    const found = serializeCasePackage(back.package)
    expect(found.problems).toEqual([])
    expect(back.package.CFItems).toEqual(cfPackage.CFItems.map((item) => ({ ...item, CFItemTypeURI: undefined })))
    const told = ({ CFAssociations }: typeof cfPackage): string[] =>
      CFAssociations.map((each) =>
        [each.originNodeURI.identifier, each.associationType, each.destinationNodeURI.identifier].join(' '),
      )
    const outside = framework.outside[0]?.identifier ?? ''
    const expected = told(cfPackage).map((line) =>
      line.endsWith(outside) ? line.replace('exactMatchOf', 'isRelatedTo') : line,
    )
    expect(told(back.package).toSorted()).toEqual(expected.toSorted())
    const named = (cfPackage.CFRubrics ?? []).map((rubric) => ({
      ...rubric,
      // Links call an item what it is called now.
      CFRubricCriteria: rubric.CFRubricCriteria?.map((criterion) => ({
        ...criterion,
        CFItemURI: { ...criterion.CFItemURI, title: 'Quadratic equations' },
      })),
    }))
    expect(back.package.CFRubrics).toEqual(named)
  })

  it('of one’s own making: isParentOf is turned, GUIDs are derived and stay the same', () => {
    const [one, other] = achievement
    const own = (id: string) => ({
      id,
      type: ['Achievement'] as const,
      name: id,
      description: `About ${id}`,
      criteria: { narrative: 'x' },
    })
    const competencies = {
      achievement: [own('urn:x:whole'), own('urn:x:part')],
      association: [
        {
          type: 'Association' as const,
          associationType: 'isParentOf' as const,
          sourceId: 'urn:x:whole',
          targetId: 'urn:x:part',
        },
      ],
    }
    const options = {
      document: { title: 'T', creator: 'C' },
      serviceUrl: 'https://f.example/ims/case/v1p1/',
      now: () => new Date(0),
    }
    const made = cfPackageFromCompetencies(competencies as never, options)
    expect(made).toEqual(cfPackageFromCompetencies(competencies as never, options))
    expect(made.package.CFDocument.uri).toBe(
      `https://f.example/ims/case/v1p1/CFDocuments/${made.package.CFDocument.identifier}`,
    )
    expect(
      made.package.CFAssociations.map(
        ({ originNodeURI, associationType, destinationNodeURI }) =>
          `${originNodeURI.title} ${associationType} ${destinationNodeURI.title}`,
      ),
    ).toEqual(['urn:x:part isChildOf urn:x:whole', 'urn:x:whole isChildOf T'])
    expect(made.losses.map(({ path }) => path)).toEqual(['/achievement[1]/criteria', '/achievement[2]/criteria'])
    for (const document of [
      { title: ' ', creator: 'C' },
      { title: 'T', creator: '' },
    ]) {
      expect(() =>
        cfPackageFromCompetencies({ achievement: [one, other] as never, association: [] }, { document }),
      ).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
    }
  })

  it('of achievements whose parents are elsewhere: they stand below the document', () => {
    const named = (id: string) => achievementFromCfItem({ ...quadratics, uri: id }).achievement
    const isChildOf = (sourceId: string, targetId: string) =>
      ({ type: 'Association', associationType: 'isChildOf', sourceId, targetId }) as const
    const made = cfPackageFromCompetencies(
      {
        achievement: [named('urn:x:1'), named('urn:x:2'), named('urn:x:3')],
        association: [
          isChildOf('urn:x:1', 'urn:x:elsewhere'),
          isChildOf('urn:x:2', 'urn:x:1'),
          isChildOf('urn:x:3', 'urn:x:3'),
        ],
      },
      { document: { title: 'T', creator: 'C' } },
    )
    const found = caseFramework(made.package)
    expect(found.unreachable).toEqual([])
    expect(found.children(found.document).map(({ uri }) => uri)).toEqual(['urn:x:1', 'urn:x:3'])
    expect(found.outside.map(({ title }) => title)).toEqual(['urn:x:elsewhere'])
  })

  it('GUIDs do not depend on the order of the achievements', () => {
    const guid = '11111111-1111-4111-8111-111111111111'
    const { identifier: derived = '' } = itemsOf([{ id: 'urn:x:plain' }])['urn:x:plain'] ?? {}
    const all = [
      { id: `https://c.example/${guid}#algebra` },
      { id: `https://c.example/${guid}#geometry` },
      { id: `https://c.example/${guid}?part=1` },
      { id: `https://a.example/${guid}` },
      { id: `https://b.example/${guid.toUpperCase()}/` },
      { id: 'urn:x:plain' },
      // One that has what another gets derived.
      { id: 'urn:x:thief', otherIdentifier: [{ identifier: derived, identifierType: 'identifier' }] },
    ]
    const there = itemsOf(all)
    expect(itemsOf(all.toReversed())).toEqual(there)
    const identifiers = Object.values(there).map((each) => each.identifier.toLowerCase())
    expect(new Set([...identifiers, guid]).size).toBe(all.length + 1)
    expect(there['urn:x:plain']?.identifier).toBe(derived)
    expect(there[`https://c.example/${guid}#algebra`]).toEqual(itemsOf(all.slice(0, 1))[all[0]?.id ?? ''])
    const [alone] = Object.values(itemsOf([{ id: `https://a.example/${guid}` }]))
    expect(alone?.identifier).toBe(guid)
  })

  /** The items that achievements become, by their ids. */
  function itemsOf(
    definitions: readonly { id: string; otherIdentifier?: readonly object[] }[],
  ): Record<string, CfItem> {
    const made = cfPackageFromCompetencies(
      {
        achievement: definitions.map((each) => ({
          type: ['Achievement'],
          name: 'N',
          description: 'D',
          criteria: { narrative: 'x' },
          ...each,
        })) as never,
        association: [],
      },
      { document: { title: 'T', creator: 'C' }, now: () => new Date(0) },
    )
    return Object.fromEntries(made.package.CFItems.map((item) => [item.uri, item]))
  }
})
