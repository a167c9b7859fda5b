import { readFileSync } from 'node:fs'
import {
  type AchievementInput,
  type AlignmentInput,
  type AssociationInput,
  achievementCredential,
  type ClrCredential,
  clrCredential,
  type ProfileInput,
} from '@testamur/credentials'
import { describe, expect, it } from 'vitest'
import { generatedFramework } from '../../test/generated-framework.js'
import { type CaseFramework, caseFramework, parseCasePackage } from '../case/index.js'
import { alignedAchievements } from './aligned-achievements.js'
import type { AlignedAchievementsOptions, MobilityTarget } from './interface.js'

const criteria = { narrative: 'As the catalogue says.' }
const validFrom = '2026-01-01T00:00:00Z'
const university = { id: 'did:web:university.example', name: 'Example University' }
const college = { id: 'did:web:college.example', name: 'Example College' }
const learner = 'did:example:learner'

const standards = caseFramework(
  parseCasePackage(readFileSync(new URL('../../../../examples/data/framework.json', import.meta.url))).package,
)
const itemOf = (code: string, framework: CaseFramework = standards) => {
  const item = framework.withCode(code)[0]?.item
  if (item === undefined) throw new Error(`no item ${code}`)
  return item
}
const alignedWith = (...codes: string[]): AlignmentInput[] =>
  codes.map((code) => {
    const { uri, identifier, fullStatement } = itemOf(code)
    return { targetName: fullStatement, targetUrl: uri, targetCode: identifier, targetType: 'CFItem' }
  })

type Definition = Partial<AchievementInput> & { readonly id: string }
const defined = (definition: Definition): AchievementInput => ({
  name: definition.id.replace(/.*:/, ''),
  description: 'A course.',
  criteria,
  ...definition,
})

/** A record of an issuer that awards some achievements, names others, and relates them. */
function recordOf(
  issuer: ProfileInput,
  awarded: readonly Definition[],
  more: { readonly listed?: readonly Definition[]; readonly association?: readonly AssociationInput[] } = {},
): ClrCredential {
  return clrCredential({
    name: 'Record',
    issuer,
    validFrom,
    credentialSubject: {
      id: learner,
      verifiableCredential: awarded.map((each) =>
        achievementCredential({ issuer, validFrom, credentialSubject: { id: learner, achievement: defined(each) } }),
      ),
      achievement: (more.listed ?? []).map(defined),
      association: more.association,
    },
  })
}

/** What aligns, in short: `math-1 isChildOf ALG`. */
function told(record: ClrCredential, target: MobilityTarget, options?: AlignedAchievementsOptions): string[] {
  return alignedAchievements(record, target, options).aligned.map(
    ({ achievement, relation, target: { name, code } }) => `${achievement.name} ${relation} ${code ?? name}`,
  )
}

describe('two records', () => {
  it('with the same achievement', () => {
    const [course] = [{ id: 'urn:x:course' }]
    const { aligned } = alignedAchievements(recordOf(college, [course]), recordOf(university, [course]))
    expect(aligned).toHaveLength(1)
    expect(aligned[0]).toMatchObject({ relation: 'exactMatchOf', target: { id: 'urn:x:course' } })
    expect(aligned[0]?.chain).toMatchObject([
      { by: 'sameId', direction: 'forward', assertedBy: { ...college, kind: 'issuer' }, place: { document: 'record' } },
      { by: 'sameId', direction: 'backward', assertedBy: university, place: { document: 'target' } },
    ])
  })

  it('aligned with the same item, each in its issuer’s words', () => {
    const own = recordOf(college, [{ id: 'urn:x:math-1', alignment: alignedWith('ALG.4') }])
    const theirs = recordOf(university, [{ id: 'urn:y:m101', alignment: alignedWith('FUN.1', 'ALG.4') }])
    const { aligned, unaligned } = alignedAchievements(own, theirs)
    expect(unaligned).toEqual([])
    expect(aligned).toMatchObject([
      {
        achievement: { name: 'math-1', awards: [{ issuer: college, statuses: [] }] },
        target: { name: 'm101' },
        relation: 'isAlignedWith',
        chain: [
          { by: 'alignment', direction: 'forward', assertedBy: college, to: { id: itemOf('ALG.4').uri } },
          { by: 'alignment', direction: 'backward', assertedBy: university, to: { id: 'urn:y:m101' } },
        ],
      },
    ])
    expect(aligned[0]?.chain.map(({ place }) => place)).toEqual([
      {
        document: 'record',
        pointer: '/credentialSubject/verifiableCredential/0/credentialSubject/achievement/alignment/0',
      },
      {
        document: 'target',
        pointer: '/credentialSubject/verifiableCredential/0/credentialSubject/achievement/alignment/1',
      },
    ])
  })

  it('through a framework that both align with', () => {
    const own = recordOf(college, [{ id: 'urn:x:squares', alignment: alignedWith('ALG.4.a') }])
    const theirs = recordOf(university, [
      { id: 'urn:y:equations', alignment: alignedWith('ALG.4') },
      { id: 'urn:y:algebra', alignment: alignedWith('ALG') },
      { id: 'urn:y:functions', alignment: alignedWith('FUN') },
    ])
    expect(told(own, theirs)).toEqual([])
    const frameworks = [standards]
    expect(told(own, theirs, { frameworks })).toEqual(['squares isChildOf equations', 'squares isChildOf algebra'])
    expect(told(theirs, own, { frameworks })).toEqual(['equations isParentOf squares', 'algebra isParentOf squares'])
    const [first] = alignedAchievements(own, theirs, { frameworks }).aligned
    expect(first?.chain[1]).toMatchObject({
      by: 'association',
      associationType: 'isChildOf',
      direction: 'forward',
      assertedBy: { kind: 'framework', name: 'Example State Board of Education' },
      place: { document: 'framework', index: 0, pointer: expect.stringMatching(/^\/CFAssociations\/\d+$/) },
    })
  })

  it('through associations of the records', () => {
    const own = recordOf(college, [{ id: 'urn:x:1' }], {
      listed: [{ id: 'urn:shared:calculus' }],
      association: [{ associationType: 'exactMatchOf', sourceId: 'urn:x:1', targetId: 'urn:shared:calculus' }],
    })
    const theirs = recordOf(university, [{ id: 'urn:shared:calculus' }], {
      listed: [{ id: 'urn:y:mathematics' }],
      association: [{ associationType: 'isPartOf', sourceId: 'urn:shared:calculus', targetId: 'urn:y:mathematics' }],
    })
    expect(told(own, theirs)).toEqual(['1 exactMatchOf calculus', '1 isChildOf mathematics'])
    expect(told(theirs, own)).toEqual(['calculus exactMatchOf calculus', 'calculus exactMatchOf 1'])
  })

  it('keeps directions: isParentOf is isChildOf read backwards, and precedes says nothing', () => {
    const target = recordOf(university, [{ id: 'urn:y:part' }])
    const relate = (associationType: AssociationInput['associationType']): string[] => {
      const association = [{ associationType, sourceId: 'urn:x:whole', targetId: 'urn:y:part' }]
      return told(recordOf(college, [{ id: 'urn:x:whole' }], { listed: [{ id: 'urn:y:part' }], association }), target)
    }
    expect(relate('isParentOf')).toEqual(['whole isParentOf part'])
    expect(relate('isChildOf')).toEqual(['whole isChildOf part'])
    expect(relate('isPeerOf')).toEqual(['whole isRelatedTo part'])
    expect(relate('precedes')).toEqual([])
  })

  it('does not take siblings for one another', () => {
    const own = recordOf(college, [{ id: 'urn:x:1', alignment: alignedWith('ALG.1') }])
    const theirs = recordOf(university, [{ id: 'urn:y:2', alignment: alignedWith('ALG.2') }])
    expect(told(own, theirs, { frameworks: [standards] })).toEqual([])
  })

  it('does not go through what a third achievement aligns with besides', () => {
    const own = recordOf(college, [
      { id: 'urn:x:1', alignment: alignedWith('ALG.1') },
      { id: 'urn:x:2', alignment: alignedWith('ALG.1', 'FUN.3') },
    ])
    const theirs = recordOf(university, [
      { id: 'urn:y:3', alignment: alignedWith('ALG.1', 'FUN.2') },
      { id: 'urn:y:4', alignment: alignedWith('FUN.2') },
      { id: 'urn:y:5', alignment: alignedWith('FUN.3') },
    ])
    expect(told(own, theirs)).toEqual(['1 isAlignedWith 3', '2 isAlignedWith 3', '2 isAlignedWith 5'])
  })

  it('tells states and credits of every award', () => {
    const failed = achievementCredential({
      issuer: college,
      validFrom,
      credentialSubject: {
        id: learner,
        creditsEarned: 0,
        achievement: {
          ...defined({ id: 'urn:x:1' }),
          resultDescription: [{ id: 'urn:x:state', name: 'State', resultType: 'Status' }],
        },
        result: [{ resultDescription: 'urn:x:state', status: 'Failed' }],
      },
    })
    const record = clrCredential({
      name: 'Record',
      issuer: college,
      validFrom,
      credentialSubject: { id: learner, verifiableCredential: [failed] },
    })
    const { aligned } = alignedAchievements(record, recordOf(university, [{ id: 'urn:x:1' }]))
    expect(aligned[0]?.achievement.awards).toMatchObject([{ creditsEarned: 0, statuses: ['Failed'], issuer: college }])
  })

  it('looks into records inside records, and speaks for each issuer', () => {
    const inner = recordOf(college, [{ id: 'urn:x:1' }])
    const outer = clrCredential({
      name: 'Collection',
      issuer: university,
      validFrom,
      credentialSubject: { id: learner, verifiableCredential: [inner] },
    })
    const { aligned } = alignedAchievements(outer, recordOf(university, [{ id: 'urn:x:1' }]))
    expect(aligned[0]?.achievement.awards).toMatchObject([
      {
        issuer: college,
        pointer: '/credentialSubject/verifiableCredential/0/credentialSubject/verifiableCredential/0',
      },
    ])
  })
})

describe('a record and a framework', () => {
  const record = recordOf(college, [{ id: 'urn:x:equations', alignment: alignedWith('ALG.4') }, { id: 'urn:x:poetry' }])

  it('lists the items, the strongest relations first', () => {
    expect(told(record, standards)).toEqual([
      'equations isAlignedWith ALG.4',
      'equations isParentOf ALG.4.a',
      'equations isChildOf ALG',
      'equations isRelatedTo FUN.2',
    ])
    expect(alignedAchievements(record, standards).unaligned.map(({ name }) => name)).toEqual(['poetry'])
  })

  it('lists the relations that are asked for', () => {
    expect(told(record, standards, { relations: ['isAlignedWith'] })).toEqual(['equations isAlignedWith ALG.4'])
  })

  it('finds items by GUID, whatever the version in their address', () => {
    const { identifier, fullStatement } = itemOf('ALG.4')
    const old = `https://frameworks.example/ims/case/v1p0/CFItems/${identifier.toUpperCase()}`
    const byAddress = recordOf(college, [{ id: 'urn:x:1', alignment: [{ targetName: fullStatement, targetUrl: old }] }])
    const elsewhere = {
      targetName: 'a',
      targetUrl: 'https://registry.example/9',
      targetCode: identifier,
      targetType: 'CFItem',
    } as const
    const byCode = recordOf(college, [{ id: 'urn:x:1', alignment: [elsewhere] }])
    const byId = recordOf(college, [{ id: itemOf('ALG.4').uri, name: '1' }])
    const options = { relations: ['exactMatchOf', 'isAlignedWith'] } as const
    expect(told(byAddress, standards, options)).toEqual(['1 isAlignedWith ALG.4'])
    expect(told(byCode, standards, options)).toEqual(['1 isAlignedWith ALG.4'])
    expect(told(byId, standards, options)).toEqual(['1 exactMatchOf ALG.4'])
  })

  it('goes from framework to framework by exactMatchOf', () => {
    const outside = standards.outside[0]
    const moment = '2026-01-01T00:00:00Z'
    const item = {
      identifier: outside?.identifier,
      uri: outside?.uri,
      fullStatement: 'Quadratics',
      humanCodingScheme: 'N.7',
      lastChangeDateTime: moment,
    }
    const document = {
      identifier: '11111111-1111-4111-8111-111111111111',
      uri: 'https://national.example/1',
      title: 'National',
      creator: 'N',
      lastChangeDateTime: moment,
    }
    const national = caseFramework(
      parseCasePackage({ CFDocument: document, CFItems: [item], CFAssociations: [] }).package,
    )
    expect(told(record, national)).toEqual([])
    expect(told(record, national, { frameworks: [standards] })).toEqual(['equations isAlignedWith N.7'])
  })

  it('says when its bounds ended it', () => {
    expect(alignedAchievements(record, standards, { maxSteps: 3 }).isComplete).toBe(false)
    expect(alignedAchievements(record, standards).isComplete).toBe(true)
    expect(told(record, standards, { maxLinks: 1 })).toEqual(['equations isAlignedWith ALG.4'])
    for (const bounds of [{ maxLinks: 0 }, { maxSteps: 1.5 }, { maxAligned: 0 }]) {
      expect(() => alignedAchievements(record, standards, bounds)).toThrow(
        expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
      )
    }
  })
  it('bounds all achievements together, and leaves each its share', () => {
    const hub = caseFramework(parseCasePackage(generatedFramework(2000, 2000)).package)
    const [top, leaf] = [hub.items[0]?.item, hub.items.at(-1)?.item]
    const definitions = Array.from({ length: 300 }, (_, n) => ({
      id: `urn:x:${n}`,
      alignment: [{ targetName: 'T', targetUrl: (n < 299 ? top?.uri : leaf?.uri) ?? '' }],
    }))
    const everywhere = recordOf(college, definitions)
    const { aligned, unaligned, isComplete } = alignedAchievements(everywhere, hub)
    expect(isComplete).toBe(false)
    expect(unaligned).toEqual([])
    expect(aligned.length).toBeLessThanOrEqual(100_000)
    expect(new Set(aligned.map(({ achievement }) => achievement.id)).size).toBe(300)
    // The last one, which leads to a few items only, is told as if it were alone.
    const last = recordOf(college, definitions.slice(-1))
    const targets = (list: typeof aligned): string[] => list.map(({ target }) => target.id)
    expect(targets(aligned.filter(({ achievement }) => achievement.id === 'urn:x:299'))).toEqual(
      targets(alignedAchievements(last, hub).aligned),
    )
    const few = alignedAchievements(everywhere, hub, { maxAligned: 600 })
    expect(few.aligned.length).toBeLessThanOrEqual(600)
    expect(few.aligned[0]?.relation).toBe('isAlignedWith')
    const short = alignedAchievements(everywhere, hub, { maxSteps: 3000 })
    expect([short.isComplete, short.aligned.length < 3000]).toEqual([false, true])
  })
})
